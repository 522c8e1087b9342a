from reports.markup.voices import quotation, voice_card, voices_by_heading
from reports.progress.voices import by_heading
from tests.reports.acting import Q3, spoken
from tests.reports.markup.test_grids import href
from tests.reports.progress.test_voices import TOTAL, voice


def test_every_heading_stands_there_with_what_was_said_under_it():
    told = voices_by_heading(by_heading((TOTAL, voice(heading="", you_said="Anything else"))), href)
    assert "<h2>You said we need to listen more</h2><article" in told
    assert "<h2>Mainstream schools including children</h2><p>Nothing is recorded under this heading.</p>" in told
    assert told.endswith(
        "<h2>Under no heading</h2>"
        '<article class="said" id="voice-1-A2"><h3>You said: Anything else</h3><p><b>We did:</b> nothing is recorded yet</p>'
        '<p><b>The difference it made:</b> not known yet</p><p class="facts">2021/22 Q3</p>'
        '<p class="facts">return.xlsx Participation!A2, version <a href="returns?at=version-1">1</a></p></article></section>'
    )


def test_a_card_says_by_what_activity_who_was_met_and_what_is_a_published_total():
    met = voice(activity="meet the professionals", teams="Transport; Equipment service", day="2021-11-18", people="1")
    told = "18 November 2021 · meet the professionals · teams met: Transport and Equipment service · 1 person"
    assert f'<p class="facts">{told}</p>' in voice_card(met, href)
    total = "published total · July to November 2021 · 2,466 people in 221 activities"
    assert f'<p class="facts">{total}</p>' in voice_card(TOTAL, href)


def test_a_quotation_stands_with_who_speaks_and_its_source_and_not_without():
    said = {"quotation": "I rang <40> times", "speaker": "Mother of a boy of eight"}
    assert quotation(voice(**said, printed_in="illustrative")) == (
        "<blockquote>“I rang &lt;40&gt; times” <small>Mother of a boy of eight (illustrative)</small></blockquote>"
    )
    assert quotation(voice(**said)) == ('<p class="facts">A quotation was returned without its source and is not shown.</p>')
    assert quotation(voice()) == ""


def test_what_was_said_and_done_reads_like_an_answer_to_a_parent():
    told = voice_card(
        spoken(Q3, **{"We did": "Call-backs", "People": "84", "Activities": "1", "Group": "Callers <all>"}), href
    )
    assert "You said: Nobody rings back" in told
    assert "<b>We did:</b> Call-backs" in told
    assert "<b>The difference it made:</b> not known yet" in told
    assert "2024/25 Q3 · Callers &lt;all&gt; · 84 people in 1 activity" in told


def test_a_card_leads_to_the_weaknesses_it_speaks_of_and_to_where_it_was_returned():
    told = voice_card(voice(ref="P-<2>", weaknesses="3; 6"), href)
    assert told.endswith(
        '<p class="facts">Speaks of <a href="weakness?weakness=3">Weakness 3: Co-production</a>, '
        '<a href="weakness?weakness=6">Weakness 6: EHC process and plan quality</a>. '
        'P-&lt;2&gt;, return.xlsx Participation!A2, version <a href="returns?at=version-1">1</a></p></article>'
    )
