"""The tabs of the KPI page that tell: what it is held against, what it means, where it comes from."""

import streamlit as st

from pages.parts.downloads import chart, table_with_download
from pages.parts.files import offer_original
from pages.parts.kpi.asking import asking_form
from pages.parts.telling import draw, literal, say
from pages.parts.view import View, database
from programme.access import Deed
from record.lineage import Origin, former_values, lineage, originals
from reports.charts.comparison import neighbours_chart, past_chart
from reports.markup.definitions import definition_markup
from reports.markup.pieces import bold_first
from reports.progress.comparison import AreaComparison, BySeries, by_series, comparisons, past
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading
from reports.sentences.comparison import NeighbourSet, comparison_headline, missing_sentences, rank_sentence
from reports.sentences.direction import RULE, rule_of
from reports.sentences.entries import DictionaryEntry
from reports.tables.comparison import comparison_table, neighbours_table, past_table
from reports.tables.lineage import former_table, lineage_table


def compared_tab(view: View, judged: Judgement) -> None:
    """England, the South East and both sets of neighbours, with every average named and every mismatch said."""
    published = by_series(view.records.evidence.published)
    found = comparisons(judged.reading, published)
    if not found:
        st.write("Nothing to hold this figure against was published for this area by the end of the quarter.")
    for missing in missing_sentences(judged.line.kpi):
        st.warning(literal(missing))
    for place, comparison in enumerate(found):
        _comparison(view, judged, comparison, place, published)


def _comparison(view: View, judged: Judgement, comparison: AreaComparison, place: int, published: BySeries) -> None:
    about = f"{comparison.own.title}, {comparison.own.covers}"
    st.header(literal(about))
    say(f"{comparison_headline(comparison)}.")
    for mismatch in comparison.mismatches:
        st.warning(literal(mismatch))
    file_name = f"{judged.line.kpi.id}-beside-others-{place + 1}.csv"
    table_with_download(view, comparison_table(comparison), file_name, comparison.own.source)
    _past(view, comparison, published)
    for column, neighbours in zip(st.columns(2), reversed(comparison.figures.sets), strict=False):
        with column:
            _neighbours(view, comparison, neighbours)


def _past(view: View, comparison: AreaComparison, published: BySeries) -> None:
    """The way there: one line for each over the published periods."""
    own = comparison.own
    before = past(comparison, published[own.series], view.quarter)
    if len(before.periods) > 1:
        drawn = past_chart(comparison, before)
        say(bold_first(f"{drawn.headline}."))
        chart(view, drawn, f"{own.series}-past")
        with st.expander("The same figures as a table"):
            table_with_download(view, past_table(comparison, before), f"{own.series}-past.csv", own.source)


def _neighbours(view: View, comparison: AreaComparison, neighbours: NeighbourSet) -> None:
    """One set: the rank with its count, the authorities ranked, and their figures with their sources."""
    say(bold_first(rank_sentence(comparison, neighbours)))
    name = f"{comparison.own.series}-{neighbours.dated}"
    chart(view, neighbours_chart(comparison, neighbours), name)
    with st.expander(literal(f"The {neighbours.dated} set as a table")):
        table_with_download(view, neighbours_table(comparison, neighbours), f"{name}.csv", comparison.own.source)


def definition_and_source_tab(view: View, judged: Judgement) -> None:
    """The cells that the figure came from, on the first screen of whoever asks for them, and below what the KPI means."""
    origin_tab(view, judged)
    definition_tab(view, judged)


def definition_tab(view: View, judged: Judgement) -> None:
    """What the KPI means, how it is worked out, and who answers for it."""
    kpi, entry = judged.line.kpi, DictionaryEntry(judged.line.kpi)
    st.header(literal(kpi.question))
    say(kpi.why)
    st.warning(literal(f"Take care: {kpi.caution}"))
    draw(definition_markup(entry))
    with st.expander("How its direction is worked out, and how that differs from Kent's papers"):
        say(rule_of(kpi))
        say(RULE)


def origin_tab(view: View, judged: Judgement) -> None:
    """The cells behind the figure, everything they ever said, and the files themselves."""
    reading = judged.reading
    st.header(literal(f"Where {'the hidden figure' if reading.hidden else reading.display} comes from"))
    say(f"Worked out as: {DictionaryEntry(reading.kpi).formula}. {reading.area.name}, {reading.result.period}.")
    origins = lineage(reading.result, view.records, database(), view.person)
    if not origins:
        say(f"There is no cell to go to: {reading.rated.reason or reading.display}.")
        return
    table_with_download(view, lineage_table(reading, origins), "cells.csv")
    if view.may(Deed.SEE_VERSIONS):
        _every_value(view, reading)
    asking_form(view, reading)
    _files(view, origins)


def _every_value(view: View, reading: Reading) -> None:
    found = former_values(reading.result, reading.hidden, database(), view.person)
    if not found:
        st.write("None of these inputs ever had another value.")
        return
    st.write("**Every value that these inputs ever had**")
    table_with_download(view, former_table(reading, found), "values.csv")


def _files(view: View, origins: list[Origin]) -> None:
    """The original files, for those who may see them."""
    for number, name in originals(origins).items():
        label = f"Download {name} as handed in (version {number})"
        offer_original(view.person, label, view.records.version(number))
