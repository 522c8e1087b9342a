"""The parts of the KPI page: figure, line and table, definition, origin."""

import streamlit as st

from pages.parts.view import View, database
from programme.events import events
from reports.definitions import Entry
from reports.figures import chart_alternative, line_chart
from reports.lineage import lineage, lineage_table
from reports.markup import rating_chip
from reports.moment import day_text
from reports.progress import Line, Reading
from reports.tables import csv_text, line_table
from reports.wording import target_text


def figure_now(reading: Reading) -> None:
    """The chosen quarter's figure, its rating and what it covers."""
    st.html(f'<p><span class="figure">{reading.display}</span> {rating_chip(reading.rated.rating)}</p>')
    marks = [
        word for word, holds in (("carried forward", reading.carried), ("provisional", reading.result.provisional)) if holds
    ]
    covers = ", ".join([reading.area.name, reading.result.period, *marks])
    target = reading.rated.target
    judged = f"Target {target_text(reading.kpi, target)} ({target.basis})." if target else ""
    st.write(f"{covers}. {judged} {reading.rated.reason.capitalize()}")


def line_with_table(line: Line) -> None:
    """The chart, with its words, its table and its download."""
    alternative = chart_alternative(line)
    st.plotly_chart(line_chart(line, events()), key="line", alt=alternative, config={"displayModeBar": False})
    st.caption(alternative)
    table = line_table(line)
    with st.expander("The same figures as a table"):
        st.table(table, hide_index=True)
        st.download_button(
            "Download as CSV", csv_text(table, [line.kpi.title, line.area.name]), f"{line.kpi.id}.csv", "text/csv"
        )


def definition(kpi) -> None:
    """What the KPI means and who answers for it."""
    with st.expander("Definition", expanded=True):
        st.markdown(
            f"**{kpi.question}**\n\n{kpi.why}\n\n"
            f"- Worked out as: {Entry(kpi).formula}\n- Numerator: {kpi.numerator}\n"
            f"- Denominator: {kpi.denominator or 'none'}\n"
            f"- Period: {kpi.basis.name}\n- Source: {kpi.source}\n- Take care: {kpi.caution}\n"
            f"- Written by {kpi.written_by}, checked by {kpi.checked_by}, next review {day_text(kpi.next_review)}"
        )


def origin(reading: Reading, view: View) -> None:
    """The cells behind the figure."""
    st.subheader("Where the figure comes from")
    steps = lineage(reading, view.records, database())
    if not steps:
        st.write(f"No cell: {reading.display}.")
        return
    st.table(lineage_table(steps), hide_index=True)
