from datetime import date

from programme.sheets.milestones import milestones_in
from tests.programme.rows import rows

TYPED = {"Ref": "app-m3.1", "Workstream": "3", "Milestone": "Backlog cleared", "First due": "29 March 2024"}


def test_a_milestone_is_read_from_its_row_and_one_without_a_ref_is_left_out():
    (found,) = milestones_in(rows("Milestones", TYPED, {"Milestone": "Nobody can follow this"}))
    assert (found.ref, found.workstream, found.title, found.due) == ("APP-M3.1", 3, "Backlog cleared", date(2024, 3, 29))


def test_it_is_expected_on_the_day_it_was_reached_or_is_forecast_or_was_due():
    due, forecast, reached = milestones_in(
        rows(
            "Milestones",
            TYPED,
            TYPED | {"Forecast": "31 December 2024"},
            TYPED | {"Forecast": "31 December 2024", "Reached": "20 December 2024"},
        )
    )
    assert [each.expected for each in (due, forecast, reached)] == [
        date(2024, 3, 29),
        date(2024, 12, 31),
        date(2024, 12, 20),
    ]
