import pytest

from kpis.rating import Rating
from reports.language.linked import Way
from reports.markup.measures import COLUMNS, matrix_table, measures_table, ratings_filter
from reports.progress.comparison import England
from reports.progress.kpi_groups import KpiGroup
from reports.progress.matrix import matrix
from tests.reports.lines import STEADY, count, judged, plans
from tests.reports.markup.test_grids import href, text, tree
from tests.reports.progress.test_comparison import shown

STILL, FEW = judged(plans(STEADY), quarters=13), judged(plans([50, 51]), quarters=2)


@pytest.fixture(scope="module")
def listed():
    first = shown()[0]
    england = {STILL.line.kpi.id: England(first.own, 46.44)}
    return tree(
        measures_table([KpiGroup("6 EHC process", Way("weakness", (("weakness", "6"),)), (STILL,))], england, href, "All")
    )


def test_a_row_has_its_short_name_and_every_answer(listed):
    (row,) = [each for each in listed.iter("tr") if each.get("data-rating")]
    assert row.get("data-rating") == "amber"
    assert [cell.get("data-head") for cell in row.iter("td")] == list(COLUMNS[1:])
    (name,) = row.find("th").iter("a")
    assert (name.get("href"), name.text) == ("kpi?kpi=plans_within_20_weeks", "Plans within 20 weeks")
    told = {cell.get("data-head"): text(cell) for cell in row.iter("td")}
    assert (told["Figure"], told["Rating"], told["England"]) == ("43.0%", "◆ Amber", "46.4% calendar year 2024")
    pictures = [image.get("alt") for image in row.iter("img")]
    assert pictures[:2] == ["Common cause", "consistently fails"]


def test_a_group_leads_to_what_it_is_and_counts_its_kpis(listed):
    (head,) = [each for each in listed.iter("th") if each.get("scope") == "rowgroup"]
    assert (text(head), head.find("a").get("href")) == ("6 EHC process 1 KPI", "weakness?weakness=6")


def test_without_a_chart_of_the_newest_figure_no_icon_is_drawn():
    row = tree(measures_table([KpiGroup("All", None, (FEW,))], {}, href, "All"))
    (course,) = row.iter("img")
    assert course.get("class") == "sparkline"
    assert "no chart" in text(row)


def test_the_matrix_names_every_kpi_once_placed_or_not():
    table = tree(f"<div>{matrix_table(matrix([STILL, FEW]), href)}</div>")
    assert [text(each) for each in table.iter("th")] == [
        *("Consistently fails", "Hit or miss", "Consistently meets", "No target"),
        *(" Special cause concerning", " Common cause", " Special cause improving", " Neither better nor worse"),
    ]
    assert [text(each) for each in table.iter("li")] == ["◆ Plans within 20 weeks"]
    assert text(table.find("details")) == (
        "Without a chart of its newest figure, and so not placed: 1 KPI◆ Plans within 20 weeks"
    )


def test_the_filter_counts_what_it_shows():
    counts = {Rating.RED: 1, Rating.AMBER: 2, Rating.GREEN: 0, Rating.NOT_RATED: 3}
    buttons = list(tree(ratings_filter(counts)).iter("button"))
    assert [(each.get("data-show"), text(each), each.get("aria-pressed")) for each in buttons] == [
        ("", "All 6", "true"),
        ("red", "▲ Red 1", "false"),
        ("amber", "◆ Amber 2", "false"),
        ("green", "● Green 0", "false"),
        ("not rated", "○ Not rated 3", "false"),
    ]


def test_what_the_address_shows_is_pressed_and_the_rest_hidden():
    counts = {Rating.RED: 1, Rating.AMBER: 2, Rating.GREEN: 0, Rating.NOT_RATED: 3}
    buttons = tree(ratings_filter(counts, "red")).iter("button")
    assert [each.get("data-show") for each in buttons if each.get("aria-pressed") == "true"] == ["red"]
    drawn = measures_table([KpiGroup("All", None, (STILL,))], {}, href, "All", "red")
    assert "<tbody hidden>" in drawn and '<tr data-rating="amber" hidden>' in drawn
    drawn = measures_table([KpiGroup("All", None, (STILL,))], {}, href, "All", "amber")
    assert " hidden>" not in drawn


def test_a_figure_leads_to_its_cells(listed):
    (figure,) = [each for each in listed.iter("td") if each.get("data-head") == "Figure"]
    assert next(figure.iter("a")).get("href") == "kpi?kpi=plans_within_20_weeks&tab=Definition and source"


def test_a_hidden_figure_has_its_sign_where_others_have_a_level():
    found = judged(count("permanent_exclusions_send", [9, 3]), "permanent_exclusions_send")
    (row,) = list(tree(measures_table([KpiGroup("All", None, (found,))], {}, href, "All")).iter("tr"))[2:]
    told = {cell.get("data-head"): text(cell) for cell in row.iter("td")}
    assert (told["Figure"], told["Rating"], told["Direction"], told["Level"], told["Against target"]) == (
        *("c", "○ Not rated", "c", "c", ""),
    )
