"""The parts of the page Weaknesses: the doors to every weakness and workstream, and what stands behind each."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.address import not_there
from pages.parts.letters import letter_note, letter_writing
from pages.parts.lists import headline, kpi_downloads, kpi_list, rules_unfolding, sign_explained
from pages.parts.meeting.recording import recording
from pages.parts.telling import draw, literal, say
from pages.parts.unfolded import built_once_open
from pages.parts.view import View
from pages.parts.writing import summary_told, summary_writing, writing
from programme.areas import KENT
from programme.meeting import About, Subject
from programme.sheets.assessments import ASSESSMENT
from programme.workstreams import Weakness, Workstream, weaknesses, workstreams, workstreams_of
from reports.language.linked import joined
from reports.markup import statement as markup
from reports.markup.grids import ratings_of
from reports.markup.lists import words_explained
from reports.markup.meeting import challenged
from reports.markup.multiples import small_charts, small_multiples
from reports.markup.pieces import bold_first, linked_text, stacked
from reports.markup.summary import alert_advise_assure, before_the_finding, lead_sentences
from reports.markup.wordings import worded_note
from reports.markup.workstream import workstream_record
from reports.progress.judgement import Judgement
from reports.progress.meeting import challenges_of_weakness
from reports.progress.outcomes import beside
from reports.progress.overview import verdicts
from reports.progress.statement import Statement, statement
from reports.progress.summary import lead_summary
from reports.progress.wordings import words_beside
from reports.sentences.line import small_key
from reports.sentences.outcomes import delivery_linked, outcome_sentence
from reports.sentences.overview import group_headline
from reports.sentences.ways import workstream_link


def weakness_or_workstream(weakness: str, workstream: str) -> Weakness | Workstream:
    """What the address asks for by its number; what is not there is said, and the first weakness shown."""
    found = workstreams() if workstream else weaknesses()
    asked = workstream or weakness or "1"
    if asked in map(str, found):
        return found[int(asked)]
    st.warning(literal(not_there("workstream" if workstream else "weakness", asked, "weakness 1")))
    return weaknesses()[1]


def weakness_shown(view: View, about: Weakness) -> None:
    """The position statement for a monitoring meeting. It prints on two pages."""
    of = statement(view.progress, about.number, view.quarter, view.area)
    headline(group_headline(about, of.judged), ratings_of(of.judged))
    streams = [workstream_link(each, workstreams()[each].name) for each in workstreams_of(about.number)]
    say(linked_text(("Answered by ", *joined(streams, "; "), "."), view.href))
    _whole_area(view)
    recording(view, {about.name: About(Subject.WEAKNESS, str(about.number))})
    draw(view.drawn(f"statement of weakness {about.number}", lambda: _stated(view, of)))
    _kpis(view, of.judged, f"KPIs that speak to weakness {about.number}, {view.quarter}.")
    draw(view.drawn(f"what is known of weakness {about.number}", lambda: _known(view, of)))
    writing(view, ASSESSMENT, {ASSESSMENT.weakness.heading: str(about.number)}, "Assess this weakness")
    summary_writing(view, str(about.number), "Write what leads say of this weakness")
    letter_writing(view, about.number)


def _stated(view: View, of: Statement) -> Markup:
    """What leads say, what was asked, and delivery beside outcomes."""
    number = of.about.number
    said = lead_summary(view.progress, view.quarter, number)
    pieces = (
        before_the_finding(said) + lead_sentences(said) + alert_advise_assure(said),
        summary_told(view, number),
        challenged(challenges_of_weakness(view.progress, view.quarter, number), view.href),
        markup.inspectors(of) + markup.both_sides(of.both, view.href),
        rules_unfolding(),
    )
    return stacked(pieces)


def _known(view: View, of: Statement) -> Markup:
    """What is late, what was said and written, the risks, how it was assessed, and what is not known."""
    sections = (
        markup.late_actions(of.both.delivered, view.href, of.about.number),
        markup.voices(of, view.href),
        markup.letters_written(of, view.href, lambda letter: letter_note(view, letter)),
        markup.risk_list(of, view.href),
        markup.assessment(of, _assessed(view, of.about)),
        markup.missing(of, view.href),
    )
    return markup.sections(sections)


def _assessed(view: View, about: Weakness) -> Markup:
    return worded_note(words_beside(view.progress, ASSESSMENT, view.quarter, (about.number,)))


def workstream_shown(view: View, about: Workstream) -> None:
    """A workstream, its lead role, what it delivered and its KPIs."""
    found = verdicts(view.progress, view.area, view.quarter, about)
    both = beside(view.progress, about, view.quarter, view.area)
    headline(group_headline(about, found), ratings_of(found))
    say(bold_first(f"{about.name}."))
    _whole_area(view)
    delivered = delivery_linked(both.delivered, for_workstream=str(about.number))
    say(linked_text(("Delivered: ", *delivered, f" Changed: {outcome_sentence(both)}"), view.href))
    draw(workstream_record(view.progress, about.number, view.quarter, view.href))
    _kpis(view, found, f"KPIs of workstream {about.number}, {view.quarter}.")


def _kpis(view: View, judged: Sequence[Judgement], caption: str) -> None:
    """A small chart of every KPI, the reds first, and folded away its rating in every quarter."""
    draw(view.drawn(f"Small charts: {caption}", lambda: _small_charts(view, judged)))
    sign_explained(each.reading for each in judged)
    if judged:
        built_once_open(
            "The same as a list, with the rating of every quarter", "list", lambda: kpi_list(judged, view, caption)
        )
        draw(words_explained(each.line.kpi.title for each in judged))
        kpi_downloads(judged, view, caption)


def _small_charts(view: View, judged: Sequence[Judgement]) -> Markup:
    return small_multiples(small_charts(view.progress, judged, view.area, view.quarter), view.href, small_key(view.quarter))


def _whole_area(view: View) -> None:
    if view.area != KENT:
        say(f"Figures are {view.area.name}'s. Actions, risks and what was said are {KENT.name}'s as a whole.", quiet=True)
