"""Answers to programs as bytes: worked out once for all who may be given the same, with what tells whether one has them."""

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from api.asked import FeedAsked
from api.columns import DataSet
from api.sets import data_of
from plumbing.kept import Kept
from programme.access import Role
from record.known import Asked
from reports.pack.data_csv import csv_bytes
from reports.pack.origin import program_fingerprint
from reports.progress.readings import KNOWN, Progress
from store.database import Database

MOST_SETS, MOST_ANSWERS = 4, 16  # of 5,000 rows each 15 and 5 MB at most

MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
NO_SUCH_PAGE = "A page must be there, got: page {page} of {pages}. Nothing was given."


class FeedQuestion(NamedTuple):
    """What an answer follows from: store, change, role, moment and day (`known`), what was asked, and the program."""

    known: Asked
    asked: FeedAsked
    program: str

    @property
    def tag(self) -> str:
        """The ETag. It is weak: who hands it on may pack the bytes otherwise."""
        return f'W/"{sha256(repr(tuple(self)).encode()).hexdigest()[:32]}"'


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """The bytes of one page, what kind they are, and the number of the page after it, if there is one."""

    content: bytes
    media: str
    next_page: int | None


class FeedAnswers:
    """What was answered last, for one server. Safe to share between threads."""

    def __init__(self) -> None:
        self._sets, self._answers = Kept(MOST_SETS), Kept(MOST_ANSWERS)

    def question(self, database: Database, role: Role, asked: FeedAsked) -> FeedQuestion:
        """The question as it stands after the newest change. Raises StoreError."""
        return FeedQuestion(KNOWN.asked(database, role, asked.as_at), asked, program_fingerprint())

    def answer(self, database: Database, question: FeedQuestion) -> FeedAnswer:
        """The answer. Raises ValueError for a page that is not there, and StoreError."""
        for kept in (self._sets, self._answers):
            kept.forget(unless=lambda other: not _outdated(other.known, question.known))
        return self._answers.answer(question, lambda: self._paged(database, question))

    def _paged(self, database: Database, question: FeedQuestion) -> FeedAnswer:
        asked = question.asked
        whole = question._replace(asked=_whole(asked))
        data, illustrative = self._sets.answer(whole, lambda: _made(database, question))
        pages = max(1, -(-len(data.rows) // asked.rows))
        if asked.page > pages:
            raise ValueError(NO_SUCH_PAGE.format(page=asked.page, pages=pages))
        first = (asked.page - 1) * asked.rows
        page = DataSet(data.name, data.meaning, data.columns, data.rows[first : first + asked.rows])
        following = asked.page + 1 if asked.page < pages else None
        if asked.format == "csv":
            return FeedAnswer(csv_bytes(page), MEDIA["csv"], following)
        about = _about(question, data, illustrative) | {"page": asked.page, "pages": pages, "next_page": following}
        return FeedAnswer(_json_bytes(about, page), MEDIA["json"], following)


def _made(database: Database, question: FeedQuestion) -> tuple[DataSet, bool]:
    progress: Progress = KNOWN.answer(database, question.known)
    return data_of(progress, question.asked), progress.records.illustrative


def _whole(asked: FeedAsked) -> FeedAsked:
    """The same question, whatever the page and the format."""
    return FeedAsked(asked.name, "csv", asked.quarter, asked.every, asked.area, asked.kpi, asked.as_at)


def _outdated(kept: Asked, now: Asked) -> bool:
    return kept.path == now.path and (kept.exchanged, kept.change) < (now.exchanged, now.change)


def _about(question: FeedQuestion, data: DataSet, illustrative: bool) -> dict[str, object]:
    known, asked = question.known, question.asked
    return {
        "set": data.name,
        "meaning": data.meaning,
        "as_at": known.as_at.isoformat() if known.as_at else None,
        "change": known.change,
        "role": str(known.role),
        "illustrative": illustrative,
        "quarter": "all" if asked.every else str(asked.quarter) if asked.quarter else "newest",
        "rows": len(data.rows),
    }


def _json_bytes(about: dict[str, object], page: DataSet) -> bytes:
    """Values as they are: a number with all its decimals, null where there is none."""
    names = [column.name for column in page.columns]
    columns = [{"name": each.name, "kind": each.kind, "meaning": each.meaning} for each in page.columns]
    rows = [dict(zip(names, row, strict=True)) for row in page.rows]
    return json.dumps({"about": about, "columns": columns, "rows": rows}, ensure_ascii=False).encode("utf-8", "replace")
