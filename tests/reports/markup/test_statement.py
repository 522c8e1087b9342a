from markupsafe import Markup

from kpis.movement import REVISIT
from programme.areas import KENT
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.workstreams import weaknesses
from record.logs import Logs
from reports.language.linked import Linked
from reports.markup import statement as markup
from reports.markup.pieces import linked_text
from reports.progress.outcomes import beside
from reports.progress.statement import statement
from reports.sentences.statement import missing_evidence
from tests.reports.acting import DONE, LATER, Q3, log, risk, spoken
from tests.reports.build import progress_in_force
from tests.reports.letters import ADDRESS, EVERY_LETTER, letter
from tests.reports.lines import NOW, plans


def of(logs=None):
    return statement(progress_in_force(*plans([20]), logs=logs or Logs()), 6, NOW, KENT)


def href(thing, **choices):
    return f"{thing}?{'&'.join(f'{name}={value}' for name, value in choices.items())}"


def test_inspectors_are_quoted_with_the_source_of_the_words():
    said = markup.inspectors(of())
    assert "The inconsistent quality of the EHC process" in said
    assert "2019 (wording: to be confirmed against the letter)" in said
    assert (
        "9 November 2022, Ofsted and CQC: <b>not sufficient progress</b> (letter of the revisit of 27 to 29 September 2022, "
        "published on 9 November 2022; to be confirmed against the letter)." in said
    )


def test_no_judgement_is_shown_before_it_was_made():
    before = Quarter.parse("2022/23 Q2")
    said = markup.inspectors(statement(progress_in_force(*plans([20])), 6, before, KENT))
    assert "No judgement had been made since." in said
    assert "sufficient progress" not in said


def test_delivery_and_outcome_stand_in_two_sections():
    said = markup.both_sides(of(log(Q3=[DONE])).both, href)
    delivered, changed = said.split("<h2>Changed</h2>")
    told = 'Plan.</b> Of <a href="actions?for_weakness=6">1 action</a>, 1 is complete, 1 of them with evidence; '
    assert told in delivered
    assert '<i style="flex:1;background:var(--done)"></i>' in delivered and "1 done with evidence</span>" in delivered
    assert "1 action" not in changed and "Of 20 KPIs (1 borrowed: " in changed
    for since in ("since 2019/20", "since the revisit (2022/23 Q2)", "since last year"):
        assert f"Evidence position {since}: too little evidence." in changed
        assert (
            f"<summary>Needed {since}: 3 comparable KPIs, at least one of its own; there are none, none of them" in changed
        )


def test_up_to_the_revisit_nothing_is_said_of_what_changed_since(demonstration):
    both = beside(demonstration, weaknesses()[6], REVISIT)
    told = markup.both_sides(both, href)
    assert "Evidence position since 2019/20: " in told and "Evidence position since last year: " in told
    assert "revisit" not in told


def test_late_actions_are_listed_with_both_dates_and_the_way_to_all():
    late = of(log(Q3=[ACTIONS.typed(forecast=LATER, status="Amber")])).both.delivered
    said = markup.late_actions(late, href, 6)
    assert '<b><a href="actions?action=APP-6.01&amp;at=APP-6.01">APP-6.01</a></b> Clear' in said
    assert "Clear the backlog: ◆ Amber; agreed for 30 September 2024" in said
    assert "now forecast for 31 January 2025, 123 days late; Assessment lead" in said
    assert '<a href="actions?for_weakness=6">All 1 actions</a>' in said


def test_sections_without_anything_say_so():
    nothing = of()
    assert "No action is past the date agreed first." in markup.late_actions(nothing.both.delivered, href, 6)
    assert "Nothing is recorded in the last year." in markup.voices(nothing, href)
    assert "None was returned for this quarter." in markup.risk_list(nothing, href)


def test_voices_and_risks_are_told_and_what_people_typed_is_only_text():
    known = of(Logs(risks=(risk(Q3, "R-1"),), participation=(spoken("2024/25 Q3", **{"We did": "<b>Call-backs</b>"}),)))
    told = markup.voices(known, href)
    assert ">Nobody rings back</a> – We did: &lt;b&gt;Call-backs&lt;/b&gt;. Difference: not known yet." in told
    assert '<a href="participation?at=voice-1-' in told
    assert '<b><a href="risks?at=R-1">R-1</a></b> Vacancies: 16 (4 × 4), high' in markup.risk_list(known, href)


def test_what_is_missing_is_a_list():
    assert markup.missing(of(), href).count("<li>") == len(missing_evidence(of()))
    assert "The lead returned no assessment" in markup.assessment(of(), Markup("<i>note</i>"))


def test_sections_stand_in_one_frame():
    assert markup.sections([Markup("<a>"), Markup("<b>")]) == '<div class="statement"><a><b></div>'


def no_note(_):
    return Markup("")


def test_letters_stand_with_their_day_their_words_and_the_way_to_the_document():
    said = markup.letters_written(of(Logs(letters=EVERY_LETTER)), href, no_note)
    assert said == (
        "<section><h2>What the DfE and NHS England wrote</h2><ul>"
        '<li><div id="letter-2024-11-20-1"><b>DfE, 20 November 2024</b>: “Clear the oldest first.” The document: '
        f"{linked_text((Linked(ADDRESS, ADDRESS),), href)}.</div></li>"
        '<li><details id="letter-2024-04-26-3"><summary><b>DfE and NHS England, 26 April 2024</b></summary>“Too many wait.” '
        "Where the document is was not given.</details></li></ul></section>"
    )
    assert f'href="{ADDRESS}"' in said
    noted = markup.letters_written(of(Logs(letters=(letter(),))), href, lambda each: Markup("<i>{}</i>").format(each.sender))
    assert noted.endswith("<i>DfE</i></div></li></ul></section>")


def test_an_address_that_is_none_leads_nowhere_and_words_cannot_become_markup():
    said = markup.letters_written(of(Logs(letters=(letter(wording="<b>a", address="javascript:alert(1)"),))), href, no_note)
    assert "<a " not in said
    assert "&lt;b&gt;a" in said


def test_a_weakness_without_letters_says_so():
    assert "No letter of the DfE, NHS England or inspectors about it is recorded." in markup.letters_written(
        of(), href, no_note
    )
