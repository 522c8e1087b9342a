"""Stage 6, order: the districts of a measure stand to each other as they did, each with its own figure."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import fsum

from loaders.parsing.parsed import FigureRow
from loaders.rules.case import Case, number_in, titled
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.usual import QUARTERS, REVISED, Guess, UsualParts, parts
from loaders.rules.words import CHECK, said, written
from programme.finding import Severity
from programme.quarter import Quarter

SLIPPED_GAIN = 25.0  # by which the squares of all distances shrink once the rows are put right: chance does not do that
EXCHANGED_GAIN = 18.0  # the same of two districts; chance brought up to 15 in the demonstration
ALIKE = 0.2  # two districts that differ by less could each be put right later by as much
FEW_LOOSE = 4  # figures, two of them the pair's, that do not fit: where there are more, late records moved them
WELL, ALMOST = 2.5, 3.5  # usual distances: nearer than that a figure fits
SHARE_ASTRAY = 3.6


@dataclass(frozen=True)
class Divided:
    """A measure over its districts in the return's quarter: their rows in the order of the form, and their usual parts."""

    rows: tuple[FigureRow, ...]
    parts: UsualParts
    accepted: tuple[float, ...] = ()

    @cached_property
    def numbers(self) -> list[float]:
        """The figures."""
        return [number_in(row) for row in self.rows]

    @cached_property
    def expected(self) -> tuple[Guess, ...]:
        """What is expected of each, where they have as much together as they have."""
        return self.parts.expected(fsum(self.numbers))

    @cached_property
    def astray(self) -> list[float]:
        """How far each figure is from what is expected, in usual distances."""
        return [abs(usual.astray(number)) for usual, number in zip(self.expected, self.numbers, strict=True)]

    def alike(self, one: int, other: int) -> bool:
        """Whether the districts at two places differ by no more than late records do."""
        first, second = self.expected[one].value, self.expected[other].value
        return abs(first - second) < ALIKE * first

    @cached_property
    def slipped(self) -> str:
        """Which way the rows must go to fit; empty where they fit as they stand."""
        return _slipped(self)

    @cached_property
    def exchanged(self) -> tuple[int, int] | None:
        """The places of two districts that have each other's figure, where there are such."""
        return _exchanged(self)

    @cached_property
    def sound(self) -> bool:
        """Whether every district has its own figure, as far as one can tell."""
        return not (self.slipped or self.exchanged or _astray(self) is not None)


def divided(case: Case) -> Iterator[Divided]:
    """Each measure all of whose districts have a number, now and in the quarters before, where something is new.

    A part is held against its whole, too, unless the whole itself stands in the wrong order.
    """
    quarter = case.quarter
    if case.many_quarters or not quarter or not case.known:
        return
    found: dict[str, list[FigureRow]] = {}
    for row in case.numbers.values():
        if row.area.kind == "district":
            found.setdefault(row.measure.id, []).append(row)
    alone = {measure: each for measure, rows in found.items() if (each := _divided(case, rows, [], quarter))}
    for measure, each in alone.items():
        whole = each.rows[0].measure.at_most
        sizes = found.get(whole, []) if whole not in alone or alone[whole].sound else []
        yield (_divided(case, found[measure], sizes, quarter) if sizes else None) or each


def _divided(case: Case, rows: list[FigureRow], sizes: list[FigureRow], quarter: Quarter) -> Divided | None:
    """`sizes` are the rows of the whole, in the same districts, or none."""
    new = any(case.known.number(row.measure.id, row.area.code, quarter) != number_in(row) for row in rows)
    beside = {row.area.code: row for row in sizes}
    sizes = [beside[row.area.code] for row in rows] if {row.area.code for row in rows} <= beside.keys() else []
    known = list(_before(case, [*rows, *sizes], quarter)) if new else []
    own, of = [each[: len(rows)] for each in known], [each[len(rows) :] for each in known if sizes]
    usual = parts(own, of, [number_in(row) for row in sizes])
    return Divided(tuple(rows), usual, _accepted(case, rows, quarter)) if usual else None


def _before(case: Case, rows: list[FigureRow], quarter: Quarter) -> Iterator[list[float]]:
    """The numbers of the quarters before, the newest first; a quarter without all of them is left out."""
    for back in range(1, QUARTERS + 1):
        numbers = [case.known.number(row.measure.id, row.area.code, quarter - back) for row in rows]
        if None not in numbers:
            yield numbers


def _accepted(case: Case, rows: list[FigureRow], quarter: Quarter) -> tuple[float, ...]:
    """What was accepted for the quarter already, where it was for every district."""
    numbers = [case.known.number(row.measure.id, row.area.code, quarter) for row in rows]
    return () if None in numbers else tuple(numbers)


def _squares(numbers: list[float], expected: tuple[Guess, ...]) -> float:
    return fsum(each.astray(number) ** 2 for number, each in zip(numbers, expected, strict=True))


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def rows_slipped(case: Case) -> Iterator[Fault]:
    """A column pasted one row too low or too high: every district has its neighbour's figure, and the sum is right."""
    for each in case.once(divided):
        if way := each.slipped:
            first, last = each.rows[0], each.rows[-1]
            cells = f"{first.value_ref} to {last.value_ref}"
            holds = f"{titled(first.measure)} must stand beside its own districts ({cells}): compare it with your source"
            yield Fault(first.sheet, first.value_ref, said(holds, f"figures that fit once all are moved one row {way}"))


def _slipped(each: Divided) -> str:
    numbers, as_it_is = each.numbers, _squares(each.numbers, each.expected)
    moved = {"up": numbers[1:] + numbers[:1], "down": numbers[-1:] + numbers[:-1]}
    fits = {way: _squares(other, each.expected) for way, other in moved.items()}
    best = min(fits, key=fits.get)
    well = fits[best] < min(as_it_is / 2, WELL**2 * len(numbers))
    return best if well and as_it_is - fits[best] > SLIPPED_GAIN else ""


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def rows_exchanged(case: Case) -> Iterator[Fault]:
    """Two districts each with the other's figure: nothing is missing, the sum is right, and two ratings are wrong."""
    measures = case.once(divided)
    loose = sum(far > ALMOST for each in measures for far in each.astray)
    for each in measures:
        pair = None if each.slipped else each.exchanged
        if pair and (loose <= FEW_LOOSE or not each.alike(*pair)):
            one, other = (each.rows[at] for at in pair)
            holds = f"{case.subject(one)} must be its own and not that of {other.area.name} ({other.value_ref})"
            fits = "were accepted the other way round" if each.accepted else "fit the quarters before once exchanged"
            got = f"{written(number_in(one))} and {written(number_in(other))}, which {fits}"
            yield Fault(one.sheet, one.value_ref, said(holds, got))


def _exchanged(each: Divided) -> tuple[int, int] | None:
    """The two places whose figures fit much better once they are exchanged, while all others fit as they stand."""
    if each.accepted:
        return _exchanged_since(each.numbers, each.accepted)
    numbers, expected, astray = each.numbers, each.expected, each.astray
    gains = {}
    for one, other in combinations(range(len(numbers)), 2):
        there = expected[one].astray(numbers[other]), expected[other].astray(numbers[one])
        if max(map(abs, there)) < WELL and all(far < ALMOST for at, far in enumerate(astray) if at not in (one, other)):
            gains[one, other] = astray[one] ** 2 + astray[other] ** 2 - fsum(far**2 for far in there)
    best = max(gains, key=gains.get, default=None)
    return best if best and gains[best] > EXCHANGED_GAIN else None


def _exchanged_since(numbers: list[float], accepted: tuple[float, ...]) -> tuple[int, int] | None:
    """Two places that each have what was accepted for the other: the only ones that moved, or further than records do."""
    moved = [at for at, number in enumerate(numbers) if number != accepted[at]]
    for one, other in combinations(moved, 2):
        mirrored = (numbers[one], numbers[other]) == (accepted[other], accepted[one])
        far = abs(numbers[one] - numbers[other]) > REVISED * max(numbers[one], numbers[other])
        if mirrored and (far or len(moved) == 2):
            return one, other
    return None


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def share_of_district(case: Case) -> Iterator[Fault]:
    """One district with another part of Kent than it ever had: its figure was typed wrong, and carried into the sum."""
    for each in case.once(divided):
        if each.slipped or each.exchanged:
            continue
        at = _astray(each)
        if at is not None:
            row, usual = each.rows[at], each.parts.beside_the_others(each.numbers)[at]
            holds = (
                f"{case.subject(row)} must be about {written(round(usual.value))}, its usual part of the districts: {CHECK}"
            )
            yield Fault(row.sheet, row.value_ref, said(holds, written(number_in(row))))


def _astray(each: Divided) -> int | None:
    """The place whose figure is furthest from what the others lead one to expect, where it is too far."""
    beside = each.parts.beside_the_others(each.numbers)
    far = [_beyond(number, usual, each.parts.leeway) for number, usual in zip(each.numbers, beside, strict=True)]
    at = max(range(len(far)), key=far.__getitem__)
    return at if far[at] > SHARE_ASTRAY else None


def _beyond(number: float, expected: Guess, leeway: float) -> float:
    """How far a number is from what is expected and what late records may add, in usual distances."""
    return (abs(number - expected.value) - leeway * expected.value) / expected.spread
