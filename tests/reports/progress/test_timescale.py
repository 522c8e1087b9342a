from datetime import date

import pytest

from programme.quarter import Quarter
from programme.sheets.milestones import MILESTONES
from record.logs import Logs
from reports.progress.timescale import milestones_of, reinspection_window, timescale
from tests.reports.acting import DONE, delivered, log, progress_on, returned

NOW = Quarter.parse("2024/25 Q3")


def milestone(quarter="2024/25 Q3", **changes):
    plain = MILESTONES.typed(ref="APP-M3.1", workstream="3", title="Backlog cleared", due="2024-03-29")
    return returned(MILESTONES, quarter, plain | MILESTONES.typed(**changes))


def followed(*milestones, quarter=NOW, stream=3):
    known = Logs(milestones=tuple(sorted((each for some in milestones for each in some), key=lambda each: each.quarter)))
    return milestones_of(progress_on(known), stream, quarter)


def test_the_day_agreed_first_is_never_overwritten():
    first, later = milestone("2024/25 Q1"), milestone(due="2024-12-31", reached="2024-12-20")
    (found,) = followed(first, later)
    assert (found.due, found.now.reached, found.late) == (date(2024, 3, 29), date(2024, 12, 20), 266)
    (then,) = followed(first, later, quarter=Quarter.parse("2024/25 Q1"))
    assert (then.now.reached, then.passed) == (None, 93)


def test_milestones_are_those_of_the_workstream_and_of_the_plan_in_force():
    assert followed(milestone(), stream=4) == ()
    assert followed(milestone("2022/23 Q2", ref="WSOA-M3.1")) == ()
    (old,) = followed(milestone("2022/23 Q2", ref="WSOA-M3.1"), quarter=Quarter.parse("2022/23 Q2"))
    assert old.now.ref == "WSOA-M3.1"


def test_they_stand_in_order_of_the_day_agreed_first_and_undated_ones_last():
    found = followed(milestone(ref="APP-M3.3", due=""), milestone(ref="APP-M3.2", due="2023-12-29"), milestone())
    assert [each.now.ref for each in found] == ["APP-M3.2", "APP-M3.1", "APP-M3.3"]
    assert (found[-1].late, found[-1].passed) == (None, 0)


def test_the_timescale_spans_actions_and_milestones_and_names_what_is_due_next():
    part = delivered(log(Q3=[{"Forecast": "2025-06-30"}, {"Ref": "APP-6.02", "Start": "2023-05-01", **DONE}]))
    scale = timescale(part, followed(milestone(forecast="2025-03-31")))
    assert (scale.begins, scale.ends) == (date(2023, 5, 1), date(2025, 6, 30))
    assert (scale.next_due.day, scale.next_due.ref, scale.next_due.title) == (
        date(2025, 3, 31),
        "APP-M3.1",
        "Backlog cleared",
    )


def test_what_is_past_its_day_is_not_due_next_and_nothing_dated_has_no_timescale():
    late = delivered(log(Q3=[{"Forecast": "2024-10-01"}]))
    assert timescale(late, ()).next_due is None
    none = timescale(delivered(Logs()), ())
    assert (none.begins, none.ends, none.next_due) == (None, None, None)


@pytest.mark.parametrize(
    ("on", "until_first", "until_last", "came"),
    [
        (date(2019, 9, 30), 354, 535, None),
        (date(2020, 9, 18), 0, 181, None),
        (date(2021, 3, 19), -182, -1, None),
        (date(2022, 9, 26), -738, -557, None),
        (date(2022, 9, 27), -739, -558, date(2022, 9, 27)),
    ],
)
def test_the_window_looks_as_it_looked_on_the_day(on, until_first, until_last, came):
    window = reinspection_window(on)
    assert (window.first, window.last) == (date(2020, 9, 18), date(2021, 3, 18))
    assert (window.until_first, window.until_last, window.came) == (until_first, until_last, came)


def test_there_is_no_window_before_the_plan():
    assert reinspection_window(date(2019, 9, 17)) is None
    assert reinspection_window(date(2024, 1, 1)).plan.id == "WSoA", "the plan after it has none"
