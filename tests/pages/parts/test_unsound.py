from types import SimpleNamespace

import pytest

from kpis.reference_slips import every_slip_at_start
from pages.parts import unsound
from pages.parts.places import PAGES
from plumbing import reference
from programme.reference_check import PUT_RIGHT, reference_slips, slips_at_start
from tests.pages.looking import words
from tests.reference_copies import files_copied, put

SAID = "data/reference/plans.csv, row 2: valid_from must be a day, written like 2025-03-31, got: spring *2019*"


@pytest.fixture
def starting_with_a_slip(tmp_path, monkeypatch):
    """The app asks for the first time, and a reference file is not sound."""
    folder = files_copied(tmp_path)
    put(folder, "plans.csv", "2019-09-18", "spring *2019*")
    monkeypatch.setattr(reference, "REFERENCE", folder)
    slips_at_start.cache_clear()
    every_slip_at_start.cache_clear()
    yield folder
    slips_at_start.cache_clear()
    every_slip_at_start.cache_clear()


@pytest.mark.parametrize("page", ["this_quarter", "data"])
def test_every_page_says_the_slip_and_nothing_else(app, starting_with_a_slip, page):
    app.switch_page(f"pages/{page}.py") if page != "this_quarter" else None
    app.run()
    assert not app.exception
    assert words(app).splitlines()[:1] == ["The reference files must be put right first"]
    assert SAID in words(app)
    assert PUT_RIGHT in words(app)
    assert (len(app.error), len(app.button), app.get("file_uploader")) == (1, 0, [])


def test_a_file_that_is_put_right_needs_a_new_start(app, starting_with_a_slip):
    app.run()
    put(starting_with_a_slip, "plans.csv", "spring *2019*", "2019-09-18")
    assert reference_slips() == ()
    app.run()
    assert SAID in words(app), "what is made of the files is made once"


def test_every_page_of_the_app_has_its_address(monkeypatch):
    registered = []
    monkeypatch.setattr(unsound.st, "navigation", lambda pages, **_: registered.extend(pages) or pages[0])
    monkeypatch.setattr(unsound.st, "Page", lambda _, **named: SimpleNamespace(run=lambda: None, **named))
    unsound.say_what_is_unsound(())
    assert [each.url_path for each in registered] == list(PAGES)
    assert [each.url_path for each in registered if each.default] == ["this_quarter"]
