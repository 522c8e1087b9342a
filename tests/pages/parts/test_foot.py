import tomllib
from pathlib import Path

import pytest

from pages.parts.foot import foot, program_version
from tests.pages.looking import markup

PROJECT = Path(__file__).parent.parent.parent.parent / "pyproject.toml"


def test_the_version_is_that_of_the_project():
    assert program_version() == tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]


def test_it_leads_to_what_no_menu_shows_and_says_which_version_it_is():
    assert foot() == (
        '<footer class="foot"><a href="parents">For parents</a> · '
        '<a href="about">About WSoA Monitor, accessibility and contact</a> · '
        f'<a href="data?tab=Glossary">Words explained</a> · Version {program_version()}</footer>'
    )


def test_it_stands_under_the_page_once(app):
    assert markup(app.run()).count(foot()) == 1


@pytest.mark.parametrize("asked", ["nonsense", "2019-01-01"])
def test_it_stands_under_a_page_that_was_stopped(app, asked):
    app.query_params["as_at"] = asked
    assert markup(app.run()).count(foot()) == 1


def test_it_stands_under_the_offer_of_an_empty_store(empty_app):
    assert markup(empty_app.run()).count(foot()) == 1
