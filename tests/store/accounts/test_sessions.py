import threading
from datetime import timedelta

import pytest

from programme.access import Person, Role
from store import moments
from store.accounts import people, sessions
from store.accounts.sessions import Ended, SignedIn, begin_session, end_session, session_of
from tests.accepting import person


@pytest.fixture
def clock(monkeypatch):
    """Sets the store's clock forward by so many minutes."""
    begun = moments.now()

    def forward(minutes: float):
        monkeypatch.setattr(moments, "now", lambda: begun + timedelta(minutes=minutes))

    forward(0)
    return forward


@pytest.fixture
def ann(database, clock):
    enrolled = people.enrol(database, "Ann", {Role.LEAD}, person())
    begin_session(database, "c1", enrolled.number, frozenset({Role.READER}), "127.0.0.1")
    return enrolled


def row(database, cookie="c1"):
    with database.cursor() as cursor:
        return cursor.execute("SELECT seen_at - begun_at, ended_why FROM sessions WHERE hash = ?", [cookie]).fetchone()


def test_who_is_signed_in_is_a_person_with_their_roles_as_they_are_now(database, ann):
    found = session_of(database, "c1")
    assert found.person == Person("Ann", "local:1", frozenset({Role.LEAD, Role.READER}))
    assert found.until - found.begun_at == timedelta(hours=8)
    people.give_roles(database, 1, {Role.CHAIR}, person())
    assert session_of(database, "c1").person.roles == {Role.CHAIR, Role.READER}


def test_another_cookie_is_nobodys(database, ann):
    assert session_of(database, "c2") == Ended("Nobody is signed in here.", known=False)


def test_a_file_is_asked_once_until_something_is_stored_and_an_end_is_seen_at_once(database, ann, monkeypatch):
    """Where others may store as well, each asks anew."""
    asked, enrolled = [], people.enrolled
    monkeypatch.setattr(sessions, "enrolled", lambda *who: asked.append(who) or enrolled(*who))
    found = [session_of(database, "c1") for _ in range(3)]
    assert found[0] == found[1] == found[2] and len(asked) == (3 if database.stored is None else 1)
    end_session(database, "c1", "signed out")
    assert session_of(database, "c1") == Ended("It was signed out, here or in another window.", known=True)


def test_a_session_ends_after_eight_hours_however_it_is_used(database, ann, clock):
    for minutes in range(30, 480, 30):
        clock(minutes)
        assert isinstance(session_of(database, "c1"), SignedIn)
    clock(480)
    assert session_of(database, "c1") == Ended("A session lasts 8 hours at most.", known=True)


def test_a_session_ends_after_an_hour_without_use(database, ann, clock):
    clock(59)
    assert isinstance(session_of(database, "c1"), SignedIn)
    clock(118)
    assert isinstance(session_of(database, "c1"), SignedIn)
    clock(178)
    assert session_of(database, "c1") == Ended("A session ends after 60 minutes without use.", known=True)


def test_its_last_use_is_written_once_a_minute(database, ann, clock):
    clock(0.9)
    session_of(database, "c1")
    assert row(database) == (timedelta(0), None)
    clock(1.1)
    session_of(database, "c1")
    assert row(database) == (timedelta(minutes=1.1), None)


def test_its_last_use_is_written_later_where_somebody_writes_for_long(database, ann, clock):
    """A redaction or a backup holds up no page."""
    clock(2)
    found = []
    with database.transaction():
        other = threading.Thread(target=lambda: found.append(session_of(database, "c1")), daemon=True)
        other.start()
        other.join(10)
    assert [each.person.name for each in found] == ["Ann"]
    assert row(database) == (timedelta(0), None)
    session_of(database, "c1")
    assert row(database) == (timedelta(minutes=2), None)


def test_a_session_that_was_ended_stays_so_and_as_it_ended(database, ann):
    end_session(database, "c1", "signed out")
    end_session(database, "c1", "renewed")
    assert session_of(database, "c1") == Ended("It was signed out, here or in another window.", known=True)
    people.strike(database, 1, person())
    assert row(database)[1] == "signed out"


def test_one_session_ends_and_another_of_the_same_person_goes_on(database, ann):
    begin_session(database, "c2", 1, frozenset(), "127.0.0.1")
    end_session(database, "c1", "signed out")
    assert isinstance(session_of(database, "c2"), SignedIn)


@pytest.mark.parametrize(("minutes", "ends"), [(-4, False), (-6, True)])
def test_a_clock_that_is_set_back_gives_nobody_more_time(database, ann, clock, minutes, ends):
    clock(minutes)
    found = session_of(database, "c1")
    assert (found == Ended("The clock of the server was set back.", known=True)) == ends


def test_sessions_of_long_ago_are_let_go_of_when_somebody_signs_in(database, ann, clock):
    clock(31 * 24 * 60)
    begin_session(database, "c2", 1, frozenset(), "127.0.0.1")
    assert row(database, "c1") is None
    assert row(database, "c2") is not None
