"""The public pages as anybody's browser shows them from a folder: axe light and dark, on a phone, without a script."""

import shutil

import pytest

from programme.access import person_here
from programme.quarter import Quarter
from reports.public.folder import write_folder
from reports.public_commands import exported
from store.database import Database
from tests.browser.test_axe import COLOUR, violations

pytestmark = pytest.mark.browser
NAMES = ("index", "weakness-4", "about")


@pytest.fixture(scope="module")
def folder(demonstration_file, tmp_path_factory):
    made = tmp_path_factory.mktemp("public")
    with Database.open(shutil.copy(demonstration_file, made / "wsoa.duckdb")) as database:
        write_folder(exported(database, Quarter(2024, 3), person_here("Chair")).all, made / "site")
    return made / "site"


def test_axe_finds_nothing_nothing_is_fetched_and_a_phone_shows_all_of_it(folder, browser_of):
    from axe_playwright_python.base import AXE_SCRIPT

    page, asked = browser_of().new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    found = {}
    for name in NAMES:
        for scheme, width in (("light", 1280), ("dark", 320)):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            page.goto(f"{(folder / name).as_uri()}.html")
            page.evaluate(AXE_SCRIPT)
            found[name, scheme] = violations(page, COLOUR if scheme == "dark" else None)
            assert page.evaluate("document.documentElement.scrollWidth") == width, name
            drawn = page.evaluate("[...document.images].map(each => each.complete && each.naturalWidth > 0)")
            assert all(drawn) and (name != "weakness-4" or drawn)
    assert {where: each for where, each in found.items() if each} == {}
    assert {address for address in asked if not address.startswith(folder.as_uri())} == set()
