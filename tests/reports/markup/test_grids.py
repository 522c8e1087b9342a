import re
from xml.etree import ElementTree

import pytest

from kpis.trend import Direction, Travel
from programme.areas import KENT, area_named
from record.records import FIRST_QUARTER
from reports.markup.grids import LISTED, attention_panel, groups_grid, kpi_grid, ratings_of, travel_word
from reports.progress.outcomes import beside_all
from reports.progress.overview import overview
from reports.sentences.heat import heat_of_overview
from tests.reports.build import progress_of
from tests.reports.lines import NOW, PLANS, judged, plans

FALLING = [60, 55, 50, 45, 38, 30, 20]


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def text(element) -> str:
    return "".join(element.itertext())


def tree(html: str) -> ElementTree.Element:
    """The markup as a tree; images are the only tags that HTML leaves open."""
    return ElementTree.fromstring(re.sub(r"(<img[^>]*)>", r"\1/>", str(html)))


@pytest.fixture(scope="module")
def groups():
    progress = progress_of(*plans(FALLING))
    seen = overview(progress, KENT, NOW)
    return tree(groups_grid(beside_all(progress, NOW), heat_of_overview(seen), seen.group_counts, href))


def test_nine_weaknesses_and_five_workstreams_each_with_a_heading_and_a_link(groups):
    links = [link.get("href") for link in groups.iter("a")]
    assert links == [
        *(f"weakness?weakness={number}" for number in range(1, 10)),
        *(f"workstream?workstream={number}" for number in range(1, 6)),
    ]
    assert [text(kind) for kind in groups.iter("th") if kind.get("scope") == "rowgroup"] == [
        "Nine weaknesses",
        "Five workstreams",
    ]
    assert sum(head.get("scope") == "row" for head in groups.iter("th")) == 14


def test_every_row_says_position_moves_ratings_and_each_quarter_in_words(groups):
    row = next(row for row in groups.iter("tr") if "EHC process" in text(row))
    position, moves, ratings, *quarters = row.findall("td")
    assert text(position).startswith("? Too little evidence. Of ")
    assert text(moves) == "↗ 0 improved ↘ 2 worsened"
    assert text(ratings) == "▲ 2 red ◆ 0 amber ● 0 green ○ 17 not rated"
    assert text(quarters[-1]) == "22 of 2 rated are red"
    assert len(quarters) == NOW - FIRST_QUARTER + 1


def test_a_group_without_a_kpi_for_the_area_says_so():
    progress, ashford = progress_of(), area_named("Ashford")
    seen = overview(progress, ashford, NOW)
    grid = tree(groups_grid(beside_all(progress, NOW, ashford), heat_of_overview(seen), seen.group_counts, href))
    row = next(row for row in grid.iter("tr") if "Governance" in text(row))
    assert text(row.findall("td")[2]) == "no KPI for this area"


def test_the_grid_scrolls_by_keyboard_and_has_a_caption(groups):
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
        "↓ worsened since 2024/25 Q2trend worsening",
    ]
    assert row.find(".//a").get("href") == f"kpi?kpi={PLANS}"
    assert row.find(".//img").get("alt").startswith("from 60.0% in 2023/24 Q1 to 20.0% in 2024/25 Q3")
    assert text(row[-1]) == "▲red, 20.0%"


@pytest.mark.parametrize(
    ("travel", "words"),
    [
        (None, "nothing to compare"),
        (Travel("since last figure", Direction.SAME, 0.0, NOW - 1), "no change"),
        (Travel("since last figure", Direction.IMPROVED, -3.0, NOW - 1), "↓</span> improved"),
        (Travel("since last figure", Direction.WORSENED, 3.0, NOW - 1), "↑</span> worsened"),
        (Travel("since last figure", Direction.RISING, 3.0, NOW - 4), "since 2023/24 Q3"),
    ],
)
def test_the_arrow_is_the_numbers_way_and_the_word_is_what_it_means(travel, words):
    assert words in travel_word(travel)


def test_the_panel_lists_the_worst_and_leads_to_all_reds():
    panel = tree(attention_panel(overview(progress_of(*plans(FALLING)), KENT, NOW), href))
    assert [text(link) for link in panel.iter("a")] == [
        "Plans issued within 20 weeks",
        "Plans issued within 20 weeks, rolling 12 months",
        "Step through all 2 reds, one by one",
    ]
    assert len(panel.findall(".//li")) <= LISTED


def test_a_quarter_without_any_says_none():
    assert "<li>None.</li>" in attention_panel(overview(progress_of(), KENT, NOW), href)


def test_ratings_of_judgements_are_counted():
    assert ratings_of([judged(plans([90])), judged([])])["not rated"] == 1
