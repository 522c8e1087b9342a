"""What changed since last quarter as rows, one for each change, whatever its kind: what was before, and what is now."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from api.columns import DataColumn, DataValue, set_of
from programme.access import Role, sees_hidden
from programme.areas import KENT, Area
from programme.figure import Figure
from programme.measures import measures
from programme.quarter import Quarter
from programme.submission import Restatement
from record.receipts import Receipt
from record.tracked import Tracked
from reports.exports.plan import iso
from reports.language.numbers import figure_text
from reports.pack.parts import DataSet
from reports.progress.changes import Changes, RiskMove, changes
from reports.progress.readings import Progress, Reading
from reports.progress.turns import RatingChange
from reports.tables.cells import figure_cell, unit_of


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change. `about` is the id of what changed; the values are in `unit`; `missing` says why one is not there."""

    kind: str
    about: str
    title: str
    area: Area = KENT
    quarter: Quarter | None = None
    kpi: str = ""
    before: str = ""
    now: str = ""
    value_before: float | None = None
    value_now: float | None = None
    unit: str = ""
    turn: str = ""
    because: str = ""
    missing: str = ""


_OF_A_CHANGE: dict[DataColumn, Callable[[ChangeRow], DataValue]] = {
    DataColumn("kind", "text", "What kind of change it is."): lambda of: of.kind,
    DataColumn("about", "text", "What changed: a measure's id, a ref, or the number of a workstream."): lambda of: of.about,
    DataColumn("title", "text", "What that is, in words."): lambda of: of.title,
    DataColumn("kpi", "text", "The id of the measure it speaks of; empty where it speaks of none."): lambda of: of.kpi,
    DataColumn("area_code", "text", "The code of the area."): lambda of: of.area.code,
    DataColumn("area", "text", "The name of the area."): lambda of: of.area.name,
    DataColumn("quarter", "text", "The quarter that the change speaks of."): lambda of: str(of.quarter),
    DataColumn("before", "text", "What it was, in words."): lambda of: of.before,
    DataColumn("now", "text", "What it is, in words."): lambda of: of.now,
    DataColumn("value_before", "number", "What it was, in `unit`; empty where `missing` says why."): lambda of: (
        of.value_before
    ),
    DataColumn("value_now", "number", "What it is, in `unit`; empty where `missing` says why."): lambda of: of.value_now,
    DataColumn("unit", "text", "What the values are in; empty for counts, scores and where there are none."): (
        lambda of: of.unit
    ),
    DataColumn("turn", "text", "better, worse or neither, where it has a better side."): lambda of: of.turn,
    DataColumn("because", "text", "What turned it, or why."): lambda of: of.because,
    DataColumn("missing", "text", "Why a value is not there, or what is not known."): lambda of: of.missing,
}


def change_rows(progress: Progress, quarter: Quarter, area: Area | None, kpi: str | None) -> DataSet:
    """Every change since last quarter, or those of one area or measure."""
    found = changes(progress, quarter)
    return changes_told(
        each for each in _rows(found, progress.role) if area in (None, each.area) and kpi in (None, each.kpi)
    )


def changes_told(rows: Iterable[ChangeRow]) -> DataSet:
    """One row for each change; the columns are there without any."""
    return set_of("changes", "What changed since last quarter, one row for each change.", _OF_A_CHANGE, rows)


def _rows(found: Changes, role: Role) -> Iterator[ChangeRow]:
    yield from map(_rating, found.ratings)
    yield from (_reading("became red and worsening", each) for each in found.red_and_worsening)
    for kind, actions in (
        ("action completed", found.completed),
        ("action slipped further", found.slipped),
        ("action passed the day agreed first", found.newly_overdue),
        ("action vanished", found.vanished),
    ):
        yield from (_action(kind, each) for each in actions)
    yield from (_risk(each, found.quarter) for each in found.risks)
    yield from (_restatement(each, role) for each in found.restatements)
    yield from (_receipt("return missing", each) for each in found.missing)
    yield from (_receipt("return late", each) for each in found.late)
    for each in found.unanswered:
        yield _reading("red without a whole management action", each.reading, f"it lacks {', '.join(each.lacks)}")
    yield from _unknown(found)


def _unknown(found: Changes) -> Iterator[ChangeRow]:
    """What is not known to have changed is not the same as what did not change."""
    if not found.actions_known:
        why = "no action log came in for the quarter, so what was completed or slipped is not known"
        yield ChangeRow("not known", "actions", "Actions", quarter=found.quarter, missing=why)
    if not found.risks_known:
        why = "risks were not returned for both quarters, so which moved is not known"
        yield ChangeRow("not known", "risks", "Risks", quarter=found.quarter, missing=why)


def _rating(change: RatingChange) -> ChangeRow:
    before, now, kpi = change.before, change.now, change.now.kpi
    return ChangeRow(
        *("rating", kpi.id, kpi.title, now.area, now.quarter, kpi.id),
        *(str(before.rated.rating), str(now.rated.rating), _value(before), _value(now), unit_of(kpi)),
        turn=str(change.turn),
        because=str(change.cause),
        missing=_missing(before=_why(before), now=_why(now)),
    )


def _reading(kind: str, reading: Reading, because: str = "") -> ChangeRow:
    kpi, rating = reading.kpi, str(reading.rated.rating)
    value, why = _value(reading), _missing(before="not told here", now=_why(reading))
    about = (kind, kpi.id, kpi.title, reading.area, reading.quarter, kpi.id)
    return ChangeRow(*about, "", rating, None, value, unit_of(kpi), because=because, missing=why)


def _action(kind: str, action: Tracked) -> ChangeRow:
    told = iso(action.baseline) or "", iso(action.expected) or ""
    missing = _missing(
        before="a slip is held against the day agreed first", now="" if action.slip is not None else "no days"
    )
    about = (kind, action.now.ref, action.now.title, KENT, action.quarter, action.now.kpi)
    return ChangeRow(*about, *told, None, action.slip, "days", missing=missing)


def _risk(move: RiskMove, quarter: Quarter) -> ChangeRow:
    before, now = (side.current if side else None for side in (move.before, move.now))
    why = _missing(before=_unscored(move.before, before), now=_unscored(move.now, now))
    scores = [score.value if score else None for score in (before, now)]
    words = ["" if score is None else str(score) for score in scores]
    title = (move.now or move.before).risk
    return ChangeRow("risk", move.ref, title, KENT, quarter, "", *words, *scores, turn=str(move.turn), missing=why)


def _unscored(risk: object, score: object) -> str:
    if risk is None:
        return "not returned"
    return "" if score else "its score was not understood"


def _restatement(restated: Restatement, role: Role) -> ChangeRow:
    """What changed; the reason quotes figures, and is for those who see all figures."""
    old, new, measure = restated.old, restated.new, measures()[restated.measure]
    reason = restated.version.reason if sees_hidden(role) else ""
    because = f"version {restated.version.number}{f': {reason}' if reason else ''}"
    about = ("restatement", restated.measure, measure.description, restated.area, restated.quarter)
    unit = "" if measure.unit == "count" else measure.unit
    values = figure_text(old), figure_text(new), old and old.value, new and new.value, unit
    return ChangeRow(*about, "", *values, because=because, missing=_missing(before=_without(old), now=_without(new)))


def _without(figure: Figure | None) -> str:
    return "" if figure and figure.value is not None else figure_text(figure)


def _receipt(kind: str, receipt: Receipt) -> ChangeRow:
    title = f"The return of workstream {receipt.workstream}, due {iso(receipt.due)}"
    return ChangeRow(kind, str(receipt.workstream), title, KENT, receipt.quarter, because=f"due {iso(receipt.due)}")


def _value(reading: Reading) -> float | None:
    return figure_cell(reading).value


def _why(reading: Reading) -> str:
    return figure_cell(reading).missing


def _missing(**reasons: str) -> str:
    return "; ".join(f"{when}: {why}" for when, why in reasons.items() if why)
