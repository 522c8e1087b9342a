from loaders.parsing.parse import parse
from loaders.rules.written_row import written_rows
from programme.sheets.form import FormColumn
from programme.sheets.risks import RISKS
from tests import factories
from tests.loaders.rules.written_rows import row, with_rows

COLOUR = FormColumn("Colour")


def rows_typed(*rows):
    content = factories.standard_return(change=with_rows("Risks", *rows))
    return written_rows(parse(factories.read_here(content)), RISKS)


def test_a_row_knows_the_cells_of_what_is_typed_and_of_what_is_blank():
    (found,) = rows_typed(row("Risks", controls=None))
    assert (found.name, found.text(RISKS.impact), found.ref(RISKS.impact), found.ref(RISKS.controls)) == (
        "R-01",
        "5",
        "F2",
        "J2",
    )


def test_a_row_without_a_ref_is_named_by_its_number():
    assert [found.name for found in rows_typed(row("Risks"), row("Risks", ref=None))] == ["R-01", "row 3"]


def test_a_heading_that_is_not_there_has_no_cell():
    (found,) = rows_typed(row("Risks"))
    assert (found.text(COLOUR), found.ref(COLOUR)) == ("", "")


def test_a_blank_sheet_has_no_rows():
    assert rows_typed() == []


def test_a_row_says_what_its_cells_mean_and_where_they_stand():
    (found,) = rows_typed(row("Risks"))
    assert (found[RISKS.impact], found.place(RISKS.impact)) == (5, "Risks!F2")
