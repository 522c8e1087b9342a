"""Layouts that people made and kept, and with which layout a version was read: who, when, why, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from programme.access import DoneBy, TakenBack


@dataclass(frozen=True, slots=True)
class KeptLayout(DoneBy):
    """One layout as somebody kept it: its name and text. One kept later under the same name takes its place."""

    number: int
    name: str
    layout: str
    at: datetime
    by: str
    account: str
    reason: str
    withdrawal: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class ListedLayout:
    """A layout as it is listed: its name, of what files it is, its text, and as what it is kept: None for a shipped one.

    `stands` says whether files are read with it: nobody took it back, and none of its name was kept later.
    """

    name: str
    says: str
    text: str
    kept: KeptLayout | None = None
    stands: bool = True

    @property
    def may_go(self) -> bool:
        """Whether it can be taken back: somebody made it, and nobody took it back."""
        return self.kept is not None and self.kept.withdrawal is None


def layouts_standing(kept: Iterable[KeptLayout]) -> tuple[KeptLayout, ...]:
    """Of each name the newest that nobody took back, by name."""
    newest = {each.name: each for each in sorted(kept, key=lambda each: each.number) if each.withdrawal is None}
    return tuple(newest[name] for name in sorted(newest))
