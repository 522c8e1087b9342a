from datetime import date
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from pages.parts import downloads
from pages.parts.view import View
from programme.areas import KENT
from programme.events import Event
from reports.charts.line import line_chart
from reports.documents.notes import ILLUSTRATIVE, SYMBOLS
from reports.progress.readings import Progress
from reports.tables.table import Cell, Column, Table
from tests.reports.build import records_of
from tests.reports.lines import NOW, line_of, plans

HAPPENED = Event(date(2024, 8, 6), None, "Improvement Notice lifted", "Notice lifted", "")


@pytest.fixture
def drawn(monkeypatch):
    """What is asked of Streamlit, by the name of its function."""
    asked = {}

    def asks(name):
        return lambda *given, **named: asked.setdefault(name, (given, named))

    page = SimpleNamespace(**{name: asks(name) for name in ("plotly_chart", "download_button")})
    monkeypatch.setattr(downloads, "st", page)
    monkeypatch.setattr(downloads, "draw", asks("html"))
    return asked


@pytest.fixture
def view():
    return View(Progress(records_of(*plans([50, 60]))), NOW, KENT, None)


def test_a_chart_is_drawn_with_its_words(drawn, view):
    chart = line_chart(line_of(plans([50, None, 60]), quarters=3))
    downloads.chart(view, chart, "plans")
    (figure,), named = drawn["plotly_chart"]
    assert list(next(each for each in figure.data if each.name == "Plans issued within 20 weeks").y) == [50, None, 60]
    assert (named["alt"], named["key"]) == (chart.alternative, "chart plans")


def test_its_image_bears_title_key_notes_and_what_its_figures_are(drawn, view):
    chart = line_chart(line_of(plans([50, 60]), quarters=2), [HAPPENED])
    downloads.chart(view, chart, "plans")
    (label, image, file_name, kind), _ = drawn["download_button"]
    assert (label, file_name, kind) == ("Chart as image (SVG)", "plans.svg", "image/svg+xml")
    texts = [each.text for each in ElementTree.fromstring(image()).iter("{http://www.w3.org/2000/svg}text")]
    told = " ".join(texts)
    assert texts[0] == chart.title
    for said in (chart.alternative, *chart.key, "What happened: A 2024/25 Q2 Notice lifted.", SYMBOLS, "(newest version "):
        assert said in told


def test_an_image_of_illustrative_figures_says_so(drawn, view, monkeypatch):
    monkeypatch.setattr(type(view.records), "illustrative", True)
    downloads.chart(view, line_chart(line_of(plans([50]), quarters=1)), "plans")
    assert ILLUSTRATIVE in drawn["download_button"][0][1]()


def test_a_table_is_listed_with_its_csv_that_says_what_it_is(drawn, view):
    table = Table("Plans, Kent", (Column("Area"),), ((Cell("Kent", "Kent"),),))
    downloads.table_with_download(view, table, "plans.csv", "SEN2")
    assert "<caption>Plans, Kent</caption>" in str(drawn["html"][0][0])
    (label, text, file_name, kind), _ = drawn["download_button"]
    assert (label, file_name, kind) == ("Download as CSV", "plans.csv", "text/csv")
    assert "Plans, Kent" in text() and "Source: SEN2" in text() and text().rstrip().endswith("Area\nKent")
