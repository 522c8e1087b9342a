import re
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
import streamlit as st

from pages.parts import downloads, files
from programme.access import Deed, Person, Role
from programme.areas import KENT
from programme.quarter import Quarter
from reports.charts.line import line_chart
from reports.tables.table import Column, table_of
from tests.pages.looking import read
from tests.reports.build import a_figure, a_version, records_of
from tests.reports.lines import line_of, plans
from web.shelf import Shelf

Q3 = Quarter.parse("2024/25 Q3")
TABLE = table_of("Found & told", {Column("What"): lambda row: row}, ["<b>a</b>", "=1+1"])


@pytest.fixture
def view():
    return SimpleNamespace(
        records=records_of(a_figure("plans_issued", 10), versions=[a_version(illustrative=True)]),
        area=KENT,
        quarter=Q3,
        person=Person("Somebody", "", frozenset({Role.READER})),
        take_away=nullcontext(),
        href=lambda thing, **choices: thing,
    )


@pytest.fixture
def shelf():
    return Shelf("a session")


@pytest.fixture
def drawn(monkeypatch, shelf):
    """What was given to Streamlit, by the function that took it."""
    given = {}
    for name in ("html", "plotly_chart"):
        monkeypatch.setattr(st, name, lambda *taken, name=name, **more: given.setdefault(name, []).append((taken, more)))
    monkeypatch.setattr(files, "window", lambda: shelf)
    return given


def taken_away(drawn, shelf):
    """The link that was drawn last, and the file it leads to."""
    (link,), _ = drawn["html"][-1]
    return str(link), shelf.file(re.search(r'href="([^"]*)"', link)[1].rpartition("/")[2])


def test_a_table_is_told_and_can_be_taken_away_with_its_notes(view, drawn, shelf):
    downloads.table_with_download(view, TABLE, "found.csv", "DfE")
    assert read(drawn["html"][0][0][0]).listings == [[["What"], ["<b>a</b>"], ["=1+1"]]]
    link, file = taken_away(drawn, shelf)
    assert ">Table as CSV: Found &amp; told</a>" in link and 'data-name="found.csv"' in link
    assert (file.name, file.kind, file.deed) == ("found.csv", "text/csv", Deed.TAKE_AWAY)
    csv = file.make()
    assert "Found & told" in csv
    assert "Source: DfE" in csv
    assert "illustrative" in csv
    assert csv.rstrip().endswith("'=1+1")


def test_a_chart_has_its_words_and_an_image_that_bears_them(view, drawn, shelf):
    chart = line_chart(line_of(plans([40, 50]), quarters=2))
    downloads.chart(view, chart, "plans")
    ((_, more),) = drawn["plotly_chart"]
    assert more["alt"] == chart.alternative
    assert more["key"] == "chart plans"
    link, file = taken_away(drawn, shelf)
    assert f">Chart as image (SVG): {chart.subject}</a>" in link
    assert (file.name, file.kind) == ("plans.svg", "image/svg+xml")
    svg = file.make()
    assert svg.startswith("<svg")
    assert "illustrative" in svg
