"""The parts of the page Measures: the matrix, the filter, and every KPI in one list, grouped."""

import streamlit as st
from markupsafe import Markup

from pages.parts.downloads import offer_table
from pages.parts.lists import heat_downloads
from pages.parts.telling import draw, title
from pages.parts.view import View
from programme.headings import kpis_of_function, redesign_functions
from programme.workstreams import weaknesses, workstreams
from reports.markup.measures import Group, matrix_table, measures_table, ratings_filter
from reports.markup.pieces import link, together
from reports.progress.comparison import england_beside
from reports.progress.judgement import Judgement
from reports.progress.matrix import matrix
from reports.progress.overview import overview
from reports.sentences.heat import heat_of_kpis
from reports.sentences.measures import matrix_headline
from reports.tables.kpis import kpis_table

GROUPED = {"": "Weakness", "workstream": "Workstream", "function": "Function of the redesign"}
"""How the list can be grouped: what stands in the address, and its name."""


def measures_shown(view: View) -> None:
    """Every KPI of the area: the matrix, then one list, those that need attention first in each group."""
    seen = overview(view.progress, view.area, view.quarter)
    found = matrix(seen.judged)
    title(matrix_headline(found))
    draw(matrix_table(found, view.href))
    by = st.query_params.get("by", "")
    draw(Markup('<div class="choices-line">{}{}</div>').format(_grouped_by(view, by), ratings_filter(seen.counts)))
    england = england_beside(view.progress, view.area, view.quarter)
    caption = f"Every KPI, {view.area.name}, {view.quarter}"
    draw(measures_table(_groups(view, by, seen.judged), england, view.href, caption))
    offer_table(view, kpis_table(seen.judged, caption), "kpis.csv")
    heat_downloads(heat_of_kpis([each.line for each in seen.judged], view.quarters), view)


def _grouped_by(view: View, by: str) -> Markup:
    here = Markup('<b aria-current="true">{}</b> ')
    ways = together(
        here.format(name) if key == by else Markup("{} ").format(link(view.href("kpi", by=key), name))
        for key, name in GROUPED.items()
    )
    return Markup('<span class="ways">Grouped by {}</span>').format(ways)


def _groups(view: View, by: str, judged: tuple[Judgement, ...]) -> tuple[Group, ...]:
    """Each KPI stands once: under the weakness that it names first, its workstream, or its function of the redesign."""
    if by == "function":
        return _functions(judged)
    if by == "workstream":
        thing, names = "workstream", workstreams()
        of = {number: tuple(each for each in judged if each.line.kpi.workstream == number) for number in names}
    else:
        thing, names = "weakness", weaknesses()
        of = {number: tuple(each for each in judged if each.line.kpi.weaknesses[0] == number) for number in names}
    return tuple(
        Group(f"{number} {names[number].label}", view.href(thing, **{thing: str(number)}), found)
        for number, found in of.items()
        if found
    )


def _functions(judged: tuple[Judgement, ...]) -> tuple[Group, ...]:
    """The functions that have KPIs, in their order, and last the KPIs that belong to none."""
    of = {kpi: each.label for each in reversed(redesign_functions()) for kpi in kpis_of_function(each.label)}
    names = (*(each.label for each in redesign_functions()), "")
    found = {name: tuple(each for each in judged if of.get(each.line.kpi.id, "") == name) for name in names}
    return tuple(Group(name or "Under no function", "", own) for name, own in found.items() if own)
