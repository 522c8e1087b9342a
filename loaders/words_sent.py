"""The words of the demonstration that were written on screen: each as of the moment it was written, or taken back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from loaders.sample_files import WORDS_SENT, listed_lines
from loaders.wordings import check_words, write_checked_words
from programme.access import EVERY_ROLE, Person
from programme.quarter import Quarter
from programme.submission import Acceptance
from programme.wordings import ON_SCREEN
from store.database import Database
from store.errors import StoreError
from store.returns.writing import withdraw_words


@dataclass(frozen=True, slots=True)
class WordsSent:
    """One thing done on screen: words written, `cells` by heading; or those of number `withdraws` taken back."""

    sheet: str
    quarter: str
    at: datetime
    by: str
    reason: str
    cells: Mapping[str, str]
    withdraws: int | None = None


def words_sent(folder: Path) -> list[WordsSent]:
    """What was done on screen in the demonstration, in order; nothing where the folder lists none."""
    return [_sent(line) for line in listed_lines(folder / WORDS_SENT)]


def _sent(row: Mapping[str, str]) -> WordsSent:
    cells = dict(cell.split(": ", 1) for cell in row["cells"].split(" | ") if cell)
    withdraws = int(row["withdraws"]) if row["withdraws"] else None
    return WordsSent(
        row["sheet"], row["quarter"], datetime.fromisoformat(row["at"]), row["by"], row["reason"], cells, withdraws
    )


def do_on_screen(database: Database, sent: WordsSent) -> None:
    """Write words as illustrative ones, or take them back. Raises StoreError where they are refused."""
    acceptance = Acceptance(Person(sent.by, "", EVERY_ROLE), sent.reason, at=sent.at)
    if sent.withdraws is not None:
        withdraw_words(database, sent.withdraws, acceptance)
        return
    checked = check_words(ON_SCREEN[sent.sheet], Quarter.parse(sent.quarter), sent.cells, sent.at.date())
    checked = replace(checked, typed=replace(checked.typed, illustrative=True))
    written = write_checked_words(database, checked, acceptance)
    if written.wording is None:
        told = [finding.message for finding in checked.findings]
        raise StoreError(" ".join((written.refusal, *told)))
