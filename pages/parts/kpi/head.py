"""The top of the KPI page: the headline, the figure and how it is judged, the answer to a red, what to read beside it."""

import streamlit as st

from pages.parts.lists import sign_explained
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View
from programme.areas import KENT
from reports.markup.kpi import companions_markup, facts_line, response_markup, way_back
from reports.progress.companions import Companion
from reports.progress.delivery import action_followed
from reports.progress.exceptions import answer_to, kept_from, told_of, unanswered
from reports.progress.judgement import Judgement
from reports.progress.kpi_groups import beside_in_list
from reports.progress.overview import overview
from reports.sentences.exceptions import exception_sentence
from reports.sentences.kpi import kpi_headline, not_for_area

KEPT_FROM = "What was written about this figure reaches those who see it."


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
    """What the return says about the figure, and what is done about a red, or that nothing is."""
    kpi = judged.line.kpi
    if judged.line.area != kpi.areas[0]:
        return
    told, answer = told_of(view.progress, judged.reading), answer_to(view.progress, judged.reading)
    for written in dict.fromkeys((*told[:1], *([answer] if answer else []))):
        planned = action_followed(view.progress, written.action, view.quarter) if written.action else None
        draw(response_markup(written, planned, view.href))
    if kept_from(view.progress, judged.reading):
        say(KEPT_FROM, quiet=True)
    if exception := unanswered(judged.reading, answer):
        st.warning(literal(exception_sentence(exception)))


def read_with(view: View, companions: list[Companion]) -> None:
    """The KPIs that this one is never shown without."""
    if companions:
        draw(companions_markup(companions, view.href))
        sign_explained(each.judged.reading for each in companions)
