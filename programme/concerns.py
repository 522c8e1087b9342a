"""What somebody is reminded of and told about, by their role: the kinds of things that change or come due."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from programme.access import Role


class Concern(StrEnum):
    """A kind of thing that changes, or has a day."""

    RETURN = "return"
    RATING = "rating"
    ACTION = "action"
    RISK = "risk"
    ON_RECORD = "on record"
    MINUTES = "minutes"
    SIGN_OFF = "sign-off"
    LETTER = "letter"
    REVIEW = "review"
    EVENT = "event"


CONCERNS: Mapping[Role, frozenset[Concern]] = MappingProxyType(
    {
        Role.READER: frozenset(set(Concern) - {Concern.RETURN, Concern.REVIEW}),
        Role.ANALYST: frozenset({Concern.RETURN, Concern.RATING, Concern.SIGN_OFF, Concern.REVIEW, Concern.EVENT}),
        Role.LEAD: frozenset(set(Concern) - {Concern.REVIEW}),
        Role.CHAIR: frozenset(set(Concern) - {Concern.REVIEW}),
        Role.ADMINISTRATOR: frozenset({Concern.RETURN, Concern.REVIEW, Concern.EVENT}),
    }
)
"""The table: what each role hears of. It gives nobody sight of anything: what is hidden from a role stays hidden."""


def concerns_of(roles: Iterable[Role]) -> frozenset[Concern]:
    """What somebody with these roles hears of: what concerns any of them."""
    return frozenset().union(*(CONCERNS[role] for role in roles))
