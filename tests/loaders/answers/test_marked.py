from datetime import date
from io import BytesIO

import openpyxl

from loaders.answers.mark_child import SIGN
from loaders.answers.marked import marked, marked_name
from loaders.pipeline import check_file
from programme.finding import Finding, Severity
from tests import factories, wrong_files
from tests.factories import cell_of
from tests.open_documents import cell, row, spreadsheet, table, text

TODAY = date(2025, 6, 1)


def spoilt(form):
    cell_of(form, "plans_issued", "Kent").value = "about 500"


def test_the_workbook_comes_back_marked_and_can_be_put_right():
    content = factories.standard_return(change=spoilt)
    checked = check_file(content, "return.xlsx", today=TODAY)
    book = openpyxl.load_workbook(BytesIO(marked(content, checked.findings)))
    assert book.sheetnames[0] == "Findings"
    cell = book["Figures"]["D15"]
    assert SIGN in cell.comment.text
    cell.value = 6_000
    again = check_file(factories.saved(book), "return.xlsx", today=TODAY)
    assert [finding.rule for finding in again.findings] == ["parts_short_of_whole"]
    assert {entry.sheet for entry in again.submission.entries} == set()


def test_a_text_file_comes_back_as_a_workbook_with_its_cells_marked():
    finding = Finding(
        "mapped_figure_unclear", Severity.ERROR, "Sheet1", "B2", "plans_issued, Kent must hold a number, got: x"
    )
    book = openpyxl.load_workbook(BytesIO(marked(b"Area,Plans\nKent,x\nDover,=1+1\n", [finding])))
    assert book.sheetnames == ["Findings", "Sheet1"]
    assert SIGN in book["Sheet1"]["B2"].comment.text
    assert (book["Sheet1"]["A2"].value, book["Sheet1"]["B3"].data_type) == ("Kent", "s")
    assert marked_name("sent.csv") == "marked-sent.xlsx"


def test_where_it_cannot_be_written_again_the_list_comes_alone():
    content = wrong_files.chart_sheet_only()
    checked = check_file(content, "return.xlsx", today=TODAY)
    book = openpyxl.load_workbook(BytesIO(marked(content, checked.findings)))
    assert book.sheetnames == ["Findings"]
    assert book["Findings"]["D5"].value == checked.findings[0].message


def test_an_open_document_comes_back_as_an_excel_workbook_and_says_so():
    content = spreadsheet(
        table(
            row(cell(text("=1+1")), cell(text("41%"), "percentage", value="0.41")),
            row(cell(text("31 March"), "date", value="2025-03-31"), cell("", "", formula="of:=[.A9]")),
            name="Notes",
        )
    )
    book = openpyxl.load_workbook(BytesIO(marked(content, ())))
    assert book.sheetnames == ["Findings", "Notes"]
    assert book["Findings"]["A2"].value.startswith("This is an Excel workbook (.xlsx) made of your .ods file")
    assert (book["Notes"]["A1"].value, book["Notes"]["A1"].data_type) == ("=1+1", "s")
    assert (book["Notes"]["B1"].value, book["Notes"]["B1"].number_format) == (0.41, "0.0%")
    assert book["Notes"]["A2"].value.date() == date(2025, 3, 31)


def test_the_marked_copy_is_called_what_it_is():
    assert marked_name("return.ods") == "marked-return.xlsx"
    assert marked_name("return.xlsx") == "marked-return.xlsx"
    assert marked_name("return.xlsm") == "marked-return.xlsm"
