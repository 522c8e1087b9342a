from loaders.parsing.parse import parse
from loaders.rules.lines import lines_of
from programme.sheets.form import FormColumn
from programme.sheets.risks import RISKS
from tests import factories
from tests.loaders.rules.written_rows import row, with_rows

COLOUR = FormColumn("Colour")


def lines(*rows):
    content = factories.standard_return(change=with_rows("Risks", *rows))
    return lines_of(parse(factories.read_here(content)), RISKS)


def test_a_row_knows_the_cells_of_what_is_typed_and_of_what_is_blank():
    (line,) = lines(row("Risks", controls=None))
    assert (line.name, line.text(RISKS.impact), line.ref(RISKS.impact), line.ref(RISKS.controls)) == (
        "R-01",
        "5",
        "F2",
        "J2",
    )


def test_a_row_without_a_ref_is_named_by_its_number():
    assert [line.name for line in lines(row("Risks"), row("Risks", ref=None))] == ["R-01", "row 3"]


def test_a_heading_that_is_not_there_has_no_cell():
    (line,) = lines(row("Risks"))
    assert (line.text(COLOUR), line.ref(COLOUR)) == ("", "")


def test_a_blank_sheet_has_no_rows():
    assert lines() == []


def test_a_row_says_what_its_cells_mean_and_where_they_stand():
    (line,) = lines(row("Risks"))
    assert (line[RISKS.impact], line.place(RISKS.impact)) == (5, "Risks!F2")
