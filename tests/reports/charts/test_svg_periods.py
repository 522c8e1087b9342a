from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.spc import Rebase
from programme.events import Event
from reports.charts.chart import Series, Steps, Stroke
from reports.charts.line import line_chart
from reports.charts.slips import slip_chart
from reports.charts.svg_periods import runs
from reports.palette import EVENT, LINE, RATINGS, TARGET
from tests.reports.acting import DONE, followed, log
from tests.reports.charts.drawing import SVG, chart_of, image, paths, places, texts
from tests.reports.lines import NOW, line_of, plans


def test_lines_are_named_points_have_their_shapes_and_the_newest_its_amount():
    found = image(line_chart(line_of(plans([70, 50, 30]), quarters=3)))
    assert {"Target 60.0%", "Floor 40.0%", "30.0%"} <= set(texts(found))
    (newest,) = (each for each in found.iter(f"{SVG}text") if each.text == "30.0%")
    assert (newest.get("font-weight"), newest.get("font-size")) == ("bold", "14")
    assert [each.get("fill") for each in found.iter(f"{SVG}circle")] == [RATINGS["green"].fill]
    assert len(list(found.iter(f"{SVG}polygon"))) == 2


def test_a_gap_stays_a_gap():
    whole, broken = (image(line_chart(line_of(plans(each), quarters=4))) for each in ([10, 20, 30, 40], [10, 20, None, 40]))
    assert (len(paths(whole, LINE)), len(paths(broken, LINE))) == (1, 2)


def test_a_line_goes_on_over_a_gap_where_what_was_said_last_still_holds():
    (line,) = paths(image(slip_chart([followed(log(Q1=[{}], Q3=[DONE]))])), LINE)[:1]
    assert len(places(line)) == 2


def test_a_standard_is_drawn_in_steps_that_meet_between_the_quarters():
    (target,) = paths(image(line_chart(line_of(plans([50] * 8), quarters=8))), TARGET)
    heights = [y for _, y in places(target)]
    assert len(set(heights)) == 2
    ups = [(here, there) for here, there in zip(places(target), places(target)[1:], strict=False) if here[1] != there[1]]
    assert len(ups) == 2 and all(here[0] == there[0] for here, there in ups)


def test_a_standard_of_one_quarter_is_as_wide_as_the_quarter_and_phases_are_not_joined():
    limit = Steps("Limit", (40, 40, 10), Stroke("#123456"), afresh=(2,))
    first, second = (places(each) for each in paths(image(chart_of(50, 50, 50, limits=(limit,))), "#123456"))
    (begun, level), (ended, _) = second
    assert first[-1][1] != level and ended - begun == pytest.approx(first[-1][0] - first[0][0], abs=0.2)


@given(st.lists(st.integers(10, 95), min_size=2, max_size=23))
def test_every_point_stands_where_its_amount_is(values):
    found = image(line_chart(line_of(plans(values), quarters=len(values))))
    drawn = places(paths(found, LINE)[0])
    assert [x for x, _ in drawn] == sorted(x for x, _ in drawn)
    by_amount = dict(zip(values, (y for _, y in drawn), strict=True))
    amounts = sorted(by_amount)
    assert [by_amount[each] for each in amounts] == sorted((by_amount[each] for each in amounts), reverse=True)
    assert all(0 < x < 960 and 0 < y < float(found.get("height")) for x, y in drawn)


@given(st.lists(st.none() | st.integers(0, 9), max_size=12), st.sets(st.integers(0, 11)))
def test_runs_hold_every_value_once_and_never_reach_over_a_gap_or_a_new_beginning(values, afresh):
    found = runs(range(len(values)), values, afresh)
    assert [pair for run in found for pair in run] == [(at, value) for at, value in enumerate(values) if value is not None]
    for run in found:
        begun = run[0][0]
        assert [at for at, _ in run] == list(range(begun, begun + len(run)))
        assert not set(range(begun + 1, begun + len(run))) & afresh


def test_events_stand_under_their_words_and_breaks_are_dashed():
    happened = Event(date(2024, 8, 6), None, "Improvement Notice lifted", "Notice lifted", "")
    found = image(chart_of(50, 50, events=(happened,), breaks=(Rebase(1, NOW, "another definition"),)))
    assert "Notice lifted" in texts(found)
    dashes = [each.get("stroke-dasharray") for each in found.iter(f"{SVG}path") if each.get("stroke") == EVENT]
    assert dashes == ["7 4", "2 3"]


def test_a_series_without_a_stroke_has_signs_and_no_line():
    found = image(chart_of(50, series=(Series("Points", (50,), Stroke("#123456")), Series("Nothing", (None,)))))
    assert (len(paths(found, "#123456")), len(list(found.iter(f"{SVG}circle")))) == (1, 0)
