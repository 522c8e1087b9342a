"""A return in which everything that can be typed is typed with signs of Markdown and HTML, on top of the demonstration."""

from io import BytesIO
from pathlib import Path

import openpyxl

from loaders.pipeline import load
from loaders.sample_files import SAMPLE
from store.database import Database
from tests.accepting import by
from tests.factories import read_here

SIGNS = "![x](http://evil/p.png) <img src='http://evil/q.png'> $a$ :red[b] *c* www.evil.uk"
"""What somebody adds to every text."""

FILE = "![x](y) $a$.xlsx"
TYPED = {
    "Actions": ("Ref", "Action", "Success criterion", "Lead role", "Accountable role", "Partner", "Progress note"),
    "Risks": ("Ref", "Risk", "Owner role", "Controls", "Further action"),
    "Participation": ("Ref", "You said", "We did", "Difference made", "Group"),
    "Decisions": ("Reference", "Title", "Decision maker", "Implications"),
    "Assessment": ("Reason",),
    "Commentary": ("What the figure shows", "Why", "What next", "Management action", "Action owner role"),
}
WHY, ANSWER = "The count was wrong", "So be it"
JUDGED = "plans_over_52_weeks"  # red in 2024/25 Q3


def typed_return() -> bytes:
    """The newest return of the demonstration, every text with signs, and one red KPI judged amber for such a reason."""
    book = openpyxl.load_workbook(SAMPLE / "2024-25-Q3.xlsx")
    for sheet, headings in TYPED.items():
        columns = {cell.value: cell.column for cell in book[sheet][1]}
        for row in range(2, book[sheet].max_row + 1):
            for cell in (book[sheet].cell(row, columns[heading]) for heading in headings):
                if cell.value:
                    cell.value = f"{cell.value} {SIGNS}"
    _judge(book["Commentary"])
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _judge(sheet) -> None:
    columns = {cell.value: cell.column for cell in sheet[1]}
    row = next(row for row in range(2, sheet.max_row + 2) if sheet.cell(row, columns["KPI"]).value in (JUDGED, None))
    judged = {"KPI": JUDGED, "Rating judgement": "amber", "Judgement reason": f"Seen {SIGNS}"}
    for heading, text in judged.items():
        sheet.cell(row, columns[heading]).value = text


def add_typed(path: Path) -> None:
    """Accept that return into the database at `path`."""
    given = by(f"Analyst {SIGNS}", f"{WHY} {SIGNS}", reasons=f"{ANSWER} {SIGNS}")
    with Database.open(path) as database:
        loaded = load(database, typed_return(), FILE, given, read=read_here)
    assert loaded.version, [str(each) for each in loaded.checked.errors]
