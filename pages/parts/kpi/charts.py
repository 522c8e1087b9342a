"""The tabs of the KPI page that draw: the line, the districts, process control."""

import streamlit as st

from pages.parts.downloads import chart, table_with_download
from pages.parts.telling import draw, literal, say
from pages.parts.view import View
from reports.charts.districts import districts_chart
from reports.charts.events import events_key, marked
from reports.charts.line import line_chart
from reports.charts.process import process_chart
from reports.markup.kpi import beneath_line
from reports.progress.before_after import before_after, marks
from reports.progress.districts import districts
from reports.progress.judgement import Judgement
from reports.progress.readings import Line
from reports.sentences.districts import districts_alternative, districts_headline, districts_method
from reports.sentences.line import legend_sentences, line_alternative, line_headline
from reports.sentences.process import (
    assurance_sentence,
    no_limits_sentence,
    process_alternative,
    rebase_sentences,
    trial_sentence,
    variation_sentence,
)
from reports.tables.before_after import before_after_table
from reports.tables.districts import districts_table
from reports.tables.line import line_table


def line_tab(view: View, judged: Judgement) -> None:
    """The line with its standards and events, and what stood before and after each event."""
    line = judged.line
    happened = marks(view.progress, line.kpi, view.quarter)
    lettered = marked(happened, view.quarters)
    headline = line_headline(line)
    st.header(literal(headline))
    key = [" ".join(legend_sentences(line)), *([events_key(lettered)] if lettered else [])]
    chart(view, line_chart(line, lettered), line.kpi.id, f"{_about(line)}: {headline}", line_alternative(line), *key)
    draw(beneath_line(key, before_after_table(before_after(line, happened))))


def _about(line: Line) -> str:
    return f"{line.kpi.title}, {line.area.name}"


def table_tab(view: View, judged: Judgement) -> None:
    """The same figures as a table, each with the cells it was read from."""
    line = judged.line
    st.header(literal(f"{line.area.name}, quarter by quarter, newest first"))
    table_with_download(view, line_table(line), _about(line), f"{line.kpi.id}.csv", line.kpi.source)


def districts_tab(view: View, judged: Judgement) -> None:
    """The districts ranked, and which differences are noise."""
    kpi = judged.line.kpi
    found = districts(view.progress, kpi, view.quarter)
    if found is None:
        say(f"This KPI is not collected by district, only for {kpi.areas[0].name}.")
        return
    headline = districts_headline(found)
    st.header(literal(headline))
    if any(place.value is not None for place in found.places):
        about = f"{kpi.title}: {headline}"
        chart(view, districts_chart(found), f"{kpi.id}-districts", about, districts_alternative(found))
    say(districts_method(found), quiet=True)
    about = f"{kpi.title}, districts in {view.quarter}"
    table_with_download(view, districts_table(found), about, f"{kpi.id}-districts.csv", kpi.source)


def process_tab(view: View, judged: Judgement) -> None:
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
    line = judged.line
    about = f"{_about(line)}: {variation_sentence(judged)}"
    chart(view, process_chart(judged), f"{line.kpi.id}-process-control", about, process_alternative(judged))
    for said in (trial_sentence(judged), *rebase_sentences(judged)):
        if said:
            say(said, quiet=True)
    st.caption(
        "Average and limits (average ± 2.66 × the mean moving range) show how far the figure moves when nothing special "
        "happens. Method: NHS England, Making Data Count."
    )
