"""The documents that the programme rests on, the strengths inspectors found and whom they spoke with, as tables."""

from collections.abc import Iterable

from programme.documents import Document
from programme.inspections import InspectionRecord
from programme.moment import day_text
from programme.reference_files import TO_BE_CONFIRMED
from reports.language.linked import Linked, slug
from reports.tables.cells import absent, day_cell, leading, text_or
from reports.tables.table import Cell, Column, Table, table_of


def documents_table(documents: Iterable[Document]) -> Table:
    """One row per document with its day and its address; what is not known says that it is to be confirmed."""
    columns = {
        Column("Document"): _titled,
        Column("Kind of document"): lambda each: each.kind,
        Column("Dated"): _dated,
        Column("Address"): lambda each: Linked(each.address, each.address) if each.address else absent(TO_BE_CONFIRMED),
        Column("About the address"): lambda each: each.note,
    }
    return table_of("Documents", columns, documents)


def _titled(document: Document) -> Cell:
    named = Cell(document.title, document.title, at=slug(document.title))
    return leading(named, Linked(document.title, document.address)) if document.address else named


def _dated(document: Document) -> Cell:
    if document.day is None:
        return absent(document.day_note)
    more = f" ({document.day_note})" if document.day_note else ""
    return Cell(document.day, f"{day_text(document.day)}{more}")


def strengths_table(strengths: Iterable[InspectionRecord]) -> Table:
    """The strengths that inspection letters found."""
    return _recorded("Strengths that inspectors found", "Strength", strengths)


def spoken_with_table(groups: Iterable[InspectionRecord]) -> Table:
    """Whom inspectors spoke with."""
    return _recorded("Whom inspectors spoke with", "Who", groups)


def _recorded(caption: str, heading: str, records: Iterable[InspectionRecord]) -> Table:
    columns = {
        Column("Letter of", "date"): lambda each: day_cell(each.letter),
        Column(heading): lambda each: text_or(each.text, TO_BE_CONFIRMED),
        Column("Known from"): lambda each: each.source,
        Column("How far it is confirmed"): lambda each: each.status,
    }
    return table_of(caption, columns, records)
