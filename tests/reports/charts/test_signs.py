from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.chart import Sign
from reports.charts.districts import SIGNS
from reports.charts.signs import SHAPES, sign_svg
from reports.charts.slips import SHAPES as OF_ACTIONS
from reports.palette import COMPARATORS, LINE, RATINGS, VARIATIONS

USED = sorted(
    {
        *(each.symbol for marks in (RATINGS, VARIATIONS, COMPARATORS) for each in marks.values()),
        *(sign.shape for sign in SIGNS.values()),
        *OF_ACTIONS,
    }
)
RED = Sign("circle", "#9B1137", 12, LINE)


@pytest.mark.parametrize("symbol", USED)
def test_every_sign_of_a_chart_can_be_drawn_open_and_filled(symbol):
    shape = symbol.removesuffix("-open")
    filled = ElementTree.fromstring(sign_svg(10, 20, replace(RED, shape=shape)))
    opened = ElementTree.fromstring(sign_svg(10, 20, replace(RED, shape=f"{shape}-open")))
    assert (filled.get("fill"), opened.get("fill"), opened.get("stroke")) == ("#9B1137", "#FFFFFF", "#9B1137")
    assert filled.get("stroke") == LINE


@given(st.sampled_from(sorted(SHAPES)), st.floats(0, 900), st.floats(0, 900), st.floats(4, 20))
def test_a_sign_stands_around_its_place_within_its_size(shape, x, y, size):
    corners = ElementTree.fromstring(sign_svg(x, y, Sign(shape, "#9B1137", size))).get("points").split()
    places = [tuple(map(float, corner.split(","))) for corner in corners]
    assert all(abs(across - x) <= size * 0.72 + 0.1 and abs(down - y) <= size * 0.72 + 0.1 for across, down in places)
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_a_sign_without_an_edge_has_its_own_colour_around_it():
    assert ElementTree.fromstring(sign_svg(1, 1, replace(RED, edge=None))).get("stroke") == "#9B1137"
