import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.sparkline import HEIGHT, WIDTH, sparkline, sparkline_of
from reports.palette import RATINGS
from tests.reports.lines import line_of, plans

SVG = "{http://www.w3.org/2000/svg}"
VALUES = st.lists(st.none() | st.floats(-1e9, 1e9), max_size=30)


@given(VALUES)
def test_every_point_lies_inside_and_no_gap_is_bridged(values):
    svg = ElementTree.fromstring(sparkline(values))
    runs = [len(run.get("points").split()) for run in svg.iter(f"{SVG}polyline")]
    known = "".join("x" if value is not None else " " for value in values).split()
    assert runs == [len(run) for run in known if len(run) > 1]
    for run in svg.iter(f"{SVG}polyline"):
        for place in run.get("points").split():
            x, y = map(float, place.split(","))
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


def test_higher_is_higher_and_a_flat_line_runs_through_the_middle():
    rising = re.search(r'points="(.*?)"', sparkline([1, 2, 3]))[1].split()
    heights = [float(place.split(",")[1]) for place in rising]
    assert heights == sorted(heights, reverse=True)
    assert re.search(r'points="(.*?)"', sparkline([5, 5]))[1] == "4,12 92,12"


def test_one_point_is_a_dot_and_none_is_an_empty_picture():
    assert sparkline([None, 7, None]).count("<circle") == 2
    assert "<circle" not in sparkline([None, None])
    assert "<circle" not in sparkline([])


def test_the_sparkline_of_a_line_ends_in_the_colour_of_its_newest_rating():
    assert f'fill="{RATINGS["green"].fill}"' in sparkline_of(line_of(plans([30, 80]), quarters=2))
    assert f'fill="{RATINGS["red"].fill}"' in sparkline_of(line_of(plans([80, 30]), quarters=2))
    assert "<circle" not in sparkline_of(line_of([], quarters=2))
