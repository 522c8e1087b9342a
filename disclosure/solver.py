"""The one place that knows the solver: a component as a programme in whole numbers, asked for its cheapest solution."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from math import inf
from time import monotonic

import numpy as np

from disclosure.components import Component
from disclosure.knowledge import Expression, Knowledge

try:
    import highspy
except ImportError:  # the rule without a solver holds
    highspy = None

NAME = "HiGHS"
NEAR = 1e-6


class TooLong(Exception):  # noqa: N818 - what was found, not a fault
    """It took longer than it may."""


class _Matrix:
    """A component as rows of a linear programme: a column for every cell, then two for what each new number may differ."""

    def __init__(self, known: Knowledge, component: Component, at: dict[int, int]):
        self.known, self.at, self.cells = known, at, len(component.cells)
        self.low = [known.cells[cell].low for cell in component.cells] + [0.0] * (2 * len(component.new))
        self.high = [known.cells[cell].high for cell in component.cells] + [inf] * (2 * len(component.new))
        self.starts, self.places, self.signs, self.bounds = [0], [], [], []
        self.row_of: dict[Expression, int] = {}
        for expression, bounds in component.rows.items():
            self.row_of[expression] = len(self.bounds)
            self._add(expression, bounds)
        for place, (_, seen) in enumerate(component.new):
            apart = [(self.cells + 2 * place, -1.0), (self.cells + 2 * place + 1, 1.0)]
            self._add(tuple((cell, 1) for cell in seen.cells), (seen.value, seen.value), apart)

    def _add(self, expression: Expression, bounds: tuple[float, float], more: Sequence[tuple[int, float]] = ()) -> None:
        fixed = self.fixed(expression)
        self.bounds.append((bounds[0] - fixed, bounds[1] - fixed))
        for place, sign in (*((self.at[at], float(sign)) for at, sign in expression if at in self.at), *more):
            self.places.append(place)
            self.signs.append(sign)
        self.starts.append(len(self.places))

    def fixed(self, expression: Expression) -> float:
        """What the cells that were seen by themselves bring to an expression."""
        return sum(sign * self.known.cells[at].value for at, sign in expression if at not in self.at)


def available() -> bool:
    """Whether there is a solver here."""
    return highspy is not None


class Solver:
    """A component, to be asked again and again: a count held at a value, prices and bounds of what may differ.

    Asked after the moment `until` (of the monotonic clock) it raises TooLong.
    """

    def __init__(self, known: Knowledge, component: Component, prices: Sequence[float], until: float):
        self._matrix = _Matrix(known, component, {cell: place for place, cell in enumerate(component.cells)})
        self._highs = _passed(self._matrix, prices)
        self._until = until

    def price(self, place: int, price: float) -> None:
        """What it costs that the new number at this place differs."""
        for column in self._columns(place):
            self._highs.changeColCost(column, price)

    def keep(self, place: int, kept: bool) -> None:
        """Whether the new number at this place must be as it is."""
        for column in self._columns(place):
            self._highs.changeColBounds(column, 0.0, 0.0 if kept else inf)

    @contextmanager
    def held(self, target: Expression, low: float, high: float) -> Iterator[bool]:
        """Inside the block the count lies between these two; whether it could, for all that is known of it alone."""
        if len(target) == 1:
            place = self._matrix.at[target[0][0]]
            bounds, change = (self._matrix.low[place], self._matrix.high[place]), self._highs.changeColBounds
        else:
            place = self._matrix.row_of[target]
            fixed = self._matrix.fixed(target)
            low, high = low - fixed, high - fixed
            bounds, change = self._matrix.bounds[place], self._highs.changeRowBounds
        low, high = max(low, bounds[0]), min(high, bounds[1])
        if low <= high:
            change(place, low, high)
        try:
            yield low <= high
        finally:
            change(place, *bounds)

    @contextmanager
    def in_whole_numbers(self) -> Iterator[None]:
        """Inside the block counts are whole numbers."""
        for place in range(self._matrix.cells):
            self._highs.changeColIntegrality(place, highspy.HighsVarType.kInteger)
        try:
            yield
        finally:
            for place in range(self._matrix.cells):
                self._highs.changeColIntegrality(place, highspy.HighsVarType.kContinuous)

    @property
    def cost(self) -> float:
        """What the solution found last costs."""
        return self._highs.getObjectiveValue()

    def solved(self) -> tuple[np.ndarray, np.ndarray] | None:
        """The counts of the cheapest solution, and by how much each new number differs in it; None where there is none."""
        left = self._until - monotonic()
        if left <= 0:
            raise TooLong
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kTimeLimit:
            raise TooLong
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        solution = np.array(self._highs.getSolution().col_value)
        return solution[: self._matrix.cells], solution[self._matrix.cells :].reshape(-1, 2).sum(axis=1)

    def _columns(self, place: int) -> tuple[int, int]:
        first = self._matrix.cells + 2 * place
        return first, first + 1


def in_whole(counts: np.ndarray) -> bool:
    """Whether counts are whole numbers, as near as a solver comes."""
    return bool(np.all(np.abs(counts - np.round(counts)) < NEAR))


def whole_numbers(counts: np.ndarray) -> list[int]:
    """Counts as the whole numbers that they are, as near as a solver comes."""
    return np.rint(counts).astype(int).tolist()


def _passed(matrix: _Matrix, prices: Sequence[float]) -> "highspy.Highs":
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(matrix.low), len(matrix.bounds)
    model.col_cost_ = np.array([0.0] * matrix.cells + [each for each in prices for _ in range(2)])
    model.col_lower_, model.col_upper_ = np.array(matrix.low), np.array(matrix.high)
    model.row_lower_ = np.array([low for low, _ in matrix.bounds])
    model.row_upper_ = np.array([high for _, high in matrix.bounds])
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(matrix.starts, dtype=np.int32)
    model.a_matrix_.index_ = np.array(matrix.places, dtype=np.int32)
    model.a_matrix_.value_ = np.array(matrix.signs)
    solver = _quiet()
    solver.setOptionValue("output_flag", False)
    solver.passModel(model)
    return solver


def _quiet() -> "highspy.Highs":
    """A solver that prints nothing, not even who it is: its callbacks, which would, are left out."""

    class Quiet(highspy.Highs):
        def __init__(self):
            super(highspy.Highs, self).__init__()
            self.callbacks = []

    return Quiet()
