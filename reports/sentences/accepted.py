"""What was accepted, and what comes next, in a few sentences."""

from collections.abc import Iterable
from datetime import datetime

from programme.moment import day_text, end_of
from programme.submission import Version
from programme.workstreams import short_name
from record.receipts import Box, Receipt, State
from reports.language.grammar import and_list
from reports.sentences.versions import parts_text, version_title

OPEN = (State.MISSING, State.NOT_DUE)


def accepted_text(version: Version) -> str:
    """`Version 9: return for 2024/25 Q4, workstream 3, Kent County Council. It speaks for Figures of KCC and Actions.`"""
    return f"{version_title(version)}. It speaks for {parts_text(version)}."


def still_open_text(version: Version, receipts: Iterable[Receipt], now: datetime) -> str:
    """Whose figures for the version's quarter are still to come, and by when; empty for a history workbook."""
    quarter = version.cover.quarter
    if quarter is None:
        return ""
    open_boxes = [(each.workstream, box) for each in receipts for box in each.boxes if box.state in OPEN]
    if not open_boxes:
        return f"Every return for {quarter} is here."
    due = open_boxes[0][1].due
    past = now > end_of(due)
    return (
        f"Still {'missing' if past else 'to come'} for {quarter}: {and_list(_told(open_boxes))}. "
        f"They {'were' if past else 'are'} due by {day_text(due)}."
    )


def _told(open_boxes: list[tuple[int, Box]]) -> list[str]:
    """`workstreams 1 and 2 of KCC`, organisation by organisation."""
    streams: dict[str, list[int]] = {}
    for stream, box in open_boxes:
        streams.setdefault(short_name(box.organisation), []).append(stream)
    return [
        f"{'workstreams' if len(numbers) > 1 else 'workstream'} {and_list(list(map(str, numbers)))} of {name}"
        for name, numbers in streams.items()
    ]
