import zipfile
from dataclasses import replace
from io import BytesIO
from re import findall

import pytest
from openpyxl import load_workbook

from disclosure.rule import Number
from programme.areas import KENT
from programme.hidden import HIDDEN_WORDS
from reports.pack.sheets import sheets_of
from reports.pack.workbook import FIRST_ROW, shorthand, workbook_bytes
from reports.progress.overview import overview
from reports.tables.table import Cell
from tests.reports.pack.conftest import QUARTER


@pytest.fixture(scope="module")
def written(made):
    return made["board-pack-2024-25-Q3.xlsx"]


@pytest.fixture(scope="module")
def book(written):
    return load_workbook(BytesIO(written))


def rows(sheet):
    return list(sheet.iter_rows(min_row=FIRST_ROW + 1, values_only=True))


def test_cover_contents_and_notes_come_first_and_the_contents_lead_to_every_sheet(book, pack):
    names = [each.name for each in sheets_of(pack)]
    assert book.sheetnames == ["Cover", "Contents", "Notes", *names]
    contents = book["Contents"]
    links = [contents.cell(row, 1).hyperlink.location for row in range(4, 4 + len(names))]
    assert links == [f"'{name}'!A1" for name in names]
    assert book["Cover"]["A2"].value == pack.cover.answer
    assert any("Hidden so that no child" in str(row[0]) for row in book["Notes"].iter_rows(values_only=True))


def test_a_sheet_has_one_named_table_with_its_header_and_the_way_back(book, pack):
    for each in sheets_of(pack):
        sheet = book[each.name]
        assert list(sheet.tables) == [each.table_name]
        assert sheet["A1"].value == each.finding and sheet["A4"].hyperlink.location == "'Contents'!A1"
        assert len(rows(sheet)) >= len(each.table.rows) + 1


def test_every_figure_of_every_measure_is_the_page_s_or_a_sign_that_there_is_none(book, pack, shown):
    judged = {each.line.kpi.id: each for each in overview(shown[0], KENT, QUARTER).judged}
    for each in sheets_of(pack)[-len(pack.measures) :]:
        readings = judged[each.table_name.removeprefix("m_")].line.readings
        table = rows(book[each.name])[1 : len(readings) + 1]
        for row, reading in zip(table, readings, strict=True):
            assert row[0] == str(reading.quarter)
            if isinstance(reading.shown, Number):
                assert row[2] == pytest.approx(reading.shown.value)
            else:
                assert row[2] == ("[c]" if reading.hidden else "[x]")


def test_the_chart_s_own_range_is_empty_where_there_is_no_figure_and_never_zero(book, written, pack):
    each = next(one for one in sheets_of(pack) if one.chart and None in one.chart.series[0].values)
    start = len(each.table.columns) + 1 + 12 + 1
    drawn = [row[start + 2] for row in rows(book[each.name])[1 : len(each.chart.periods) + 1]]
    assert drawn == list(each.chart.series[0].values) and None in drawn
    with zipfile.ZipFile(BytesIO(written)) as file:
        charts = [name for name in file.namelist() if name.startswith("xl/charts/chart")]
        assert len(charts) == len(pack.measures)
        assert all(b'<c:dispBlanksAs val="gap"/>' in file.read(name) for name in charts)
        told = [
            text
            for name in file.namelist()
            if name.startswith("xl/drawings/drawing")
            for text in findall(r'descr="([^"]+)"', file.read(name).decode())
        ]
    assert len(told) == len(pack.measures) and all(len(text) > 40 for text in told)


def test_numbers_are_numbers_and_what_is_not_there_has_a_sign():
    assert shorthand(Cell(None, "c", HIDDEN_WORDS)) == "[c]"
    assert shorthand(Cell(None, "no figure", "not returned")) == "[x]"
    assert shorthand(Cell(None, "")) == "[z]"


def test_the_same_pack_is_the_same_bytes_and_its_time_is_the_snapshot_s(written, pack, book):
    assert workbook_bytes(pack) == written
    assert book.properties.created == pack.origin.as_at.replace(tzinfo=None)


def test_no_typed_text_is_a_formula(pack):
    cover = replace(pack.cover, decide='=HYPERLINK("http://elsewhere")')
    sheet = load_workbook(BytesIO(workbook_bytes(replace(pack, cover=cover, sections=(), measures=()))))["Cover"]
    (cell,) = (cell for (cell, *_) in sheet.iter_rows() if str(cell.value).startswith("=HYPERLINK"))
    assert cell.data_type == "s"
