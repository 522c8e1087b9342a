"""A chart with its words and an image to take away; a table with its CSV."""

import pandas as pd
import streamlit as st

from pages.parts.telling import draw
from pages.parts.view import View
from reports.charts.frame import Figure
from reports.charts.svg import chart_svg
from reports.documents.notes import RETURNS, notes
from reports.exports.csv_text import csv_text
from reports.markup.pieces import listing


def chart(view: View, figure: Figure, name: str, about: str, alternative: str, *key: str) -> None:
    """Draw a chart, and offer it as an image with its title and notes.

    `alternative` says in words what it shows; `key` is what explains its signs, which the image cannot do without.
    """
    st.plotly_chart(figure, key=f"chart {name}", alt=alternative, config={"displayModeBar": False})
    told = notes(view.records, about, view.area.name, f"to {view.quarter}")
    st.download_button(
        "Chart as image (SVG)",
        lambda: chart_svg(figure, about, [alternative, *key, *told[1:]]),
        f"{name}.svg",
        "image/svg+xml",
        key=f"image {name}",
        on_click="ignore",
    )


def listed(table: pd.DataFrame, caption: str) -> None:
    """A table to read, in a frame that scrolls where the screen is narrow."""
    draw(listing(table, caption))


def table_with_download(view: View, table: pd.DataFrame, about: str, file_name: str, source: str = RETURNS) -> None:
    """A table and its CSV, whose head says what it is, from where, as at when, and whether its figures are real."""
    listed(table, about)
    st.download_button(
        "Download as CSV",
        lambda: csv_text(table, notes(view.records, about, source=source)),
        file_name,
        "text/csv",
        key=file_name,
        on_click="ignore",
    )
