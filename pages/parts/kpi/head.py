"""The top of the KPI page: the headline, the figure and how it is judged, the answer to a red, what to read beside it."""

from collections.abc import Iterator

import streamlit as st
from markupsafe import Markup

from pages.parts.lists import sign_explained
from pages.parts.telling import draw, literal, say, sentence, title
from pages.parts.view import View
from pages.parts.writing import writing
from programme.areas import KENT
from programme.meeting import Subject
from programme.sheets.commentary import COMMENTARY
from programme.wordings import TO_WRITE
from reports.markup.kpi import companions_markup, facts_line, response_markup, way_back
from reports.markup.meeting import challenged
from reports.markup.wordings import worded_note
from reports.progress.companions import Companion
from reports.progress.delivery import action_followed
from reports.progress.exceptions import answer_to, kept_from, told_of, unanswered
from reports.progress.judgement import Judgement
from reports.progress.kpi_groups import beside_in_list
from reports.progress.meeting import challenges_about
from reports.progress.overview import overview
from reports.progress.wordings import words_beside
from reports.sentences.exceptions import exception_sentence
from reports.sentences.kpi import kpi_headline, not_for_area

KEPT_FROM = "What was written about this figure reaches those who see it."
MUST_SEE = "Whoever writes about a figure must see it: this one is hidden from you."


def kpi_shown(view: View, judged: Judgement) -> None:
    """The way back to the list, the finding, and one line of facts: what stands above the tabs."""
    line = judged.line
    listed = overview(view.progress, view.area, view.quarter).judged
    draw(way_back(line.kpi, beside_in_list(view.progress, view.quarter, listed, line.kpi.id), view.href))
    title(kpi_headline(judged))
    draw(facts_line(judged))
    if line.area != view.area and not (view.area == KENT and line.area == line.kpi.areas[0]):
        say(not_for_area(line.kpi, view.area, line.area))


def response(view: View, judged: Judgement) -> None:
    """That nothing is done about a red, where that is so; and the place to write about the figure."""
    if judged.line.area != judged.line.kpi.areas[0]:
        return
    if exception := unanswered(judged.reading, answer_to(view.progress, judged.reading)):
        st.warning(literal(exception_sentence(exception)))
    if not judged.reading.hidden:
        about = {COMMENTARY.kpi.heading: judged.line.kpi.id}
        writing(view, COMMENTARY, about, "Write about this figure, or what is done about it")
    elif view.may(TO_WRITE[COMMENTARY.name]):
        say(MUST_SEE, quiet=True)


def said_about(view: View, judged: Judgement) -> Iterator[Markup]:
    """What leads say about the figure, returned or on screen, what is done about a red, and what a board asked."""
    kpi = judged.line.kpi
    if judged.line.area != kpi.areas[0]:
        return
    told, answer = told_of(view.progress, judged.reading), answer_to(view.progress, judged.reading)
    shown = tuple(dict.fromkeys((*told[:1], *([answer] if answer else []))))
    for written in shown:
        planned = action_followed(view.progress, written.action, view.quarter) if written.action else None
        yield response_markup(written, planned, view.href)
        yield worded_note(words_beside(view.progress, COMMENTARY, written.quarter, (kpi.id,)))
    if kept_from(view.progress, judged.reading):
        yield sentence(KEPT_FROM, quiet=True)
    elif not judged.reading.hidden and view.quarter not in {written.quarter for written in shown}:
        yield worded_note(words_beside(view.progress, COMMENTARY, view.quarter, (kpi.id,)))
    yield challenged(challenges_about(view.progress, view.quarter, Subject.MEASURE, kpi.id), view.href)


def read_with(view: View, judged: Judgement, companions: list[Companion]) -> None:
    """The KPIs that the judged one is never shown without."""
    if companions:
        draw(view.drawn(f"companions of {judged.line.kpi.id}", lambda: companions_markup(companions, view.href)))
        sign_explained(each.judged.reading for each in companions)
