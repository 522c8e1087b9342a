import re
from xml.etree import ElementTree

from programme.areas import KENT
from programme.quarter import Quarter
from reports.markup.agenda import agenda_list
from reports.markup.grids import direction_word, kpi_grid, ratings_of
from reports.markup.measures import measures_table
from reports.markup.multiples import small_charts, small_multiples
from reports.progress.agenda import agenda
from reports.progress.kpi_groups import KpiGroup
from reports.progress.overview import overview
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


CARRIED = {
    "Level 2 by 19, with plans": "academic year 2022/23",
    "Level 3 by 19, with plans": "academic year 2022/23",
    "Phase transfers on time": "school year 2023/24",
    "Pupils on SEN support": "academic year 2023/24",
    "Pupils with plans": "academic year 2023/24",
    "Schools grant deficit": "financial year 2023/24",
    "Tribunal appeals": "calendar year 2023",
}
"""The annual figures of the demonstration that no return brought for its newest quarter, with the year they cover."""


def carried_in(html: str, row: str) -> dict[str, str]:
    """The years of the figures that are said to be carried forward, by the name that leads to the KPI in their row."""
    rows = re.findall(rf"<{row}[ >].*?</{row}>", str(html))
    told = {
        re.search("<a [^>]*>([^<]*)</a>", each): re.search("<small[^>]*>([^<]*), carried forward", each) for each in rows
    }
    return {name[1]: year[1] for name, year in told.items() if name and year}


def test_wherever_figures_are_listed_those_carried_forward_say_so_with_their_year_and_no_others(demonstration):
    found = overview(demonstration, KENT, NOW).judged
    assert carried_in(measures_table([KpiGroup("All", None, found)], {}, href, "All"), "tr") == CARRIED
    few = [each for each in found if each.line.kpi.short in CARRIED or each.line.kpi.id == PLANS]
    assert carried_in(small_multiples(small_charts(demonstration, few, KENT, NOW), href, "The key."), "li") == CARRIED
    on_the_agenda = ("Phase transfers on time", "Tribunal appeals")
    listed = carried_in(agenda_list(agenda(demonstration, KENT, NOW), href), "li")
    assert listed == {name: CARRIED[name] for name in on_the_agenda}


def test_a_figure_moved_since_the_year_that_it_is_held_against(demonstration):
    (appeals,) = [each for each in overview(demonstration, KENT, NOW).judged if each.line.kpi.short == "Tribunal appeals"]
    assert 'no real change</span> <small class="line">since the calendar year 2022</small>' in direction_word(appeals)
