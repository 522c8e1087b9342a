from types import SimpleNamespace

import pytest
import streamlit as st

from pages.parts import downloads
from programme.areas import KENT
from programme.quarter import Quarter
from reports.charts.line import line_chart
from reports.tables.table import Column, table_of
from tests.pages.looking import read
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.lines import line_of, plans

Q3 = Quarter.parse("2024/25 Q3")
TABLE = table_of("Found & told", {Column("What"): lambda row: row}, ["<b>a</b>", "=1+1"])


@pytest.fixture
def view():
    return SimpleNamespace(
        records=records_of(a_figure("plans_issued", 10), versions=[a_version(illustrative=True)]), area=KENT, quarter=Q3
    )


@pytest.fixture
def drawn(monkeypatch):
    """What was given to Streamlit, by the function that took it."""
    given = {}
    for name in ("html", "plotly_chart", "download_button"):
        monkeypatch.setattr(st, name, lambda *taken, name=name, **more: given.update({name: (taken, more)}))
    return given


def test_a_table_is_told_and_can_be_taken_away_with_its_notes(view, drawn):
    downloads.table_with_download(view, TABLE, "found.csv", "DfE")
    assert read(drawn["html"][0][0]).listings == [[["What"], ["<b>a</b>"], ["=1+1"]]]
    (label, content, name, kind), more = drawn["download_button"]
    assert (label, name, kind) == ("Download as CSV", "found.csv", "text/csv")
    assert (more["key"], more["on_click"]) == ("found.csv", "ignore"), "the page is not drawn again for it"
    csv = content()
    assert "Found & told" in csv
    assert "Source: DfE" in csv
    assert "illustrative" in csv
    assert csv.rstrip().endswith("'=1+1")


def test_a_chart_has_its_words_and_an_image_that_bears_them(view, drawn):
    chart = line_chart(line_of(plans([40, 50]), quarters=2))
    downloads.chart(view, chart, "plans")
    _, more = drawn["plotly_chart"]
    assert more["alt"] == chart.alternative
    assert more["key"] == "chart plans"
    (label, content, name, kind), more = drawn["download_button"]
    assert (label, name, kind, more["key"]) == ("Chart as image (SVG)", "plans.svg", "image/svg+xml", "image plans")
    svg = content()
    assert svg.startswith("<svg")
    assert "illustrative" in svg
