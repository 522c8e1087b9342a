"""Where a return stands, in words: received on time, late or missing, and what is expected next."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from programme.moment import day_text, end_of
from programme.published import PublishedFigures
from programme.quarter import Quarter
from programme.submission import Version
from programme.working_days import return_due
from programme.workstreams import short_name
from record.receipts import Box, Receipt, State
from record.records import Records
from record.today import stands_still, today
from reports.language.grammar import counted, or_none
from reports.language.linked import Linked, Piece, Pieces, joined, leads, plain_text
from reports.sentences.ways import version_link

MARK = {
    State.ON_TIME: "✓",
    State.LATE: "◷",
    State.AGAIN: "↻",
    State.HISTORY: "▤",
    State.MISSING: "✗",
    State.NOT_DUE: "…",
    State.NOT_OWED: "–",
}


def returns_headline(receipts: Iterable[Receipt], of: str) -> str:
    """`Returns for 2024/25 Q3: none missing, 3 received late`: workstreams and quarters counted, `of` which it says."""
    states = Counter(each.state for each in receipts)
    return f"Returns {of}: {or_none(states[State.MISSING])} missing, {or_none(states[State.LATE])} received late"


def published_headline(published: PublishedFigures) -> str:
    """`Published figures: 4,970 of 20 areas, 2015/16 to 2025`."""
    if not published:
        return "Published figures: none"
    areas, periods = {each.area_code for each in published.values()}, [each.period for each in published.values()]
    return f"Published figures: {len(published):,} of {counted(len(areas), 'area')}, {min(periods)} to {max(periods)}"


def receipt_text(receipt: Receipt) -> str:
    """The worst state in words, with what else a reader must know: whose it is where others are better off, and theirs."""
    return plain_text(receipt_linked(receipt))


def receipt_linked(receipt: Receipt) -> Pieces:
    """The same, the day of what came leading to its version."""
    worst = receipt.worst
    if worst is None:
        return (f"{MARK[receipt.state]} {receipt.state}",)
    alike = [box for box in receipt.boxes if _same(box, worst)]
    others = [box for box in receipt.boxes if box not in alike]
    whose = f" from {short_name(worst.organisation)}" if others else ""
    known = _noted([*_when(worst), _counts(alike)])
    bracketed = (" (", *known, ")") if known else ()
    return joined([(f"{MARK[worst.state]} {worst.state}{whose}", *bracketed), *map(_other, others)], "; ")


def history_text(receipts: Iterable[Receipt]) -> str:
    """Quarters that came with the history workbook, with the figures of all of them together."""
    known = _counts([box for each in receipts for box in each.boxes])
    return f"{MARK[State.HISTORY]} {State.HISTORY}" + (f" ({known})" if known else "")


def _noted(notes: Iterable[Piece | Pieces]) -> Pieces:
    """Those that say anything, with commas between them."""
    return joined((note for note in notes if note), ", ")


def _same(box: Box, other: Box) -> bool:
    return (box.state, box.versions, box.withdrawn) == (other.state, other.versions, other.withdrawn)


def _other(box: Box) -> Pieces:
    """`KCC ✓ 6 May 2025, 19 of 19 figures`: the organisation that is better off, in short."""
    known = _noted([*_when(box), _counts([box])])
    return (f"{short_name(box.organisation)} {MARK[box.state]}", *((" ", *known) if known else ()))


def _when(box: Box) -> list[Piece | Pieces]:
    """When it came, was due or was taken back, and whether it may change yet."""
    if box.state is State.HISTORY:
        return []
    in_time = [("received ", _came(each), " and withdrawn") for each in box.withdrawn[:1]]
    if not box.versions:
        return [f"due {day_text(box.due)}", *in_time]
    return [
        *(in_time if box.state is State.AGAIN else []),
        _came(box.versions[0]),
        "provisional" if box.provisional else "",
        f"{box.superseded} superseded" if box.superseded else "",
    ]


def _came(version: Version) -> Linked:
    return version_link(version.number, day_text(version.accepted_at))


def _counts(boxes: Iterable[Box]) -> str:
    """`99 of 99 figures, 4 of them symbols`; nothing where none was given, which the state says."""
    counts = [box.counts for box in boxes]
    owed, given, symbols = (sum(getattr(each, name) for each in counts) for name in ("owed", "given", "symbols"))
    if not given:
        return ""
    return f"{given:,} of {owed:,} figures" + (f", {symbols:,} of them symbols" if symbols else "")


def expected_text(quarters: Sequence[Quarter], now: datetime) -> str:
    """What is expected, in a sentence: every quarter whose day has passed, and the next that is to come."""
    passed = [quarter for quarter in quarters if now > end_of(return_due(quarter))]
    ahead = [quarter for quarter in quarters if quarter not in passed]
    told = [f"{quarter}, which were due by {day_text(return_due(quarter))}" for quarter in passed]
    told += [f"{quarter}, which are due by {day_text(return_due(quarter))}" for quarter in ahead]
    return f"Expected next: the returns for {'; for '.join(told)}."


def stands_still_text(records: Records) -> str:
    """On which day returns are late or missing, where it is not the real one; empty where it is."""
    if records.as_at is not None or not stands_still(records):
        return ""
    return f"All that stands is illustrative, so the day is taken to be that of the last return, {day_text(today(records))}."


def receipts_list(receipts: Iterable[Receipt]) -> list[Pieces]:
    """One sentence for each return that is missing or came late, leading to the returns."""
    return [(leads(f"Workstream {each.workstream}", "returns"), f": {receipt_text(each)}") for each in receipts]
