import re
from xml.etree import ElementTree

from programme.quarter import Quarter
from reports.markup.grids import kpi_grid, ratings_of
from tests.reports.lines import NOW, PLANS, judged, plans

FALLING = [60, 55, 50, 45, 38, 30, 20]
BROKEN = Quarter.parse("2021/22 Q4")


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def text(element) -> str:
    return "".join(element.itertext())


def tree(html: str) -> ElementTree.Element:
    """The markup as a tree; images are the only tags that HTML leaves open."""
    return ElementTree.fromstring(re.sub(r"(<img[^>]*)>", r"\1/>", str(html)))


def test_the_grid_scrolls_by_keyboard_and_has_a_caption():
    groups = tree(kpi_grid([judged(plans(FALLING))], NOW.last(7), href, "KPIs of weakness 6, 2024/25 Q3."))
    assert (groups.get("tabindex"), groups.get("role")) == ("0", "region")
    assert groups.get("aria-label") == text(next(groups.iter("caption")))


def test_a_kpi_row_has_figure_target_rating_direction_course_and_cells():
    grid = tree(kpi_grid([judged(plans(FALLING), quarters=7)], NOW.last(7), href, "KPIs of weakness 6, 2024/25 Q3."))
    row = grid.find(".//tbody/tr")
    assert [text(cell) for cell in row][:5] == [
        "Plans issued within 20 weeksKent, October to December 2024",
        "20.0%",
        "at least 60.0%",
        "▲ Red",
        "↓ worsening since 2024/25 Q2",
    ]
    assert row.find(".//a").get("href") == f"kpi?kpi={PLANS}"
    assert row.find(".//img").get("alt").startswith("from 60.0% in 2023/24 Q1 to 20.0% in 2024/25 Q3")
    assert text(row[-1]) == "▲red, 20.0%"


def test_ratings_of_judgements_are_counted():
    assert ratings_of([judged(plans([90])), judged([])])["not rated"] == 1


def test_each_cell_of_the_heat_map_leads_to_the_figure_that_it_shows():
    one = judged(plans(FALLING), quarters=7)
    row = tree(kpi_grid([one], NOW.last(7), href, "KPIs.")).find(".//tbody/tr")
    cells = [cell for cell in row if "heat" in cell.get("class", "").split()]
    assert len(cells) == 7
    for cell, reading in zip(cells, one.line.readings, strict=True):
        (way,) = cell.iter("a")
        assert way.get("href") == f"kpi?kpi={PLANS}&quarter={reading.quarter}"
        assert f"{reading.rated.rating}, {reading.display}" in text(cell)
