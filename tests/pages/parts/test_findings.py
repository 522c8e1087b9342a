import re

from streamlit.testing.v1 import AppTest

from pages.parts import downloads
from pages.parts.findings import finding_list
from programme.finding import Finding, Severity
from tests.pages.looking import markup, read_as_markdown, table


def page(findings):
    def script(findings):
        from pages.parts.findings import finding_list

        finding_list(findings)

    return AppTest.from_function(script, kwargs={"findings": findings}).run()


def finding(cell, message, severity=Severity.ERROR, rule="a_rule"):
    return Finding(rule, severity, "Figures", cell, message)


def test_one_cause_is_one_line_with_all_its_cells():
    found = table(
        page([finding("D2", "must be a number"), finding("D3", "must be a number"), finding("E9", "late", rule="b")])
    )
    assert found["Finding"].tolist() == ["must be a number", "late"]
    assert found["Where"].tolist() == ["Figures!D2:D3", "Figures!E9"]


def test_it_says_how_grave_each_is():
    found = table(page([finding("D2", "a"), finding("D3", "b", Severity.QUERY)]))
    assert found["What"].tolist() == ["error: must be put right", "query: needs a reason"]


def test_a_finding_is_told_as_it_was_typed():
    app = page([finding("D2", "got: ![x](http://evil) <b>$a$</b>")])
    assert ">got: ![x](http://evil) &lt;b&gt;$a$&lt;/b&gt;</td>" in markup(app)
    assert read_as_markdown(app) == []


def test_findings_of_one_cause_stand_in_one_line_with_their_cells(monkeypatch):
    drawn = []
    monkeypatch.setattr(downloads, "draw", drawn.append)
    finding_list([Finding("a_number", Severity.ERROR, "Figures", f"D{row}", f"D{row} <must>") for row in (5, 6)])
    (html,) = drawn
    assert "<caption>What was found, by place</caption>" in html
    assert re.sub(r' data-head="[^"]*"', "", html).count(
        "<td>Figures!D5:D6</td><td>error: must be put right</td><td>D5 &lt;must&gt; (and 1 more like it)</td>"
    )
