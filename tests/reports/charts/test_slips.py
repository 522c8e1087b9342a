from datetime import date

from programme.sheets.actions import ACTIONS
from reports.charts.slips import MOST, charted, slip_chart
from tests.reports.acting import DONE, LATER, LATEST, Q1, Q3, followed, log

SLIPPED = log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST)])
DUE = date(2024, 9, 30)


def test_a_line_shows_the_date_that_each_return_gave():
    chart = slip_chart([followed(SLIPPED)])
    (line,), (baseline,) = chart.series, chart.standards
    assert [str(quarter) for quarter in chart.periods] == ["2024/25 Q1", "2024/25 Q2", "2024/25 Q3"]
    assert line.values == (DUE, date.fromisoformat(LATER), date.fromisoformat(LATEST))
    assert (baseline.name, set(baseline.values)) == ("First agreed date", {DUE})
    assert line.told[1] == "APP-6.01: forecast 31 January 2025"
    assert chart.dated


def test_a_finished_action_ends_with_a_filled_sign_on_its_actual_date():
    (line,) = slip_chart([followed(log(Q1=[{}], Q3=[DONE]))]).series
    assert (line.signs[0].shape, line.signs[-1].shape) == ("circle-open", "circle")
    assert line.values[-1] == date(2024, 9, 20)


def test_a_quarter_without_a_log_is_a_gap_that_the_line_goes_on_over():
    chart = slip_chart([followed(log(Q1=[{}], Q3=[DONE]))])
    assert [str(quarter) for quarter in chart.periods] == [Q1, "2024/25 Q2", Q3]
    assert (chart.series[0].values[1], chart.series[0].told[1], chart.series[0].bridged) == (None, "", True)


def test_several_actions_are_told_apart_without_colour():
    logs = log(
        Q1=[{}, ACTIONS.typed(ref="APP-6.02")],
        Q3=[ACTIONS.typed(forecast=LATER), ACTIONS.typed(ref="APP-6.02", forecast=LATEST)],
    )
    both = [followed(logs), followed(logs, ref="APP-6.02")]
    chart = slip_chart(both)
    assert (len(chart.series), chart.standards) == (2, ()), "a common baseline would be no one's"
    assert len({(line.stroke.dash, line.signs[0].shape) for line in chart.series}) == 2
    assert [line.name for line in chart.series if line.keyed] == ["APP-6.01", "APP-6.02"]


def test_the_furthest_behind_are_drawn_and_no_more_than_can_be_told_apart():
    rows = [{"Ref": f"APP-6.{number:02}", "Forecast": f"2025-06-{number:02}"} for number in range(1, 13)]
    logs = log(Q3=[*rows, ACTIONS.typed(ref="APP-9.01", forecast="")])
    drawn = charted([followed(logs, ref=row["Ref"]) for row in rows] + [followed(logs, ref="APP-9.01")])
    assert [each.now.ref for each in drawn] == [f"APP-6.{number:02}" for number in range(12, 12 - MOST, -1)]


def test_an_empty_chart_can_be_drawn():
    assert (slip_chart([]).series, slip_chart([]).periods) == ((), ())


def test_it_says_whose_dates_they_are_and_how_far_the_furthest_is():
    rows = [{}, {"Ref": "APP-6.02", "Forecast": LATEST}]
    both = [followed(log(Q3=rows)), followed(log(Q3=rows), ref="APP-6.02")]
    assert slip_chart(both).title == (
        "How the dates of actions moved: the furthest from the date agreed first is APP-6.02, 273 days later"
    )
    assert slip_chart(both[1:]).title == "How the date of APP-6.02 moved: 273 days later"
