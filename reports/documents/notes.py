"""The notes that every download carries: what it is, its source, as at when, whether it is real, what the symbols mean."""

from datetime import UTC, datetime

from programme.moment import time_text
from programme.symbols import MEANING
from record.records import Records
from reports.sentences.signoff import published_note

SYMBOLS = "Symbols: " + "; ".join(f"{symbol} {meaning}" for symbol, meaning in MEANING.items())
ILLUSTRATIVE = "Demonstration data: figures that annual publications carry are real; all others are illustrative."


RETURNS = "quarterly returns of the Kent SEND programme and published statistics, as held in WSoA Monitor"
MEETINGS = "meetings of the board, as recorded in WSoA Monitor"
REFERENCE = "reference data of WSoA Monitor, written from published documents; what is to be confirmed says so"


def notes(records: Records, *about: str, source: str = RETURNS, now: datetime | None = None) -> list[str]:
    """`about` (title, area, quarter) and then the notes, one line each."""
    newest = records.versions[-1].number if records.versions else 0
    moment = time_text(records.as_at or now or datetime.now(UTC))
    return [
        ", ".join(about),
        f"Source: {source}",
        f"As at {moment} (newest version {newest})",
        *_signed(records),
        *([ILLUSTRATIVE] if records.illustrative else []),
        SYMBOLS,
    ]


def _signed(records: Records) -> list[str]:
    """Whether it is what was published, or what stands beside it."""
    said = published_note(records)
    return [said] if said else []
