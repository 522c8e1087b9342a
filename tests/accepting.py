"""Who accepts, in as few words as a test needs."""

from programme.access import EVERY_ROLE, Person
from programme.submission import Acceptance


def by(name: str = "analyst", reason: str = "", **more) -> Acceptance:
    return Acceptance(person(name), reason, **more)


def person(name: str = "analyst") -> Person:
    """Somebody with every role, as whoever works at the machine has."""
    return Person(name, "", EVERY_ROLE)
