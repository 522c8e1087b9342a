"""Paper: what the browser prints holds every item, every definition, the newest quarter, and charts that are whole."""

import re
import subprocess

import pytest

from kpis.registry import registry
from tests.browser.steps import settle, visit

pytestmark = [pytest.mark.browser, pytest.mark.office]
PRINTED = {"width": 703, "height": 1032}  # what the margins leave of A4, in pixels of paper
CUT = """([width, height]) => [...document.querySelectorAll('.on-paper, .multiples img, .actions svg')].filter((chart) => {
    const box = chart.getBoundingClientRect();
    return box.width && (box.left < 0 || box.right > width || box.height > height);
}).map((chart) => chart.outerHTML.slice(0, 90))"""
KEPT_WHOLE = "[...document.querySelectorAll('.on-paper')].map(chart => getComputedStyle(chart).breakInside)"


def printed(page, folder) -> str:
    """The words of the PDF that the browser makes of what it shows."""
    path = folder / "printed.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, timeout=60, check=True)
    return " ".join(told.stdout.split())


def test_a_measure_prints_its_chart_whole_to_the_newest_quarter(page, filled, tmp_path):
    page.set_viewport_size(PRINTED)
    visit(page, f"{filled}/measures?kpi=plans_within_20_weeks")
    told = printed(page, tmp_path)
    assert page.locator("h1").inner_text() in told
    assert "2024/25 Q3" in told
    assert "58.5%" in told


def test_a_presented_item_says_once_on_paper_which_quarter_it_is_and_whose_figures(page, filled, tmp_path):
    visit(page, f"{filled}/present")
    page.locator(".strip").first.wait_for(state="attached")
    told = printed(page, tmp_path)
    assert told.count("2024/25 Q3, Kent, final. As known now") == told.count("Demonstration data.") == 1
    assert "Take away" not in told and "Back to Meetings" not in told


@pytest.mark.parametrize(
    "path", ["measures?kpi=plans_within_20_weeks", "measures?kpi=plans_within_20_weeks&tab=Reliability", "plan"]
)
def test_no_chart_is_cut(page, filled, path):
    page.set_viewport_size(PRINTED)
    visit(page, f"{filled}/{path}")
    page.emulate_media(media="print")
    assert page.evaluate(CUT, [PRINTED["width"], PRINTED["height"]]) == []
    assert set(page.evaluate(KEPT_WHOLE)) <= {"avoid"}


def test_what_is_folded_on_the_screen_is_folded_on_paper(page, filled, tmp_path):
    """The plan printed every action with all that was ever returned about it: 43 pages."""
    visit(page, f"{filled}/plan")
    page.locator(".actions details").first.wait_for()
    told = printed(page, tmp_path)
    assert "APP-4.01" in told and "As returned, newest first" not in told
    page.locator(".actions summary", has_text="APP-4.01").click()
    assert printed(page, tmp_path).count("As returned, newest first") == 1


def test_paper_says_whose_state_it_is_and_what_is_on_record_once(page, filled, tmp_path):
    visit(page, f"{filled}/meetings?tab=On+record")
    told = printed(page, tmp_path)
    assert "Published on 10 February 2025. Corrected since: 1 text was written and 1 withdrawn. Demonstration data." in told
    assert told.count("Seven in ten wait more than a year") == 1, "the table, which paper would cut, says it again"
    visit(page, f"{filled}/meetings?tab=Minutes")
    told = printed(page, tmp_path)
    assert "Signed on 20 December 2024 at 09:15" in told and "Correct them" not in told


def test_the_meeting_prints_all_its_items(page, filled, tmp_path):
    visit(page, f"{filled}/meetings")
    page.locator(".agenda li a").first.wait_for()
    items = [" ".join(each.split()) for each in page.locator(".agenda li a").all_inner_texts()]
    told = printed(page, tmp_path)
    assert len(items) > 30
    assert [each for each in items if each not in told] == []


def test_the_dictionary_prints_all_its_definitions(page, filled, tmp_path):
    visit(page, f"{filled}/data?tab=Dictionary")
    page.wait_for_function(
        "count => document.querySelectorAll('.stExpander dl.facts').length === count", arg=len(registry())
    )
    settle(page)
    told = printed(page, tmp_path)
    assert told.count("Worked out as") == told.count("Signed written by") == len(registry())
    info = subprocess.run(
        ["pdfinfo", tmp_path / "printed.pdf"], capture_output=True, text=True, timeout=60, check=True
    ).stdout
    (pages,) = re.findall(r"^Pages: +(\d+)", info, re.M)
    assert int(pages) < len(registry()) * 0.6, "each kept whole, and two on a page"


def test_this_quarter_prints_nine_rows_and_what_needs_the_board(page, filled, tmp_path):
    visit(page, filled)
    page.locator(".needed li a").first.wait_for()
    page.locator(".standing-rows tbody tr:nth-child(9)").wait_for()
    needed = [" ".join(each.split()) for each in page.locator(".needed li a").all_inner_texts()]
    told = printed(page, tmp_path)
    assert "9 Reviewing outcomes" in told
    assert [each for each in needed if each not in told] == []
