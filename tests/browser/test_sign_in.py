"""People sign in, by the real form: to the view they wanted, as themselves, and out in every window."""

import re
import shutil

import pytest

from access.people import demonstrate
from store.database import Database
from tests.accepting import person
from tests.browser.conftest import serve
from tests.browser.steps import press, settle
from tests.browser.test_axe import violations

pytestmark = pytest.mark.browser
VIEW = "/measures?kpi=plans_within_20_weeks&area=Ashford&quarter=2024%2F25+Q2"
ENDED = "Sign in to go on"


@pytest.fixture(scope="module")
def with_people(demonstration_file, tmp_path_factory):
    """A server with the five demonstration people: its address and their passwords."""
    path = tmp_path_factory.mktemp("people") / "wsoa.duckdb"
    shutil.copy(demonstration_file, path)
    with Database.open(path) as database:
        passwords = dict(demonstrate(database, person()))
    for address in serve(path):
        yield address, passwords


def sign_in(page, name, password):
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def drawn(page):
    page.wait_for_selector("h1")
    settle(page)


def signed_in(context, with_people, name, path="/"):
    page = context.new_page()
    page.goto(with_people[0] + path)
    sign_in(page, name, with_people[1][name])
    drawn(page)
    return page


def click_on(page):
    """A click that a run follows: to another page of the menu."""
    page.get_by_role("link", name="Weaknesses").first.click()
    settle(page)


def test_a_deep_link_is_kept_and_each_role_sees_and_does_its_own(browser_of, with_people):
    for name in ("reader", "analyst", "administrator"):
        page = signed_in(browser_of(), with_people, name, VIEW)
        assert "area=Ashford" in page.url and "kpi=plans_within_20_weeks" in page.url and "Q2" in page.url
        page.get_by_text(f"Signed in as {name} ({name}), until").wait_for()
        page.goto(f"{with_people[0]}/data")
        drawn(page)
        takes, told = page.get_by_test_id("stFileUploaderDropzone"), page.get_by_text("Only an analyst may do this (upload)")
        (takes if name == "analyst" else told).first.wait_for()
        assert takes.count() == (1 if name == "analyst" else 0)
        page.goto(f"{with_people[0]}/people")
        adds, told = (
            page.get_by_role("button", name="Add, and make a link"),
            page.get_by_text("What you see here is your own."),
        )
        (adds if name == "administrator" else told).first.wait_for()
        assert adds.count() == (1 if name == "administrator" else 0)


def test_signing_out_in_one_window_ends_the_other_and_a_copied_cookie_is_refused(browser_of, with_people):
    context = browser_of()
    one = signed_in(context, with_people, "lead")
    copied = context.cookies()
    other = context.new_page()
    other.goto(with_people[0] + VIEW)
    drawn(other)
    one.get_by_role("button", name="View").click()
    one.get_by_role("button", name="Sign out").click()
    one.get_by_text("You are signed out, in all windows of this browser.").wait_for()
    click_on(other)
    other.get_by_role("heading", name=ENDED).wait_for()
    again = browser_of()
    again.add_cookies(copied)
    page = again.new_page()
    page.goto(with_people[0])
    assert "/sign-in" in page.url


def test_who_is_removed_in_another_window_is_out_at_the_next_click(browser_of, with_people):
    chair = signed_in(browser_of(), with_people, "chair")
    admin = signed_in(browser_of(), with_people, "administrator", "/people")
    admin.get_by_role("combobox", name=re.compile("Person")).click()
    admin.get_by_role("option", name=re.compile("^chair")).click()
    admin.get_by_test_id("stMultiSelect").first.get_by_text("chair").wait_for()  # the run that shows the chosen one
    settle(admin)
    admin.get_by_text("Remove this person").click()
    press(admin.get_by_role("button", name="Remove", exact=True), admin.get_by_text("chair is removed."))
    click_on(chair)
    chair.get_by_role("heading", name=ENDED).wait_for()
    chair.get_by_text("An administrator ended this access.").wait_for()
    chair.get_by_role("link", name="Sign in").click()
    chair.get_by_label("Name").wait_for()


def test_the_form_has_nothing_serious_and_what_is_wrong_has_the_focus(browser_of, with_people):
    from axe_playwright_python.base import AXE_SCRIPT

    page = browser_of().new_page()
    page.add_init_script(AXE_SCRIPT)
    for path in ("/sign-in", "/first-password"):
        for width in (1280, 320):
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 700})
                page.goto(with_people[0] + path)
                assert violations(page) == set()
                assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{with_people[0]}/sign-in")
    sign_in(page, "reader", "wrong")
    page.get_by_role("alert").wait_for()
    assert page.evaluate("document.activeElement.id") == "wrong"
    assert page.title() == "Error: Sign in · WSoA Monitor"
    assert violations(page) == set()
