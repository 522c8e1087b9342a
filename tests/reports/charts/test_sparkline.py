import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reports.charts.sparkline import HEIGHT, WIDTH, Sparkline, sparkline, sparkline_svg
from reports.palette import LINE, RATINGS
from tests.reports.lines import count, line_of, plans

SVG = "{http://www.w3.org/2000/svg}"
VALUES = st.lists(st.none() | st.floats(-1e9, 1e9), max_size=30)


def drawn(*values):
    return sparkline_svg(Sparkline(values, LINE, "in words"))


@given(VALUES)
def test_every_point_lies_inside_and_no_gap_is_bridged(values):
    svg = ElementTree.fromstring(drawn(*values))
    runs = [len(run.get("points").split()) for run in svg.iter(f"{SVG}polyline")]
    known = "".join("x" if value is not None else " " for value in values).split()
    assert runs == [len(run) for run in known if len(run) > 1]
    for run in svg.iter(f"{SVG}polyline"):
        for place in run.get("points").split():
            x, y = map(float, place.split(","))
            assert 0 <= x <= WIDTH
            assert 0 <= y <= HEIGHT


def test_higher_is_higher_and_a_flat_line_runs_through_the_middle():
    rising = re.search(r'points="(.*?)"', drawn(1, 2, 3))[1].split()
    heights = [float(place.split(",")[1]) for place in rising]
    assert heights == sorted(heights, reverse=True)
    assert re.search(r'points="(.*?)"', drawn(5, 5))[1] == "4,12 92,12"


def test_one_point_is_a_dot_and_none_is_an_empty_picture():
    assert drawn(None, 7, None).count("<circle") == 2
    assert "<circle" not in drawn(None, None)
    assert "<circle" not in drawn()


def test_the_sparkline_of_a_line_ends_in_the_colour_of_its_newest_rating():
    for shares, rating in (([30, 80], "green"), ([80, 30], "red")):
        found = sparkline(line_of(plans(shares), quarters=2))
        assert found.newest == RATINGS[rating].fill
        assert f'fill="{RATINGS[rating].fill}"' in sparkline_svg(found)
    assert "<circle" not in sparkline_svg(sparkline(line_of([], quarters=2)))


def test_it_holds_what_may_be_seen_with_its_gaps_and_says_it():
    found = sparkline(line_of(count("permanent_exclusions_send", [9, None, 3]), "permanent_exclusions_send", quarters=3))
    assert found.values == (9, None, None), "hidden is a gap too"
    assert found.alternative == "one figure only: 9 in 2024/25 Q1"


def test_where_the_newest_is_hidden_no_rating_is_drawn():
    drawn = sparkline(line_of(count("permanent_exclusions_send", [20, 19, 3]), "permanent_exclusions_send", quarters=3))
    assert (drawn.values, drawn.newest) == ((20, 19, None), LINE)
