from dataclasses import replace

from programme.areas import KENT
from programme.meeting import AgendaPoint, Minutes
from reports.markup.meeting import agenda_points, arising_list, challenged, meeting_head, minutes_text, record_rows
from reports.progress.meeting import consequences, matters_arising, on_record
from reports.progress.needs import needs_the_board
from tests.reports.meetings import ASKED, EVERYTHING, LATER, done, held, meeting


def href(thing, **choices):
    return f"{thing}?{choices}"


def test_what_arises_is_a_list_in_which_what_waits_is_marked():
    told = str(arising_list(matters_arising(held(*EVERYTHING), LATER), href))
    assert told.count('<li class="waits">') == 2
    assert "<p><b>Not answered, 3 days overdue.</b></p><p>Since then: 49.0% in 2024/25 Q2" in told
    assert arising_list((), href) == ""


def test_on_record_each_is_found_by_its_ref_and_says_what_it_changed():
    known = held(*EVERYTHING)
    told = str(record_rows(on_record(known, LATER), consequences(known, LATER), href))
    assert [f'<li id="M1-{number}"' in told for number in range(1, 5)] == [True] * 4
    assert "<p>It changed something: <a href=" in told
    assert "<p>As the board saw it on 17 December 2024 at 10:01: <a href=" in told


def test_what_was_typed_is_text():
    asked = replace(ASKED, said=replace(ASKED.said, words="<b>Why</b> & how?", asked_by="<i>Chair</i>"))
    told = str(arising_list(on_record(held(asked), LATER), href))
    assert "&lt;i&gt;Chair&lt;/i&gt; asked: “&lt;b&gt;Why&lt;/b&gt; &amp; how?”" in told
    minutes = Minutes(1, "<script>\nsaid", "<b>One.</b>", True, done(100))
    told = str(minutes_text(minutes, "Signed"))
    assert "<p>&lt;script&gt;</p><p>said</p>" in told and "<li>&lt;b&gt;One.&lt;/b&gt;</li>" in told
    assert "<p><b>Signed on 17 December 2024 at 11:40 by The chair.</b></p>" in told


def test_minutes_without_an_update_have_no_heading_for_it():
    assert "The chair’s update" not in minutes_text(Minutes(1, "Said.", "\n", True, done(100)), "Signed")


def test_a_weakness_says_that_it_was_challenged_and_nothing_where_it_was_not():
    told = str(challenged(on_record(held(ASKED), LATER), href))
    assert told.startswith('<section class="challenged"><h2>Challenged, not answered: 1 of 1</h2><ul class="on-record">')
    assert challenged((), href) == ""


def test_the_head_of_a_meeting_says_that_it_is_illustrative():
    told = str(meeting_head(meeting(*EVERYTHING, closed=False)))
    assert (
        '<section class="meeting" id="meeting-1"><h2>Meeting of 17 December 2024 on 2024/25 Q2</h2><p><b>Open.</b>' in told
    )
    assert "Illustrative" not in told
    assert " Illustrative.</p>" in str(meeting_head(replace(meeting(), illustrative=True)))


def test_the_agenda_stands_in_its_order_with_the_counts_of_its_kinds():
    points = (AgendaPoint("arising"), AgendaPoint(words="Staffing <now>"), AgendaPoint("missing"), AgendaPoint("worsening"))
    needs = needs_the_board(held(), KENT, LATER)
    told = str(agenda_points(replace(meeting(), agenda=points), needs, 2, href))
    assert told.startswith('<ol class="points"><li><a href="#arising">Matters arising</a> <b>2</b></li><li>Staffing &lt;')
    assert f"Returns missing</a> <b>{len(needs.missing)}</b>" in told
    assert "'at': 'needs-7'" in told.replace("&#39;", "'") and "'at': 'needs-1'" in told.replace("&#39;", "'")
    assert agenda_points(replace(meeting(), agenda=()), needs, 0, href) == "<p>Nothing stands on it yet.</p>"
