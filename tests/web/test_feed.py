from xml.etree import ElementTree

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from access.door import Door, SignInWay
from access.signing import sign_in
from programme.access import Role, person_here
from store import moments
from store.accounts.people import enrol
from store.errors import explained
from store.signing.sign_offs import publish_quarter
from tests.reports.documents.test_feed import texts
from tests.store.signatures import CHAIR, approved, because, later, opened, published
from tests.store.submissions import Q3
from tests.web.asking import ask
from web.doorkeeper import Doorkeeper
from web.feed import feed_routes
from web.guard import Guard
from web.sessions import Sessions


def app(store):
    return Starlette(routes=feed_routes(store), middleware=[Middleware(Guard, sessions=Sessions())])


@pytest.fixture(scope="module")
def with_one(tmp_path_factory):
    """A store with one quarter that is published, to be read, and the publication."""
    with opened(tmp_path_factory.mktemp("published")) as store:
        yield store, published(store)


@pytest.mark.parametrize("role", Role)
def test_every_role_is_told_the_same_of_what_was_published(with_one, role):
    store, told = with_one
    found = ask(app(lambda: store), f"/feed.atom?look_as={role}")
    assert (found.status, found.headers["content-type"]) == (200, "application/atom+xml; charset=utf-8")
    assert found.headers["cache-control"] == "private, no-store"
    feed = ElementTree.fromstring(found.content)
    assert texts(feed, "title") == ["WSoA Monitor: what was published", "2024/25 Q3 is published"]
    assert told.note not in found.text and told.by not in found.text, "who did it and why is told inside"
    assert 'href="http://localhost:8501/feed.atom"' in found.text


def test_under_embargo_nothing_is_told_and_at_its_end_it_is_without_anything_stored(tmp_path, monkeypatch):
    with opened(tmp_path) as store:
        approved(store)
        monkeypatch.setattr(moments, "now", lambda: moments.stored(later(3)))
        publish_quarter(store, Q3, because(CHAIR), embargo=later(4))
        before = ask(app(lambda: store), "/feed.atom")
        monkeypatch.setattr(moments, "now", lambda: moments.stored(later(4)))
        after = ask(app(lambda: store), "/feed.atom")
    assert (before.status, after.status) == (200, 200)
    assert "<entry>" not in before.text and "2024/25" not in before.text
    assert "2024/25 Q3 is published" in after.text


def test_where_people_sign_in_it_is_for_those_who_did_and_leads_to_the_door(tmp_path):
    door = Door(way=SignInWay.LOCAL, scheme="https", host="wsoa.example")
    with opened(tmp_path) as store:
        published(store)
        keeper = Doorkeeper(lambda: store, door)
        inside = Starlette(routes=feed_routes(lambda: store), middleware=[Middleware(Guard, keeper=keeper)])
        number = enrol(store, "A reader", {Role.READER}, person_here("an administrator")).number
        cookie = {"Cookie": f"wsoa_session_8501={sign_in(store, number, frozenset(), '127.0.0.1', '')}"}
        outside, found = (ask(inside, "/feed.atom", host="wsoa.example", headers=who) for who in ({}, cookie))
    assert outside.status == 401 and outside.text.startswith("This is for people who are signed in, got: nobody.")
    assert found.status == 200 and 'href="https://wsoa.example/feed.atom"' in found.text


def test_a_role_that_nobody_holds_and_a_store_that_is_held_are_sentences(tmp_path):
    def held():
        raise explained(duckdb.IOException("Could not set lock on file: held"), tmp_path / "a")

    found = ask(app(held), "/feed.atom")
    assert found.status == 503 and str(tmp_path) not in found.text and found.text.endswith("\n")
    wrong = ask(app(held), "/feed.atom?look_as=director")
    assert (wrong.status, wrong.text) == (
        404,
        "A person can look as reader, analyst, lead, chair, administrator, got: director. Nothing was shown.\n",
    )
