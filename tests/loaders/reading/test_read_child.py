import io
import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from loaders.parsing.parse import parse
from loaders.reading import read_child
from loaders.reading.child import run_child
from loaders.reading.preflight import Unreadable
from loaders.reading.reader import workbook_of
from tests import wrong_files
from tests.factories import saved

ROOT = Path(__file__).parents[3]


def cells(content: bytes, sheet: int = 0) -> dict[str, tuple]:
    """What was read: kind, value and percent by reference."""
    return {ref: tuple(rest) for ref, _, _, *rest in read_child.read_sheets(content)["sheets"][sheet]["cells"]}


def workbook(**values) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    for ref, value in values.items():
        book.active[ref] = value
    return book


def row(*inner: str) -> bytes:
    """A workbook whose first row holds these `<c>` elements, without references."""
    return wrong_files.package(f'<row r="1">{"".join(inner)}</row>')


def test_numbers_texts_and_truths_are_told_apart():
    assert cells(saved(workbook(A1=41, A2=41.5, A3="41", A4=" c ", A5=True, A6="1,234", A7="12%", A8=0))) == {
        "A1": ("number", 41.0, False),
        "A2": ("number", 41.5, False),
        "A3": ("text", "41", False),
        "A4": ("text", " c ", False),
        "A5": ("boolean", True, False),
        "A6": ("text", "1,234", False),
        "A7": ("text", "12%", False),
        "A8": ("number", 0.0, False),
    }


def test_a_blank_cell_is_not_there_even_where_it_is_coloured_or_holds_only_spaces():
    book = workbook(A1="", A2=" ", A3="\xa0", A4="\u3000\t")
    book.active["A5"].font = openpyxl.styles.Font(bold=True)
    assert cells(saved(book)) == {}


@pytest.mark.parametrize("form", ["0%", "0.0%", "0.0%;[Red]-0.0%", "0.00\\ %"])
def test_a_number_shown_as_a_percentage_is_marked(form):
    book = workbook(A1=0.125)
    book.active["A1"].number_format = form
    assert cells(saved(book)) == {"A1": ("number", 0.125, True)}


@pytest.mark.parametrize("form", ["General", "#,##0", '0.0" % of plans"'])
def test_a_per_cent_sign_in_quotes_is_no_percentage(form):
    book = workbook(A1=12.5)
    book.active["A1"].number_format = form
    assert cells(saved(book)) == {"A1": ("number", 12.5, False)}


@pytest.mark.parametrize("form", ["0\\%", "0_%", "0*%", '[Red]0\\%;-0"%"'])
def test_a_per_cent_sign_that_is_only_shown_multiplies_nothing(form):
    book = workbook(A1=41)
    book.active["A1"].number_format = form
    assert cells(saved(book)) == {"A1": ("number", 41.0, False)}


@pytest.mark.parametrize(
    ("stored", "number"),
    [
        (550.0000000000001, 550),
        (549.9999999999999, 550),
        (0.1 + 0.2, 0.3),
        (550.001, 550.001),
        (549.99999999999, 549.99999999999),
    ],
)
def test_a_number_has_the_fifteen_digits_that_excel_shows(stored, number):
    assert cells(row(f'<c r="A1"><v>{stored!r}</v></c>')) == {"A1": ("number", number, False)}


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        ("First_x000D_\nSecond", "First\nSecond"),
        ("First_x000D_Second", "First\nSecond"),
        ("tab_x0009_and_x0007_ bell", "tab\tand bell"),
        ("plans_x005F_x000D_issued", "plans_x000D_issued"),
        ("\u200eKent\u2060 County", "Kent County"),
        ("Cafe\u0301", "Café"),
        ("plans_x005F_issued", "plans_issued"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("half a sign _xD83D_", "half a sign \ufffd"),
        ("_x00e9_t_x00E9_", "\u00e9t\u00e9"),
        ("plans_xyz_", "plans_xyz_"),
        ("_x12_", "_x12_"),
    ],
)
def test_an_escape_is_the_sign_that_it_stands_for(stored, typed):
    inline = f'<c r="A1" t="inlineStr"><is><t xml:space="preserve">{stored}</t></is></c>'
    worked_out = f'<c r="B1" t="str"><f>"x"</f><v>{stored}</v></c>'
    strings = f'<si><t xml:space="preserve">{stored}</t></si>'
    content = wrong_files.package(f'<row r="1">{inline}{worked_out}<c r="C1" t="s"><v>0</v></c></row>', strings=strings)
    assert cells(content) == dict.fromkeys(("A1", "B1", "C1"), ("text", typed, False))


def look(content: bytes) -> dict:
    """What is read of the first sheet but for its name and cells."""
    sheet = read_child.read_sheets(content)["sheets"][0]
    return {name: sheet[name] for name in ("hidden_rows", "hidden_columns", "merged")}


def test_hidden_rows_and_columns_are_told_by_number():
    book = workbook(A1=1, A2=2, A3=3)
    book.active.row_dimensions[2].hidden = True
    book.active.row_dimensions[9].hidden = True  # nothing stands there
    book.active.column_dimensions["B"].hidden = True
    assert look(saved(book)) == {"hidden_rows": [2], "hidden_columns": [2], "merged": []}


def test_rows_and_columns_without_any_size_are_hidden_too():
    rows = '<row r="1"><c><v>1</v></c></row><row r="4" ht="0" customHeight="1"><c><v>2</v></c></row>'
    columns = '<cols><col min="4" max="5" width="0" customWidth="1"/><col min="a" max="b" hidden="1"/></cols>'
    content = wrong_files.package(f"{rows}</sheetData>{columns}<sheetData>")
    assert look(content) == {"hidden_rows": [4], "hidden_columns": [4, 5], "merged": []}


def test_columns_hidden_to_the_edge_of_the_sheet_are_told_as_far_as_cells_may_stand():
    book = workbook(A1=1)
    book.active.column_dimensions.group("C", "XFD", hidden=True)
    assert look(saved(book))["hidden_columns"] == list(range(3, read_child.MAX_COLUMN + 1))


def test_merged_ranges_are_told():
    book = workbook(A1="plans_issued", B1=1)
    book.active.merge_cells("A1:A3")
    book.active.merge_cells("B1:C1")
    assert sorted(look(saved(book))["merged"]) == ["A1:A3", "B1:C1"]


def test_error_cells_are_errors_typed_or_worked_out():
    assert cells(row('<c t="e"><v>#N/A</v></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c t="n"><v>1E999</v></c>')) == {
        "A1": ("error", "#N/A", False),
        "B1": ("error", "#DIV/0!", False),
        "C1": ("error", "#NUM!", False),
    }


def test_a_formula_counts_by_the_value_last_worked_out():
    assert cells(
        row("<c><f>SUM(A2:A3)</f><v>41</v></c>", '<c t="str"><f>"c"</f><v>c</v></c>', '<c t="b"><f>1=1</f><v>1</v></c>')
    ) == {
        "A1": ("number", 41.0, False),
        "B1": ("text", "c", False),
        "C1": ("boolean", True, False),
    }


def test_a_formula_never_worked_out_is_uncalculated_and_keeps_its_text():
    assert cells(saved(workbook(A1="=SUM(B1:B2)"))) == {"A1": ("uncalculated formula", "=SUM(B1:B2)", False)}
    assert cells(row('<c><f t="shared" si="0"/></c>')) == {"A1": ("uncalculated formula", "=…", False)}


def test_a_formula_that_gives_no_text_is_blank():
    assert cells(row('<c t="str"><f>IF(1,"","")</f><v></v></c>')) == {}


def test_dates_are_dates_and_times_are_text():
    book = workbook(A1=date(2024, 3, 31), A2=datetime(2024, 3, 31, 14, 30), A3=time(9, 30), A4=timedelta(days=2))
    assert cells(saved(book)) == {
        "A1": ("date", "2024-03-31", False),
        "A2": ("date", "2024-03-31", False),
        "A3": ("text", "09:30:00", False),
        "A4": ("text", "2 days, 0:00:00", False),
    }


def test_dates_of_1904_workbooks_are_the_same_days():
    book = workbook(A1=date(2024, 3, 31))
    book.epoch = CALENDAR_MAC_1904
    assert cells(saved(book)) == {"A1": ("date", "2024-03-31", False)}


def test_rich_text_is_read_as_plain_text():
    bold = CellRichText("Plans ", TextBlock(InlineFont(b=True), "issued"))
    assert cells(saved(workbook(A1=bold))) == {"A1": ("text", "Plans issued", False)}
    shared = "<si><r><t>Plans </t></r><r><t>issued</t></r></si>"
    content = wrong_files.package('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=shared)
    assert cells(content) == {"A1": ("text", "Plans issued", False)}


def test_a_merged_range_holds_its_value_in_its_first_cell():
    book = workbook(A1="plans_issued")
    book.active.merge_cells("A1:A3")
    assert cells(saved(book)) == {"A1": ("text", "plans_issued", False)}


def test_hidden_sheets_are_read_and_marked():
    book = workbook(A1=1)
    book.create_sheet("Working").sheet_state = "veryHidden"
    assert [(sheet["name"], sheet["hidden"]) for sheet in read_child.read_sheets(saved(book))["sheets"]] == [
        ("Sheet", False),
        ("Working", True),
    ]


def test_chart_sheets_charts_and_comments_do_not_disturb_the_cells():
    book = workbook(A1=1, A2=2)
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=2))
    book.active.add_chart(chart, "C1")
    book.active["A1"].comment = Comment("seen", "a reviewer")
    book.create_chartsheet("Chart", 0)
    read = read_child.read_sheets(saved(book))
    assert [sheet["name"] for sheet in read["sheets"]] == ["Sheet"]
    assert len(read["sheets"][0]["cells"]) == 2


def test_a_declared_size_that_is_out_of_date_hides_nothing():
    content = wrong_files.package('</sheetData><dimension ref="A1"/><sheetData><row r="9"><c r="C9"><v>7</v></c></row>')
    assert cells(content) == {"C9": ("number", 7.0, False)}


def test_a_workbook_without_a_sheet_of_cells_is_refused():
    with pytest.raises(Unreadable, match="got: a workbook without a single sheet of cells"):
        read_child.read_sheets(wrong_files.chart_sheet_only())


@pytest.mark.parametrize("inner", ["<v>1</v>", ""])
def test_a_stray_cell_is_refused_with_its_sheet_and_cell(inner):
    content = wrong_files.stray_cell(inner)
    with pytest.raises(Unreadable) as refused:
        parse(workbook_of(read_child.read_sheets(content), content, "return.xlsx"))
    finding = refused.value.finding
    assert (finding.rule, finding.sheet, finding.cell) == ("cell_far_away", "Figures", "XFD1048576")
    assert finding.message == (
        "A sheet must stay within its first 20,000 rows and 500 columns, got: a cell at XFD1048576 of sheet Figures. "
        "Delete the rows below and the columns to the right of your figures, save, and upload it again. Nothing was stored."
    )


def test_entities_are_never_expanded():
    child = run_child(Path(read_child.__file__), wrong_files.entities(), 30)
    assert child.stderr.decode().splitlines()[-1].startswith("defusedxml.common.EntitiesForbidden")


def answer_to(content: bytes, monkeypatch, capsys) -> dict:
    monkeypatch.setattr(read_child, "limit", lambda: None)  # they would hold for the tests' own process
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    read_child.main()
    return json.loads(capsys.readouterr().out)


def test_the_answer_is_one_json_object(monkeypatch, capsys):
    assert answer_to(saved(workbook(B2=41)), monkeypatch, capsys) == {
        "macros": False,
        "sheets": [
            {
                "name": "Sheet",
                "hidden": False,
                "cells": [["B2", 2, 2, "number", 41.0, False]],
                "hidden_rows": [],
                "hidden_columns": [],
                "merged": [],
                "far": "",
            }
        ],
    }


def test_a_refusal_is_an_answer_too(monkeypatch, capsys):
    rule, message, sheet, cell = answer_to(b"", monkeypatch, capsys)["refused"]
    assert (rule, sheet, cell) == ("file_empty", "", "")
    assert message.startswith(
        "A return must be an Excel workbook (.xlsx) or an OpenDocument spreadsheet (.ods), got: an empty file."
    )


def test_the_process_binds_itself_to_its_memory_and_time():
    code = (
        "import resource; from loaders.reading import read_child; read_child.limit(); "
        "print(resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU))"
    )
    bound = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert bound.stdout.strip() == f"{(read_child.MEMORY, read_child.MEMORY)} {(read_child.SECONDS, read_child.SECONDS)}"
