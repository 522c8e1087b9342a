from reports.charts.slips import MOST, charted, slip_chart
from tests.reports.acting import DONE, LATER, LATEST, followed, log

SLIPPED = log(Q1=[{}], Q2=[{"Forecast": LATER}], Q3=[{"Forecast": LATEST}])


def test_a_line_shows_the_date_that_each_return_gave():
    chart = slip_chart([followed(SLIPPED)])
    line, baseline = chart.data
    assert (list(line.x), list(line.y)) == (["2024/25 Q1", "2024/25 Q2", "2024/25 Q3"], ["2024-09-30", LATER, LATEST])
    assert (baseline.name, set(baseline.y)) == ("First agreed date", {"2024-09-30"})
    assert line.text[1] == "APP-6.01: forecast 31 January 2025"


def test_a_finished_action_ends_with_a_filled_sign_on_its_actual_date():
    line = slip_chart([followed(log(Q1=[{}], Q3=[DONE]))]).data[0]
    assert list(line.marker.symbol) == ["circle-open", "circle"]
    assert list(line.y)[-1] == "2024-09-20"


def test_several_actions_are_told_apart_without_colour():
    logs = log(Q1=[{}, {"Ref": "APP-6.02"}], Q3=[{"Forecast": LATER}, {"Ref": "APP-6.02", "Forecast": LATEST}])
    both = [followed(logs), followed(logs, ref="APP-6.02")]
    lines = slip_chart(both).data
    assert len(lines) == 2, "a common baseline would be no one's"
    assert len({(line.line.dash, line.marker.symbol[0]) for line in lines}) == 2


def test_the_furthest_behind_are_drawn_and_no_more_than_can_be_told_apart():
    rows = [{"Ref": f"APP-6.{number:02}", "Forecast": f"2025-06-{number:02}"} for number in range(1, 13)]
    logs = log(Q3=[*rows, {"Ref": "APP-9.01", "Forecast": ""}])
    drawn = charted([followed(logs, ref=row["Ref"]) for row in rows] + [followed(logs, ref="APP-9.01")])
    assert [each.now.ref for each in drawn] == [f"APP-6.{number:02}" for number in range(12, 12 - MOST, -1)]


def test_an_empty_chart_can_be_drawn():
    assert len(slip_chart([]).data) == 0
