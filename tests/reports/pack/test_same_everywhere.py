"""The same figure, rating, direction and hiding in the data, the workbook, the slides, on paper, and on the page."""

import csv
import re
import subprocess
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pyarrow import parquet

from programme.areas import KENT
from reports.exports.results import results
from reports.pack.glance import measured_table
from reports.progress.overview import overview
from tests.reports.pack.conftest import QUARTER

STEM = "board-pack-2024-25-Q3"


@pytest.fixture(scope="module")
def told(shown):
    """What is said of every measure of the whole area, as the pages and other programs get it, by its title."""
    judged = {each.line.kpi.id: each for each in overview(shown[0], KENT, QUARTER).judged}
    whole = [each for each in results(shown[0], QUARTER) if judged[each["kpi"]].reading.area.name == each["area"]]
    assert len(whole) == len(judged) == 87
    return {each["title"]: each for each in whole}


def test_the_data_files_hold_every_figure_of_every_area(made, shown):
    page = results(shown[0], QUARTER)
    lines = list(csv.DictReader(StringIO(made[f"{STEM}-figures.csv"].decode("utf-8-sig"))))
    typed = parquet.read_table(BytesIO(made[f"{STEM}-figures.parquet"])).to_pylist()
    assert len(page) == len(lines) == len(typed)
    for said, line, row in zip(page, lines, typed, strict=True):
        same = ("kpi", "area", "display", "rating", "direction", "sentence")
        assert [said[each] for each in same] == [row[each] for each in same]
        assert [said[each] for each in same[:2]] == [line[each] for each in same[:2]]
        assert (line["display"].lstrip("'"), line["rating"], line["direction"]) == tuple(said[each] for each in same[2:5])
        assert row["value"] == said["value"] == (float(line["value"]) if line["value"] else None)
        assert row["missing"] == line["missing"] == (said["unknown"] or "")
    hidden = [row for row in typed if row["missing"].startswith("Hidden so that no child")]
    assert hidden and all((row["display"], row["value"], row["numerator"]) == ("c", None, None) for row in hidden)


def rows_of(told, texts):
    """Measure by measure, the figure, the rating and the direction as `texts` has them: rows of the table of measures."""
    found = {re.sub(r" \(.*, carried forward\)$", "", row[0]): row for row in texts}
    return {title: found[title] for title in told if title in found}


def checked(told, texts, figure):
    found = rows_of(told, texts)
    for title, row in found.items():
        said = told[title]
        assert figure(row) in (said["display"], said["value"]), title
        assert row[4].split(" ", 1)[1].removesuffix(" (judged)").casefold() == said["rating"], title
        direction = row[5] if row[5][:1].isalpha() else row[5].split(" ", 1)[1]
        assert direction.startswith(said["direction"]) or said["direction"] == "cannot be said" in direction, title
    return found


def test_the_workbook_holds_every_figure_as_a_number(made, told):
    book = load_workbook(BytesIO(made[f"{STEM}.xlsx"]))
    rows = [row for row in book["All measures 1"].iter_rows(min_row=7, max_col=6, values_only=True) if row[4]]

    found = rows_of(told, rows)
    assert set(found) == set(told)
    for title, row in found.items():
        assert row[2] == ("[x]" if told[title]["value"] is None else pytest.approx(told[title]["value"])), title
    checked(told, rows, lambda row: told[re.sub(r" \(.*, carried forward\)$", "", row[0])]["value"])


def test_the_slides_show_what_the_page_shows(made, told):
    deck = Presentation(BytesIO(made[f"{STEM}.pptx"]))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    measures = [table for table in tables if table.cell(0, 0).text == "Measure"]
    assert len(measures) == 10
    seen = set()
    for table in measures:
        texts = [[cell.text for cell in row.cells] for row in list(table.rows)[1:]]
        if table.cell(0, 1).text == "Figure":  # the statements leave out what a figure covers
            texts = [[row[0], "", *row[1:]] for row in texts]
        seen |= set(checked(told, texts, lambda row: row[2]))
    assert len(seen) > 40


@pytest.mark.office
def test_on_paper_every_figure_stands_with_its_measure_rating_and_direction(made, told, shown, tmp_path):
    (tmp_path / "pack.pdf").write_bytes(made[f"{STEM}.pdf"])
    asked = ["pdftotext", "-raw", str(tmp_path / "pack.pdf"), "-"]
    paper = re.sub(r"\s+", "", subprocess.run(asked, capture_output=True, check=True).stdout.decode())
    table = measured_table(overview(shown[0], KENT, QUARTER).judged, "")
    assert len(table.rows) == len(told)
    for row in table.rows:
        assert re.sub(r"\s+", "", "".join(cell.text for cell in row)) in paper
    checked(told, [[cell.text for cell in row] for row in table.rows], lambda row: row[2])
