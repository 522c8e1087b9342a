"""How a form is laid out: what sheets, columns and cover lines are called, and how typed headings are matched to them."""

from dataclasses import dataclass
from typing import Literal

from programme.sheets.typed import plain

__all__ = ["Column", "Line", "SheetLayout", "plain"]


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
