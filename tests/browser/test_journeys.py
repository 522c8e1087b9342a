"""The ways through the app that people take before and in a meeting, from the first second of a fresh server."""

import re
from io import BytesIO

import openpyxl
import pytest

from loaders.forms.filling import cell_value
from programme.glossary import terms_in
from programme.quarter import Quarter
from tests.browser.steps import arrive, press, settle, visit

pytestmark = pytest.mark.browser
NEXT = Quarter.parse("2024/25 Q4")


def heading(page) -> str:
    return page.locator("h1").inner_text()


def downloaded(page, label: str) -> openpyxl.Workbook:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=label).click()
    return openpyxl.load_workbook(BytesIO(waiting.value.path().read_bytes()))


def drop(page, form: openpyxl.Workbook, folder, name: str) -> None:
    form.save(folder / name)
    page.locator("input[type=file]").set_input_files(folder / name)
    page.get_by_text(name).first.wait_for()
    page.get_by_role("heading", name="3. What was found").wait_for()
    settle(page)


def answer_every_query(page) -> None:
    """The form brings last quarter's actions forward: what is out of date in them is asked about."""
    page.get_by_role("button", name="Accept the return").wait_for()
    settle(page)
    for reason in page.get_by_label(re.compile("^(One r|R)eason for")).all():
        reason.fill("The lead brings the date to the next meeting")
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
            row[3].value = cell_value(known.get((row[0].value, row[2].value)))
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
    page.get_by_text(re.compile(r"Figures: \d+ new")).first.wait_for()
    answer_every_query(page)
    page.get_by_label("Your name or role").fill("SEND performance analyst")
    page.get_by_label("Your name or role").press("Tab")
    page.wait_for_timeout(1_000)  # what was typed is sent after a moment, and the page drawn with it
    settle(page)
    press(page.get_by_role("button", name="Accept the return"), page.get_by_text("mended.xlsx is accepted as version 12."))
    visit(page, f"{own_server}/kpi?kpi=oldest_open_assessment_weeks&quarter=2024/25+Q4")
    assert "30 weeks" in heading(page)


def of_the_team() -> openpyxl.Workbook:
    """A workbook in a form of somebody's own, which nothing here knows."""
    book = openpyxl.Workbook()
    book.active.title = "Team"
    for line in (["Assessments, Q4 2024/25"], [], ["Area", "Weeks that the oldest is open"], ["Kent", 30]):
        book.active.append(line)
    return book


def write(page, label: str, text: str) -> None:
    """Type into the last box of this label, and leave it."""
    box = page.get_by_label(label).last
    box.fill(text)
    box.press("Tab")
    page.wait_for_timeout(500)  # what was typed is sent after a moment
    settle(page)


def test_an_analyst_teaches_an_unknown_workbook_and_its_number_opens_at_its_own_cell(page, own_server, tmp_path):
    visit(page, f"{own_server}/upload")
    drop(page, of_the_team(), tmp_path, "team.xlsx")
    page.get_by_text("Nothing here knows this kind of file.").wait_for()
    page.get_by_text("Shall I learn it?").click()
    page.get_by_text("Mark the figures of one measure").wait_for()
    settle(page)
    write(page, "First figure, like C7", "B4")
    page.get_by_label("What are they?").last.fill("Whole weeks since the request")
    page.get_by_label("What are they?").last.press("Enter")
    page.get_by_role("cell", name="Team!B4").wait_for()
    settle(page)
    write(page, "What is this kind of file called?", "The team's assessments")
    write(page, "Whose is it, and why is it read?", "the team sends it every quarter")
    write(page, "Your name or role", "SEND performance analyst")
    press(
        page.get_by_role("button", name="Keep it, and read the file with it"),
        page.get_by_text("This looks like The team's assessments (1 of 1 table, 100% of its words)"),
    )
    answer_every_query(page)
    write(page, "Your name or role", "SEND performance analyst")
    press(page.get_by_role("button", name="Accept the return"), page.get_by_text("team.xlsx is accepted as version 12."))
    visit(page, f"{own_server}/kpi?kpi=oldest_open_assessment_weeks&quarter=2024/25+Q4")
    assert "30 weeks" in heading(page)
    page.get_by_role("tab", name="Definition and source").click()
    page.get_by_role("cell", name="B4", exact=True).wait_for()
    assert page.get_by_role("cell", name="Team", exact=True).count() == 1


def test_a_board_member_from_this_quarter_through_a_weakness_to_the_meeting_and_back_in_time(page, filled):
    visit(page, filled)
    now = heading(page)
    page.get_by_role("link", name="8 Health waiting times").click()
    arrive(page, "Health waiting times: of 19 KPIs")
    for part in ("Delivered", "Changed", "What evidence is missing"):
        page.get_by_role("heading", name=part).wait_for()
    page.get_by_role("link", name="Meetings", exact=True).click()
    arrive(page, "For the meeting: 22 KPIs are red")
    page.locator(".agenda").get_by_role("link", name="Autism, ADHD: over a year").click()
    page.get_by_text("item 1 of ").wait_for()
    settle(page)
    first = heading(page)
    page.get_by_role("button", name="Next").click()
    page.get_by_text("item 2 of ").wait_for()
    page.keyboard.press("ArrowRight")
    page.get_by_text("item 3 of ").wait_for()
    settle(page)
    assert heading(page) != first
    page.get_by_role("link", name="Back to Meetings").click()
    arrive(page, "For the meeting: 22 KPIs are red")
    page.get_by_role("link", name="This quarter", exact=True).click()
    arrive(page, now)
    page.get_by_role("button", name="View").click()
    page.get_by_label("As at").fill("2024-11-30")
    page.get_by_label("As at").press("Enter")
    page.get_by_text("As at 30 November 2024 at 23:59:").wait_for()
    settle(page)
    assert heading(page) != now
    page.get_by_role("link", name="Back to now").click()
    page.get_by_text("As known now").wait_for()
    settle(page)
    assert page.locator(".strip").inner_text().startswith("2024/25 Q2, Kent, final.")
    page.go_back()
    page.get_by_text("As at 30 November 2024 at 23:59:").wait_for()


def test_a_programme_lead_from_what_changed_to_a_kpi_and_the_cell_it_came_from(page, filled):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, filled)
    page.get_by_role("tab", name="What changed").click()
    page.get_by_role("heading", name="What changed from 2024/25 Q2 to 2024/25 Q3").wait_for()
    page.get_by_role("searchbox").fill("plans within 20 weeks rolling")
    page.get_by_role("searchbox").press("Enter")
    page.locator(".hits li", has_text="KPI").get_by_role(
        "link", name="Plans issued within 20 weeks, rolling 12 months"
    ).first.click()
    arrive(page, "Plans issued within 20 weeks, rolling 12 months")
    page.get_by_role("tab", name="Definition and source").click()
    page.get_by_text("Figures!").first.wait_for()
    settle(page)
    page.get_by_role("button", name="View").click()
    page.get_by_role("button", name="Copy link").click()
    page.get_by_text("Copied").wait_for()
    colleague = page.context.new_page()
    visit(colleague, page.evaluate("navigator.clipboard.readText()"))
    colleague.get_by_text("Figures!").first.wait_for()
    assert heading(colleague) == heading(page)


TOP = "document.querySelector('[data-testid=stMain]').scrollTop"


def test_a_member_from_this_quarter_to_the_cell_behind_a_red_in_three_clicks_and_back_to_the_place_in_the_list(page, filled):
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, filled)
    finding = heading(page)
    page.locator(".needs").get_by_role("link", name="Red and worsening").click()
    red = page.locator(".needed").get_by_role("link", name="Autism, ADHD: over a year").first
    page.wait_for_function(f"{TOP} > 100")
    page.wait_for_timeout(1_800)  # until the page stands still where the link led
    top = page.evaluate(TOP)
    red.click()
    arrive(page, "Waiting over 52 weeks for an autism or ADHD assessment")
    page.get_by_role("tab", name="Definition and source").click()
    cell = page.get_by_role("cell", name="D13", exact=True)
    cell.wait_for()
    assert cell.bounding_box()["y"] < 720
    page.go_back()
    page.go_back()
    arrive(page, finding)
    page.wait_for_function(f"Math.abs({TOP} - {top}) < 3")


def test_a_lead_finds_everything_that_needs_the_board_without_typing(page, filled):
    visit(page, filled)
    counts = page.locator(".needs li")
    counts.first.wait_for()
    total = 0
    for each in counts.all():
        way = each.get_by_role("link")
        listed = page.locator(f"[id='{way.get_attribute('href').removeprefix('#')}']")
        assert listed.get_by_role("heading").inner_text().startswith(way.inner_text())
        assert listed.locator("li a").count() == int(each.locator("b").inner_text())
        total += listed.locator("li a").count()
    assert counts.count() >= 7 and total == int(page.locator(".needs h2 b").inner_text())


def test_a_parent_reads_one_page_and_nothing_else(page, filled):
    visit(page, filled)
    page.get_by_role("link", name="For parents").click()
    arrive(page, "Help for children with special needs in Kent")
    told = page.locator("article.plainly").inner_text()
    assert len(f"{heading(page)} {told}".split()) <= 250
    assert [each.term for each in terms_in([told]) if f"{each.term} means " not in told] == []
    assert page.locator("article.plainly h2").count() >= 3


def test_an_analyst_reaches_upload_in_one_click(page, filled):
    visit(page, filled)
    page.get_by_role("link", name="Data", exact=True).click()
    arrive(page, "Upload a return")
    page.get_by_test_id("stFileUploaderDropzone").wait_for()
