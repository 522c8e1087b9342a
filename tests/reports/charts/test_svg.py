import re

import pytest

from programme.sheets.actions import ACTIONS
from reports.charts.chart import Ranked, Series, Steps, Stroke
from reports.charts.districts import districts_chart
from reports.charts.line import line_chart
from reports.charts.paper import Paper
from reports.charts.process import process_chart
from reports.charts.slips import slip_chart
from reports.charts.svg import chart_svg
from tests.reports.acting import DONE, LATER, followed, log
from tests.reports.charts.drawing import DOT, SVG, chart_of, image, ranking_of, texts
from tests.reports.charts.test_districts import found as districts_found
from tests.reports.lines import judged, line_of, plans
from tests.reports.progress.test_districts import share_figures

A4_WIDTH = 482  # points of 17 cm, the width of the text on a page
PAPER = Paper(width=600, height=300, titled=False, noted=False)


def on_paper():
    line = line_of(plans([30 + each for each in range(23)]), quarters=23)
    return [
        line_chart(line),
        process_chart(judged(plans([10, 12, 11, 13, 10, 12, 11, 90]))),
        slip_chart([followed(log(Q1=[{}], Q3=[ACTIONS.typed(forecast=LATER)]))]),
    ]


def test_it_bears_its_title_and_its_notes_and_reads_on_white():
    chart = chart_of(50, 60, subject="Plans < 20 weeks & more", notes=("Source: returns", "Illustrative"))
    found = image(chart)
    assert texts(found)[0] == "Plans < 20 weeks & more: From 50% to 60%" == found.find(f"{SVG}title").text
    assert texts(found)[-2:] == ["Source: returns", "Illustrative"]
    assert (found.find(f"{SVG}rect").get("fill"), found.get("fill")) == ("#FFFFFF", "#16191D")


def test_it_tells_the_chart_in_words_with_its_key():
    found = image(chart_of(50, 60, key=("● green.",)))
    assert texts(found)[-2:] == ["first 50%, newest 60%", "● green."]
    assert found.find(f"{SVG}desc").text == "first 50%, newest 60%"


@pytest.mark.parametrize("chart", on_paper(), ids=lambda chart: chart.subject)
def test_on_paper_it_is_600_wide_with_letters_of_9_to_12_points_and_neither_title_nor_notes(chart):
    found = image(chart, PAPER)
    assert found.get("width") == "600"
    assert not {chart.title, chart.alternative, *chart.notes} & set(texts(found))
    points = {float(each.get("font-size")) * A4_WIDTH / 600 for each in found.iter(f"{SVG}text")}
    assert 9 <= min(points) <= 10 and max(points) < 12
    assert {float(each.get("font-size")) for each in found.iter(f"{SVG}text") if each.get("font-weight")} <= {14}
    assert chart.alternative == found.find(f"{SVG}desc").text


def test_without_names_to_explain_the_paper_has_the_height_that_was_asked_for():
    line, process, _ = on_paper()
    assert image(line, PAPER).get("height") == "300"
    assert image(process, PAPER).get("height") == "316", "one row of names beneath it"


@pytest.mark.parametrize("paper", [PAPER, Paper(), Paper(width=450, letter=10)], ids=lambda paper: f"{paper.width} wide")
def test_nothing_stands_outside_the_sheet(paper):
    charts = [*on_paper(), districts_chart(districts_found(share_figures([50] * 11 + [90])))]
    for found in (image(chart, paper) for chart in charts):
        width, height = float(found.get("width")), float(found.get("height"))
        assert all(
            0 <= float(each.get("x")) <= width and 0 < float(each.get("y")) <= height for each in found.iter(f"{SVG}text")
        )
        for path in found.iter(f"{SVG}path"):
            for x, y in (map(float, each.split()) for each in re.split("[ML]", path.get("d"))[1:]):
                assert -0.1 <= x <= width + 0.1 and -0.1 <= y <= height + 0.1


def test_its_font_and_the_size_of_its_letters_are_asked_for():
    found = image(chart_of(50), Paper(font="Source Sans 3", letter=15))
    assert (found.get("font-family"), found.get("font-size")) == ("Source Sans 3", "15")
    assert {float(each.get("font-size")) for each in found.iter(f"{SVG}text")} == {20, 15, 13.75}


def test_what_lines_and_signs_mean_is_named_beneath_in_rows_that_fit():
    names = [f"APP-6.{number:02}" for number in range(1, 9)]
    series = tuple(Series(name, (50,), Stroke("#000000"), (DOT,), keyed=True) for name in names)
    wide, narrow = (image(chart_of(50, series=series), Paper(width=width, noted=False)) for width in (960, 400))
    rows = [{each.get("y") for each in found.iter(f"{SVG}text") if each.text in names} for found in (wide, narrow)]
    assert (len(rows[0]), len(rows[1])) == (1, 3)
    assert all(float(each.get("x")) < 400 for each in narrow.iter(f"{SVG}text") if each.text in names)


def test_a_standard_that_does_not_bear_its_name_is_named_beneath():
    agreed = Steps("First agreed date", (50,), Stroke("#000000"), keyed=True)
    assert "First agreed date" in texts(image(chart_of(50, standards=(agreed,))))


def test_dates_and_what_the_lines_mean_stand_beside_a_chart_of_slips():
    logs = log(
        Q1=[{}, ACTIONS.typed(ref="APP-6.02")], Q3=[ACTIONS.typed(forecast=LATER), ACTIONS.typed(ref="APP-6.02") | DONE]
    )
    found = image(slip_chart([followed(logs), followed(logs, ref="APP-6.02")]))
    assert {"2024", "2025", "APP-6.01", "APP-6.02"} <= set(texts(found))


def test_kinds_of_variation_are_named_beneath():
    found = image(process_chart(judged(plans([10, 12, 11, 13, 10, 12, 11, 90]))))
    assert {"Special cause improving", "Special cause concerning"} <= set(texts(found))


def test_a_long_title_and_a_chart_of_nothing_can_be_drawn():
    assert len([each for each in texts(image(chart_of(50, headline="very long " * 40))) if "very" in each]) > 3
    for empty in (chart_of(), ranking_of(), slip_chart([])):
        assert chart_svg(empty).startswith("<svg ")


def test_a_ranking_names_its_rows_with_their_amounts():
    found = image(ranking_of(Ranked("Dover", "56.8%", 56.8, DOT), suffix="%"))
    assert {"Dover", "56.8%", "20%"} <= set(texts(found))
