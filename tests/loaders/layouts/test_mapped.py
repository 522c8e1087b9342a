from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile, MappedRow, MappedValue
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook
from programme.areas import KENT
from programme.period import Period
from programme.symbols import Symbol

CELL = Typed("B3", 3, 2, Kind.TEXT, "4,508")


def value(period="2023-01", number=4508.0, symbol=None):
    return MappedValue("Table 4", 3, CELL, "plans_issued", KENT, Period.parse(period), number, symbol, "count")


def test_a_figure_as_scripts_read_it():
    assert value().as_json() == {
        "sheet": "Table 4",
        "cell": "B3",
        "measure": "plans_issued",
        "area": "Kent",
        "period": "2023-01",
        "value": 4508,
        "kind": "count",
        "as_printed": "4,508",
    }
    assert value(number=1.5).as_json()["value"] == 1.5
    assert value(number=None, symbol=Symbol.SUPPRESSED).as_json()["value"] == "c"


def test_the_periods_of_a_file_are_in_order_of_time():
    periods = [Period.parse(text) for text in ("2023-01", "2023-02")]
    mapped = MappedFile(Workbook("x.xlsx", "", ()), None, 0.0, (value("2023-02"), value("2023-01"), value("2023-02")))
    assert mapped.periods == tuple(periods)


def test_rows_of_words_have_their_number_and_our_headings():
    cells = {(3, 1): "Ref", (3, 2): "Risk", (5, 1): "R1 ", (5, 2): "Flood", (9, 1): "R2"}
    sheet = Sheet("Risks", {(row, at): Typed("A1", row, at, Kind.TEXT, text) for (row, at), text in cells.items()})
    ours = Workbook("x.xlsx", "", (sheet,))
    mapped = MappedFile(ours, Layout("Register", to="Risks"), 1.0, ours=ours)
    assert mapped.rows == (MappedRow(5, {"Ref": "R1", "Risk": "Flood"}), MappedRow(9, {"Ref": "R2"}))
    assert MappedFile(ours, None, 0.0).rows == ()
