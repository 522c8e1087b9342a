"""How many planted errors the rules notice, and how often they cry wolf: python -m benchmarks.plants [SEED].

Errors of the kinds that analysts meet are planted into the returns of the demonstration, each checked against what had been
accepted before it, a provisional return of its quarter too. Forty of each kind are *material*: they move a figure outside
the limits of its own series, change a rating or a rank, or move a share by more than its KPI's least change; that is decided
from the sound figures and the planted ones, and no rule is asked. An error is noticed where a finding comes that the sound
return does not bring. Then sound returns are revised as national vintages are, and those that are queried are counted.
"""

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.materiality import material
from loaders.parsing.parse import NotAReturn, figures_of, parse
from loaders.parsing.parsed import FigureRow, ParsedReturn
from loaders.reading.reader import read_workbook
from loaders.rules import KnownBefore, check
from loaders.rules.case import RowKey, key_of, number_in
from loaders.sample_files import SAMPLE, Received, manifest
from programme.areas import area_coded, parts_of
from programme.figure import Facts
from programme.finding import Finding

WANTED = 40  # material errors of each kind
AT_LEAST = 35  # of which so many must be noticed
RETURNS = 100  # revised
AT_MOST = 10  # of which so many may be queried
SHARES = (0.005, 0.20)  # of the cells of a revision that change, as in the vintages of a national file
BY = 0.10  # at most
REPEATED = 10  # figures that a measure must have to repeat last quarter's
TRIES = 4_000  # of one kind, before it is said that there are no more

Planted = Mapping[RowKey, float]
"""The figures that were changed, with what they were changed into."""


@dataclass(frozen=True, eq=False)
class Sound:
    """A return of the demonstration as it came in, with what had been accepted before it."""

    file: str
    parsed: ParsedReturn
    facts: Facts
    today: date

    @property
    def known(self) -> KnownBefore:
        """What it is held against."""
        return KnownBefore(self.facts)

    @property
    def earlier(self) -> Facts:
        """The same, of the quarters before alone."""
        return {key: each for key, each in self.facts.items() if key[2] < self.parsed.cover.quarter}

    def numbers(self) -> dict[RowKey, FigureRow]:
        """Its rows that hold a number."""
        return {key_of(row): row for row in self.parsed.rows if number_in(row) is not None}

    def found(self, changes: Planted) -> set[Finding]:
        """What the rules find once the figures are changed."""
        rows = tuple(_typed(row, changes.get(key_of(row))) for row in self.parsed.rows)
        return set(check(replace(self.parsed, rows=rows), known=self.known, today=self.today))


def _typed(row: FigureRow, value: float | None) -> FigureRow:
    return row if value is None else replace(row, value_cell=replace(row.value_cell, value=float(value)))


def sample_returns() -> Iterator[tuple[Received, ParsedReturn]]:
    """The files of the demonstration that are forms of ours, read, in the order in which they came in."""
    for line in manifest():
        with suppress(NotAReturn):  # a file of others, which a layout reads
            yield line, parse(read_workbook((SAMPLE / line.file).read_bytes(), line.file))


@cache
def returns() -> tuple[Sound, ...]:
    """The quarterly returns of the demonstration that carry figures."""
    facts, found = {}, []
    for line, parsed in sample_returns():
        figures = figures_of(parsed)
        if figures and parsed.kind == "standard":
            found.append(Sound(line.file, parsed, dict(facts), datetime.date(line.received_at)))
        facts |= {figure.key: figure for figure in figures}
    return tuple(found)


def wholes(sound: Sound) -> list[RowKey]:
    """The figures of Kent, and those of the NHS, that are more than nothing."""
    return [key for key, row in sound.numbers().items() if row.area.kind != "district" and number_in(row)]


def by_district(sound: Sound) -> dict[str, list[RowKey]]:
    """The figures of districts by measure, in the order of the form, where all are numbers."""
    found: dict[str, list[RowKey]] = {}
    for key, row in sound.numbers().items():
        if row.area.kind == "district":
            found.setdefault(key[0], []).append(key)
    return {measure: keys for measure, keys in found.items() if len(keys) > 2}


def times(factor: float) -> Callable[[Sound, random.Random], Planted]:
    """A figure of a whole, so many times as much."""

    def plant(sound: Sound, chance: random.Random) -> Planted:
        key = chance.choice(wholes(sound))
        row = sound.numbers()[key]
        value = number_in(row) * factor
        return {key: round(value) if row.measure.whole else value}

    return plant


def digits_exchanged(sound: Sound, chance: random.Random) -> Planted:
    """The first two digits of a figure of a whole, exchanged."""
    key = chance.choice([key for key in wholes(sound) if abs(number_in(sound.numbers()[key])) >= 10])
    text = f"{number_in(sound.numbers()[key]):.15g}"
    return {key: float(text[1] + text[0] + text[2:])}


def _values(sound: Sound, keys: list[RowKey]) -> list[float]:
    return [number_in(sound.numbers()[key]) for key in keys]


def slipped(sound: Sound, chance: random.Random) -> Planted:
    """The districts of a measure, all one row down or up; the one that falls off comes in at the other end."""
    keys = chance.choice(list(by_district(sound).values()))
    values, step = _values(sound, keys), chance.choice((1, -1))
    return dict(zip(keys, values[-step:] + values[:-step], strict=True))


def exchanged(sound: Sound, chance: random.Random) -> Planted:
    """Two districts of a measure, each with the figure of the other."""
    pair = chance.sample(chance.choice(list(by_district(sound).values())), 2)
    return dict(zip(pair, reversed(_values(sound, pair)), strict=True))


def doubled_in_a_district(sound: Sound, chance: random.Random) -> Planted:
    """Twice as much in a district, and Kent greater by as much."""
    key = chance.choice([key for keys in by_district(sound).values() for key in keys if number_in(sound.numbers()[key])])
    more = number_in(sound.numbers()[key])
    whole = (key[0], area_coded(key[1]).parent_code, key[2])
    kent = sound.numbers().get(whole)
    return {key: 2 * more} | ({whole: number_in(kent) + more} if kent else {})


def repeated(sound: Sound, chance: random.Random) -> Planted:
    """Every figure of a measure as it was last quarter, where there are ten or more."""
    numbers = sound.numbers()
    last = {key: sound.facts.get((key[0], key[1], key[2] - 1)) for key in numbers}
    known = [key for key, figure in last.items() if figure and figure.value is not None]
    many = {key[0] for key in known if sum(other[0] == key[0] for other in known) >= REPEATED}
    measure = chance.choice(sorted(many)) if many else None
    return {key: last[key].value for key in known if key[0] == measure}


KINDS: dict[str, Callable[[Sound, random.Random], Planted]] = {
    "10 times as much": times(10),
    "a tenth": times(0.1),
    "twice as much": times(2),
    "0": times(0),
    "first two digits exchanged": digits_exchanged,
    "districts slipped by a row": slipped,
    "two districts exchanged": exchanged,
    "twice as much in a district and in Kent": doubled_in_a_district,
    "a measure repeats last quarter": repeated,
}
"""What is planted, in the words of the report."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """How many were planted of one kind, and noticed, of material ones and of others."""

    material: int
    noticed: int
    others: int
    others_noticed: int


def planted(kind: str, seed: int, wanted: int = WANTED) -> Noticed:
    """Plant errors of one kind until so many are material."""
    told = [
        (moved, bool(sound.found(changes) - _sound_findings(sound))) for sound, changes, moved in plants(kind, seed, wanted)
    ]
    known = [noticed for moved, noticed in told if moved]
    others = [noticed for moved, noticed in told if not moved]
    return Noticed(len(known), sum(known), len(others), sum(others))


def plants(kind: str, seed: int, wanted: int) -> Iterator[tuple[Sound, Planted, bool]]:
    """Each planted error with whether it is material, until there are so many that are."""
    chance, material_ones = random.Random(f"{kind} {seed}"), 0
    for _ in range(TRIES):
        sound = chance.choice(returns())
        changes = KINDS[kind](sound, chance) if _may_hold(kind, sound) else {}
        numbers = sound.numbers()
        changes = {key: value for key, value in changes.items() if value != number_in(numbers[key])}
        if changes:
            moved = material(sound.earlier, figures_of(sound.parsed), changes)
            material_ones += moved
            yield sound, changes, moved
        if material_ones == wanted:
            return


def _may_hold(kind: str, sound: Sound) -> bool:
    """A return of the NHS has no districts."""
    return bool(by_district(sound)) or KINDS[kind] not in (slipped, exchanged, doubled_in_a_district, repeated)


@cache
def _sound_findings(sound: Sound) -> frozenset[Finding]:
    return frozenset(sound.found({}))


def revision(sound: Sound, chance: random.Random) -> Planted:
    """Figures a little different, as in the vintages of a national file; what adds up still does, and no part exceeds its
    whole."""
    numbers, share = sound.numbers(), chance.uniform(*SHARES)
    values = {key: number_in(row) for key, row in numbers.items()}
    for key, row in numbers.items():
        whole = (key[0], area_coded(key[1]).parent_code, key[2])
        if not set(parts_of(row.area)) & set(row.measure.areas) and chance.random() < share:
            change = values[key] * chance.uniform(-BY, BY)
            change = round(change) if row.measure.whole else change
            values[key] += change
            if whole in values:
                values[whole] += change
    return {key: value for key, value in _fitting(sound, values).items() if value != number_in(numbers[key])}


def _fitting(sound: Sound, values: dict[RowKey, float]) -> dict[RowKey, float]:
    """The same, each part lowered to its whole where it would exceed it, and Kent with its districts."""
    fitting = dict(values)
    for key, row in sorted(sound.numbers().items(), key=lambda each: each[1].area.kind != "district"):
        limit = fitting.get((row.measure.at_most, *key[1:]))
        parts = [(key[0], part.code, key[2]) for part in parts_of(row.area)]
        if limit is not None and fitting[key] > limit:
            fitting[key] = limit
        if row.measure.combine == "sum" and any(part in fitting for part in parts):
            fitting[key] += sum(fitting[part] - values[part] for part in parts if part in fitting)
    return fitting


def queried(seed: int, count: int, accepted: bool) -> int:
    """Of so many revised returns, how many are queried; `accepted` says whether the return as it was is known already."""
    chance, asked = random.Random(f"revisions {accepted} {seed}"), 0
    for _ in range(count):
        sound = chance.choice(returns())
        held = {**sound.facts, **{figure.key: figure for figure in figures_of(sound.parsed)}} if accepted else sound.earlier
        asked += bool(replace(sound, facts=held).found(revision(sound, chance)) - _sound_findings(sound))
    return asked


def main(seed: int = 1, wanted: int = WANTED, revisions: int = RETURNS) -> int:
    """Print what was noticed of each kind, and how often a sound return was queried."""
    alarms = sum(len(_sound_findings(sound)) for sound in returns())
    print(f"{'planted':42}{'material':>10}{'noticed':>10}{'others':>10}{'noticed':>10}")
    short = []
    for kind in KINDS:
        found = planted(kind, seed, wanted)
        print(f"{kind:42}{found.material:10}{found.noticed:10}{found.others:10}{found.others_noticed:10}", flush=True)
        short += [kind] if found.noticed * WANTED < AT_LEAST * found.material else []
    asked = [queried(seed, revisions, accepted) for accepted in (True, False)]
    print(f"{'findings in the demonstration itself':42}{alarms:10}")
    print(f"{f'of {revisions} corrections revised, queried':42}{asked[0]:10}")
    print(f"{f'of {revisions} first returns revised, queried':42}{asked[1]:10}")
    print(*(f"noticed too seldom: {kind}" for kind in short), sep="\n")
    return int(bool(short or alarms) or max(asked) * RETURNS > AT_MOST * revisions)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
