"""The tabs of the KPI page that draw: the line, the districts, process control."""

from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from pages.parts.downloads import chart, offer_table, table_with_download
from pages.parts.kpi.head import read_with, response, said_about
from pages.parts.kpi.periods import periods_behind
from pages.parts.lists import sign_explained
from pages.parts.telling import draw, literal, say, sentence
from pages.parts.unfolded import built_once_open
from pages.parts.view import View
from reports.charts.beside import beside_line
from reports.charts.chart import Chart
from reports.charts.districts import districts_chart
from reports.charts.line import line_chart, seen_values
from reports.charts.process import process_chart
from reports.markup.kpi import behind_line, beneath_line, figure_block
from reports.markup.pieces import stacked, unfolding
from reports.progress.before_after import before_after, marks
from reports.progress.companions import companions
from reports.progress.comparison import by_series, comparisons
from reports.progress.districts import districts
from reports.progress.judgement import Judgement
from reports.sentences.comparison import beside_headline
from reports.sentences.districts import districts_headline, districts_method
from reports.sentences.kpi import kpi_sentence
from reports.sentences.process import assurance_sentence, no_limits_sentence, variation_sentence
from reports.tables.before_after import before_after_table
from reports.tables.districts import districts_table
from reports.tables.line import line_table
from reports.tables.table import Table


def trend_tab(view: View, judged: Judgement) -> None:
    """The chart first, then the sentence, who is above and below, the answer to a red, its companions, and all behind it."""
    line = judged.line
    trend = view.drawn(f"trend of {line.kpi.id}", lambda: _trend(view, judged))
    if any(value is not None for value in seen_values(line)):
        chart(view, trend.chart, line.kpi.id)
    elif not judged.reading.hidden:
        say(f"{trend.chart.headline}.")
    draw(stacked((*map(sentence, trend.sentences), *said_about(view, judged))))
    response(view, judged)
    read_with(view, judged, companions(view.progress, line.kpi, line.area, view.quarter))
    draw(trend.beneath)
    quarters, behind = trend.table, f"{line.area.name}, quarter by quarter and around each event"
    built_once_open(behind, "quarters", lambda: _tables(view, judged, quarters))
    offer_table(view, quarters, f"{line.kpi.id}.csv", line.kpi.source)
    periods_behind(view, judged)


def _tables(view: View, judged: Judgement, quarters: Table) -> None:
    happened = marks(view.progress, judged.line.kpi, view.quarter)
    events = before_after_table(before_after(judged.line, happened))
    draw(behind_line(quarters, events, view.href))


@dataclass(frozen=True, slots=True)
class _Trend:
    """What the tab shows that is the same for whoever looks."""

    chart: Chart
    sentences: tuple[str, ...]
    table: Table
    beneath: Markup


def _trend(view: View, judged: Judgement) -> _Trend:
    line = judged.line
    happened = marks(view.progress, line.kpi, view.quarter)
    published = by_series(view.records.evidence.published)
    others = comparisons(judged.reading, published)[:1]
    beside = [beside_line(each, published[each.own.series], view.quarters, line.kpi.unit) for each in others]
    held = (f"{beside_headline(each)}." for each, (steps, _) in zip(others, beside, strict=True) if steps)
    drawn = line_chart(line, happened, *beside, course=judged.trajectory)
    beneath = unfolding("How it is judged", figure_block(judged)) + beneath_line(drawn.key)
    return _Trend(drawn, (kpi_sentence(judged), *held), line_table(line), beneath)


def places_tab(view: View, judged: Judgement) -> None:
    """The districts ranked, and which differences are noise."""
    kpi = judged.line.kpi
    found = districts(view.progress, kpi, view.quarter)
    if found is None:
        say(f"This KPI is not collected by district, only for {kpi.areas[0].name}.")
        return
    st.header(literal(districts_headline(found)))
    if any(district.value is not None for district in found.ranked):
        chart(view, districts_chart(found), f"{kpi.id}-districts")
    sign_explained(district.reading for district in found.ranked)
    say(districts_method(found), quiet=True)
    table_with_download(view, districts_table(found), f"{kpi.id}-districts.csv", kpi.source)


def reliability_tab(view: View, judged: Judgement) -> None:
    """Two answers that stay two: is it changing, and will it keep meeting the target?"""
    changing, keeping = st.columns(2)
    with changing:
        st.header("Is it changing?")
        say(variation_sentence(judged))
    with keeping:
        st.header("Will it keep meeting the target?")
        say(assurance_sentence(judged))
    if judged.chart.latest is None:
        return
    if judged.variation is None:
        say(no_limits_sentence(judged), quiet=True)
    drawn = process_chart(judged)
    chart(view, drawn, f"{judged.line.kpi.id}-process-control")
    for note in drawn.notes:
        say(note, quiet=True)
