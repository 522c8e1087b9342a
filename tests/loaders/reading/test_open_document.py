from zipfile import ZipFile

import pytest

from loaders.reading.open_document import letters
from loaders.reading.preflight import Unreadable
from loaders.reading.read_child import read_sheets
from loaders.reading.reader import read_workbook
from loaders.reading.workbook import Kind
from tests import wrong_files
from tests.factories import read_here
from tests.open_documents import cell, row, spreadsheet, table, text


def read(*rows: str, **more):
    """The cells of the only sheet, by reference: kind, value and whether it is shown as a percentage."""
    (sheet,) = read_sheets(spreadsheet(table(*rows), **more))["sheets"]
    return {ref: (kind, value, percent) for ref, _, _, kind, value, percent in sheet["cells"]}


def one(content: str = "", kind: str = "string", **attributes):
    return read(row(cell(content, kind, **attributes))).get("A1")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (("<text:p>41</text:p>", "float", {"value": "41"}), ("number", 41.0, False)),
        (("<text:p>41%</text:p>", "percentage", {"value": "0.41"}), ("number", 0.41, True)),
        (("<text:p>£5.00</text:p>", "currency", {"value": "5"}), ("number", 5.0, False)),
        (("<text:p>31/03/25</text:p>", "date", {"value": "2025-03-31"}), ("date", "2025-03-31", False)),
        (("<text:p>x</text:p>", "date", {"value": "2025-03-31T10:00:00"}), ("date", "2025-03-31", False)),
        (("<text:p>31.9.25</text:p>", "date", {"value": "2025-09-31"}), ("text", "31.9.25", False)),
        (("<text:p>10:00</text:p>", "time", {"value": "PT10H"}), ("text", "10:00", False)),
        (("<text:p>TRUE</text:p>", "boolean", {"value": "true"}), ("boolean", True, False)),
        (("<text:p>41</text:p>", "string", {}), ("text", "41", False)),
        (("<text:p>0.1</text:p>", "float", {"value": "0.30000000000000004"}), ("number", 0.3, False)),
        (("<text:p>inf</text:p>", "float", {"value": "INF"}), ("error", "#NUM!", False)),
        (("<text:p>many</text:p>", "float", {"value": "many"}), ("text", "many", False)),
        (("<text:p>Err:502</text:p>", "string", {"formula": "of:=A2"}), ("error", "Err:502", False)),
        (
            ("<text:p>#DIV/0!</text:p>", "string", {"formula": "of:=1/0", "calcext_value_type": "error"}),
            ("error", "#DIV/0!", False),
        ),
        (("<text:p>82</text:p>", "float", {"value": "82", "formula": "of:=[.A2]"}), ("number", 82.0, False)),
        (("", "", {"formula": "of:=[.A2]*2"}), ("uncalculated formula", "=[.A2]*2", False)),
    ],
)
def test_a_cell_keeps_its_kind(typed, expected):
    content, kind, attributes = typed
    assert one(content, kind, **attributes) == expected


def test_a_formula_that_gives_no_text_is_blank():
    assert one("", "string", formula="of:=T([.B9])") is None


def test_words_that_look_like_an_error_are_words():
    assert one(text("#REF!")) == ("text", "#REF!", False)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<text:p>one</text:p><text:p>two</text:p>", "one\ntwo"),
        ("<text:p>a<text:s text:c='3'/>b<text:s/>c</text:p>", "a   b c"),
        ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
        ("<text:p>Kent <text:span>and</text:span>\n   Medway</text:p>", "Kent and Medway"),
        ("<office:annotation><text:p>a comment</text:p></office:annotation><text:p>c</text:p>", "c"),
        ("<text:p>41<text:a>&lt;5</text:a></text:p>", "41<5"),
        ("<text:p>\u200eKe\u2060nt</text:p>", "Kent"),
    ],
)
def test_the_words_of_a_cell_are_read_as_they_stand(content, expected):
    assert one(content) == ("text", expected, False)


def test_what_is_repeated_stands_in_every_place():
    found = read(
        row(number_rows_repeated="3"),
        row(
            cell("", "", number_columns_repeated="2"), cell(text("c"), number_columns_repeated="2"), number_rows_repeated="2"
        ),
        row(cell(text("z"))),
    )
    assert found == dict.fromkeys(("C4", "D4", "C5", "D5"), ("text", "c", False)) | {"A6": ("text", "z", False)}


def test_the_look_of_a_sheet_is_told():
    columns = '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/>'
    content = spreadsheet(
        table(
            columns,
            row(cell(text("Measure"), number_columns_spanned="2", number_rows_spanned="3")),
            f"<table:table-row-group>{row(cell(text('a')), visibility='filter')}</table:table-row-group>",
            style="unseen",
        )
    )
    (sheet,) = read_here(content).sheets
    assert (sheet.name, sheet.hidden) == ("Figures", True)
    assert (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) == ({2}, {2, 3}, ("A1:B3",))
    assert sheet.cell(2, 1).kind is Kind.TEXT


def test_what_was_tracked_or_stands_in_a_cell_is_no_sheet():
    tracked = f"<table:tracked-changes><table:deletion>{row(cell(text('old')))}</table:deletion></table:tracked-changes>"
    inner = cell(f"{text('outer')}{table(row(cell(text('inner'))), name='Inner')}")
    read_book = read_sheets(spreadsheet(table(row(inner)), before=tracked))
    assert [(each["name"], [each[4] for each in each["cells"]]) for each in read_book["sheets"]] == [("Figures", ["outer"])]


def refused(content: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read_sheets(content)
    return refusal.value.finding.message


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (
            [row(cell(text("c")), number_rows_repeated="1000000")],
            "A sheet must hold no more than 300,000 cells and 20,000,000 characters, got: more in sheet Figures. ",
        ),
        (
            [row(cell(text("c"), number_columns_repeated="16385"))],
            "A sheet must stay within its first 20,000 rows and 500 columns, got: a cell at XFD1 of sheet Figures. ",
        ),
        (
            [row(cell("1", "float", value="1", number_columns_repeated="500"), number_rows_repeated="601")],
            "A sheet must hold no more than 300,000 cells and 20,000,000 characters, got: more in sheet Figures. ",
        ),
        (
            [row(cell(text("x" * 2_100), number_columns_repeated="100"), number_rows_repeated="100")],
            "A sheet must hold no more than 300,000 cells and 20,000,000 characters, got: more in sheet Figures. ",
        ),
        (
            [row(cell("<text:p>a<text:s text:c='999999999'/>b</text:p>"))],
            "A sheet must hold no more than 300,000 cells and 20,000,000 characters, got: more in sheet Figures. ",
        ),
    ],
    ids=["rows", "columns", "cells", "characters", "spaces"],
)
def test_repetition_is_counted_before_it_is_unrolled(rows, message):
    assert refused(spreadsheet(table(*rows))).startswith(message)


def test_a_row_that_stands_far_below_is_read_and_told_of():
    rows = [row(cell(text("c"))), row(cell("", ""), number_rows_repeated="30000"), row(cell(text("d")))]
    (sheet,) = read_sheets(spreadsheet(table(*rows)))["sheets"]
    assert ([each[0] for each in sheet["cells"]], sheet["far"]) == (["A1", "A30002"], "A30002")


def test_blank_rows_to_the_end_of_a_sheet_are_none():
    rows = [row(cell(text("c"))), row(cell("", "", number_columns_repeated="16384"), number_rows_repeated="1048575")]
    assert read(*rows) == {"A1": ("text", "c", False)}


def test_entities_are_not_expanded():
    head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    with pytest.raises(Unreadable) as refusal:
        read_workbook(spreadsheet(table(row(cell(text("&b;")))), head=head), "bomb.ods")
    assert refusal.value.finding.rule == "file_not_understood"


def test_macros_are_told_of_and_a_password_is_asked_to_be_taken_away():
    sheet = table(row(cell(text("c"))))
    assert read_sheets(spreadsheet(sheet, parts={"Basic/Standard/Module1.xml": "<x/>"}))["macros"] is True
    locked = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    assert refused(spreadsheet(sheet, parts=locked)) == (
        "A return must be an Excel workbook (.xlsx) or an OpenDocument spreadsheet (.ods), got: a spreadsheet "
        "protected by a password. In LibreOffice, choose "
        "File, Save As, untick “Save with password”, and upload it again. Nothing was stored."
    )


def test_a_spreadsheet_without_its_content_or_without_sheets_is_none():
    empty = wrong_files.zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"})
    assert "got: a zip file that holds no workbook" in refused(empty)
    assert "got: a workbook without a single sheet of cells" in refused(spreadsheet())


def test_columns_have_letters():
    assert [letters(number) for number in (1, 26, 27, 702, 703, 16_384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]


def test_the_file_of_the_tests_is_a_zip_file_with_its_type_first(tmp_path):
    path = tmp_path / "x.ods"
    path.write_bytes(spreadsheet(table(row(cell(text("c"))))))
    assert ZipFile(path).namelist()[0] == "mimetype"
