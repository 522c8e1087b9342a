from dataclasses import replace
from datetime import date

from programme.plans import plans
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.handovers import HANDOVER
from reports.progress.handover import End, plan_ended
from tests.reports.acting import DONE, UNEVIDENCED, log, progress_on, returned

NOW = Quarter.parse("2024/25 Q3")
EARLIER = {"Start": "2020-01-06", "Baseline due": "2021-03-31", "Forecast": "2022-12-16", "Weaknesses": "6"}


def was(ref, **changes):
    return EARLIER | ACTIONS.typed(ref=ref) | changes


IN_TIME = {"Actual": "2021-03-01", "Forecast": ""}
LOGS = log(
    W2=[
        was("WSOA-1", **(DONE | IN_TIME)),
        was("WSOA-2", **(UNEVIDENCED | IN_TIME)),
        was("WSOA-3"),
        was("WSOA-4"),
        was("WSOA-5"),
        was("WSOA-6"),
        was("WSOA-7", Actual="2022-11-10", Status="Green"),
    ],
    A1=[ACTIONS.typed(ref="APP-6.01", former_ref="WSOA-3")],
)
SAID = returned(
    HANDOVER,
    "2023/24 Q1",
    HANDOVER.typed(ref="WSOA-4", became="stopped", reason="Nobody came"),
    HANDOVER.typed(ref="WSOA-5", became="carried on", into="APP-6.02; APP-6.03"),
)
KNOWN = replace(LOGS, handovers=tuple(SAID))


def fates(quarter=NOW, logs=KNOWN):
    return plan_ended(progress_on(logs), quarter)


def test_every_action_held_has_one_end():
    found = {each.action.now.ref: (each.end, each.into) for each in fates().fates}
    assert found == {
        "WSOA-1": (End.EVIDENCED, ()),
        "WSOA-2": (End.DONE, ()),
        "WSOA-3": (End.CARRIED, ("APP-6.01",)),
        "WSOA-4": (End.STOPPED, ()),
        "WSOA-5": (End.CARRIED, ("APP-6.02", "APP-6.03")),
        "WSOA-6": (End.UNSAID, ()),
        "WSOA-7": (End.UNSAID, ()),
    }
    assert fates().plan == plans()[0]


def test_what_was_done_a_day_after_the_plan_ended_was_open_when_it_ended():
    assert {each.action.now.ref for each in fates().open_then} == {"WSOA-3", "WSOA-4", "WSOA-5", "WSOA-6", "WSOA-7"}


def test_a_quarter_knows_only_what_had_been_returned_by_then():
    before = {each.action.now.ref: each.end for each in fates(Quarter.parse("2022/23 Q4")).fates}
    assert {before[ref] for ref in ("WSOA-3", "WSOA-4", "WSOA-5")} == {End.UNSAID}
    assert fates(Quarter.parse("2022/23 Q2")) is None


def test_the_newest_word_counts():
    later = returned(HANDOVER, "2023/24 Q2", HANDOVER.typed(ref="WSOA-4", became="finished"))
    known = replace(LOGS, handovers=(*SAID, *later))
    assert {each.action.now.ref: each.end for each in fates(logs=known).fates}["WSOA-4"] is End.FINISHED
    then = fates(Quarter.parse("2023/24 Q1"), known).fates
    assert {each.action.now.ref: each.end for each in then}["WSOA-4"] is End.STOPPED


def test_a_store_without_actions_of_the_plan_says_nothing_of_them():
    assert fates(logs=log(A1=[{}])) is None


def test_both_ways_of_saying_where_it_went_are_joined():
    said = returned(HANDOVER, "2023/24 Q1", HANDOVER.typed(ref="WSOA-3", became="carried on", into="APP-6.09"))
    found = {each.action.now.ref: each.into for each in fates(logs=replace(LOGS, handovers=tuple(said))).fates}
    assert found["WSOA-3"] == ("APP-6.09", "APP-6.01")
    assert date(2022, 11, 9) == plans()[0].until
