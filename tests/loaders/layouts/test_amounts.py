import pytest

from loaders.layouts.amounts import BLANK, Amount, amount_in
from loaders.layouts.layout import Layout
from loaders.reading.workbook import Kind, Typed
from programme.symbols import Symbol

PLAIN = Layout("L", symbols={"*": "c", "-": "blank"}, blank=("<Select>",))


def cell(value, kind=Kind.TEXT, percent=False):
    return Typed("A1", 1, 1, kind, value, percent)


@pytest.mark.parametrize(
    ("typed", "unit", "amount"),
    [
        (None, "count", BLANK),
        (cell(12.0, Kind.NUMBER), "count", Amount(12)),
        (cell("4,508"), "count", Amount(4508)),
        (cell("1.250"), "count", Amount(fault="hold a number and not a text that may be two, 1250 or 1.25, got: 1.250")),
        (cell("2.000"), "", Amount(fault="hold a number and not a text that may be two, 2000 or 2, got: 2.000")),
        (cell("1.250"), "percent", Amount(1.25)),
        (cell(1.25, Kind.NUMBER), "count", Amount(1.25)),
        (cell("*"), "count", Amount(symbol=Symbol.SUPPRESSED)),
        (cell("-"), "count", BLANK),
        (cell("<Select>"), "count", BLANK),
        (cell("z"), "count", Amount(symbol=Symbol.NOT_APPLICABLE)),
        (cell(0.415, Kind.NUMBER, percent=True), "percent", Amount(41.5)),
        (cell("41.5%"), "", Amount(41.5)),
        (cell("~"), "count", Amount(fault="hold a number, or a sign that the layout knows under symbols, got: ~")),
        (cell("#DIV/0!", Kind.ERROR), "count", Amount(fault="hold a number, got: #DIV/0!")),
        (
            cell(0.5, Kind.NUMBER, percent=True),
            "count",
            Amount(fault="hold a number that is no percentage, got: 50%"),
        ),
    ],
)
def test_what_stands_in_a_cell(typed, unit, amount):
    assert amount_in(typed, PLAIN, unit) == amount
    assert amount.blank is (amount is BLANK)


def test_what_a_layout_says_of_units_and_of_zero():
    fraction = Layout("L", unit="0-1", zero="blank")
    assert amount_in(cell(0.0469, Kind.NUMBER), fraction, "percent") == Amount(4.69)
    assert amount_in(cell(0.0, Kind.NUMBER), fraction, "percent") == BLANK
    assert amount_in(cell(0.0, Kind.NUMBER), Layout("L", zero="x"), "count") == Amount(symbol=Symbol.NOT_AVAILABLE)
    assert amount_in(cell(2.5, Kind.NUMBER), Layout("L", times=1000), "thousand pounds") == Amount(2500)
