"""Who accepts, in as few words as a test needs."""

from programme.access import Person
from programme.submission import Acceptance


def by(name: str = "analyst", reason: str = "", **more) -> Acceptance:
    return Acceptance(Person(name), reason, **more)
