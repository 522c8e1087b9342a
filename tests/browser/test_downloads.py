"""What is taken away says what it is, and that the demonstration is illustrative."""

import pytest

from reports.documents.notes import ILLUSTRATIVE
from tests.browser.steps import settle, visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "link", "name", "about"),
    [
        ("/restatements", "Table as CSV", "restatements.csv", "Figures that have changed"),
        ("/returns", "Table as CSV", "returns.csv", "Returns received, by quarter"),
        (
            "/measures?kpi=plans_within_20_weeks",
            "Chart as image (SVG)",
            "plans_within_20_weeks.svg",
            "Plans issued within 20 weeks",
        ),
        ("/measures?kpi=permanent_exclusions_send", "Chart as image (SVG)", "permanent_exclusions_send.svg", "Permanent"),
    ],
)
def test_a_table_and_a_chart_bear_what_they_are_and_whether_it_is_real(page, filled, path, link, name, about):
    visit(page, f"{filled}{path}")
    page.get_by_role("button", name="Take away").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).first.click()
    assert waiting.value.suggested_filename == name
    told = waiting.value.path().read_text(encoding="utf-8")
    assert about in told and ILLUSTRATIVE in told


def test_an_original_is_what_was_handed_in(page, filled):
    visit(page, f"{filled}/returns")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the original file").click()
    assert waiting.value.suggested_filename == "2024-25-Q3.xlsx"
    assert waiting.value.path().read_bytes()[:2] == b"PK"


def test_a_reader_is_offered_no_original_and_gets_none(page, filled):
    visit(page, f"{filled}/returns")
    page.get_by_role("button", name="View").click()
    page.get_by_role("combobox", name="Look as").click()
    page.get_by_role("option", name="reader").click()
    page.get_by_role("link", name="Download the original file").wait_for(state="detached")
    settle(page)
    asked = "fetch('/originals/11?look_as=reader').then(async (answer) => [answer.status, await answer.text()])"
    status, sentence = page.evaluate(asked)
    assert status == 403
    assert sentence.startswith("Only an analyst may do this (see original), got: reader.")


def test_a_file_that_is_refused_is_said_beside_its_link_and_the_page_stays(chromium, filled):
    context = chromium.new_context()
    page = context.new_page()
    visit(page, f"{filled}/returns")
    context.clear_cookies()
    page.get_by_role("button", name="Take away").click()
    page.get_by_role("link", name="Table as CSV").first.click()
    page.get_by_text("Files are given to an open session of the app, got: none, or one that has ended.").wait_for()
    assert page.url.startswith(f"{filled}/data?tab=Returns")
    context.close()
