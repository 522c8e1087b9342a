from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from pages.parts.places import PAGES, PLACES, led
from tests.pages.parts.test_places import BEFORE
from tests.web.asking import ask
from web.doorkeeper import Doorkeeper
from web.guard import Guard
from web.moved import moved_routes
from web.server import routes

KEPT = "quarter=2023%2F24+Q4&area=Ashford&as_at=2024-12-01&kpi=plans_within_20_weeks&q=a+%26+b"


@pytest.fixture(scope="module")
def app():
    """The routes as the program joins them, behind its guard."""
    found = [*routes(Doorkeeper(lambda: None), "<html></html>", PAGES), *moved_routes(PLACES, led)]
    return Starlette(routes=found, middleware=[Middleware(Guard)])


@pytest.mark.parametrize("old", BEFORE)
def test_an_address_of_before_leads_on_with_all_that_it_asked_for(app, old):
    found = ask(app, f"/{old}?{KEPT}")
    there, then = urlsplit(found.headers["location"]), urlsplit(BEFORE[old])
    assert (found.status, there.path) == (307, then.path)
    assert parse_qsl(there.query) == [*parse_qsl(then.query), *parse_qsl(KEPT)]


@pytest.mark.parametrize("old", BEFORE)
def test_without_a_query_it_leads_to_the_place_itself(app, old):
    assert ask(app, f"/{old}").headers["location"] == BEFORE[old]


def test_where_it_leads_is_a_page(app):
    for old in BEFORE:
        there = urlsplit(BEFORE[old]).path.removeprefix("./")
        assert ask(app, f"/{there}").status == 200


def test_a_stranger_is_led_nowhere(app):
    found = ask(app, "/kpi", host="monitor.example")
    assert (found.status, "location" in found.headers) == (503, False)


def test_nothing_is_changed_by_asking_and_other_ways_of_asking_are_refused(app):
    assert {frozenset(route.methods) for route in moved_routes(PLACES, led)} == {frozenset({"GET", "HEAD"})}
    assert ask(app, "/kpi", method="HEAD").status == 307


def test_what_stands_in_a_query_cannot_lead_elsewhere(app):
    found = ask(app, "/overview?q=//evil.example&tab=%0d%0aSet-Cookie:a")
    assert found.headers["location"] == "./?q=%2F%2Fevil.example&tab=%0D%0ASet-Cookie%3Aa"
