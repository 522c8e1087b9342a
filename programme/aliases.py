"""Another name of a thing: shipped as reference data, or added by somebody who says that this is what they mean, always."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.access import DoneBy, TakenBack


class Thing(StrEnum):
    """A kind of thing that has names."""

    MEASURE = "measure"
    KPI = "kpi"
    AREA = "area"
    ORGANISATION = "organisation"
    STATUS = "status"
    HEADING = "heading"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name of a thing: `of` is its id, or for an area its code, else what the form calls it."""

    kind: Thing
    of: str
    called: str


@dataclass(frozen=True, slots=True)
class AddedAlias(DoneBy):
    """An alias that somebody added: its number, when, who and why, and its withdrawal where it was taken back."""

    number: int
    alias: Alias
    at: datetime
    by: str
    account: str
    reason: str
    withdrawal: TakenBack | None = None


def aliases_standing(added: list[AddedAlias]) -> tuple[Alias, ...]:
    """Those that nobody took back."""
    return tuple(each.alias for each in added if each.withdrawal is None)
