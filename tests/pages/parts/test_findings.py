from pages.parts import downloads
from pages.parts.findings import finding_list
from programme.finding import Finding, Severity


def test_findings_of_one_cause_stand_in_one_line_with_their_cells(monkeypatch):
    drawn = []
    monkeypatch.setattr(downloads, "draw", drawn.append)
    finding_list([Finding("a_number", Severity.ERROR, "Figures", f"D{row}", f"D{row} <must>") for row in (5, 6)])
    (html,) = drawn
    assert "<caption>What was found, by place</caption>" in html
    assert "<td>Figures!D5:D6</td><td>error: must be put right</td><td>D5 &lt;must&gt; (and 1 more like it)</td>" in html
