from loaders.forms.layouts import standard
from loaders.parsing.parse import parse
from loaders.rules.lines import lines_of
from tests import factories
from tests.loaders.rules.written_rows import row, with_rows


def lines(*rows):
    content = factories.standard_return(change=with_rows("Risks", *rows))
    return lines_of(parse(factories.read_here(content)), standard.RISKS)


def test_a_row_knows_the_cells_of_what_is_typed_and_of_what_is_blank():
    (line,) = lines(row("Risks", controls=None))
    assert (line.name, line.text("Impact"), line.ref("Impact"), line.ref("Controls")) == ("R-01", "5", "F2", "J2")


def test_a_row_without_a_ref_is_named_by_its_number():
    assert [line.name for line in lines(row("Risks"), row("Risks", ref=None))] == ["R-01", "row 3"]


def test_a_heading_that_is_not_there_has_no_cell():
    (line,) = lines(row("Risks"))
    assert (line.text("Colour"), line.ref("Colour")) == ("", "")


def test_a_blank_sheet_has_no_rows():
    assert lines() == []
