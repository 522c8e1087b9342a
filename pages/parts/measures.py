"""The parts of the page Measures: every KPI, grouped by weakness."""

from pages.parts.lists import headline, kpi_list
from pages.parts.view import View
from reports.progress.overview import overview
from reports.sentences.overview import overview_headline


def measures_shown(view: View) -> None:
    """Every KPI of the area in one list, those that need attention first."""
    seen = overview(view.progress, view.area, view.quarter)
    headline(overview_headline(seen), seen.counts)
    kpi_list(seen.judged, view, f"Every KPI, {view.area.name}, {view.quarter}.")
