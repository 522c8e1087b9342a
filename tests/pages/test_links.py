"""Every link of every page on the demonstration is followed: none is dead, and none leads elsewhere than it says."""

from functools import partial
from urllib.parse import parse_qsl, urlsplit

import pytest

from pages.parts.places import PAGES
from programme.quarter import Quarter
from record.known import Moments
from tests.browser.steps import every_view
from tests.pages.conftest import opened
from tests.pages.walking import Followed, Walked, asked_on, drawn_at, leads_away, page_of, parts_of, walked

NOW = {"quarter": "2024/25 Q3", "area": "Kent"}
OTHERWISE = {"quarter": "2023/24 Q4", "area": "Ashford", "as_at": "2024-12-01"}
WITHOUT_CHOICES = {"For parents", "About WSoA Monitor, accessibility and contact", "Words explained"}
"""The links of the foot, which the frame draws around every page."""


def read_as(address: str, heading: str, html: str, told: tuple[str, ...] = ()) -> Walked:
    page = Walked(address, [heading], list(told))
    page.feed(html)
    return page


@pytest.mark.parametrize(
    ("text", "target", "says_so"),
    [
        ("R-02 Schools cannot", read_as("/plan?tab=Risks", "Of 8 risks, 6 are high", "<p>R-02 Schools cannot</p>"), False),
        ("R-02 Schools", read_as("/plan", "Of 8 risks", '<p aria-current="true">R-02 Schools</p>'), True),
        ("R-02 Schools", read_as("/plan", "Of 8 risks", '<p aria-current="true">R-03 Schools</p>'), False),
        ("9 of 16 done", read_as("/plan", "Plan: of 116 actions, 9 are complete", ""), False),
        ("9 of 16 done", read_as("/plan", "Plan: of 16 actions, 9 are complete", ""), True),
        ("Absence, with plans", read_as("/measures", "Absence, SEN support: 8%", ""), False),
        ("All risks", read_as("/plan?tab=Risks", "Six are high", ""), True),
        ("22 reds", read_as("/meetings", "22 KPIs are red", ""), True),
        ("Twenty-eight figures", read_as("/data", "Restatements: 28 figures restated", ""), True),
        ("Twenty-eight figures", read_as("/data", "Restatements: 27 figures restated", ""), False),
        ("Weakness 4", read_as("/weaknesses", "4 Joint commissioning", ""), True),
        ("D-1", read_as("/plan", "Decisions", "<details open><summary>D-1</summary></details>"), True),
        ("D-1", read_as("/plan", "Decisions", "<details><summary>D-1</summary></details>"), False),
    ],
)
def test_a_link_is_held_against_the_head_of_its_page_and_what_is_marked_there(text, target, says_so):
    assert target.names(Followed("/", text, target.address)) is says_so


def test_a_link_within_a_page_is_held_against_the_place_that_it_names():
    page = read_as("/", "Red and worsening", '<section id="needs-1"><h2>Decision due</h2></section>')
    assert not page.names(Followed("/", "Red and worsening", "/", "needs-1"))
    assert page.names(Followed("/", "Decision due", "/", "needs-1"))
    assert not page.names(Followed("/", "Decision due", "/", "needs-2"))


@pytest.mark.parametrize(
    ("heading", "told"),
    [("There is no such moment to look back to", ()), ("Fine", ("There is no action “APP-9.99” here: all is shown.",))],
)
def test_a_page_that_cannot_show_what_was_asked_for_is_a_dead_end(heading, told):
    assert read_as("/", heading, "", told).dead
    assert not read_as("/", "Fine", "", ("No action log was returned.",)).dead


@pytest.fixture(scope="module")
def draw(shared_path, known_already):
    """Draws the page at an address, with the demonstration data."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Moments, "_answer", known_already)
        yield partial(drawn_at, opened=lambda: opened(shared_path, patched))


@pytest.fixture(scope="module")
def pages(draw):
    """Every page that links lead to, by its address, each drawn once."""
    return walked(every_view(), draw, NOW)


@pytest.fixture(scope="module")
def inside(pages) -> list[Followed]:
    """Every link to a page of the app that was drawn."""
    return [link for page in pages.values() for link in page.links if link.address in pages]


def test_the_walk_comes_to_every_page_and_along_thousands_of_links(pages, inside):
    assert {page_of(address) for address in pages} == set(PAGES)
    assert len(pages) > 300 and len(inside) > 10_000


def test_what_was_not_drawn_asks_for_nothing_that_was_not_drawn_in_another_pair(pages):
    links = {link.address for page in pages.values() for link in page.links if not link.outside} - pages.keys()
    drawn = asked_on(pages)
    assert len(links) > 1_000
    assert [address for address in links if not (leads_away(address, NOW) and parts_of(address) <= drawn)] == []


def test_no_link_is_dead(pages, inside):
    assert {address: (page.headings, page.told) for address, page in pages.items() if page.dead} == {}
    assert [link for link in inside if link.place and link.place not in pages[link.address].ids] == []


def test_no_link_leads_elsewhere_than_it_says(pages, inside):
    once = {(each.text, each.address, each.place): each for each in inside}
    elsewhere = {each[:2]: link.page for each, link in once.items() if not pages[link.address].names(link)}
    assert elsewhere == {}


def test_a_link_out_of_the_app_is_one_that_nobody_can_listen_to(pages):
    outside = {link.address for page in pages.values() for link in page.links if link.outside}
    assert {urlsplit(address).scheme for address in outside} <= {"https"}


@pytest.mark.parametrize("path", ["/", "/weaknesses", "/plan", "/measures", "/voices", "/meetings", "/present", "/parents"])
def test_every_link_keeps_the_quarter_the_area_and_the_moment(draw, path):
    asked = "&".join(f"{key}={value.replace(' ', '+')}" for key, value in OTHERWISE.items())
    for link in draw(f"{path}?{asked}").links:
        kept = dict(parse_qsl(urlsplit(link.address).query))
        expected = {} if link.text in WITHOUT_CHOICES else OTHERWISE
        if link.cell:
            assert str(Quarter.parse(kept["quarter"])) == kept["quarter"]
            expected = {key: value for key, value in OTHERWISE.items() if key != "quarter"}
        if link.text == "Back to now":
            expected = {key: value for key, value in OTHERWISE.items() if key != "as_at"}
            assert "as_at" not in kept
        assert expected.items() <= kept.items() or (link.place and link.address == link.page), link
