from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Brag
from record.logs import Logs
from record.tracked import tracked
from tests.reports.acting import DONE, LATER, LATEST, Q2, Q3, UNEVIDENCED, followed, log, said

OTHER = {"Ref": "APP-6.02"}


def test_the_date_agreed_first_stays_whatever_a_later_return_says():
    found = followed(log(Q1=[{}], Q2=[ACTIONS.typed(baseline=LATER)], Q3=[ACTIONS.typed(baseline=LATEST, forecast=LATEST)]))
    assert (found.baseline, found.slip, found.rewritten) == (date(2024, 9, 30), 273, True)


def test_slippage_counts_from_the_first_date_to_the_forecast_or_the_actual_one():
    assert followed(log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATER)])).slip == 123
    assert followed(log(Q3=[DONE])).slip == -10
    assert followed(log(Q3=[ACTIONS.typed(forecast="")])).slip is None


def test_a_forecast_that_moved_is_counted_each_time():
    assert followed(log(Q1=[{}], Q2=[{}], Q3=[{}])).moved == 0
    assert followed(log(Q1=[ACTIONS.typed(forecast=LATER)])).moved == 1
    assert followed(log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[ACTIONS.typed(forecast=LATEST)])).moved == 2
    assert followed(log(Q1=[ACTIONS.typed(forecast=LATER)], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[DONE])).moved == 1


def test_past_the_first_date_it_is_overdue_even_with_a_later_forecast():
    found = followed(log(Q1=[{}], Q3=[ACTIONS.typed(forecast=LATER)]))
    assert found.overdue
    assert (found.brag, found.brag_shown.why) == (Brag.AMBER, "returned as Green, but the date agreed first has passed")


def test_complete_without_evidence_is_green_at_most():
    found = followed(log(Q3=[UNEVIDENCED]))
    assert (found.brag, found.brag_shown.why) == (Brag.GREEN, "returned as Blue, but there is no reference to evidence")


def test_an_action_left_out_of_a_later_return_has_vanished():
    assert followed(log(Q2=[{}, OTHER], Q3=[OTHER])).vanished
    assert not followed(log(Q2=[{}, OTHER], Q3=[{}, OTHER])).vanished


def test_one_complete_with_evidence_may_leave_and_one_without_may_not():
    assert not followed(log(Q2=[DONE, OTHER], Q3=[OTHER])).vanished
    assert followed(log(Q2=[UNEVIDENCED, OTHER], Q3=[OTHER])).vanished


def test_where_no_return_came_nothing_has_vanished():
    found = followed(log(Q2=[{}]), Q3)
    assert (found.vanished, found.stale) == (False, True)


def test_a_return_of_another_workstream_makes_nothing_vanish():
    actions = (*said(Q2, {}), *said(Q3, ACTIONS.typed(ref="APP-4.01", workstream="4")))
    returned = {(Quarter.parse(Q2), 3), (Quarter.parse(Q3), 4)}
    (found,) = (each for each in tracked(actions, Quarter.parse(Q3), returned) if each.now.ref == "APP-6.01")
    assert not found.vanished


def test_the_next_plan_need_not_name_the_actions_of_the_one_before():
    logs = log(W2=[ACTIONS.typed(ref="WSOA-3.04")], A1=[OTHER])
    (old,) = (
        each for each in tracked(logs.actions, Quarter.parse("2023/24 Q1"), logs.returned) if each.now.ref == "WSOA-3.04"
    )
    assert not old.vanished


def test_an_action_carried_over_into_the_next_plan_keeps_its_history():
    first = {"Ref": "WSOA-3.04", "Baseline due": "2020-09-30", "Forecast": "2022-12-16"}
    found = followed(log(W2=[first], A1=[ACTIONS.typed(former_ref="WSOA-3.04")]), "2023/24 Q1")
    assert [each.ref for each in found.returned] == ["WSOA-3.04", "APP-6.01"]
    assert (found.baseline, found.overdue, found.rewritten) == (date(2020, 9, 30), True, False)


def test_an_action_that_says_later_what_it_carries_on_has_that_history_from_then_on():
    first = {"Ref": "WSOA-3.04", "Baseline due": "2020-09-30", "Forecast": "2022-12-16"}
    logs = log(W2=[first], A1=[{}], Q1=[ACTIONS.typed(former_ref="wsoa-3.04")])
    assert [each.ref for each in followed(logs, "2023/24 Q1").returned] == ["APP-6.01"]
    assert [each.ref for each in followed(logs, "2024/25 Q1").returned] == ["WSOA-3.04", "APP-6.01", "APP-6.01"]


def test_what_a_later_return_says_is_not_known_earlier():
    logs = log(Q1=[{}], Q2=[ACTIONS.typed(forecast=LATER)], Q3=[DONE])
    assert not followed(logs, Q2).now.done
    assert followed(logs, Q3).now.done


DATES = st.dates(date(2024, 1, 9), date(2026, 12, 31)).map(date.isoformat)


@settings(deadline=None)
@given(st.lists(st.tuples(DATES, DATES), min_size=1, max_size=6))
def test_however_dates_are_rewritten_first_baseline_and_last_forecast_decide(history):
    quarters = Quarter(2023, 2).to(Quarter(2023, 2) + len(history) - 1)
    actions = [
        action
        for quarter, (baseline, forecast) in zip(quarters, history, strict=True)
        for action in said(str(quarter), ACTIONS.typed(baseline=baseline, forecast=forecast))
    ]
    (found,) = tracked(Logs(actions=tuple(actions)).actions, quarters[-1])
    first, last = date.fromisoformat(history[0][0]), date.fromisoformat(history[-1][1])
    assert (found.baseline, found.slip) == (first, (max(last, quarters[-1].end) - first).days)
    assert found.lapsed == (last < quarters[-1].end)
    assert 0 <= found.moved <= len(history)


def test_a_forecast_that_has_passed_is_late_and_counts_to_the_end_of_the_quarter():
    found = followed(log(Q3=[{}]))
    assert (found.lapsed, found.slip, found.day) == (True, 92, date(2024, 12, 31))
    assert followed(log(Q2=[{}]), Q2).lapsed is False  # its last day is no day past
    assert followed(log(Q3=[DONE])).lapsed is False
    assert followed(log(Q3=[ACTIONS.typed(forecast=LATER)])).lapsed is False
    assert followed(log(Q3=[ACTIONS.typed(forecast="")])).lapsed is False


def test_while_the_quarter_lasts_it_counts_to_today():
    known = log(Q3=[{}])
    (found,) = tracked(known.actions, Quarter.parse(Q3), known.returned, today=date(2024, 10, 10))
    assert (found.day, found.lapsed, found.slip) == (date(2024, 10, 10), True, 10)
    (later,) = tracked(known.actions, Quarter.parse(Q3), known.returned, today=date(2026, 1, 1))
    assert later.slip == 92
    (early,) = tracked(known.actions, Quarter.parse(Q3), known.returned, today=date(2024, 9, 30))
    assert (early.lapsed, early.slip, early.overdue) == (False, 0, False)


def test_a_forecast_that_passed_before_the_first_date_makes_it_red_all_the_same():
    found = followed(log(Q3=[ACTIONS.typed(baseline=LATEST, forecast="2024-12-01")]))
    assert (found.lapsed, found.overdue, found.brag) == (True, False, Brag.RED)
    assert found.brag_shown.why == "returned as Green, but its forecast of 1 December 2024 has passed"


def test_an_action_that_bears_another_ref_by_now_stands_once_under_that():
    carried = log(Q1=[{}], Q2=[{}], Q3=[ACTIONS.typed(ref="APP-6.11", former_ref="APP-6.01", title="Clear it")])
    (found,) = tracked(carried.actions, Quarter.parse(Q3), carried.returned)
    assert (found.now.ref, found.now.title, found.refs, found.vanished) == (
        "APP-6.11", "Clear it", ("APP-6.01", "APP-6.11"), False,
    )  # fmt: skip
    assert [each.now.ref for each in tracked(carried.actions, Quarter.parse(Q2), carried.returned)] == ["APP-6.01"]


def test_one_that_was_renamed_twice_keeps_all_that_was_said_of_it():
    twice = log(
        Q1=[{}],
        Q2=[ACTIONS.typed(ref="APP-6.11", former_ref="APP-6.01")],
        Q3=[ACTIONS.typed(ref="APP-6.21", former_ref="APP-6.11")],
    )
    (found,) = tracked(twice.actions, Quarter.parse(Q3), twice.returned)
    assert (found.refs, found.baseline) == (("APP-6.01", "APP-6.11", "APP-6.21"), date(2024, 9, 30))


def test_refs_that_name_one_another_are_followed_once_and_not_for_ever():
    ring = log(
        Q2=[ACTIONS.typed(former_ref="APP-6.11"), ACTIONS.typed(ref="APP-6.11", former_ref="APP-6.01")],
        Q3=[ACTIONS.typed(former_ref="APP-6.11"), ACTIONS.typed(ref="APP-6.11", former_ref="APP-6.01")],
    )
    assert [each.now.ref for each in tracked(ring.actions, Quarter.parse(Q3), ring.returned)] == ["APP-6.01", "APP-6.11"]
