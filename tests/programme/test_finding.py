import pytest

from programme.finding import Finding, Severity


@pytest.mark.parametrize(
    "sheet, cell, place", [("Figures", "E14", "Figures!E14"), ("Cover", "", "Cover"), ("", "", "the file")]
)
def test_a_finding_names_its_place(sheet, cell, place):
    assert Finding("unknown_area", Severity.ERROR, sheet, cell, "…").place == place


def test_severities_read_as_words():
    assert [f"{severity}" for severity in Severity] == ["error", "query"]
