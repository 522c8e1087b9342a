import pytest

from programme.finding import Finding, Found, Severity


@pytest.mark.parametrize(
    "sheet, cell, place", [("Figures", "E14", "Figures!E14"), ("Cover", "", "Cover"), ("", "", "the file")]
)
def test_a_finding_names_its_place(sheet, cell, place):
    assert Finding("unknown_area", Severity.ERROR, sheet, cell, "…").place == place


def test_severities_read_as_words():
    assert [f"{severity}" for severity in Severity] == ["error", "query"]


def test_what_was_found_is_parted_into_what_stops_and_what_is_asked():
    wrong, asked = (Finding("unknown_area", severity, "Figures", "E14", "…") for severity in Severity)

    class Read(Found):
        findings = (asked, wrong, asked)

    assert (Read().errors, Read().queries) == ((wrong,), (asked, asked))
