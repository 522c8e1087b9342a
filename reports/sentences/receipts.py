"""Where a return stands, in words: received on time, late or missing, and what is expected next."""

from collections.abc import Iterable
from datetime import datetime

from programme.moment import day_text, end_of
from programme.quarter import Quarter
from programme.working_days import return_due
from record.receipts import Receipt, State

MARK = {State.ON_TIME: "✓", State.LATE: "◷", State.HISTORY: "▤", State.MISSING: "✗", State.NOT_DUE: "…"}


def receipt_text(receipt: Receipt) -> str:
    """The state in words, with what else a reader must know."""
    notes = [
        day_text(receipt.versions[0].accepted_at) if receipt.versions else f"due {day_text(receipt.due)}",
        "provisional" if receipt.provisional else "",
        f"{receipt.superseded} superseded" if receipt.superseded else "",
    ]
    known = [note for note in notes if note and receipt.state is not State.HISTORY]
    return f"{MARK[receipt.state]} {receipt.state}" + (f" ({', '.join(known)})" if known else "")


def expected_text(quarter: Quarter, now: datetime) -> str:
    """What is expected next, in a sentence."""
    due = return_due(quarter)
    verb = "were due" if now > end_of(due) else "are due"
    return f"Expected next: the returns for {quarter}, which {verb} by {day_text(due)}."


def receipts_list(receipts: Iterable[Receipt]) -> list[str]:
    """One sentence for each return that is missing or came late."""
    return [f"Workstream {each.workstream}: {receipt_text(each)}" for each in receipts]
