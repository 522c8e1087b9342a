from loaders.commands import DONE, Answer
from loaders.parsing.unread import Unread
from loaders.reading.workbook import Kind, Typed
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
        "unread": [],
    }


def test_a_person_gets_one_line_per_cause_in_columns():
    assert answer((ODD, *BLANKS)).as_text().split("\n") == [
        "return.xlsx was accepted as version 3.",
        "  Cover!B9         query  Data as at must not be early",
        "  Figures!D14:D15  error  D14 must be given (and 1 more like it)",
    ]


def test_without_findings_there_is_the_outcome_alone():
    assert answer(()).as_text() == "return.xlsx was accepted as version 3."


def test_scripts_are_told_what_readers_do_not_get():
    told = Answer(
        "in/return.xlsx", True, 3, (), DONE, "return.xlsx was accepted as version 3. Readers …", withheld="Readers …"
    )
    assert told.as_json()["withheld"] == "Readers …"
    assert "withheld" not in answer((ODD,)).as_json()


def test_what_nobody_reads_stands_below_what_was_found_and_in_what_scripts_get():
    kept = Unread("Figures", "the column Value (revised)", (Typed("H15", 15, 8, Kind.NUMBER, 600),))
    told = Answer("in/return.xlsx", True, 3, (ODD,), DONE, "return.xlsx was accepted as version 3.", (kept,))
    assert told.as_text().split("\n")[1:] == [
        "  Cover!B9     query  Data as at must not be early",
        "  Nobody reads:",
        "  Figures!H15  the column Value (revised) (1 cell)",
    ]
    assert told.as_json()["unread"] == [{"place": "Figures!H15", "what": "the column Value (revised) (1 cell)"}]
