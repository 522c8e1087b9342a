"""Layouts that people made and kept, and with which layout a version was read: who, when, why, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from programme.access import done_by


@dataclass(frozen=True, slots=True)
class LayoutWithdrawal:
    """When a layout was taken back, by whom and why."""

    at: datetime
    by: str
    account: str
    reason: str

    @property
    def doer(self) -> str:
        """Who did it: the name as said, and the account beside it where the two differ."""
        return done_by(self.by, self.account)


@dataclass(frozen=True, slots=True)
class KeptLayout:
    """One layout as somebody kept it: its name and text. One kept later under the same name takes its place."""

    number: int
    name: str
    layout: str
    at: datetime
    by: str
    account: str
    reason: str
    withdrawal: LayoutWithdrawal | None = None

    @property
    def doer(self) -> str:
        """Who made it: the name as said, and the account beside it where the two differ."""
        return done_by(self.by, self.account)


def layouts_standing(kept: Iterable[KeptLayout]) -> tuple[KeptLayout, ...]:
    """Of each name the newest that nobody took back, by name."""
    newest = {each.name: each for each in sorted(kept, key=lambda each: each.number) if each.withdrawal is None}
    return tuple(newest[name] for name in sorted(newest))
