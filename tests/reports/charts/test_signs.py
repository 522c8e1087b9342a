from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.districts import SYMBOLS
from reports.charts.signs import SHAPES, mark
from reports.charts.slips import SYMBOLS as OF_ACTIONS
from reports.palette import COMPARATORS, RATINGS, VARIATIONS

SIGNS = [each.symbol for marks in (RATINGS, VARIATIONS, COMPARATORS) for each in marks.values()]
USED = sorted({*SIGNS, *(symbol for symbol, _ in SYMBOLS.values()), *OF_ACTIONS})


@pytest.mark.parametrize("symbol", USED)
def test_every_sign_of_a_chart_can_be_drawn_open_and_filled(symbol):
    filled = ElementTree.fromstring(mark(10, 20, symbol.removesuffix("-open"), 12, "#9B1137"))
    opened = ElementTree.fromstring(mark(10, 20, f"{symbol.removesuffix('-open')}-open", 12, "#9B1137"))
    assert (filled.get("fill"), opened.get("fill"), opened.get("stroke")) == ("#9B1137", "#FFFFFF", "#9B1137")


@given(st.sampled_from(sorted(SHAPES)), st.floats(0, 900), st.floats(0, 900), st.floats(4, 20))
def test_a_sign_stands_around_its_place_within_its_size(symbol, x, y, size):
    corners = ElementTree.fromstring(mark(x, y, symbol, size, "#9B1137")).get("points").split()
    places = [tuple(map(float, corner.split(","))) for corner in corners]
    assert all(abs(across - x) <= size * 0.72 + 0.1 and abs(down - y) <= size * 0.72 + 0.1 for across, down in places)
    assert len(set(SHAPES.values())) == len(SHAPES)
