"""The last known words, as rows to be typed into a new form: whoever fills it in corrects instead of copying."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from loaders.forms.layouts import standard
from programme.plans import plan_of
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.form import FormSheet
from programme.sheets.still_open import CARRIED, still_open
from programme.sheets.written import Row
from programme.standing_words import StandingRows, StandingWords
from programme.wordings import Wording
from programme.workstreams import organisations

TypedRow = Mapping[str, object]
"""What is typed under each heading."""


@dataclass(frozen=True, slots=True)
class Forward:
    """What a form brings forward: rows by sheet, and the sheets that it leaves as they are because rows stand there."""

    rows: Mapping[str, list[TypedRow]] = field(default_factory=dict)
    left: Collection[str] = ()


def brought_forward(
    words: StandingWords,
    quarter: Quarter,
    streams: Collection[int],
    organisation: str,
    *,
    written: Iterable[Wording] = (),
    leave: bool = False,
) -> Forward:
    """What is known of these workstreams from returns of an organisation.

    Where words were accepted for the quarter, a correction begins with all of them; otherwise with what is still open of
    the quarter before, or of the last that is known. Of what was `written` on screen about these workstreams that of the
    quarter comes with either, since a return that carries the same row takes its place; what no return says is brought to
    the first organisation alone.
    `leave`: nothing is brought, and what stands is left as it is.
    """
    own = {
        sheet: [each for each in found if each.version.cover.organisation == organisation] for sheet, found in words.items()
    }
    stood = {form.name: _of_quarter(form, own.get(form.name, ()), quarter, streams) for form in standard.WRITTEN}
    if leave:
        return Forward(left=frozenset(name for name, rows in stood.items() if rows))
    if not any(stood.values()):
        stood = {form.name: _last_open(form, own.get(form.name, ()), quarter, streams) for form in CARRIED}
    here = [each for each in written if each.quarter == quarter]
    alone = organisation == organisations()[0]
    rows = {
        form: _with_written(form, stood.get(form.name, ()), own.get(form.name, ()), here, alone) for form in standard.WRITTEN
    }
    return Forward({form.name: [_typed(form, row) for row in found] for form, found in rows.items()})


def _with_written(
    form: FormSheet,
    rows: Iterable[Row],
    found: Collection[StandingRows],
    written: Iterable[Wording],
    alone: bool,
) -> list[Row]:
    """The rows, and those written on screen: in place of one that came before; where `alone`, also what no row says."""
    came = {each.version.number: each.version.accepted_at for each in found}
    merged = {row.told_apart(form): row for row in rows}
    for each in (each for each in written if each.form is form):
        key = each.row.told_apart(form)
        stands = merged.get(key)
        if (stands is None and alone) or (stands is not None and came[stands.source.version] < each.at):
            merged[key] = each.row
    return list(merged.values())


def _counting(form: FormSheet, found: Collection[StandingRows], streams: Collection[int]) -> Iterator[Row]:
    """The rows that are followed and are of these workstreams, or of none."""
    for each in found:
        for row in each.rows:
            stream = _stream(form, row)
            if row.has_needed(form) and (stream is None or stream in each.streams & set(streams)):
                yield row


def _stream(form: FormSheet, row: Row) -> int | None:
    column = next((column for column in form.columns if column.name == "workstream"), None)
    return row[column] if column else None


def _of_quarter(form: FormSheet, found: Collection[StandingRows], quarter: Quarter, streams: Collection[int]) -> list[Row]:
    """The rows that a return for the quarter would replace."""
    standing = [each for each in found if each.version.cover.quarter == quarter and each.streams & set(streams)]
    return _once(form, _counting(form, standing, streams))


def _last_open(form: FormSheet, found: Collection[StandingRows], quarter: Quarter, streams: Collection[int]) -> list[Row]:
    """Of every workstream, what was not finished in the last quarter before this one that its rows are known of."""
    rows = [row for row in _counting(form, found, streams) if row.quarter and row.quarter < quarter]
    newest: dict[int | None, Quarter] = {}
    for row in rows:
        stream = _stream(form, row)
        newest[stream] = max(row.quarter, newest.get(stream, row.quarter))
    last = (row for row in rows if row.quarter == newest[_stream(form, row)])
    return [row for row in _once(form, last) if still_open(form, row) and _held_in(form, row, quarter)]


def _held_in(form: FormSheet, row: Row, quarter: Quarter) -> bool:
    """Whether the plan of an action still holds: with a plan its actions go."""
    if form is not ACTIONS:
        return True
    plan = plan_of(row[ACTIONS.ref], row.quarter)
    return plan is not None and plan.in_force_during(quarter)


def _once(form: FormSheet, rows: Iterator[Row]) -> list[Row]:
    """Each thing once, as the newest version says it, in the order in which things were first named."""
    return list({row.told_apart(form): row for row in rows}.values())


def _typed(form: FormSheet, row: Row) -> TypedRow:
    return {column.heading: _value(row[column], row.text(column)) for column in form.columns if row.text(column)}


def _value(understood: object, text: str) -> object:
    """What is typed in the cell: a day or a number as such, and everything else as it was typed."""
    if isinstance(understood, float) and understood.is_integer():
        return int(understood)
    return understood if isinstance(understood, (date, int, float)) and not isinstance(understood, bool) else text
