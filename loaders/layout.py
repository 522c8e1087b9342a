"""How a form is laid out: what sheets, columns and cover lines are called, and how typed headings are matched to them."""

from dataclasses import dataclass
from typing import Literal

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\ufeff\u00ad"))


def plain(text: str) -> str:
    """`text` as it is compared: no capitals, single ordinary spaces, no invisible signs, no colon or asterisk at the end."""
    return " ".join(text.translate(_INVISIBLE).split()).rstrip(" :*").casefold()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form. `choices` become a drop-down; `width` is in characters."""

    heading: str
    width: int = 18
    choices: tuple[str, ...] = ()
    holds: Literal["text", "date", "number"] = "text"


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """One sheet of a form. Columns are found by heading, in any order; those in `needed` must be there."""

    name: str
    columns: tuple[Column, ...]
    needed: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, from left to right."""
        return tuple(column.heading for column in self.columns)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the Cover: its label, what to answer, and the answers to choose from where they are fixed."""

    label: str
    guidance: str
    choices: tuple[str, ...] = ()
