"""The parts of the page Measures: the matrix, the filter, and every KPI in one list, grouped."""

from collections.abc import Mapping

import streamlit as st
from markupsafe import Markup

from pages.parts.address import not_there
from pages.parts.downloads import offer_table
from pages.parts.lists import heat_downloads, sign_explained
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View
from reports.markup.measures import matrix_table, measures_table, ratings_filter
from reports.markup.pieces import link, together
from reports.palette import RATINGS
from reports.progress.comparison import england_beside
from reports.progress.kpi_groups import kpi_groups
from reports.progress.matrix import matrix
from reports.progress.overview import overview
from reports.sentences.heat import heat_of_kpis
from reports.sentences.measures import STRATEGY_NOTE, matrix_headline
from reports.tables.kpis import kpis_table

GROUPED = {
    "": "Weakness",
    "workstream": "Workstream",
    "function": "Function of the redesign",
    "strategy": "Strategy",
}
"""How the list can be grouped: what stands in the address, and its name."""


def measures_shown(view: View) -> None:
    """Every KPI of the area: the matrix, then one list, those that need attention first in each group."""
    seen = overview(view.progress, view.area, view.quarter)
    found = matrix(seen.judged)
    title(matrix_headline(found))
    by, shown = _asked("by", "grouping", GROUPED), _asked("show", "rating", {"": "", **{str(each): "" for each in RATINGS}})
    draw(matrix_table(found, view.href))
    draw(Markup('<div class="choices-line">{}{}</div>').format(_grouped_by(view, by), ratings_filter(seen.counts, shown)))
    england = england_beside(view.progress, view.area, view.quarter)
    caption = f"Every KPI, {view.area.name}, {view.quarter}"
    groups = kpi_groups(view.progress, view.quarter, seen.judged, by)
    draw(view.drawn(f"{caption} {by} {shown}", lambda: measures_table(groups, england, view.href, caption, shown)))
    sign_explained(each.reading for each in seen.judged)
    if by == "strategy":
        say(STRATEGY_NOTE, quiet=True)
    offer_table(view, kpis_table(seen.judged, caption), "kpis.csv")
    heat_downloads(lambda: heat_of_kpis([each.line for each in seen.judged], view.quarters), view)


def _asked(key: str, label: str, known: Mapping[str, str]) -> str:
    """What the address asks for; what is not there is said, and the first of what is known holds."""
    asked = st.query_params.get(key, "")
    if asked not in known:
        st.warning(literal(not_there(label, asked, known[""].lower() or "all")))
        return ""
    return asked


def _grouped_by(view: View, by: str) -> Markup:
    here = Markup('<b aria-current="true">{}</b> ')
    ways = together(
        here.format(name) if key == by else Markup("{} ").format(link(view.href("kpi", by=key), name))
        for key, name in GROUPED.items()
    )
    return Markup('<span class="ways">Grouped by {}</span>').format(ways)
