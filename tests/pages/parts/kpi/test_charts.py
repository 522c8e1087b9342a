import json
import re
from string import ascii_uppercase

import pytest

from reports.sentences.process import METHOD
from tests.pages.looking import go, table, words


def kpi(app, tab, name="plans_within_20_weeks", area="Kent"):
    return go(app, "kpi", kpi=name, tab=tab, quarter="2024/25 Q3", area=area)


def charts(app):
    return [json.loads(each.proto.spec) for each in app.get("plotly_chart")]


def headers(app):
    return [each.value for each in app.header]


def names(chart):
    return [trace.get("name") for trace in chart["data"]]


def test_the_line_has_its_headline_standards_events_and_key(app):
    kpi(app, "Chart")
    assert headers(app) == ["From 28.6% in 2019/20 Q1 to 58.5% in 2024/25 Q3; lowest 5.3% in 2023/24 Q2"]
    (chart,) = charts(app)
    assert names(chart) == ["Events", "Letters", "Target", "Floor", "Plans issued within 20 weeks", "Labels"]
    letters = chart["data"][1]["text"]
    assert letters == list(ascii_uppercase[: len(letters)]) and len(letters) > 5
    assert "▲ red, ◆ amber, ○ not rated." in words(app)
    key = next(each for each in words(app).splitlines() if "What happened: " in each)
    assert all(re.search(rf"[:;] {letter} 20\d\d/\d\d Q[1-4] ", key) for letter in letters)


def test_the_table_stands_under_its_own_heading(app):
    kpi(app, "Table")
    assert headers(app) == ["Kent, quarter by quarter, newest first"]
    assert len(table(app)) == 23


def test_the_districts_are_drawn_under_what_is_to_be_seen_in_them(app):
    kpi(app, "Districts")
    assert headers(app) == ["No district differs from Kent's 58.5% by more than chance would give"]
    (chart,) = charts(app)
    assert len(chart["data"][-1]["x"]) == 12


def test_a_kpi_of_the_whole_alone_says_that_there_are_no_districts(app):
    kpi(app, "Districts", "autism_first_appointment_after_13_weeks")
    assert charts(app) == []
    assert "This KPI is not collected by district, only for " in words(app)


def test_process_control_shows_limits_that_begin_afresh_and_says_how_they_are_set(app):
    kpi(app, "Process control")
    (chart,) = charts(app)
    assert names(chart)[:5] == ["Breaks", "Upper limit", "Average", "Lower limit", "Target now"]
    assert METHOD in words(app)


@pytest.mark.parametrize("tab", ["Chart", "Districts", "Process control"])
def test_every_chart_can_be_taken_away(app, tab):
    kpi(app, tab)
    assert [each.label for each in app.get("download_button")].count("Chart as image (SVG)") == 1


def test_without_process_control_nothing_is_drawn(app):
    kpi(app, "Process control", "plans_within_20_weeks_rolling_year")
    assert charts(app) == []
