from datetime import date
from io import BytesIO

import openpyxl

from loaders.answers.mark_child import SIGN
from loaders.answers.marked import marked
from loaders.pipeline import check_file
from tests import factories, wrong_files
from tests.factories import cell_of

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


def test_where_it_cannot_be_written_again_the_list_comes_alone():
    content = wrong_files.chart_sheet_only()
    checked = check_file(content, "return.xlsx", today=TODAY)
    book = openpyxl.load_workbook(BytesIO(marked(content, checked.findings)))
    assert book.sheetnames == ["Findings"]
    assert book["Findings"]["D5"].value == checked.findings[0].message
