"""The headings that documents put things under: what was said, headline areas of the plan, functions of the redesign."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from plumbing.reference import rows

HeadingKind = Literal["voice", "area", "function"]


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: its `label` for tight places and forms, what it means, and how far its wording is known."""

    label: str
    meaning: str
    status: str


@cache
def _headings(kind: HeadingKind) -> tuple[Heading, ...]:
    own = sorted((row for row in rows("headings") if row["kind"] == kind), key=lambda row: int(row["place"]))
    return tuple(Heading(row["label"], row["meaning"], row["status"]) for row in own)


def voice_headings() -> tuple[Heading, ...]:
    """The four headings of “You said, we did”, in its order."""
    return _headings("voice")


def headline_areas() -> tuple[Heading, ...]:
    """The four headline areas named with the apology of November 2022: each action of the plan belongs to one."""
    return _headings("area")


def redesign_functions() -> tuple[Heading, ...]:
    """The functions of the redesign of 2022, to which KPIs and actions belong."""
    return _headings("function")


def labels(headings: tuple[Heading, ...]) -> tuple[str, ...]:
    """Their labels, as forms offer them."""
    return tuple(each.label for each in headings)


@cache
def kpis_of_function(label: str) -> tuple[str, ...]:
    """The ids of the KPIs of a function, in the order of `function_kpis.csv` (mapping inferred, to be confirmed)."""
    return tuple(row["kpi"] for row in rows("function_kpis") if row["function"] == label)
