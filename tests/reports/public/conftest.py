"""The public pages of the demonstration, made once for all their tests, and a way to read them as a person would."""

import pytest
from lxml import html

from programme.quarter import Quarter
from reports.pack.measures import measures_of

QUARTER = Quarter(2024, 3)


@pytest.fixture(autouse=True)
def plans_with_targets_and_a_break_of_our_own():
    """Public pages are held against the pages with the definitions of the day."""


@pytest.fixture(scope="session")
def measures(shown):
    """Every measure as a pack has it, by its id."""
    return {each.id: each for each in measures_of(shown[0], QUARTER)}


@pytest.fixture(scope="session")
def written(site):
    """Every file by its name."""
    return {each.name: each.content for each in site.all}


@pytest.fixture(scope="session")
def pages(written):
    """Every page, to be asked what stands where."""
    return {name: html.fromstring(content) for name, content in written.items() if name.endswith(".html")}


def said(element) -> str:
    """Its text in one line."""
    return " ".join(element.text_content().split())
