from dataclasses import replace
from datetime import UTC, datetime

from lxml import html

from programme.signoff import Correction, CorrectionKind
from reports.pack.origin import origin_of
from reports.public.prose import about_page, about_title
from tests.reports.public.conftest import QUARTER, said

AT = datetime(2025, 3, 1, 10, tzinfo=UTC)


def test_what_is_corrected_since_is_said_thing_by_thing_without_who_wrote(shown):
    records = shown[0].records
    words = Correction(CorrectionKind.WORDS, 4, "Commentary", AT, "Bo", about=("Commentary", QUARTER, "x"), author="Bo")
    came = Correction(CorrectionKind.RETURN, 5, "return.xlsx", AT, "Bo")
    page = about_page(replace(records, corrected=(words, came)), origin_of(shown[0], QUARTER, 1), ("Source: here.",))
    told = [said(each) for each in html.fromstring(f"<div>{page.body}</div>").xpath("//li")]
    assert told == [
        "On 1 March 2025 at 10:00 words were written: Commentary.",
        "On 1 March 2025 at 10:00 return.xlsx was accepted.",
    ]
    assert page.title == about_title(2) == "These pages show what is published; 2 things are corrected since"


def test_where_nothing_was_corrected_that_is_said(shown):
    page = about_page(replace(shown[0].records, corrected=()), origin_of(shown[0], QUARTER, 1), ())
    assert "Nothing was corrected since it was published." in page.body
    assert page.title == "These pages show what is published; nothing is corrected since"
    assert about_title(1) == "These pages show what is published; 1 thing is corrected since"


def test_the_accessibility_statement_counts_the_pages_and_says_who_to_tell(pages):
    told = said(pages["accessibility.html"].body)
    assert "This statement is about all 14 pages of this folder." in told
    assert "level AA of the Web Content Accessibility Guidelines 2.2" in told
    assert "tell the programme team of the council" in told and "Equality Advisory and Support Service" in told


def test_every_letter_that_stands_for_a_figure_is_explained(pages):
    told = {said(each): said(each.getnext()) for each in pages["about.html"].xpath("//dt")}
    assert list(told) == ["c", "x", "z", "low", "u"]
    assert told["c"].endswith("or: hidden so that no child can be recognised, directly or by subtraction")
