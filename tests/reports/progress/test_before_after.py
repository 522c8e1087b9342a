from datetime import date

from kpis.registry import registry
from programme.events import Event, events
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from record.logs import Logs
from reports.progress.before_after import Side, before_after, marks
from tests.reports.acting import DONE, log, progress_on
from tests.reports.lines import NOW, PLANS, count, line_of, plans

HUB = Event(date(2024, 5, 15), None, "Hub opens", "Hub", "")
KPI = registry()[PLANS]


def around(shares, event=HUB):
    (found,) = before_after(line_of(plans(shares), quarters=len(shares)), [event])
    return found


def told(side: Side):
    return side.quarter, side.value, side.median, side.count


def test_the_figures_and_medians_on_both_sides_of_a_planted_effect():
    found = around([30, 32, 34, 36, 90, 60, 62])
    assert told(found.before) == (Quarter(2023, 4), 36, 33, 4)
    assert told(found.after) == (Quarter(2024, 2), 60, 61, 2)


def test_the_quarter_it_happened_in_belongs_to_neither_side():
    found = around([30, 30, 30, 30, 99, 30, 30])
    assert (found.before.median, found.after.median) == (30, 30)


def test_only_a_year_on_each_side_counts():
    assert around([90, 90, 30, 30, 30, 30, 50, 60, 60]).before.median == 30


def test_a_gap_is_no_zero():
    found = around([30, None, 34, None, 50, None, 60])
    assert (told(found.before), told(found.after)) == ((Quarter(2023, 3), 34, 32, 2), (NOW, 60, 60, 1))


def test_without_figures_there_is_no_side():
    assert around([None, None, None, None, 50, 60, 60]).before is None


def test_an_action_is_marked_on_the_kpi_it_was_meant_to_move_once_it_is_done():
    logs = log(
        Q2=[
            DONE | ACTIONS.typed(kpi=PLANS),
            ACTIONS.typed(ref="APP-6.02", kpi=PLANS),
            DONE | ACTIONS.typed(ref="APP-6.03", kpi="requests_refused"),
        ]
    )
    own = [event for event in marks(progress_on(logs), KPI, NOW) if event not in events()]
    assert [(event.date, event.short, event.event) for event in own] == [
        (date(2024, 9, 20), "APP-6.01", "APP-6.01 completed: Clear the backlog")
    ]


def test_the_events_of_the_programme_and_of_returns_are_marked_up_to_the_quarter():
    found = marks(progress_on(Logs(events=(HUB,))), KPI, Quarter.parse("2024/25 Q1"))
    assert HUB in found and found == sorted(found, key=lambda event: event.date)
    assert "Notice lifted" not in [event.short for event in found]
    assert "Notice lifted" in [event.short for event in marks(progress_on(Logs()), KPI, NOW)]


def test_a_side_that_is_hidden_is_not_one_without_figures():
    line = line_of(count("permanent_exclusions_send", [3, 3, 3, 3, 9, 9, 9]), "permanent_exclusions_send", quarters=7)
    (found,) = before_after(line, [HUB])
    assert (found.before, found.hidden_before, found.hidden_after) == (None, True, False)
    (none,) = before_after(line_of(plans([None, None, None, None, 9, 9, 9]), quarters=7), [HUB])
    assert (none.before, none.hidden_before, none.hidden_after) == (None, False, False)
