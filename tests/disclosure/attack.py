"""An attacker of our own, written apart from the rule: what follows from everything that a reader was ever shown.

It reads what `python -m reports results --json` prints at every moment, knows that counts are whole and not negative, that
Kent is the sum of its districts and that no part is more than its whole, and, where it is `told`, which hidden counts are
small, but for columns of which no district is shown. It reads what publishers print of the same counts, and takes a count
that was not corrected to be the same as before. One from 1 to 4 is narrowed where one of 1, 2, 3 and 4 cannot be.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import highspy

from kpis.registry import registry
from plumbing.reference import rows
from programme.areas import DISTRICTS, KENT, Area, area_named
from programme.figure import FigureKey
from programme.measures import measures
from programme.published import Published
from programme.quarter import Quarter

Truth = Mapping[FigureKey, float | str]
"""What was returned and counted at a moment: numbers, and signs where there is none."""

Cell = tuple[FigureKey, float | str]
"""A returned count as it stood at some moment."""

INFINITE = highspy.kHighsInf


@dataclass
class Attack:
    """What is known: sums of cells between two numbers, and which cells and differences are to be found out."""

    told: bool
    sums: dict[tuple[tuple[Cell, int], ...], tuple[float, float]] = field(default_factory=dict)
    wanted: dict[tuple[tuple[Cell, int], ...], str] = field(default_factory=dict)
    bounds: dict[Cell, tuple[float, float]] = field(default_factory=dict)
    dark: set[tuple[str, Quarter]] = field(default_factory=set)

    def looks(self, truth: Truth, printed: Iterable[dict]) -> None:
        """Take in what is printed at one moment; `truth` says only what hangs together and what would be a success."""
        printed = list(printed)
        shown = {(name, Quarter.parse(each["quarter"])) for each in printed for name in _districts_shown(each)}
        returned = {(name, quarter) for name, code, quarter in truth if code != KENT.code}
        self.dark |= {column for column in returned if column not in shown or _thin(truth, *column)}
        for key, said in truth.items():
            self.bounds.setdefault((key, said), self._bounds(key, said))
            if _small(said) or said == "c":
                self.wanted[((key, said), 1),] = f"{key[0]}, {key[2]}: {said}"
        for each in printed:
            self._reads(truth, each)
        self._adds_up(truth)
        self._compares(truth)

    def reads_print(self, truth: Truth, published: Iterable[Published]) -> None:
        """Take in what publishers print of Kent: the sum of four quarters, where it is said to be and comes to it."""
        same = {(row["series"], row["count"]): row["measure"] for row in rows("same_counts")}
        ours = [each for each in published if each.area_code == KENT.code]
        for (series, count), name in same.items():
            for each in (each for each in ours if each.series == series):
                self._is_sum(truth, name, _year(each), getattr(each, count))

    def _is_sum(self, truth: Truth, name: str, year: list[Quarter], total: float | None) -> None:
        cells = [cell for quarter in year for cell in _cells(truth, name, KENT, quarter)]
        if total is None or not cells or None in cells or any(isinstance(said, str) for _, said in cells):
            return
        if sum(said for _, said in cells) == total:
            self.sums[tuple((cell, 1) for cell in sorted(cells, key=repr))] = (total, total)

    def narrowed(self) -> list[str]:
        """The counts and differences from 1 to 4 that can be told to be one and not another of these."""
        model = _Model(self)
        return [name for wanted, name in self.wanted.items() if not all(model.possible(wanted, v) for v in (1, 2, 3, 4))]

    def _bounds(self, key: FigureKey, said: float | str) -> tuple[float, float]:
        if said == "c":
            return 1, 4
        if not self.told or isinstance(said, str) or (key[0], key[2]) in self.dark:
            return 0, INFINITE
        return (said, said) if said == 0 else (1, 4) if _small(said) else (5, INFINITE)

    def _reads(self, truth: Truth, each: dict) -> None:
        kpi, area = registry()[each["kpi"]], area_named(each["area"])
        counts = [each["value"]] if each["numerator"] is None else [each["numerator"], each["denominator"]]
        if each["value"] is None:
            return
        for name, count in zip(kpi.formula.measures, counts, strict=True):
            cells = [cell for quarter in _quarters(kpi, name, each) for cell in _cells(truth, name, area, quarter)]
            if None not in cells:
                self.sums[tuple((cell, 1) for cell in sorted(cells, key=repr))] = (count, count)

    def _adds_up(self, truth: Truth) -> None:
        for name, quarter in {(name, quarter) for name, _, quarter in truth}:
            whole, parts = _cell(truth, name, KENT, quarter), [_cell(truth, name, area, quarter) for area in DISTRICTS]
            known = [part for part in parts if part]
            if whole is None or isinstance(whole[1], str) or len(known) < len(DISTRICTS):
                continue
            left = whole[1] - sum(said for _, said in known if not isinstance(said, str))
            signs = [said for _, said in known if isinstance(said, str)]
            if (left == 0 and not signs) or (signs and len(signs) <= left <= 4 * len(signs)):
                self.sums[(*((part, 1) for part in known), (whole, -1))] = (0, 0)
                for part in known:
                    self._wants(((whole, 1), (part, -1)))

    def _compares(self, truth: Truth) -> None:
        for (name, area, quarter), said in truth.items():
            above = measures()[name].at_most
            whole = (above, area, quarter)
            if (
                above
                and whole in truth
                and not isinstance(said, str)
                and not isinstance(truth[whole], str)
                and truth[whole] >= said
            ):
                difference = ((whole, truth[whole]), 1), (((name, area, quarter), said), -1)
                self.sums.setdefault(difference, (0, INFINITE))
                self._wants(difference)

    def _wants(self, difference: tuple[tuple[Cell, int], ...]) -> None:
        values = [said * sign for (_, said), sign in difference if not isinstance(said, str)]
        if len(values) == len(difference) and _small(sum(values)):
            self.wanted[difference] = " - ".join(f"{key[0]}, {key[2]}" for (key, _), _ in difference)


class _Model:
    """All that is known as one programme in whole numbers."""

    def __init__(self, attack: Attack):
        self.cells = {cell: place for place, cell in enumerate(attack.bounds)}
        self.rows: dict[tuple[tuple[Cell, int], ...], int] = {}
        self.found: list[list[float]] = []
        self.highs = _silent()
        for low, high in attack.bounds.values():
            self.highs.addVar(low, high)
        for terms, (low, high) in attack.sums.items():
            self._add(terms, low, high)

    def possible(self, wanted: tuple[tuple[Cell, int], ...], value: int) -> bool:
        """Whether the count can have this value."""
        if any(round(self._worth(wanted, world)) == value for world in self.found):
            return True
        if wanted not in self.rows:  # one for all four values: each more makes every later question dearer
            self.rows[wanted] = self._add(wanted, -INFINITE, INFINITE)
        self.highs.changeRowBounds(self.rows[wanted], value, value)
        world = self._solution()
        self.highs.changeRowBounds(self.rows[wanted], -INFINITE, INFINITE)
        if world is not None:
            self.found.append(world)
        return world is not None

    def _worth(self, wanted: tuple[tuple[Cell, int], ...], world: list[float]) -> float:
        return sum(sign * world[self.cells[cell]] for cell, sign in wanted)

    def _add(self, terms: Sequence[tuple[Cell, int]], low: float, high: float) -> int:
        places, signs = [self.cells[cell] for cell, _ in terms], [float(sign) for _, sign in terms]
        self.highs.addRow(float(low), float(high), len(places), places, signs)
        return self.highs.getNumRow() - 1

    def _solution(self) -> list[float] | None:
        self.highs.run()
        if self.highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        world = list(self.highs.getSolution().col_value)
        if all(abs(each - round(each)) < 1e-6 for each in world):
            return world
        for place in range(len(self.cells)):
            self.highs.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        self.highs.run()
        whole = self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        world = list(self.highs.getSolution().col_value) if whole else None
        for place in range(len(self.cells)):
            self.highs.changeColIntegrality(place, highspy.HighsVarType.kContinuous)
        return world


def _silent() -> highspy.Highs:
    made = highspy.Highs()
    made.silent()
    return made


def _districts_shown(each: dict) -> tuple[str, ...]:
    """The measures of which a printed figure shows a district's count of one quarter."""
    alone = each["value"] is not None and each["area"] != KENT.name and each["basis"] in ("Q", "MS")
    return registry()[each["kpi"]].formula.measures if alone else ()


def _compared(whole: float | str | None, part: float | str) -> bool:
    return not isinstance(part, str) and whole is not None and not isinstance(whole, str) and whole >= part


def _year(each: Published) -> list[Quarter]:
    """The four quarters of a year in print; none of one that is no calendar or financial year."""
    if each.period_basis == "calendar year":
        return list(Quarter(int(each.period) - 1, 4).to(Quarter(int(each.period), 3)))
    if each.period_basis == "financial year":
        first = int(each.period[:4])
        return list(Quarter(first, 1).to(Quarter(first, 4)))
    return []


def _small(said: float | str) -> bool:
    return not isinstance(said, str) and 1 <= said <= 4


def _thin(truth: Truth, name: str, quarter: Quarter) -> bool:
    """Whether the rule hides every district here: the attacker knows it."""
    said = [truth.get((name, area.code, quarter), 0) for area in DISTRICTS]
    total = sum(each for each in said if not isinstance(each, str))
    return (
        any(_small(each) or each == "c" for each in said) and max(total, _number(truth.get((name, KENT.code, quarter)))) < 60
    )


def _number(said: float | str | None) -> float:
    return 0 if said is None or isinstance(said, str) else said


def _cell(truth: Truth, name: str, area: Area, quarter: Quarter) -> Cell | None:
    key = name, area.code, quarter
    return (key, truth[key]) if key in truth else None


def _cells(truth: Truth, name: str, area: Area, quarter: Quarter) -> list[Cell]:
    """The returned counts behind one quarter of a figure: the area's own, or those of its districts."""
    own = _cell(truth, name, area, quarter)
    return [own] if own else [_cell(truth, name, district, quarter) for district in DISTRICTS]


def _quarters(kpi, name: str, each: dict) -> list[Quarter]:
    last = Quarter.parse(each["carried_from"] or each["quarter"])
    if measures()[name].period == "at quarter end" or each["basis"] in ("Q", "MS", "A"):
        return [last]
    return [last - back for back in range(4 if each["basis"] == "R12M" else last.number)]
