import re
from dataclasses import replace

from programme.sheets.actions import ACTIONS
from reports.markup.actions import actions_list, answers, by_lateness, shown_count
from reports.markup.filters import Choice
from reports.progress.meeting import follow_ups
from tests.reports.acting import DONE, LATER, LATEST, delivered, followed, log
from tests.reports.lines import NOW
from tests.reports.meetings import TO_DO, held

ROWS = [
    ACTIONS.typed(forecast=LATER),
    ACTIONS.typed(ref="APP-6.02", forecast=LATEST),
    DONE | {"Ref": "APP-6.03"},
    ACTIONS.typed(ref="APP-6.04", baseline=LATEST, forecast=LATEST, lead_role="", weaknesses="1, 3"),
]
PLAN = delivered(log(Q3=ROWS))
STATUS = Choice("Lead role", "owner", {}, "no lead role given")


def href(thing, **choices):
    return f"{thing}?{'&'.join(f'{name}={value}' for name, value in choices.items())}"


def test_the_longest_late_stands_first_and_what_is_done_last():
    assert [(each.name, [action.now.ref for action in each.actions]) for each in by_lateness(PLAN)] == [
        ("Past the date agreed first", ["APP-6.02", "APP-6.01"]),
        ("Still to come", ["APP-6.04"]),
        ("Done", ["APP-6.03"]),
    ]


def test_an_action_answers_every_choice():
    told = answers(followed(log(Q3=ROWS), ref="APP-6.04"))
    assert told["for_weakness"] == ("1", "3")
    assert told["owner"] == ("no lead role given",)
    assert told["headline"] == ()


def test_a_choice_hides_rows_and_the_groups_it_leaves_empty():
    drawn = actions_list(PLAN, [STATUS], href)
    assert shown_count(PLAN.actions, [STATUS]) == 1
    assert drawn.count('<section class="narrowed" hidden>') == 2
    (shown,) = re.findall(r'<details class="row" id="([^"]*)" data-owner="[^"]*"><summary>', drawn)
    assert shown == "APP-6.04"


def test_what_was_asked_for_is_open_with_the_chart_of_its_dates():
    drawn = actions_list(PLAN, [], href, "APP-6.02")
    assert drawn.count(" open>") == 1 and '<details class="row" id="APP-6.02" open>' in drawn
    assert drawn.count('<img class="chart"') == 1
    assert 'alt="agreed for 30 September 2024, now expected 30 June 2025"' in drawn


def test_an_opened_action_tells_all_that_was_returned_with_its_cell_and_its_links():
    now = ACTIONS.typed(forecast=LATER, former_ref="WSOA-6.01", note="<b>", complete="40")
    drawn = actions_list(delivered(log(Q1=[{}], Q3=[now])), [], href)
    assert '<dt>Weaknesses</dt><dd><a href="weakness?weakness=6">6</a></dd>' in drawn
    assert '<dt>Former ref</dt><dd><a href="ended?at=WSOA-6.01">WSOA-6.01</a></dd>' in drawn
    assert "<li>2024/25 Q3: " in drawn and "forecast 31 January 2025, 40% complete, &lt;b&gt; (return.xlsx Actions!" in drawn
    assert drawn.index("<li>2024/25 Q3: ") < drawn.index("<li>2024/25 Q1: ")
    assert "version " not in drawn
    asked = actions_list(delivered(log(Q1=[{}], Q3=[now])), [], href, "APP-6.01")
    assert ' (return.xlsx Actions!A2, version <a href="returns?at=version-1">1</a>)</li>' in asked


def test_what_a_meeting_agreed_stands_in_the_list_with_the_meeting_as_its_source_and_in_no_other_group():
    agreed = follow_ups(held(TO_DO), NOW)
    drawn = actions_list(PLAN, [STATUS], href, "M1-4", agreed)
    assert '<section class="narrowed beside" hidden><h2>Agreed in meetings: <b class="shown">0</b></h2>' in drawn
    assert '<details class="row" id="M1-4" data-owner="|Head of SEND|" hidden open><summary><span><b>M1-4</b>' in drawn
    assert (
        '<dt>Source</dt><dd><a href="records?at=meeting-1">Meeting of 17 December 2024 on 2024/25 Q2</a>, on record as '
        '<a href="records?at=M1-4">M1-4</a>.</dd>'
    ) in drawn
    assert "As returned, newest first" not in drawn[drawn.index('id="M1-4"') :]


def test_words_that_are_kept_back_stand_in_no_row():
    (known,) = follow_ups(held(TO_DO), NOW)
    (plain,) = known.action.returned
    hidden = replace(known, action=replace(known.action, returned=(replace(plain, title="", note=""),)))
    drawn = actions_list(PLAN, [], href, "", [hidden])
    assert "<b>M1-4</b> It is about a figure that readers do not see: its words reach those who see it." in drawn
