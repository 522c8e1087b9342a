from dataclasses import replace
from datetime import UTC, date, datetime

from programme.parts import FIGURES, Part
from programme.quarter import Quarter
from programme.submission import Cover, Version
from programme.symbols import Status
from record.receipts import Box, Receipt, State
from reports.sentences.accepted import accepted_text, still_open_text

QUARTER = Quarter.parse("2024/25 Q4")
KCC, NHS = "Kent County Council", "NHS Kent and Medway"
COVER = Cover("standard", QUARTER, (3,), KCC, "Lead", "Analyst", None, Status.FINAL)
ACCEPTED = datetime(2025, 5, 1, 9, tzinfo=UTC)
PARTS = frozenset({Part(FIGURES, KCC, QUARTER, 3), Part("Actions", KCC, QUARTER, 3)})
VERSION = Version(9, COVER, "return.xlsx", "f" * 64, ACCEPTED, "Analyst", "", parts=PARTS)
DUE = date(2025, 5, 8)


def receipt(stream, *boxes):
    return Receipt(QUARTER, stream, DUE, tuple(Box(name, state, DUE) for name, state in boxes))


def test_what_was_accepted_is_said_in_one_line():
    assert accepted_text(VERSION) == (
        "Version 9: return for 2024/25 Q4, workstream 3, Kent County Council. It speaks for Figures of KCC and Actions."
    )


def test_what_is_still_to_come_is_said_organisation_by_organisation():
    receipts = [
        receipt(1, (KCC, State.NOT_DUE)),
        receipt(2, (KCC, State.NOT_DUE)),
        receipt(3, (KCC, State.ON_TIME)),
        receipt(5, (KCC, State.ON_TIME), (NHS, State.NOT_DUE)),
    ]
    to_come = "2024/25 Q4: workstreams 1 and 2 of KCC and workstream 5 of NHS."
    assert still_open_text(VERSION, receipts, ACCEPTED) == f"Still to come for {to_come} They are due by 8 May 2025."
    late = datetime(2025, 5, 9, 9, tzinfo=UTC)
    assert still_open_text(VERSION, receipts, late) == f"Still missing for {to_come} They were due by 8 May 2025."


def test_when_everything_is_here_that_is_said():
    receipts = [receipt(3, (KCC, State.LATE)), receipt(4)]
    assert still_open_text(VERSION, receipts, ACCEPTED) == "Every return for 2024/25 Q4 is here."


def test_after_a_history_workbook_no_quarter_is_waited_for():
    history = replace(VERSION, cover=replace(COVER, kind="history", quarter=None))
    assert still_open_text(history, [], ACCEPTED) == ""
