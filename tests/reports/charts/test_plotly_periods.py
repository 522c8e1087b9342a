from datetime import date

import pytest

from kpis.spc import Rebase
from programme.events import Event
from reports.charts.chart import Label, Series, Steps, Stroke
from reports.charts.frame import span_of
from reports.charts.line import line_chart
from reports.charts.plotly_periods import plotly_over_time
from reports.charts.process import process_chart
from tests.reports.charts.drawing import DOT, chart_of
from tests.reports.lines import NOW, judged, line_of, plans

LIFTED = Event(date(2024, 8, 6), None, "Improvement Notice lifted", "Notice lifted", "")


def trace(drawn, name):
    (found,) = (each for each in drawn.data if each.name == name)
    return found


def names(drawn):
    return [each.name for each in drawn.data]


def test_a_gap_is_drawn_as_a_gap_unless_the_line_goes_on_over_it():
    broken = plotly_over_time(chart_of(50, None, 60)).data[0]
    assert (list(broken.y), broken.connectgaps) == ([50, None, 60], False)
    bridged = Series("Dates", (50, None, 60), Stroke("#000000"), bridged=True)
    assert plotly_over_time(chart_of(50, None, 60, series=(bridged,))).data[0].connectgaps is True


def test_the_axis_of_a_long_chart_names_financial_years_in_two_lines():
    long = plotly_over_time(chart_of(*[50] * 23)).layout.xaxis
    assert list(long.ticktext) == [
        "2019<br>/20",
        "2020<br>/21",
        "2021<br>/22",
        "2022<br>/23",
        "2023<br>/24",
        "2024<br>/25",
    ]
    assert list(plotly_over_time(chart_of(50, 60)).layout.xaxis.ticktext) == ["2024/25<br>Q2", "2024/25<br>Q3"]


def test_a_standard_holds_for_its_quarter_and_stays_out_of_the_legend():
    target = Steps("Target", (60, None), Stroke("#000000"))
    line = trace(plotly_over_time(chart_of(50, 60, standards=(target,), suffix="%", decimals=1)), "Target")
    assert (line.line.shape, line.connectgaps, line.showlegend, list(line.y)) == ("hvh", False, False, [60, None])
    assert list(line.text) == ["Target: 60.0%", ""]


def test_steps_that_begin_afresh_are_not_joined():
    limit = Steps("Limit", (40, 40, 10), Stroke("#000000"), afresh=(2,))
    line = trace(plotly_over_time(chart_of(50, 60, 70, limits=(limit,))), "Limit")
    assert list(line.x) == ["2024/25 Q1", "2024/25 Q2", None, "2024/25 Q3"]
    assert list(line.y) == [40, 40, None, 10]


def test_events_are_upright_lines_with_their_words_above():
    chart = chart_of(50, 50, events=(LIFTED,))
    drawn = plotly_over_time(chart)
    lines, words = trace(drawn, "Events"), trace(drawn, "Words")
    assert (list(lines.x), list(lines.y)) == (["2024/25 Q2", "2024/25 Q2", None], [*span_of(chart), None])
    assert (list(words.x), list(words.y), list(words.text)) == (["2024/25 Q2"], [span_of(chart)[1]], ["Notice lifted"])
    assert "event-words" in words.textfont.family  # by which a narrow screen leaves them out
    assert "Events" not in names(plotly_over_time(chart_of(50, 50)))


def test_a_line_is_drawn_where_its_words_have_room_and_nowhere_else():
    happened = [Event(quarter.start, None, "Something", "Something", "") for quarter in NOW.last(12) for _ in "ab"]
    drawn = plotly_over_time(chart_of(*[50] * 12, events=tuple(happened)))
    words, lines = trace(drawn, "Words"), trace(drawn, "Events")
    assert list(words.text) == ["Something and Something"] * 6
    assert [x for x in lines.x if x] == [x for x in words.x for _ in "ab"]


def test_breaks_are_upright_lines_with_gaps_between_and_silent_under_the_mouse():
    breaks = tuple(Rebase(place, quarter, "another definition") for place, quarter in enumerate(NOW.last(2)))
    chart = chart_of(50, 50, breaks=breaks)
    drawn = trace(plotly_over_time(chart), "Breaks")
    low, high = span_of(chart)
    assert list(drawn.x) == ["2024/25 Q2", "2024/25 Q2", None, "2024/25 Q3", "2024/25 Q3", None]
    assert list(drawn.y) == [low, high, None, low, high, None]
    assert (drawn.hoverinfo, drawn.line.dash) == ("skip", "dash")


@pytest.mark.parametrize(("value", "suffix", "room"), [(80, "%", 38), (1_200, "", 54), (120_000, "", 70)])
def test_the_axis_has_the_room_that_its_longest_label_needs(value, suffix, room):
    assert plotly_over_time(chart_of(value, suffix=suffix)).layout.margin.l == room


def test_labels_stand_where_they_say_and_the_newest_amount_stands_out():
    labels = (Label(NOW, 50, "Floor 50%", "below"), Label(NOW, 60, "60.0%", "beside"))
    chart = chart_of(60, labels=labels)
    drawn = trace(plotly_over_time(chart), "Labels")
    high = span_of(chart)[1]
    assert [y / high * 308 for y in drawn.y] == pytest.approx([50 / high * 308 - 10, 60 / high * 308])
    assert list(drawn.text) == ["Floor 50%", "\u2003<b>60.0%</b>"]
    assert (list(drawn.textfont.size), drawn.textposition, set(drawn.x)) == ([12, 14], "middle right", {"2024/25 Q3"})


def test_the_newest_amount_has_its_room_to_the_right():
    beside = chart_of(60, labels=(Label(NOW, 60, "60.0%", "beside"),))
    assert (plotly_over_time(chart_of(60)).layout.margin.r, plotly_over_time(beside).layout.margin.r) == (8, 62)


def test_signs_keep_their_shape_colour_and_size():
    (marker,) = (each.marker for each in plotly_over_time(chart_of(60, series=(Series("Plans", (60,), None, (DOT,)),))).data)
    assert (list(marker.symbol), list(marker.color), list(marker.size)) == (["circle"], [DOT.colour], [12])


def test_what_people_typed_stands_as_they_typed_it():
    typed = "<b>Ref</b>"
    series = Series(typed, (50,), Stroke("#000000"), (DOT,), (f"{typed}: done",), keyed=True)
    happened = Event(NOW.start, None, typed, typed, "")
    drawn = plotly_over_time(chart_of(50, series=(series,), events=(happened,), labels=(Label(NOW, 50, typed, "above"),)))
    shown = "&lt;b&gt;Ref&lt;/b&gt;"
    assert trace(drawn, "Words").text[0] == shown
    assert trace(drawn, shown).text[0] == f"{shown}: done"
    assert trace(drawn, "Labels").text[0] == shown


def test_days_are_drawn_on_an_axis_of_whole_years():
    drawn = plotly_over_time(chart_of(date(2024, 3, 1), date(2024, 9, 30), dated=True))
    assert list(drawn.data[0].y) == ["2024-03-01", "2024-09-30"]
    assert (drawn.layout.yaxis.type, list(drawn.layout.yaxis.range)) == ("date", ["2024-01-01", "2025-01-01"])


def test_the_line_of_a_kpi_has_its_standards_figures_and_labels():
    drawn = plotly_over_time(line_chart(line_of(plans([50] * 8), quarters=8), [LIFTED]))
    assert names(drawn) == ["Events", "Words", "Target", "Floor", "Plans issued within 20 weeks", "Labels"]
    assert sorted(trace(drawn, "Labels").text) == ["60.0%", "80.0%", "Floor 40.0%", "Target 60.0%", "\u2003<b>50.0%</b>"]
    assert drawn.layout.yaxis.ticksuffix == "%"
    assert drawn.layout.showlegend is False


def test_kinds_of_variation_are_named_in_the_legend_and_nothing_else_is():
    drawn = plotly_over_time(process_chart(judged(plans([10, 12, 11, 13, 10, 12, 11, 90]))))
    assert [each.name for each in drawn.data if each.showlegend] == ["Special cause improving", "Special cause concerning"]
    assert drawn.layout.showlegend is True
    worse = trace(drawn, "Special cause concerning")
    assert (worse.mode, worse.text[0]) == ("markers", "10.0%: the figure is below the lower process limit")
    assert trace(drawn, "Figures").hoverinfo == "skip"
