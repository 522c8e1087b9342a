import pytest

from tests.loaders.rules.one_change import Row, all_of, answered, labelled, written

LINES = "Cover must have no lines but those of the form"


def called(ours, theirs, cell):
    message = f"Cover must have a line {ours}, with its answer in column B: did you mean {ours}? got: {theirs}"
    return Row(theirs, labelled(ours, theirs), (("cover_line_renamed", f"Cover!{cell}", message),))


ROWS = [
    called("Figures are", "Figure are", "A11"),
    called("Data as at", "Date as at", "A9"),
    called("Lead role", "Lead", "A7"),
    Row(
        "a line taken out",
        lambda form: form["Cover"].delete_rows(11),
        (("cover_line_left_out", "Cover", "Cover must have every line of the form, got: none for “Figures are”"),),
    ),
    Row(
        "a line of ones own",
        all_of(written("Cover", "A38", "Signed off by"), written("Cover", "B38", "Director")),
        (("cover_line_unknown", "Cover!B38", f"{LINES}, got: Signed off by, with Director, which nobody reads"),),
    ),
    Row(
        "an answer to nothing",
        written("Cover", "B38", "Director"),
        (
            (
                "cover_line_unknown",
                "Cover!B38",
                f"{LINES}, got: an answer without a label, with Director, which nobody reads",
            ),
        ),
    ),
    Row(
        "two lines for one thing",
        all_of(written("Cover", "A38", "Status"), written("Cover", "B38", "provisional")),
        (
            (
                "cover_line_repeated",
                "Cover!B38",
                "Status must stand in one line only: it is in Cover!B10 too, got: provisional",
            ),
        ),
    ),
    Row(
        "an answer further right",
        all_of(answered("Data as at", None), written("Cover", "D9", "31 March 2025")),
        (
            (
                "cover_answer_elsewhere",
                "Cover!D9",
                "Data as at must be answered in column B, got: 31 March 2025, which nobody reads",
            ),
        ),
    ),
    Row(
        "an answer over what the form says",
        all_of(answered("Lead role", None), written("Cover", "C7", "Head of SEND")),
        (
            (
                "cover_answer_elsewhere",
                "Cover!C7",
                "Lead role must be answered in column B, got: Head of SEND, which nobody reads",
            ),
        ),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_a_renamed_line_that_no_return_does_without_is_said_once():
    found = Row("quarter", labelled("Quarter", "Reporting quarter"), ()).found
    assert [(rule, place) for rule, place, _ in found] == [("cover_line_missing", "Cover!A4")]
    assert found[0][2].endswith("did you mean Quarter? got: Reporting quarter")


def test_a_line_that_may_stay_blank_is_no_finding():
    assert Row("blank", all_of(answered("Prepared by", None), answered("Data as at", None)), ()).found == ()


def test_the_cover_of_a_history_may_have_few_lines():
    assert Row("few", lambda form: form["Cover"].delete_rows(4, 4), (), history=("plans_issued",)).found == ()


def test_a_renamed_line_of_a_history_is_named():
    found = Row("history", labelled("Figures are", "Figure are"), (), history=("plans_issued",)).found
    assert [rule for rule, _, _ in found] == ["cover_line_renamed"]
