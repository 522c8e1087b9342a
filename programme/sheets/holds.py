"""What the columns of a form can hold: how what is typed there is understood, and how it is read out again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from programme.answers import answer_typed
from programme.areas import Area, area_named
from programme.moment import day_text
from programme.period_typed import quarter_read
from programme.quarter import Quarter
from programme.sheets.refs import ref_typed, refs_typed
from programme.sheets.typed import date_typed, first_typed, listed_typed, number_typed, numbers_typed, plain, whole_typed


@dataclass(frozen=True, slots=True, eq=False)
class Holds:
    """One kind of answer, and the same as no other.

    `understood` gives what is typed its meaning, None (or nothing) where it has none; `said` is the way back, so that
    what is said is understood as the same again. `cell` is how a form formats the cells that it is typed in.
    """

    name: str
    understood: Callable[[str], Any] = str
    said: Callable[[Any], str] = str
    cell: Literal["text", "date", "number"] = "text"


def _number(number: float) -> str:
    return f"{number:.15g}"


def _listed(parts: tuple[object, ...]) -> str:
    return ", ".join(map(str, parts))


def _quarter(text: str) -> Quarter | None:
    return quarter_read(text)[0]


def _area(text: str) -> Area | None:
    try:
        return area_named(text)
    except ValueError:
        return None


TEXT = Holds("text")
REF = Holds("ref", ref_typed)
"""What a row is found by again next quarter, however it is spelt there."""
ROLE = Holds("role", answer_typed)
"""A role, and never a person's name."""
EVIDENCE = Holds("evidence", answer_typed)
"""Where the proof is."""
ANSWER = Holds("answer", answer_typed)
"""What is promised in words: what was done, or why. Words that hold a place count as blank, as in a role or as evidence."""
KPI_ID = Holds("id of a KPI")
LIST = Holds("list", listed_typed, _listed)
KPI_IDS = Holds("ids of KPIs", listed_typed, _listed)
REFS = Holds("refs", refs_typed, _listed)
"""Refs of actions or of risks that a row is about."""
DATE = Holds("date", date_typed, day_text, "date")
NUMBER = Holds("number", number_typed, _number, "number")
WHOLE = Holds("whole number", whole_typed, _number, "number")
QUARTER_MEANT = Holds("quarter", _quarter)
"""A quarter that the row is about, other than that of its return."""
AREA = Holds("area", _area, lambda area: area.name)
WEAKNESSES = Holds("weaknesses", numbers_typed, _listed)
WEAKNESS = Holds("weakness", first_typed)
WORKSTREAM = Holds("workstream", first_typed)
YES_OR_NO = Holds("yes or no", lambda text: {"yes": True, "no": False}.get(plain(text)), {True: "yes", False: "no"}.get)


def one_of(name: str, choices: tuple[str, ...]) -> Holds:
    """A fixed answer, whatever its capitals; empty where what is typed is none of the choices."""
    by_text = {plain(choice): choice for choice in choices}
    return Holds(name, lambda text: by_text.get(plain(text), ""))


PROMISES = (ROLE, EVIDENCE, ANSWER)
"""Kinds of which a word that holds a place says nothing."""
