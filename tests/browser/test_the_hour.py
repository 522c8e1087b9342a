"""The analyst's hour: eleven faults are right after two uploads, one reason answers one cause, nothing is lost between."""

import os
import re
import shutil
import subprocess
import sys
from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import expect

from loaders.forms.filling import cell_value
from loaders.forms_out import form_of
from loaders.pipeline import known_to
from programme.access import person_here
from programme.quarter import Quarter
from store.database import Database
from tests.browser.conftest import ROOT, free_port, wait_until_healthy
from tests.browser.steps import press, settle, visit

pytestmark = pytest.mark.browser
NEXT = Quarter.parse("2024/25 Q4")
PATIENCE = 30_000  # milliseconds: a page of a fresh server reads the records first
REASON = "The lead brings the dates to the next meeting"


def start(database, port):
    """A server on a port of its own, that can be started again on the same one."""
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}", "--server.address=127.0.0.1"]
    environment = {**os.environ, "WSOA_DATABASE": str(database)}
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until_healthy(f"http://127.0.0.1:{port}", server)
    return server


@pytest.fixture
def kept(demonstration_file, tmp_path):
    path = tmp_path / "own.duckdb"
    shutil.copy(demonstration_file, path)
    return path


def filled(path) -> bytes:
    """The form with the last words brought forward, and the figures of a year ago."""
    with Database.open(path) as database:
        known = known_to(database, person_here("an analyst"))
        form = form_of(known, NEXT, (1, 2, 3, 4, 5)).form
        then = {(name, each.area.name): each for (name, _, when), each in known.facts.items() if when == NEXT - 4}
        for row in form["Figures"].iter_rows(min_row=2):
            if row[0].value:
                figure = then.get((row[0].value, row[2].value))
                row[3].value = cell_value(figure) if figure else "x"
    written = BytesIO()
    form.save(written)
    return written.getvalue()


def spoilt(content: bytes) -> bytes:
    """Eleven faults, one of them on the Cover."""
    form = openpyxl.load_workbook(BytesIO(content))
    figures, actions = form["Figures"], form["Actions"]
    next(row[1] for row in form["Cover"].iter_rows(max_col=2) if row[0].value == "Organisation").value = "Kent Conty Council"
    for row, typed in zip(range(2, 9), ("<5", "n/a", "tbc", "1,250", "41%", "plenty", None), strict=True):
        figures.cell(row, 4).value = typed
    figures.cell(9, 3).value = "Ashfrod"
    heads = {cell.value: cell.column for cell in actions[1]}
    actions.cell(3, heads["Forecast"]).value = "spring"
    actions.cell(4, heads["Status"]).value = "Purple"
    written = BytesIO()
    form.save(written)
    return written.getvalue()


def hand_in(page, content: bytes, name: str) -> None:
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )
    page.get_by_text(f"{name} is kept as your draft").wait_for()
    page.get_by_role("heading", name="3. What was found").wait_for()
    settle(page)


def nothing_stands_out(page) -> None:
    """On a phone every label of the answers is read without scrolling sideways."""
    wide = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_function("main => document.querySelector(main).scrollWidth <= 320", arg="[data-testid=stMain]")
    page.set_viewport_size(wide)
    settle(page)


def test_eleven_faults_two_uploads_one_reason_and_nothing_lost_between(page, kept):
    sound = filled(kept)
    port = free_port()
    server = start(kept, port)
    try:
        visit(page, f"http://127.0.0.1:{port}/data")
        hand_in(page, spoilt(sound), "return.xlsx")
        for fault in ("Kent Conty Council", "<5", "n/a", "tbc", "1,250", "41%", "plenty", "Ashfrod", "spring", "Purple"):
            page.locator("table.listing", has_text=fault).first.wait_for()
        page.get_by_text(re.compile(r"checks wait for the Cover's organisation\.")).wait_for()
        hand_in(page, sound, "return.xlsx")
        expect(page.get_by_text("Acceptable once")).to_be_visible(timeout=PATIENCE)
        page.get_by_role("button", name="Accept the return").wait_for()
        settle(page)
        for cause in page.get_by_label(re.compile("^(One r|R)eason for")).all():
            cause.fill(REASON)
            cause.press("Tab")
        page.get_by_label("Your name or role").fill("SEND analyst")
        page.get_by_role("link", name="Plan", exact=True).click()  # at once: what was typed reaches the draft before
        page.get_by_role("tab", name="Risks").first.wait_for()
        page.get_by_role("link", name="Data", exact=True).click()
        expect(page.get_by_label(re.compile("^One reason for all 15"))).to_have_value(REASON, timeout=PATIENCE)
        page.reload()
        expect(page.get_by_label(re.compile("^One reason for all 15"))).to_have_value(REASON, timeout=PATIENCE)
        server.terminate()
        server.wait(10)
        server = start(kept, port)
        page.get_by_text("WSoA Monitor was started again on").wait_for(timeout=PATIENCE)  # nothing is clicked
        expect(page.get_by_label(re.compile("^One reason for all 15"))).to_have_value(REASON, timeout=PATIENCE)
        expect(page.get_by_label("Your name or role")).to_have_value("SEND analyst", timeout=PATIENCE)
        nothing_stands_out(page)
        press(
            page.get_by_role("button", name="Accept the return"), page.get_by_text("return.xlsx is accepted as version 12.")
        )
        page.get_by_role("heading", name="What comes next").wait_for()
        assert page.get_by_role("heading", name="3. What was found").count() == 0
    finally:
        server.terminate()
        server.wait(10)
