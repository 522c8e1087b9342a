"""People sign in by another issuer's word: a provider in a process of its own, and a real browser."""

import json
import re
import shutil
import subprocess
import sys

import pytest

from tests.browser.conftest import free_port, serve
from tests.browser.steps import press, settle
from tests.browser.test_axe import violations
from tests.browser.test_sign_in import ENDED, VIEW, click_on, drawn

pytestmark = pytest.mark.browser

PEOPLE = {
    "ann": {"name": "Ann Example", "groups": ["wsoa-analysts", "others"]},
    "bo": {"name": "Bo Example", "groups": ["wsoa-admins", "wsoa-readers"]},
    "cy": {"name": "Cy Example", "groups": ["others"]},
    "di": {"name": "Di Example", "_claim_names": {"groups": "src1"}},
}


def provider_at(port):
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    claims = [f"--user-claims={json.dumps({'sub': name} | told)}" for name, told in PEOPLE.items()]
    return subprocess.Popen([*command, *claims], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def at_an_issuer(demonstration_file, tmp_path_factory):
    """The address of a server where a provider on this machine vouches for people."""
    path = tmp_path_factory.mktemp("issuer") / "wsoa.duckdb"
    shutil.copy(demonstration_file, path)
    there, port = free_port(), free_port()
    provider = provider_at(there)
    configured = {
        "WSOA_SIGN_IN": "oidc",
        "WSOA_ADDRESS": f"http://localhost:{port}",
        "WSOA_OIDC_ISSUER": f"http://localhost:{there}",
        "WSOA_OIDC_CLIENT_ID": "wsoa",
        "WSOA_OIDC_CLIENT_SECRET": "secret",
        "WSOA_OIDC_CLAIM": "groups",
        "WSOA_OIDC_ROLES": "wsoa-analysts=analyst; wsoa-admins=administrator; wsoa-readers=reader",
        "WSOA_OIDC_NAME": "Kent Example",
    }
    try:
        for _ in serve(path, port=port, **configured):
            yield configured["WSOA_ADDRESS"]
    finally:
        provider.terminate()
        provider.wait(10)


def sign_in(page, name):
    page.get_by_role("link", name="Sign in with Kent Example").click()
    page.get_by_role("button", name=re.compile(rf"\b{name}\b")).click()


def signed_in(context, address, name, path="/"):
    page = context.new_page()
    page.goto(address + path)
    sign_in(page, name)
    drawn(page)
    return page


def test_a_deep_link_leads_by_the_issuer_to_the_same_view_and_each_sees_and_does_their_own(browser_of, at_an_issuer):
    for name, roles, may_upload in (("ann", "analyst", True), ("bo", "administrator and reader", False)):
        page = signed_in(browser_of(), at_an_issuer, name, VIEW)
        assert "area=Ashford" in page.url and "kpi=plans_within_20_weeks" in page.url and "Q2" in page.url
        page.get_by_text(f"Signed in as {PEOPLE[name]['name']} ({roles}), until").wait_for()
        page.get_by_text(f"The role {roles} came with the sign-in and is as old as that").wait_for()
        page.goto(f"{at_an_issuer}/data")
        takes = page.get_by_test_id("stFileUploaderDropzone")
        (takes if may_upload else page.get_by_text("Only an analyst may do this (upload)")).first.wait_for()
        assert takes.count() == may_upload


def test_who_has_no_role_and_whose_groups_are_too_many_are_told_so_and_stay_outside(browser_of, at_an_issuer):
    from axe_playwright_python.base import AXE_SCRIPT

    for name, title, told in (
        ("cy", "No access", "got: Cy Example, who is signed in at the issuer and has none."),
        ("di", "Sign in", "got: so many that it leaves them out of the sign-in."),
    ):
        page = browser_of().new_page()
        page.add_init_script(AXE_SCRIPT)
        page.goto(at_an_issuer + VIEW)
        assert violations(page) == set()
        sign_in(page, name)
        page.get_by_role("alert").get_by_text(told).wait_for()
        page.get_by_role("heading", name=title, level=1).wait_for()
        assert page.evaluate("document.activeElement.id") == "wrong"
        for scheme, width in (("light", 1280), ("dark", 320)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 700})
            assert violations(page) == set()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(at_an_issuer)
        assert "/sign-in" in page.url


def test_out_in_one_window_is_out_in_the_other_and_who_is_removed_is_out_at_the_next_click(browser_of, at_an_issuer):
    context = browser_of()
    one = signed_in(context, at_an_issuer, "ann")
    other = context.new_page()
    other.goto(at_an_issuer + VIEW)
    drawn(other)
    one.get_by_role("button", name="View").click()
    one.get_by_role("button", name="Sign out").click()
    one.get_by_text("You are signed out, in all windows of this browser.").wait_for()
    one.get_by_role("link", name="sign out there as well").wait_for()
    click_on(other)
    other.get_by_role("heading", name=ENDED).wait_for()
    other.get_by_role("link", name="Sign in").click()
    sign_in(other, "ann")
    drawn(other)
    admin = signed_in(browser_of(), at_an_issuer, "bo", "/people")
    admin.get_by_role("combobox", name=re.compile("Person")).click()
    admin.get_by_role("option", name=re.compile("^Ann Example")).click()
    settle(admin)
    admin.get_by_text("Remove this person").click()
    admin.get_by_text("Ann Example is out at their next click").wait_for()
    press(admin.get_by_role("button", name="Remove", exact=True), admin.get_by_text("Ann Example is removed."))
    click_on(other)
    other.get_by_text("An administrator ended this access.").wait_for()
    other.get_by_role("link", name="Sign in").click()
    sign_in(other, "ann")
    other.get_by_role("alert").get_by_text("whose access an administrator ended").wait_for()
