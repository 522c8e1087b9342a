"""Figures of months and years on the page of a measure, as what they are; and the page of a measure that is in no KPI."""

from collections.abc import Iterable, Sequence

import streamlit as st

from pages.parts.downloads import chart, table_with_download
from pages.parts.files import offer_original
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View
from reports.charts.period_line import period_chart
from reports.markup.kpi import way_to_measures
from reports.markup.pieces import bullets, linked_text, unfolding
from reports.progress.judgement import Judgement
from reports.progress.period_lines import PeriodLine, in_no_kpi, lines_behind, parts_with_lines, period_lines
from reports.sentences.mapped import measure_text
from reports.sentences.period_lines import IN_NO_KPI, by_period, line_subject, measure_headline, measure_link
from reports.tables.period_line import period_table


def periods_behind(view: View, judged: Judgement) -> None:
    """What stands behind a KPI by month or year, and the parts of its counts that no KPI shows."""
    kpi = judged.line.kpi
    _lines_shown(view, lines_behind(view.progress, kpi, judged.line.area, view.quarter))
    _listed(view, parts_with_lines(view.progress, kpi.formula.measures, view.quarter))


def measure_shown(view: View, name: str) -> None:
    """A measure that is in no KPI: its figures as what they are, each with its cell, and the files themselves."""
    draw(way_to_measures(measure_text(name), view.href))
    lines = period_lines(view.progress, view.quarter)[name]
    title(measure_headline(name, lines))
    _lines_shown(view, lines)
    versions = dict.fromkeys(each.source.version for line in lines for each in line.figures)
    for version in filter(None, map(view.records.version, versions)):
        offer_original(view.person, f"Download {version.file_name} as handed in (version {version.number})", version)


def measures_in_no_kpi(view: View) -> None:
    """The way to each of them, folded away."""
    _listed(view, in_no_kpi(view.progress, view.quarter))


def _listed(view: View, names: Iterable[str]) -> None:
    ways = [linked_text((measure_link(name),), view.href) for name in names]
    if ways:
        draw(unfolding(f"{IN_NO_KPI}: {len(ways)}", bullets(ways)))


def _lines_shown(view: View, lines: Sequence[PeriodLine]) -> None:
    for line in lines:
        st.header(literal(f"{line_subject(line)}, {by_period(line)}"))
        name = f"{line.measure}-{line.area.code}-{line.kind}-by-{line.length}".replace(" ", "-")
        if sum(each.value is not None for each in line.figures) > 1:
            chart(view, period_chart(line), name)
        table = period_table(line, view.records)
        say(" ".join(table.notes), quiet=True)
        table_with_download(view, table, f"{name}.csv")
