from datetime import date
from io import BytesIO

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from loaders.answers.mark_child import ADVICE_ALONE, FILL, FIRST_ROW, SIGN, TITLE, list_alone, mark
from loaders.parsing.parse import parse
from loaders.rules import check
from programme.finding import Finding, Severity
from tests import factories
from tests.factories import cell_of, saved

TODAY = date(2025, 6, 1)
BLUE = PatternFill("solid", start_color="FF0000FF")


def spoilt(form):
    cell_of(form, "plans_issued", "Kent").value = "about 500"
    cell_of(form, "plans_issued", "Ashford", "Measure").value = "plans_isued"
    cell_of(form, "educational_psychology_posts_vacant", "Kent").value = 0.5


def found_in(content):
    return check(parse(factories.read_here(content)), today=TODAY)


def opened(content):
    return openpyxl.load_workbook(BytesIO(content))


def colour(cell):
    return cell.fill.start_color.rgb


def marked_once(change=spoilt):
    content = factories.standard_return(change=change)
    found = found_in(content)
    return mark(content, found), found


def test_each_failing_cell_is_filled_and_commented():
    content, found = marked_once()
    book = opened(content)
    assert [(finding.place, finding.rule) for finding in found] == [
        ("Figures!D15", "value_not_a_number"),
        ("Figures!A16", "measure_unknown"),
        ("Figures!D62", "percent_as_fraction"),
    ]
    for finding in found:
        cell = book[finding.sheet][finding.cell]
        assert colour(cell) == FILL[finding.severity].start_color.rgb
        assert cell.comment.text.endswith(f"{SIGN}\n{finding.message}")


def test_a_list_stands_on_top_with_links():
    content, found = marked_once()
    book = opened(content)
    listed = book.worksheets[0]
    assert (book.sheetnames[0], book.active.title, listed["A1"].value) == ("Findings", "Findings", TITLE)
    rows = [[cell.value for cell in row[:5]] for row in listed.iter_rows(min_row=FIRST_ROW)]
    assert rows == [[each.severity.value, each.sheet, each.cell, each.message, each.rule] for each in found]
    assert [row[2].hyperlink.location for row in listed.iter_rows(min_row=FIRST_ROW)] == [
        f"'Figures'!{each.cell}" for each in found
    ]


def test_everything_typed_is_still_there():
    content = factories.standard_return(change=spoilt)
    before, after = opened(content), opened(mark(content, found_in(content)))
    for sheet in before.worksheets:
        typed = {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}
        kept = {
            cell.coordinate: cell.value for row in after[sheet.title].iter_rows() for cell in row if cell.value is not None
        }
        assert kept == typed
        assert len(after[sheet.title].data_validations.dataValidation) == len(sheet.data_validations.dataValidation)


def test_uploaded_again_it_gives_the_same_findings():
    content, found = marked_once()
    assert found_in(content) == found


def test_marked_again_it_looks_the_same():
    content, found = marked_once()
    again = opened(mark(content, found))
    once = opened(content)
    assert again.sheetnames == once.sheetnames
    for finding in found:
        first, second = (book[finding.sheet][finding.cell] for book in (once, again))
        assert (colour(first), first.comment.text) == (colour(second), second.comment.text)


def test_what_is_put_right_looks_as_before():
    content, _ = marked_once()
    book = opened(content)
    spoilt_cells = [("D15", 500), ("A16", "plans_issued"), ("D62", 12.5)]
    for ref, value in spoilt_cells:
        book["Figures"][ref].value = value
    corrected = saved(book)
    left = [finding for finding in found_in(corrected) if finding.cell in ("D15", "A16", "D62")]
    after, clean = opened(mark(corrected, [])), opened(factories.standard_return())
    assert [finding.rule for finding in left] == ["parts_exceed_whole"]
    for ref, _ in spoilt_cells:
        now, then = after["Figures"][ref], clean["Figures"][ref]
        assert (colour(now), now.comment and now.comment.text) == (colour(then), then.comment and then.comment.text)


def test_the_senders_own_colour_and_comment_are_kept():
    def coloured(form):
        cell = cell_of(form, "plans_issued", "Kent")
        cell.value, cell.fill, cell.comment = "about 500", BLUE, Comment("ask Ashford", "Analyst")

    content, _ = marked_once(coloured)
    marked = opened(content)["Figures"]["D15"]
    assert marked.comment.text.startswith(f"ask Ashford\n\n{SIGN}\nPlans issued, excluding exceptions, Kent must be")
    cell = opened(mark(content, []))["Figures"]["D15"]
    assert (colour(cell), cell.comment.text) == ("FF0000FF", "ask Ashford")


def test_a_cell_with_an_error_and_a_query_has_the_colour_of_the_error_and_both_messages():
    both = [Finding("a", Severity.ERROR, "Figures", "D15", "wrong"), Finding("b", Severity.QUERY, "Figures", "D15", "odd")]
    cell = opened(mark(factories.standard_return(), both))["Figures"]["D15"]
    assert colour(cell) == FILL[Severity.ERROR].start_color.rgb
    assert cell.comment.text == f"{SIGN}\nodd\nwrong"


def test_a_fault_in_merged_cells_is_shown_in_the_first():
    def merged(form):
        form["Figures"].merge_cells("D15:D16")

    content = factories.standard_return(change=merged)
    book = opened(mark(content, [Finding("a", Severity.ERROR, "Figures", "D16", "wrong")]))
    assert book["Figures"]["D15"].comment.text == f"{SIGN}\nwrong"


def test_findings_about_the_file_or_an_unknown_sheet_are_listed_only():
    found = [Finding("a", Severity.ERROR, "", "", "one"), Finding("b", Severity.ERROR, "Figurs", "D2", "two")]
    listed = opened(mark(factories.standard_return(), found)).worksheets[0]
    assert [row[3].value for row in listed.iter_rows(min_row=FIRST_ROW)] == ["one", "two"]


def test_a_sheet_of_the_senders_own_called_findings_is_kept():
    def with_own_sheet(form):
        form.create_sheet("Findings")["A1"].value = "what the audit found"

    book = opened(mark(factories.standard_return(change=with_own_sheet), []))
    assert book.sheetnames[0] == "Findings"
    assert book["Findings (own)"]["A1"].value == "what the audit found"


def test_nothing_in_the_list_is_run_as_a_formula():
    finding = Finding("a", Severity.ERROR, "=1+1", "", "=HYPERLINK(1)\x00")
    listed = opened(mark(factories.standard_return(), [finding])).worksheets[0]
    cells = [listed.cell(FIRST_ROW, column) for column in (2, 4)]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("=HYPERLINK(1)", "s")]


def test_the_list_can_stand_alone():
    book = opened(list_alone([Finding("a", Severity.ERROR, "Figures", "D2", "wrong")]))
    assert book.sheetnames == ["Findings"]
    assert book["Findings"]["A2"].value == ADVICE_ALONE
    assert book["Findings"].cell(FIRST_ROW, 4).value == "wrong"
