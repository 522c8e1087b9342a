import pytest

from access.door import Door, SignInWay
from programme.access import Role
from store.accounts.people import enrol, secret_hash, strike
from store.accounts.sessions import Ended, begin_session
from store.database import StoreError
from tests.accepting import person
from web.doorkeeper import Doorkeeper


def test_nobody_is_asked_before_there_are_people_and_everybody_from_then_on(database):
    keeper = Doorkeeper(lambda: database, Door())
    assert keeper.at_the_door() is None
    enrol(database, "Ann", {Role.LEAD}, person())
    assert keeper.at_the_door() == Door()
    strike(database, 1, person())
    assert keeper.at_the_door() == Door() == Doorkeeper(lambda: database, Door()).at_the_door()


@pytest.mark.parametrize("door", [Door(SignInWay.LOCAL), Door(wrong="so")])
def test_where_it_is_configured_everybody_is_asked_at_once(database, door):
    assert Doorkeeper(lambda: database, door).at_the_door() == door


def test_without_a_sound_store_nobody_is_asked_and_a_store_that_cannot_be_read_is_said():
    def refused():
        raise StoreError("in use")

    assert Doorkeeper(None, Door()).at_the_door() is None
    with pytest.raises(StoreError):
        Doorkeeper(refused, Door()).at_the_door()


def test_whether_the_server_lives_needs_no_store():
    assert Doorkeeper(lambda: 1 / 0, Door()).door_as_configured is None
    door = Door(host="monitor.example")
    assert Doorkeeper(lambda: 1 / 0, door).door_as_configured == door


def test_who_holds_a_cookie(database):
    keeper = Doorkeeper(lambda: database, Door())
    enrol(database, "Ann", {Role.LEAD}, person())
    begin_session(database, secret_hash("cookie"), 1, frozenset(), "127.0.0.1")
    assert keeper.who("cookie").person.name == "Ann"
    assert keeper.who("") == keeper.who("other") == Ended("Nobody is signed in here.", known=False)
