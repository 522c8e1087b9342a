"""What things are called, by id, title, description or alias, compared plainly. What may mean several is asked about."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from unicodedata import normalize

from plumbing.reference import rows
from plumbing.signs import HYPHENS, without_unseen
from programme.aliases import Alias, Thing
from programme.sheets.book import WRITTEN
from programme.sheets.common import QUARTER
from programme.sheets.figures import FIGURES
from programme.symbols import Status

_SIGNS = str.maketrans(dict.fromkeys(f"{HYPHENS}_-", " ") | dict.fromkeys("’‘'`´“”\"", "") | {"&": " and "})
_NOTE = re.compile(r"\[[^\]]*\]|\(note [^)]*\)|[*†‡^¹²³⁴⁵⁶⁷⁸⁹⁰]+")
_GLUED = re.compile(r"(?<=[a-z]{3})\d{1,2}(?:,\d{1,2})*(?![\w.])|(?<=\))\d{1,2}$")
LONGEST_NAME = 300  # signs; a longer text is no name


OwnNames = Mapping[str, tuple[str, ...]]
"""Of each thing of one kind, by its id, the names that are its own."""
ReadTable = Callable[[str], Iterable[Mapping[str, str]]]
"""Gives the rows of a reference file."""


@lru_cache(maxsize=20_000)
def plainly(text: str) -> str:
    """A name as it is compared: no capitals, no marks of footnotes, single spaces, `and` for `&`, a space for a hyphen."""
    named = normalize("NFKC", _NOTE.sub(" ", without_unseen(text)).translate(_SIGNS))
    return " ".join(named.casefold().split()).strip(" :;,.")


def without_digits(name: str) -> str:
    """A name without the digits of footnotes that are glued to its words: `appeals registered1,2`."""
    return " ".join(_GLUED.sub("", name).split())


@dataclass(frozen=True)
class Naming:
    """Every name by which things are known: their own, and `aliases`. Names of a kind are compared with its own only."""

    own: Mapping[Thing, OwnNames]
    aliases: tuple[Alias, ...] = ()
    _of_own: "OfOwn | None" = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        of_aliases: dict[tuple[Thing, str], list[str]] = defaultdict(list)
        for alias in self.aliases:
            of_aliases[alias.kind, plainly(alias.called)].append(alias.of)
        object.__setattr__(self, "_of_aliases", of_aliases)
        if self._of_own is None:
            object.__setattr__(self, "_of_own", _of_own_names(self.own))

    def meant(self, kind: Thing, text: str) -> tuple[str, ...]:
        """The ids of what a text may mean: none, the one, or several, of which somebody must say which.

        An id, a description and an alias come before a title, which is a description cut short; and a text as it stands
        before the same without digits at the ends of words, which may be footnotes.
        """
        key = plainly(text) if len(text) <= LONGEST_NAME else ""
        return self._exactly(kind, key) or self._exactly(kind, without_digits(key))

    def _exactly(self, kind: Thing, key: str) -> tuple[str, ...]:
        if not key:
            return ()
        exact, others = self._of_own[kind]
        found = [*exact.get(key, ()), *self._of_aliases.get((kind, key), ())]
        return tuple(dict.fromkeys(found or others.get(key, ())))

    def one(self, kind: Thing, text: str) -> str | None:
        """The one thing that a text means; None where it is nothing of ours, or may be several."""
        ids = self.meant(kind, text)
        return ids[0] if len(ids) == 1 else None

    def called(self, kind: Thing, of: str) -> str:
        """What people call a thing: an area by its name, a measure by its description; anything else by its id."""
        names = self.own.get(kind, {}).get(of, (of,))
        return names[1] if len(names) > 1 and kind in (Thing.AREA, Thing.MEASURE, Thing.KPI) else names[0]

    def with_aliases(self, more: Iterable[Alias]) -> "Naming":
        """The same with more aliases."""
        return Naming(self.own, (*self.aliases, *more), self._of_own)

    def amiss(self, alias: Alias) -> str:
        """What an alias must be and is not, as the end of a sentence; empty where it can be one."""
        if not plainly(alias.called) or len(alias.called) > LONGEST_NAME:
            return f"have letters or digits, and at most {LONGEST_NAME} signs"
        if alias.of not in self.own.get(alias.kind, {}):
            return f"be of {_a(alias.kind)} that there is"
        ids = self.meant(alias.kind, alias.called)
        if alias.of in ids:
            return f"be new: {self.called(alias.kind, alias.of)} is called so already"
        return f"be no name of another {alias.kind}, {self.called(alias.kind, ids[0])}" if ids else ""


OfOwn = Mapping[Thing, tuple[Mapping[str, list[str]], Mapping[str, list[str]]]]
"""Of each kind the ids by their exact names, and by the others."""


def _of_own_names(own: Mapping[Thing, OwnNames]) -> OfOwn:
    found: OfOwn = {kind: (defaultdict(list), defaultdict(list)) for kind in Thing}
    for kind, things in own.items():
        for of, names in things.items():
            for at, name in enumerate(names):
                found[kind][at > 1][plainly(name)].append(of)
    return found


def _a(kind: Thing) -> str:
    return f"{'an' if kind[0] in 'aeo' else 'a'} {kind.upper() if kind is Thing.KPI else kind}"


def title_of(description: str) -> str:
    """What a measure counts in as few words as its form says it with: what stands behind a colon or in brackets is left."""
    return description.partition(": ")[0].partition(" (")[0]


def own_names(table: ReadTable = rows) -> dict[Thing, OwnNames]:
    """The names of everything but KPIs, as the reference files and the forms have them: the exact ones first, two of each,
    then others that count where no exact one does."""
    called: dict[str, list[str]] = defaultdict(list)
    for row in table("organisation_names"):
        called[row["organisation"]].append(row["called"])
    columns = [QUARTER, *(column for sheet in (FIGURES, *WRITTEN) for column in sheet.columns)]
    return {
        Thing.MEASURE: {
            row["measure"]: (row["measure"], row["description"], title_of(row["description"])) for row in table("measures")
        },
        Thing.AREA: {row["area_code"]: (row["area_code"], row["area"]) for row in table("areas")},
        Thing.ORGANISATION: {
            row["organisation"]: (row["organisation"], row["short"], *called[row["organisation"]])
            for row in table("organisations")
        },
        Thing.STATUS: {status.value: (status.value,) for status in Status},
        Thing.HEADING: {column.heading: (column.heading, *column.aliases) for column in columns},
        Thing.SHEET: {sheet.name: (sheet.name,) for sheet in (FIGURES, *WRITTEN)},
    }


def aliases_in(table: ReadTable = rows) -> tuple[Alias, ...]:
    """The aliases that come with the system."""
    return tuple(Alias(Thing(row["kind"]), row["of"], row["called"]) for row in table("aliases"))


@cache
def shipped_naming() -> Naming:
    """The names of everything but KPIs, with the aliases that come with the system."""
    return Naming(own_names(), aliases_in())
