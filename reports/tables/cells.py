"""The kinds of cells that tables share: numbers, days, figures and ratings, each with the text that readers know."""

from dataclasses import replace
from datetime import date, datetime

from disclosure.rule import Number
from kpis.kpi import Kpi
from programme.access import TakenBack
from programme.figure import Figure
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.moment import day_text, time_text
from programme.sheets.actions import Action
from programme.sheets.risks import Score
from programme.submission import Version
from programme.symbols import MEANING
from record.tracked import Tracked
from reports.language.linked import Linked, Pieces, plain_text
from reports.language.numbers import count_text, figure_text, unknown_text
from reports.palette import RATINGS
from reports.progress.readings import Reading
from reports.sentences.plan import brag_text, slip_text
from reports.sentences.ways import cells_link, version_link
from reports.tables.table import Cell

BLANK = Cell(None, "")
"""Where nothing belongs."""

UNITS = {"percent": "%", "weeks": "weeks"}


def absent(text: str) -> Cell:
    """No value, and the text says why."""
    return Cell(None, text, text)


def hidden_cell() -> Cell:
    """A figure that this reader may not see."""
    return Cell(None, HIDDEN_SIGN, HIDDEN_WORDS)


def leading(cell: Cell, to: Linked) -> Cell:
    """The cell, its whole text leading where `to` leads; an empty one leads nowhere."""
    return replace(cell, linked=(replace(to, text=cell.text),)) if cell.text else cell


def linked_cell(pieces: Pieces) -> Cell:
    """A text of which parts lead somewhere; nothing is blank."""
    text = plain_text(pieces)
    return Cell(text or None, text, linked=pieces)


def version_cell(version: Version) -> Cell:
    """A version's number, which tells it apart and leads to its row among the returns."""
    return leading(Cell(version.number, str(version.number)), version_link(version.number))


def text_or(text: str, otherwise: str) -> Cell:
    """What was typed, or what is said where nothing was."""
    return Cell(text, text) if text else absent(otherwise)


def withdrawn_cell(gone: TakenBack | None) -> Cell:
    """When something was taken back, by whom and why; *no* where it was not."""
    return text_or(f"{day_text(gone.at)}, {gone.doer}: {gone.reason}" if gone else "", "no")


def count_cell(count: int) -> Cell:
    """A number of things: `1,080`."""
    return Cell(count, f"{count:,}")


def amount_cell(number: float | None) -> Cell:
    """A numerator or denominator; blank where there is none to see."""
    return BLANK if number is None else Cell(number, count_text(number))


def day_cell(given: date | None) -> Cell:
    """A day in words; a missing one says so."""
    return Cell(given, day_text(given)) if given else absent("not given")


def moment_cell(at: datetime, more: str = "") -> Cell:
    """A moment in words, and what is to be said with it."""
    return Cell(at, f"{time_text(at)}{more}")


def period_covered(reading: Reading) -> str:
    """The period that a figure covers: `calendar year 2023 (carried forward)`."""
    return reading.result.period + (" (carried forward)" if reading.carried else "")


def figure_cell(reading: Reading) -> Cell:
    """The figure that may be seen, without any rounding in its value; hidden and missing ones say so."""
    if isinstance(reading.shown, Number):
        return Cell(reading.shown.value, reading.amount)
    return Cell(None, reading.display, unknown_text(reading.shown))


def traced_cell(reading: Reading) -> Cell:
    """The figure that may be seen, leading to the cells it was read from."""
    return leading(figure_cell(reading), cells_link(reading, reading.amount))


def numerator_cell(reading: Reading) -> Cell:
    """Its numerator, where the figure may be seen."""
    return amount_cell(reading.shown.numerator if isinstance(reading.shown, Number) else None)


def denominator_cell(reading: Reading) -> Cell:
    """Its denominator, where the figure may be seen."""
    return amount_cell(reading.shown.denominator if isinstance(reading.shown, Number) else None)


def returned_cell(figure: Figure | None) -> Cell:
    """A figure as it was returned: a number, or its symbol with what that means."""
    text = figure_text(figure)
    if figure is None:
        return absent(text)
    return Cell(figure.value, text, "" if figure.symbol is None else MEANING[figure.symbol])


def rated_cell(reading: Reading) -> Cell:
    """A rating by its word, shown as shape and word; one that a return judged says so."""
    mark = RATINGS[reading.rated.rating]
    return Cell(mark.word, f"{mark.shape} {mark.word}{' (judged)' if reading.override else ''}")


def evidence_cell(action: Action) -> Cell:
    """Where the evidence is; an action that is done without says so."""
    return absent("no evidence") if action.done and not action.evidence else text_or(action.evidence, "")


def brag_cell(action: Tracked) -> Cell:
    """An action's status by its word, shown with its shape, and why it is not the one returned."""
    return Cell(str(action.brag), brag_text(action))


def slip_cell(action: Tracked) -> Cell:
    """The days from the date agreed first; early ones are negative."""
    text = slip_text(action)
    return absent(text) if action.slip is None else Cell(action.slip, text)


def score_cell(score: Score | None, otherwise: str) -> Cell:
    """A risk's score from 1 to 25, shown with its two halves and its level."""
    return Cell(score.value, str(score)) if score else absent(otherwise)


def unit_of(kpi: Kpi) -> str:
    """The unit of a KPI's figures: `%`, `per 1,000 plans`, `weeks`; empty where they are counts or scores."""
    return kpi.per or UNITS.get(kpi.unit, "")
