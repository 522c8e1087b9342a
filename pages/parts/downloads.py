"""A chart with its words and an image to take away; a table with its CSV."""

from dataclasses import replace

import streamlit as st

from pages.parts.files import offer_file
from pages.parts.telling import draw
from pages.parts.view import View
from reports.charts.chart import Chart, RankedChart
from reports.charts.draw_plotly import chart_plotly
from reports.charts.svg import chart_svg
from reports.documents.notes import RETURNS, notes
from reports.exports.csv_text import csv_text
from reports.markup.paper import on_paper
from reports.markup.pieces import listing
from reports.tables.table import Table


def chart(view: View, drawn: Chart | RankedChart, name: str) -> None:
    """Draw a chart with its words, and offer it as an image that bears its title, its key and its notes."""
    bare = {"displayModeBar": False}
    st.plotly_chart(chart_plotly(drawn), theme=None, key=f"chart {name}", alt=drawn.alternative, config=bare)
    draw(on_paper(drawn))
    told = notes(view.records, drawn.subject, view.area.name, f"to {view.quarter}")[1:]
    with view.take_away:
        offer_file(
            view.person,
            f"Chart as image (SVG): {drawn.subject}",
            f"{name}.svg",
            "image/svg+xml",
            lambda: chart_svg(replace(drawn, notes=(*drawn.notes, *told))),
        )


def listed_table(table: Table, view: View | None = None) -> None:
    """A table to read, in a frame that scrolls where the screen is narrow; with a view, what it speaks of is a link."""
    draw(listing(table, view and view.href))


def table_with_download(view: View, table: Table, file_name: str, source: str = RETURNS) -> None:
    """A table and its CSV, whose head says what it is, from where, as at when, and whether its figures are real."""
    listed_table(table, view)
    offer_table(view, table, file_name, source)


def offer_table(view: View, table: Table, file_name: str, source: str = RETURNS) -> None:
    """The CSV of a table that the page shows in another way."""
    with view.take_away:
        offer_file(
            view.person,
            f"Table as CSV: {table.caption}",
            file_name,
            "text/csv",
            lambda: csv_text(table, notes(view.records, table.caption, source=source)),
        )
