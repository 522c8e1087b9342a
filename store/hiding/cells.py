"""What each return did to the cells of protected measures. What is settled never changes again, and is read once."""

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from plumbing.kept import Kept
from programme.figure import FigureKey
from programme.hidden import Stated
from programme.measures import measures
from programme.quarter import Quarter
from programme.submission import Submission, Version
from programme.symbols import Symbol
from store.counting.unfolding import Offer, touched_after, unfold
from store.cursor import Cursor
from store.order import ledger

MOST_CELLS = 100_000  # more are not kept: of a whole nation they would take more memory than they save time

Cells = Mapping[FigureKey, Stated | None]
"""What cells say from then on; None where none counts any more."""

_GIVEN = """
    SELECT version, workstream, measure, area_code, quarter, "value", symbol FROM figures
    WHERE measure IN (SELECT unnest(?::VARCHAR[]))
"""
_ALL = f"{_GIVEN} ORDER BY version, place"
_TOUCHED = f"""
    {_GIVEN} AND (quarter = ANY(?::VARCHAR[]) OR (measure, area_code, quarter) IN (
        SELECT measure, area_code, quarter FROM figures WHERE version = ANY(?::INTEGER[])
    )) ORDER BY version, place
"""


class _Done(NamedTuple):
    """What a version did: numbers alone are given again where a transaction was undone."""

    number: int
    accepted_at: datetime


def cells_by_version(cursor: Cursor, known: Sequence[Version], kept: Kept | None, settled: int) -> dict[int, Cells]:
    """What each of the versions `known`, which are all of them, did to the cells. What the first `settled` of them did is
    `kept`; what others did is not: they may still be undone, and others be accepted in their place."""
    asked = [_Done(each.number, each.accepted_at) for each in known]
    found: dict[int, Cells] = {}

    def read(missing: Sequence[Hashable]) -> dict[Hashable, Cells]:
        found.update(_read(cursor, known, asked.index(missing[0])))
        return {each: found[each.number] for each in missing}

    if settled:
        answers = kept.answers(asked[:settled], read)
        found |= {each.number: cells for each, cells in zip(asked[:settled], answers, strict=True)}
    if len(found) < len(known):
        found |= _read(cursor, known, settled)
    if settled and sum(map(len, found.values())) > MOST_CELLS:
        kept.forget(unless=lambda question: not isinstance(question, _Done))
    return found


def cells_of_next(cursor: Cursor, submission: Submission) -> Cells:
    """What a return would do to the cells if it were accepted as the next thing, in the order in which it would do it."""
    known, made = ledger.read_ledger(cursor), ledger.as_next_version(cursor, submission)
    brought = [
        Offer(
            measures()[each.measure].workstream, made.number, (*each.key[:2], str(each.quarter)), each.symbol or each.value
        )
        for each in submission.figures
        if measures()[each.measure].protected
    ]
    return _read(cursor, [*known, made], len(known), brought)[made.number]


def _read(cursor: Cursor, known: Sequence[Version], begun: int, brought: Sequence[Offer[Stated]] = ()) -> dict[int, Cells]:
    """What the versions after the first `begun` did; the last has `brought` what is not stored yet."""
    found: dict[int, dict[FigureKey, Stated | None]] = {each.number: {} for each in known[begun:]}
    quarters = sorted({each.key[2] for each in brought})
    for effect in unfold(known, [*_offers(cursor, known, begun, quarters), *brought], begun):
        if effect.old != effect.new:
            measure, area, quarter = effect.key
            found[effect.version.number][measure, area, Quarter.parse(quarter)] = effect.new
    return found


def _offers(cursor: Cursor, known: Sequence[Version], begun: int, quarters: Sequence[str]) -> list[Offer[Stated]]:
    """All that was ever offered of the figures on which versions after the first `begun` can have an effect, and of all
    figures of some quarters."""
    protected = [measure.id for measure in measures().values() if measure.protected]
    touched = [quarters, sorted(touched_after(known, begun))] if begun else []
    rows = cursor.execute(_TOUCHED if begun else _ALL, [protected, *touched]).fetchall()
    return [Offer(row[1], row[0], row[2:5], row[5] if row[6] is None else Symbol(row[6])) for row in rows]
