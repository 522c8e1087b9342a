"""The day of each of the three users, from their first click to their last."""

from io import BytesIO

import openpyxl
import pytest

from loaders.filling import shown
from programme.quarter import Quarter
from tests.browser.steps import arrive, settle, visit

pytestmark = pytest.mark.browser
NEXT = Quarter.parse("2024/25 Q4")


def downloaded(page, label: str) -> openpyxl.Workbook:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    return openpyxl.load_workbook(BytesIO(waiting.value.path().read_bytes()))


def drop(page, form: openpyxl.Workbook, folder, name: str) -> None:
    form.save(folder / name)
    page.locator("input[type=file]").set_input_files(folder / name)
    page.get_by_text(name).first.wait_for()
    page.get_by_role("heading", name="3. What was found").wait_for()
    settle(page)


def filled_like_last_year(form: openpyxl.Workbook, records) -> openpyxl.Workbook:
    """The form's values are those of the same quarter a year before; 30 weeks for the oldest assessment."""
    sheet = form["Figures"]
    known = {
        (name, figure.area.name): figure
        for (name, _, quarter), figure in records.evidence.facts.items()
        if quarter == NEXT - 4
    }
    for row in sheet.iter_rows(min_row=2):
        if row[0].value:
            row[3].value = shown(known.get((row[0].value, row[2].value)))
    oldest(form).value = 30
    return form


def oldest(form: openpyxl.Workbook):
    return next(row[3] for row in form["Figures"].iter_rows(min_row=2) if row[0].value == "oldest_open_assessment_weeks")


def test_an_analyst_gets_the_form_mends_what_was_found_and_accepts(page, own_server, demonstration_records, tmp_path):
    visit(page, f"{own_server}/upload")
    form = filled_like_last_year(downloaded(page, "Download the form"), demonstration_records)
    oldest(form).value = "thirty"
    place = f"Figures!{oldest(form).coordinate}"
    drop(page, form, tmp_path, "return.xlsx")
    page.get_by_text(place).first.wait_for()
    marked = downloaded(page, "The same workbook, with the cells marked")
    assert "got: thirty" in marked["Figures"][oldest(form).coordinate].comment.text
    assert marked.sheetnames[0] == "Findings"
    oldest(marked).value = 30
    drop(page, marked, tmp_path, "mended.xlsx")
    page.get_by_text("370 figures new").wait_for()
    page.get_by_label("Your name or role").fill("SEND performance analyst")
    page.get_by_role("button", name="Accept the return").click()
    page.get_by_text("mended.xlsx is accepted as version 7.").wait_for()
    visit(page, f"{own_server}/kpi?kpi=oldest_open_assessment_weeks&quarter=2024/25+Q4")
    assert "30 weeks" in page.locator("h1").inner_text()


def test_a_programme_lead_goes_from_what_changed_to_the_cell(page, filled):
    visit(page, f"{filled}/changes?quarter=2024/25+Q3")
    assert page.locator("h1").inner_text() == "What changed from 2024/25 Q2 to 2024/25 Q3"
    visit(page, f"{filled}/?quarter=2024/25+Q3")
    page.get_by_role("link", name="Plans issued after more than a year").first.click()
    arrive(page, "KPIs")
    page.get_by_role("tab", name="Where it comes from").click()
    settle(page)
    table = page.get_by_role("table").first
    table.wait_for()
    for told in ("2024-25-Q3.xlsx", "Figures", "SEND performance analyst"):
        assert told in table.inner_text()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    assert "plans_over_52_weeks" in page.url


def test_a_board_member_reads_a_weakness_steps_through_the_reds_and_goes_back_in_time(page, filled):
    visit(page, filled)
    now = page.locator("h1").inner_text()
    page.get_by_role("link", name="8 Health waiting times").click()
    arrive(page, "Weaknesses")
    for part in ("Delivered", "Changed", "What evidence is missing"):
        page.get_by_role("heading", name=part).wait_for()
    visit(page, f"{filled}/meeting")
    first = page.locator("h1").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("first => document.querySelector('h1').innerText !== first", arg=first)
    visit(page, f"{filled}/?as_at=2024-11-30")
    assert "As at 30 November 2024" in page.locator(".strip").inner_text()
    assert page.locator("h1").inner_text() != now
