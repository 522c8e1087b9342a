"""Makes a layout of figures beside their labels, or below them: a person points at them and says what they are."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from loaders.layouts.amounts import amount_in
from loaders.layouts.heading_periods import typed_period
from loaders.layouts.layout import Layout
from loaders.layouts.learning import word_kept
from loaders.layouts.origins import right_of
from loaders.layouts.pointing import (
    Corners,
    PointedAtNothingError,
    corners,
    likeliest_place,
    period_places,
    sheet_pointed_at,
    with_its_sheet,
)
from loaders.layouts.sender_sheet import LOOKED_FOR_IN, SenderSheet, last_merged
from loaders.layouts.spoken import words_said
from loaders.naming import naming
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.aliases import Thing
from programme.measures import measures
from programme.names import Naming
from programme.period import Period

BESIDE, BELOW = "beside", "below"
_OF_PERIODS = {"quarter", "period", "month", "year"}
_ANY = Layout("")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A figure, the text that says what it is, and the measure or KPI of ours that this means (empty where none)."""

    figure: Typed
    label: Typed
    meant: str

    @property
    def word(self) -> str:
        """The label as a layout keeps it."""
        return word_kept(self.label.text)


@dataclass(frozen=True)
class LabelledFigures:
    """The figures in a part of a sheet, all of them `beside` their labels, or all `below` them."""

    workbook: Workbook
    sender: SenderSheet
    value: str
    figures: tuple[Labelled, ...]
    names: Naming

    @property
    def area_places(self) -> dict[str, str]:
        """Where the file says its area, with the area that it says: beside a label, or in the sheet's name."""
        read = {
            place: self.names.one(Thing.AREA, said.text) for place, said in self._beside(lambda _, said: self._area(said))
        }
        found = read | {"sheet": self.names.one(Thing.AREA, self.sender.name)}
        return {place: self.names.called(Thing.AREA, of) for place, of in found.items() if of}

    def _area(self, cell: Typed) -> bool:
        return bool(self.names.one(Thing.AREA, cell.text))

    @property
    def period_places(self) -> dict[str, Period]:
        """Where the file says its period, with what it says, the likeliest place first."""
        read = {place: typed_period(said).period for place, said in self._beside(_of_a_period)}
        top = min((each.label.row for each in self.figures), default=1)
        return {place: each for place, each in read.items() if each} | period_places(self.workbook, self.sender, top)

    def _beside(self, holds: Callable[[Typed, Typed], bool]) -> Iterator[tuple[str, Typed]]:
        """Every label near the top that stands once in the file and has right of it what `holds` with it."""
        for number, row in self.sender.by_row.items():
            for label, said in pairwise(row.values()) if number <= LOOKED_FOR_IN else ():
                if words_said(label.text) and holds(label, said) and right_of(label.text, self.workbook) is said:
                    yield f"beside {word_kept(label.text)}", said


def _of_a_period(label: Typed, said: Typed) -> bool:
    return bool(_OF_PERIODS & set(words_said(label.text)) and typed_period(said).period)


def labelled_figures(workbook: Workbook, sheet: str, first: str, last: str, names: Naming | None = None) -> LabelledFigures:
    """The figures between two cells, each with its label: beside it where most have one there, or else above.

    Raises PointedAtNothingError.
    """
    sender, at, known = sheet_pointed_at(workbook, sheet), corners(first, last), names or naming()
    found = {value: tuple(_labelled(sender, at, value, known)) for value in (BESIDE, BELOW)}
    value = max(found, key=lambda each: len(found[each]))
    if not found[value]:
        raise PointedAtNothingError(f"Right of a label, or below it, must stand a figure in {first.upper()}, got: none.")
    return LabelledFigures(workbook, sender, value, found[value], known)


def _labelled(sender: SenderSheet, at: Corners, value: str, names: Naming) -> Iterator[Labelled]:
    for row in range(at.top, at.bottom + 1):
        for column, cell in sender.row(row).items():
            figure = at.left <= column <= at.right and not (amount := amount_in(cell, _ANY, "")).fault and not amount.blank
            label = _label(sender, row, column, value) if figure else None
            if label is not None:
                meant = names.one(Thing.MEASURE, label.text) or names.one(Thing.KPI, label.text)
                yield Labelled(cell, label, meant or "")


def _label(sender: SenderSheet, row: int, column: int, value: str) -> Typed | None:
    """The text that ends where a figure begins."""
    above = sender.row(row - 1).get(column)
    left = [cell for at, cell in sender.row(row).items() if last_merged(sender.sheet.merged, row, at) + 1 == column]
    cell = above if value == BELOW else next(iter(left), None)
    return cell if cell and cell.kind is Kind.TEXT and words_said(cell.text) else None


def labels_layout(found: LabelledFigures, meaning: Mapping[str, str], area: str) -> Layout:
    """The layout that takes the figure of each label in `meaning`, which says what that is; `area` is where it is said.

    Raises PointedAtNothingError where no label means anything.
    """
    rows = {label: of for label, of in meaning.items() if of}
    if not rows:
        raise PointedAtNothingError("Of one label at least it must be said what its figure is, got: of none.")
    layout = Layout(
        "Not named yet",
        "row",
        area,
        likeliest_place(found.period_places),
        value=found.value,
        rows=rows,
        each_sheet=area == "sheet",
        kind="count" if any(of in measures() for of in rows.values()) else "reported",
    )
    return with_its_sheet(found.workbook, layout, found.sender.name)
