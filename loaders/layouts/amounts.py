"""What stands in a cell of figures as a number or a symbol, as the layout says it is to be understood."""

from dataclasses import dataclass

from loaders.layouts.layout import Layout
from loaders.reading.workbook import Kind, Typed
from loaders.rules.meant import number_meant, two_numbers
from programme.sheets.typed import number_typed
from programme.symbols import Symbol, symbol_typed


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, a symbol, nothing at all (`blank`), or what is wrong as the end of a sentence (`fault`)."""

    value: float | None = None
    symbol: Symbol | None = None
    fault: str = ""

    @property
    def blank(self) -> bool:
        """Whether the cell says nothing."""
        return self.value is None and self.symbol is None and not self.fault


BLANK = Amount()


def amount_in(cell: Typed | None, layout: Layout, unit: str) -> Amount:
    """What the cell says, in the `unit` of its measure."""
    if cell is None or cell.text.strip() in layout.blank:
        return BLANK
    if cell.kind is Kind.NUMBER or (cell.kind is Kind.TEXT and number_typed(cell.text) is not None):
        return _number(cell, layout, unit)
    if cell.kind is Kind.TEXT:
        return _sign(cell.text.strip(), layout)
    return Amount(fault=f"hold a number, got: {cell.text}")


def _sign(text: str, layout: Layout) -> Amount:
    if text in layout.symbols:
        said = layout.symbols[text]
        return BLANK if said == "blank" else Amount(symbol=Symbol(said))
    symbol = symbol_typed(text)
    if symbol:
        return Amount(symbol=symbol)
    return Amount(fault=f"hold a number, or a sign that the layout knows under symbols, got: {text[:60]}")


def _number(cell: Typed, layout: Layout, unit: str) -> Amount:
    percent = cell.percent or (cell.kind is Kind.TEXT and cell.text.rstrip().endswith("%"))
    number = cell.value if cell.kind is Kind.NUMBER else number_typed(cell.text)
    if cell.kind is Kind.TEXT and unit != "percent" and two_numbers(cell.text):
        return Amount(fault=f"hold a number and not a text that may be two, {number_meant(cell.text)}, got: {cell.text}")
    if percent and unit not in ("", "percent"):
        return Amount(fault=f"hold a number that is no percentage, got: {cell.text}")
    if not number and layout.zero != "0":
        return BLANK if layout.zero == "blank" else Amount(symbol=Symbol(layout.zero))
    hundred = cell.percent if cell.kind is Kind.NUMBER else False
    fraction = layout.unit == "0-1" and not percent
    return Amount(value=float(f"{number * (100 if hundred or fraction else 1) * layout.times:.15g}"))
