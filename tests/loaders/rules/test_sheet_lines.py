import pytest

from tests.loaders.rules.one_change import Row, all_of, answered, labelled, written
from tests.loaders.rules.written_rows import row, with_rows

OF_WORDS = "left as it is, replaced by what is here or none any more"


def left(*sheets):
    """Every sheet named is left as it is, and the figures are taken out."""
    return all_of(*(answered(sheet, "left as it is") for sheet in sheets))


def without_values(form):
    for cell in form["Figures"]["D"][1:]:
        cell.value = None


ROWS = [
    Row(
        "another answer",
        answered("Actions", "replaced by what's here"),
        (
            (
                "sheet_line_unknown",
                "Cover!B13",
                f"Actions must be {OF_WORDS}: did you mean replaced by what is here? got: replaced by what's here",
            ),
        ),
    ),
    Row(
        "the line before under the name of the figures",
        labelled("Figures are", "Figures"),
        (
            ("cover_line_left_out", "Cover", "Cover must have every line of the form, got: none for “Figures are”"),
            ("sheet_line_unknown", "Cover!B11", "Figures must be left as it is or replaced by what is here, got: real"),
            (
                "cover_line_repeated",
                "Cover!B12",
                "Figures must stand in one line only: it is in Cover!B11 too, got: replaced by what is here",
            ),
        ),
    ),
    Row(
        "rows on a sheet that is left",
        all_of(with_rows("Actions", row("Actions")), answered("Actions", "Left as it is")),
        (
            (
                "sheet_line_against_rows",
                "Cover!B13",
                "Actions must be replaced by what is here, because the sheet has 1 row: choose that, or take the rows out, "
                "got: Left as it is",
            ),
        ),
    ),
    Row(
        "rows on a sheet that is emptied",
        all_of(with_rows("Risks", row("Risks"), row("Risks", ref="R-02")), answered("Risks", "none any more")),
        (
            (
                "sheet_line_against_rows",
                "Cover!B14",
                "Risks must be replaced by what is here, because the sheet has 2 rows: choose that, or take the rows out, "
                "got: none any more",
            ),
        ),
    ),
    Row(
        "figures that are left",
        answered("Figures", "left as it is"),
        (
            (
                "sheet_line_against_rows",
                "Cover!B12",
                "Figures must be replaced by what is here, because the sheet has 103 rows: choose that, or take the rows "
                "out, got: left as it is",
            ),
        ),
    ),
    Row(
        "nothing at all",
        all_of(without_values, left("Figures")),
        (
            (
                "nothing_said",
                "Cover!B12",
                "Figures must not be left as it is where no sheet of words says anything, got: left as it is",
            ),
        ),
    ),
    Row(
        "a history that empties",
        all_of(written("Cover", "A18", "Actions"), written("Cover", "B18", "none any more")),
        (
            (
                "sheet_line_not_offered",
                "Cover!B18",
                "Actions must be left as it is or replaced by what is here: a history workbook adds row by row, and the "
                "return of a quarter can empty its sheet, got: none any more",
            ),
        ),
        history=("plans_issued",),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_figures_are_never_emptied():
    found = Row("figures", all_of(without_values, answered("Figures", "none any more")), ()).found
    assert [rule for rule, place, _ in found if place == "Cover!B12"] == ["sheet_line_not_offered"]


def test_a_sheet_is_left_emptied_or_replaced_as_the_cover_says():
    assert Row("left", left("Actions", "Risks"), ()).found == ()
    assert Row("emptied", answered("Actions", "NONE any more"), ()).found == ()
    assert Row("replaced", with_rows("Actions", row("Actions")), ()).found == ()
    assert Row("blank", all_of(with_rows("Actions", row("Actions")), answered("Actions", None)), ()).found == ()


def test_the_cover_of_an_earlier_form_has_no_such_lines():
    assert Row("earlier", lambda form: form["Cover"].delete_rows(12, 8), ()).found == ()
    words = all_of(lambda form: form["Cover"].delete_rows(12, 8), with_rows("Actions", row("Actions")))
    assert Row("with words", words, ()).found == ()
