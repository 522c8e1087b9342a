import re
from xml.etree import ElementTree

import pytest

from kpis.movement import Reference
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from record.records import FIRST_QUARTER
from reports.markup.grids import LISTED, attention_panel, direction_word, groups_grid, kpi_grid, ratings_of
from reports.progress.outcomes import beside_all
from reports.progress.overview import overview
from reports.sentences.heat import heat_of_overview
from tests.reports.build import progress_of
from tests.reports.lines import NOW, PLANS, count, judged, plans

FALLING = [60, 55, 50, 45, 38, 30, 20]
BROKEN = Quarter.parse("2021/22 Q4")


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
    baseline, revisit, last_year, moves, ratings, *quarters = row.findall("td")
    for position, since in zip((baseline, revisit, last_year), Reference, strict=True):
        assert text(position).startswith("? Too little evidence. Of 17 KPIs (1 borrowed: SEND tribunal appeal rate")
        assert since in text(position)
    assert text(moves) == "↗ 0 improving ↘ 1 worsening → 0 no real change"
    assert text(ratings) == "▲ 2 red ◆ 0 amber ● 0 green ○ 17 not rated"
    assert text(quarters[-1]) == "22 of 2 rated are red"
    assert len(quarters) == NOW - FIRST_QUARTER + 1


def test_a_group_without_a_kpi_for_the_area_says_so():
    progress, ashford = progress_of(), area_named("Ashford")
    seen = overview(progress, ashford, NOW)
    grid = tree(groups_grid(beside_all(progress, NOW, ashford), heat_of_overview(seen), seen.group_counts, href))
    row = next(row for row in grid.iter("tr") if "Governance" in text(row))
    assert text(row.findall("td")[4]) == "no KPI for this area"


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
        "↓ worsening since 2024/25 Q2",
    ]
    assert row.find(".//a").get("href") == f"kpi?kpi={PLANS}"
    assert row.find(".//img").get("alt").startswith("from 60.0% in 2023/24 Q1 to 20.0% in 2024/25 Q3")
    assert text(row[-1]) == "▲red, 20.0%"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (judged([]), "cannot be said"),
        (judged(plans([50, 50])), "→ no real change since 2024/25 Q2"),
        (judged(plans(FALLING)), "↓ worsening since 2024/25 Q2"),
        (judged(count("assessments_overdue", [200, 150]), "assessments_overdue"), "↓ improving since 2024/25 Q2"),
        (judged(count("requests_received", [700, 1, 1, 1, 900]), "requests_received"), "↑ rising since 2023/24 Q3"),
        (judged(plans([40, 60], last=BROKEN), last=BROKEN), "cannot be said (not comparable: break in 2021/22 Q4)"),
        (judged(count("permanent_exclusions_send", [9, 9, 9, 9, 3]), "permanent_exclusions_send"), "c"),
    ],
)
def test_the_arrow_is_the_numbers_way_and_the_word_is_what_it_means(found, words):
    assert text(tree(f"<td>{direction_word(found)}</td>")) == words


def test_the_panel_lists_the_worst_and_leads_to_all_reds():
    panel = tree(attention_panel(overview(progress_of(*plans(FALLING)), KENT, NOW), href))
    assert [text(link) for link in panel.iter("a")] == [
        "Plans issued within 20 weeks",
        "Step through all 2 reds, one by one",
    ]
    assert text(panel).endswith(
        "1 red and worsening · 0 red, no real change · 0 red and recovering · 1 red, direction cannot be said."
        "Of 1 KPI that can be compared, 1 really moved. If nothing had changed, chance alone would show fewer than one."
    )
    assert len(panel.findall(".//li")) <= LISTED


def test_a_quarter_without_any_says_none():
    assert "<li>None.</li>" in attention_panel(overview(progress_of(), KENT, NOW), href)


def test_ratings_of_judgements_are_counted():
    assert ratings_of([judged(plans([90])), judged([])])["not rated"] == 1
