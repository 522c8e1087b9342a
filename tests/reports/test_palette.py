import re
from itertools import combinations
from pathlib import Path

import pytest

from reports import palette
from tests.reports.colour_vision import SEEN_WITH, apart, ciede2000, contrast

BLIND = [vision for vision in SEEN_WITH if vision != "grey print"]
LIGHT, DARK = "#FFFFFF", "#12161B"
SETS = {
    "ratings": palette.RATINGS,
    "statuses": palette.BRAGS,
    "levels": palette.LEVELS,
    "positions": palette.POSITIONS,
    "variations": palette.VARIATIONS,
}


def closest(colours, vision: str) -> float:
    return min(apart(one, other, vision) for one, other in combinations(colours, 2))


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ],
)
def test_the_distance_agrees_with_the_published_test_values(one, other, difference):
    """Values of Sharma, Wu and Dalal (2005)."""
    assert ciede2000(one, other) == pytest.approx(difference, abs=0.0001)


@pytest.mark.parametrize("vision", BLIND)
def test_ratings_are_told_apart_at_a_glance_with_every_colour_vision(vision):
    assert closest([mark.fill for mark in palette.RATINGS.values()], vision) > 20


def test_red_amber_and_green_are_told_apart_in_black_and_white_print():
    rated = [mark.fill for rating, mark in palette.RATINGS.items() if rating != "not rated"]
    assert closest(rated, "grey print") > 15


@pytest.mark.parametrize("vision", BLIND)
@pytest.mark.parametrize("marks", [palette.POSITIONS, palette.VARIATIONS], ids=["positions", "variations"])
def test_positions_and_variations_are_told_apart(marks, vision):
    assert closest([mark.fill for mark in marks.values()], vision) > 15


@pytest.mark.parametrize("vision", BLIND)
def test_comparators_are_told_apart_and_differ_in_dash_and_symbol(vision):
    traces = palette.COMPARATORS.values()
    assert closest([trace.colour for trace in traces], vision) > 10
    assert len({trace.dash for trace in traces}) == len({trace.symbol for trace in traces}) == len(traces)


@pytest.mark.parametrize("name", SETS)
def test_every_mark_has_its_own_word_and_shape_and_readable_ink(name):
    marks = list(SETS[name].values())
    assert len({mark.word for mark in marks}) == len({mark.shape for mark in marks}) == len(marks)
    assert min(contrast(mark.fill, mark.ink) for mark in marks) >= 4.5


def test_the_cells_of_heat_maps_have_readable_ink_by_day_and_by_night():
    fills = [*palette.SHARES, *(mark.colours for mark in palette.RATINGS.values())]
    pairs = [pair for fill in fills for pair in ((fill.paper, fill.ink), fill.night) if pair]
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.mark.parametrize("vision", SEEN_WITH)
def test_a_stronger_share_is_a_stronger_colour_by_day_and_by_night(vision):
    for colours, background in (
        ([fill.paper for fill in palette.SHARES], LIGHT),
        ([fill.night[0] for fill in palette.SHARES], DARK),
    ):
        distances = [apart(background, colour, vision) for colour in colours]
        assert distances == sorted(distances)
        assert closest([background, *colours], vision) > 5


def standing_out(fills: dict[str, tuple[str, str]], theme: int) -> list[str]:
    """Names by how far their colour stands out from the ground of the theme, the furthest first."""
    ground = (LIGHT, DARK)[theme]
    return sorted(fills, key=lambda name: -contrast(fills[name][theme], ground))


def of_marks(marks) -> dict[str, tuple[str, str]]:
    return {mark.word: (mark.fill, mark.night[0]) for mark in marks.values()}


def of_bars() -> dict[str, tuple[str, str]]:
    """The parts of the bars of actions, as the style names them."""
    style = (Path(__file__).parent.parent.parent / "pages" / "parts" / "style.css").read_text(encoding="utf-8")
    return {name: (day, night) for name, day, night in re.findall(r"--(\S+): light-dark\((#\w+), (#\w+)\)", style)}


@pytest.mark.parametrize(
    ("fills", "order"),
    [
        (of_marks(palette.RATINGS), ["Red", "Green", "Amber", "Not rated"]),
        (of_marks(palette.BRAGS), ["Blue", "Red", "Green", "Amber", "Not started", "No status"]),
        ({str(at): (fill.paper, fill.night[0]) for at, fill in enumerate(palette.SHARES)}, ["2", "1", "0"]),
        (of_bars(), ["done", "late", "unmoved", "to-come"]),
    ],
    ids=["ratings", "statuses", "shares of reds", "bars"],
)
def test_what_stands_out_by_day_stands_out_by_night_in_the_same_order(fills, order):
    assert standing_out(fills, 0) == order
    assert standing_out(fills, 1) == order
    assert standing_out({name: (night, day) for name, (day, night) in fills.items()}, 1) != order, "the day's would invert"


@pytest.mark.parametrize("vision", BLIND)
def test_ratings_are_told_apart_by_night_too(vision):
    assert closest([mark.night[0] for mark in palette.RATINGS.values()], vision) > 20


def test_red_amber_and_green_differ_in_lightness_by_night_too():
    assert closest([mark.night[0] for rating, mark in palette.RATINGS.items() if rating != "not rated"], "grey print") > 15


@pytest.mark.parametrize("name", ["ratings", "statuses", "levels"])
def test_ink_is_readable_by_night(name):
    assert min(contrast(*mark.night) for mark in SETS[name].values()) >= 4.5


@pytest.mark.parametrize("background", [LIGHT, DARK])
def test_lines_of_charts_are_readable_on_both_backgrounds(background):
    lines = [palette.LINE, palette.TARGET, palette.FLOOR, palette.QUIET, palette.EVENT]
    lines += [trace.colour for trace in palette.COMPARATORS.values()]
    assert min(contrast(line, background) for line in lines) >= 3


def test_every_colour_has_its_class_for_light_and_dark():
    css = palette.fills_css()
    assert len(re.findall(r"^\.fill-\d \{ background: light-dark\(", css, re.MULTILINE)) == len(palette.RATINGS) + len(
        palette.SHARES
    )
    assert "background: light-dark(#F2D3DA, #4E1C2B); color: light-dark(#1A1A1A, #FFFFFF)" in css
