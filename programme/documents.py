"""The documents that the programme rests on: plans, letters, reports and decisions, with their dates and addresses."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from plumbing.reference import rows


@dataclass(frozen=True, slots=True)
class Document:
    """One document. `day` is None where it is not known; then it existed `no_later_than` a day, and `day_note` says more.

    `address` is where it, or the page that leads to it, stood; empty where that is to be confirmed.
    """

    kind: str
    title: str
    day: date | None
    no_later_than: date
    day_note: str
    address: str
    note: str


@cache
def documents() -> tuple[Document, ...]:
    """Every document of `documents.csv`, oldest first."""
    found = (
        Document(
            kind=row["kind"],
            title=row["title"],
            day=date.fromisoformat(row["date"]) if row["date"] else None,
            no_later_than=date.fromisoformat(row["no_later_than"]),
            day_note=row["date_note"],
            address=row["address"],
            note=row["note"],
        )
        for row in rows("documents")
    )
    return tuple(sorted(found, key=lambda document: document.no_later_than))


def documents_by(on: date) -> tuple[Document, ...]:
    """Those that existed on a day, oldest first."""
    return tuple(each for each in documents() if each.no_later_than <= on)
