from loaders.commands import DONE, Answer
from programme.finding import Finding, Severity

BLANKS = tuple(Finding("value_missing", Severity.ERROR, "Figures", f"D{row}", f"D{row} must be given") for row in (14, 15))
ODD = Finding("data_as_at_odd", Severity.QUERY, "Cover", "B9", "Data as at must not be early")


def answer(findings):
    return Answer("in/return.xlsx", True, 3, findings, DONE, "return.xlsx was accepted as version 3.")


def test_a_script_gets_one_object_per_file():
    assert answer((ODD,)).as_json() == {
        "file": "in/return.xlsx",
        "accepted": True,
        "version": 3,
        "findings": [
            {
                "rule": "data_as_at_odd",
                "severity": "query",
                "sheet": "Cover",
                "cell": "B9",
                "message": "Data as at must not be early",
            }
        ],
    }


def test_a_person_gets_one_line_per_cause_in_columns():
    assert answer((ODD, *BLANKS)).as_text().split("\n") == [
        "return.xlsx was accepted as version 3.",
        "  Cover!B9         query  Data as at must not be early",
        "  Figures!D14:D15  error  D14 must be given (and 1 more like it)",
    ]


def test_without_findings_there_is_the_outcome_alone():
    assert answer(()).as_text() == "return.xlsx was accepted as version 3."
