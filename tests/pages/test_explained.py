"""Every abbreviation that a page of the demonstration uses is in the glossary, whoever wrote it."""

import re

import pytest

from pages.parts.places import PLACES, QUIET
from programme.glossary import glossary
from tests.pages.looking import go, markup, read, read_as_markdown, unmarked

NAMES = {"AQA", "BI", "EWHC", "QS51", "SI", "SLT", "SpecFixedEx", "SpecPerAbNew", "WSOA"}
"""Names and numbers of documents and of a publisher's own measures, and words explained under another form."""
LOUD = {"LATE", "OVERDUE", "REVIEW"}
"""Words that are not short for anything."""
NOT_TEXT = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z0-9]*\b")


def unexplained(app) -> set[str]:
    known = {word for term in glossary() for word in (term.term, *term.term.split())}
    told = unmarked("\n".join([read(NOT_TEXT.sub("", markup(app))).text, *read_as_markdown(app)]))
    used = {found.removesuffix("s") for found in ABBREVIATION.findall(NOT_TEXT.sub("", told))}
    return used - known - NAMES - LOUD


@pytest.mark.parametrize("thing", [*PLACES, *QUIET])
def test_what_a_page_abbreviates_is_in_the_glossary(app, thing):
    assert unexplained(go(app, thing)) == set()


@pytest.mark.parametrize("weakness", "123456789")
def test_what_the_pages_of_a_weakness_abbreviate_is_in_the_glossary(app, weakness):
    assert unexplained(go(app, "weakness", weakness=weakness)) | unexplained(go(app, "parents", weakness=weakness)) == set()


TERMS = (
    "red and worsening",
    "no real change",
    "evidence position",
    "statistical neighbours",
    "carried forward",
    "provisional",
)


def test_the_words_of_art_that_pages_stand_on_are_in_the_glossary():
    written = {text.casefold() for term in glossary() for text in (term.term, term.stands_for)}
    assert {*TERMS} - written == set()
