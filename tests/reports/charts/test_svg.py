from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.charts.line import line_chart
from reports.charts.process import process_chart
from reports.charts.ranked import Row, ranked_chart
from reports.charts.slips import slip_chart
from reports.charts.svg import chart_svg
from reports.palette import LINE, RATINGS, TARGET
from tests.reports.acting import DONE, LATER, followed, log
from tests.reports.lines import judged, line_of, plans

SVG = "{http://www.w3.org/2000/svg}"


def image(chart, title="Plans within 20 weeks", notes=()):
    return ElementTree.fromstring(chart_svg(chart, title, notes))


def texts(found):
    return [each.text for each in found.iter(f"{SVG}text")]


def paths(found, colour):
    return [each.get("d") for each in found.iter(f"{SVG}path") if each.get("stroke") == colour]


def places(path):
    return [tuple(map(float, each.split())) for each in path.removeprefix("M").split("L")]


def test_it_bears_its_title_and_its_notes_and_reads_on_white():
    found = image(
        line_chart(line_of(plans([50, 60]), quarters=2)), "Plans < 20 weeks & more", ["Source: returns", "Illustrative"]
    )
    assert texts(found)[0] == "Plans < 20 weeks & more" == found.find(f"{SVG}title").text
    assert texts(found)[-2:] == ["Source: returns", "Illustrative"]
    assert (found.find(f"{SVG}rect").get("fill"), found.get("fill")) == ("#FFFFFF", "#16191D")


def test_lines_are_named_points_have_their_shapes_and_the_newest_its_amount():
    found = image(line_chart(line_of(plans([70, 50, 30]), quarters=3)))
    assert {"Target 60.0%", "Floor 40.0%", "\u200330.0%"} <= set(texts(found))
    assert [each.get("fill") for each in found.iter(f"{SVG}circle")] == [RATINGS["green"].fill]
    assert len(list(found.iter(f"{SVG}polygon"))) == 2


def test_a_gap_stays_a_gap():
    whole, broken = (image(line_chart(line_of(plans(each), quarters=4))) for each in ([10, 20, 30, 40], [10, 20, None, 40]))
    assert (len(paths(whole, LINE)), len(paths(broken, LINE))) == (1, 2)


def test_a_standard_is_drawn_in_steps_that_meet_between_the_quarters():
    (target,) = paths(image(line_chart(line_of(plans([50] * 8), quarters=8))), TARGET)
    heights = [y for _, y in places(target)]
    assert len(set(heights)) == 2
    ups = [(here, there) for here, there in zip(places(target), places(target)[1:], strict=False) if here[1] != there[1]]
    assert len(ups) == 2 and all(here[0] == there[0] for here, there in ups)


@given(st.lists(st.integers(10, 100), min_size=2, max_size=23))
def test_every_point_stands_where_its_amount_is(values):
    found = image(line_chart(line_of(plans(values), quarters=len(values))))
    drawn = places(paths(found, LINE)[0])
    assert [x for x, _ in drawn] == sorted(x for x, _ in drawn)
    by_amount = dict(zip(values, (y for _, y in drawn), strict=True))
    amounts = sorted(by_amount)
    assert [by_amount[each] for each in amounts] == sorted((by_amount[each] for each in amounts), reverse=True)
    assert all(0 < x < 960 and 0 < y < float(found.get("height")) for x, y in drawn)


def test_a_ranked_chart_has_its_rows_bands_and_what_they_are_held_against():
    rows = [Row("Dover", "56.8%", 56.8, "circle", LINE, (42, 73), (30, 80)), Row("Kent", "58.5%", 58.5, "diamond", LINE)]
    found = image(ranked_chart(rows, [("England 46%", 46)], "%"))
    assert {"Dover", "56.8%", "England 46%", "20%"} <= set(texts(found))
    assert [each.get("stroke-opacity") for each in found.iter(f"{SVG}path") if each.get("stroke-opacity")] == ["0.45"]


def test_dates_and_what_the_lines_mean_stand_beside_a_chart_of_slips():
    logs = log(Q1=[{}, {"Ref": "APP-6.02"}], Q3=[{"Forecast": LATER}, {"Ref": "APP-6.02"} | DONE])
    found = image(slip_chart([followed(logs), followed(logs, ref="APP-6.02")]))
    assert {"2024", "2025", "APP-6.01", "APP-6.02"} <= set(texts(found))


def test_kinds_of_variation_are_named_beneath():
    found = image(process_chart(judged(plans([10, 12, 11, 13, 10, 12, 11, 90]))))
    assert {"Real improvement", "Real deterioration"} <= set(texts(found))


@pytest.mark.parametrize(
    ("high", "ticks"),
    [
        (100, ["0%", "20%", "40%", "60%", "80%", "100%"]),
        (3, ["0.0%", "0.5%", "1.0%", "1.5%", "2.0%", "2.5%", "3.0%"]),
        (0.9, ["0.0%", "0.2%", "0.4%", "0.6%", "0.8%"]),
    ],
)
def test_amounts_on_the_axis_are_round(high, ticks):
    axis = {"range": [0, high], "ticksuffix": "%"}
    chart = go.Figure(layout={"height": 300, "xaxis": {"type": "category", "categoryarray": ["a"]}, "yaxis": axis})
    assert [each for each in texts(image(chart)) if each.endswith("%")] == ticks
