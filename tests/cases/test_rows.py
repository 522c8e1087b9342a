"""Rows of words: what is written in another way is the same row, what is another row is not lost, and both doors say so."""

from datetime import date

import pytest

from loaders.wordings import check_words
from programme.sheets.letters import LETTERS
from tests.cases.imports import read
from tests.cases.playing import Q4, TODAY, about, accept, action, actions_of, answered_by, check, rows_into

AT = "2025-05-06T10:00:00+01:00"
MARK, JOINER, HYPHEN = "\u200e", "\u2060", "\u00ad"
PLAN = {"KPI": "plans_within_20_weeks", "Quarter": "2025/26 Q1", "Basis": "board plan", "Agreed on": date(2025, 4, 1)}


def kept(database, sheet):
    return [each for each in getattr(read(database).logs, sheet) if each.source.file == "return.xlsx"]


def test_each_thing_that_was_done_is_kept_where_nobody_said_anything(database, form):
    done = [{"We did": "Held a forum"}, {"We did": "Wrote to every school"}]
    accept(database, rows_into(form(), done, "Participation"), "return.xlsx", AT)
    assert [each.we_did for each in kept(database, "participation")] == ["Held a forum", "Wrote to every school"]


def test_a_plan_for_two_districts_agreed_on_one_day_is_kept_for_both(database, form):
    plans = [
        PLAN | {"Area": area, "Planned value": value} for area, value in (("Ashford", 60), ("Tunbridge\u00a0Wells", 65))
    ]
    accept(database, rows_into(form(), plans, "Trajectory"), "return.xlsx", AT)
    assert [(each.area.name, each.planned) for each in kept(database, "trajectory")] == [
        ("Ashford", 60),
        ("Tunbridge Wells", 65),
    ]


def test_one_planned_value_written_in_two_ways_is_refused_and_none_is_lost(form):
    again = PLAN | {"Quarter": "Q1 2025/26", "Agreed on": "1 April 2025", "Planned value": 70}
    checked = check(rows_into(form(), [PLAN | {"Planned value": 65}, again], "Trajectory"))
    assert about(checked.errors, "must stand in one row only: it is in Trajectory!A2 too")


def test_a_correction_that_answers_a_voice_drops_none(database, form):
    voices = [{"Ref": f"P-{place}", "You said": "Waits are long", "We did": "A call"} for place in (1, 2)]
    accept(database, rows_into(form(), voices, "Participation"), "return.xlsx", AT)
    voices[0]["We did"] = "A call within a day"
    checked = check(rows_into(form(), voices, "Participation"), "second.xlsx", database)
    assert [each.message for each in checked.findings if each.sheet == "Participation"] == []


def test_an_action_under_the_ref_of_another_organisation_does_not_take_its_place_unsaid(database, form):
    own = action(Ref="APP-5.90", Workstream=5)
    accept(database, rows_into(answered_by(form(streams=(5,)), "Kent County Council"), [own]), "return.xlsx", AT)
    theirs = rows_into(answered_by(form(streams=(5,)), "NHS Kent and Medway"), [own | {"Action": "Another thing"}])
    assert about(check(theirs, "second.xlsx", database).queries, "Kent County Council, version 12, Actions!A2")


def test_signs_that_no_screen_shows_make_no_other_answer(form):
    book = rows_into(form(), [action(Ref=f"{MARK}APP-6.90", Status=f"Amber{MARK}", Forecast=f"{MARK}30/09/2025")])
    for sheet, ref, sign in (
        ("Cover", "B4", MARK),
        ("Cover", "B6", JOINER),
        ("Figures", "D1", MARK),
        ("Figures", "C2", HYPHEN),
    ):
        book[sheet][ref] = f"{book[sheet][ref].value}{sign}"
    book["Actions"].title = f"Actions{MARK}"
    checked = check(book)
    (read_out,) = actions_of(checked)
    assert (checked.errors, read_out.ref, str(read_out.status)) == ((), "APP-6.90", "Amber")
    assert read_out.forecast == date(2025, 9, 30)


@pytest.mark.parametrize("text", ["943\u200b476\u20605919", "the pu\u00adpil Oli\u00adver has no place"])
def test_signs_that_no_screen_shows_hide_no_child_in_a_sheet_or_on_screen(form, text):
    in_sheet = check(rows_into(form(), [action(Ref="APP-6.90", Progress_note=text)]))
    typed = LETTERS.typed(day="2025-01-20", sender="DfE", weakness="6", wording=text, address="https://www.example.org/1")
    on_screen = check_words(LETTERS, Q4, typed, TODAY)
    assert "personal_data" in [each.rule for each in in_sheet.findings]
    assert "personal_data" in [each.rule for each in on_screen.findings]


def test_what_is_typed_on_screen_is_kept_as_a_sheet_would_be_read():
    typed = LETTERS.typed(day=f"{MARK}20/01/2025", sender=f"Df{JOINER}E", weakness="6", wording="one\rtwo\x0b\x00")
    checked = check_words(LETTERS, Q4, typed, TODAY)
    assert checked.typed.cells == {"Date": "20/01/2025", "From": "DfE", "Weakness": "6", "Wording": "one\ntwo"}
