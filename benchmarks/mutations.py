"""Changes to a real return as people make them: words typed into its cells, and its form taken to pieces."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO

import openpyxl
from openpyxl.cell.cell import MergedCell

from loaders.forms.layouts import standard
from loaders.forms.template import save

WORDS = (
    *("TBC", "n/a", "-", "0", "none", "to follow", "see above", "xxx", "?", "  ", None, "Awaiting sign-off"),
    *("7,5", "1.250", "1,250", "12,5%", "0.5", 0.5, 101, -3, 1e9, "about 80", "1O0", True, "=1+1", "#REF!"),
    *("00/01/1900", date(1900, 1, 1), date(2205, 9, 30), date(1925, 1, 1), "31.3.25", "spring", 45_747, "30/06/2025"),
    *("6-8", "6.7", 67, "6; 10", "6 and 7", "all", "Weakness 6", "weaknesses 1 to 9"),
    *("APP-6.O1", "app-6.01", "APP–6.01", "APP-6.1", "WSOA-9.99", "APP-6.01 ", "RISK-1", "R-O1"),
    *(
        "Green",
        "green ",
        "RAG: green",
        "Complete",
        "Blue",
        "5",
        "6",
        "1",
        "yes",
        "no",
        "YES!",
        "taken",
        "sufficient",
        "not yet",
    ),
    *("plans_within_20_weeks", "plans_issued", "tribunal_appeal_rate", "2024/25 Q2", "spring", "x" * 5_000, "_x000D_line"),
    *("‮abc​", "First\r\nSecond", "Kent & Medway", "<b>bold</b>", "'quoted", "Ünïcode – “words”"),
)
NEAR = ("{} date", "{}s", "{} (revised)", "The {}", "{}*", " {} :", "{}\n", "{} of it", "X{}", "{}.")
OTHER = ("Traffic light", "Comments", "Column1", "Seen by", "Update", "2024/25 Q3", "")
ASIDE = ("Sheet1", "Notes", "Figures (2)", "Old actions", "History", "Actions ")


@dataclass(frozen=True)
class Changed:
    """A changed workbook. `typed` are the cells, by sheet and reference, that were typed over where nothing else moved."""

    content: bytes
    typed: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    what: str = ""


def words_typed(content: bytes, chance: random.Random) -> Changed:
    """The workbook with something typed into one or two cells of the sheets of words."""
    book = openpyxl.load_workbook(BytesIO(content))
    typed, told = set(), []
    for _ in range(chance.randint(1, 2)):
        sheet = book[chance.choice(_present(book, standard.WRITTEN))]
        row, column = chance.randint(2, min(sheet.max_row + 1, 12)), chance.randint(1, len(_headings(sheet)))
        cell, word = sheet.cell(row, column), chance.choice(WORDS)
        if not isinstance(cell, MergedCell):
            cell.value = word
            typed.add((sheet.title, cell.coordinate))
            told.append(f"{sheet.title}!{cell.coordinate} = {str(word)[:30]!r}")
    return Changed(save(book), frozenset(typed), "; ".join(told))


def form_changed(content: bytes, chance: random.Random) -> Changed:
    """The workbook with one thing done to a heading, a column, a sheet or the cover: all that was typed is in it still."""
    book = openpyxl.load_workbook(BytesIO(content))
    do = chance.choice(DEEDS)
    told = do(book, chance)
    return Changed(save(book), what=f"{do.__name__.strip('_')}: {told}")


def _headings(sheet) -> list:
    return [cell for cell in sheet[1] if cell.value is not None]


def _present(book, sheets) -> list[str]:
    """The names of those that the form has: one of an earlier edition lacks what came later."""
    return [each.name for each in sheets if each.name in book.sheetnames]


def _table(book, chance: random.Random):
    return book[chance.choice(_present(book, standard.SHEETS))]


def _heading_respelt(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    cell = chance.choice(_headings(sheet))
    old, cell.value = cell.value, chance.choice(NEAR).format(cell.value)
    return f"{sheet.title}, {old} as {cell.value!r}"


def _heading_replaced(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    cell = chance.choice(_headings(sheet))
    old, cell.value = cell.value, chance.choice(OTHER) or None
    return f"{sheet.title}, {old} as {cell.value!r}"


def _headings_exchanged_with_their_columns(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    first, then = (cell.column for cell in chance.sample(_headings(sheet), 2))
    for row in range(1, sheet.max_row + 1):
        one, other = sheet.cell(row, first), sheet.cell(row, then)
        one.value, other.value = other.value, one.value
        one.number_format, other.number_format = other.number_format, one.number_format
    return f"{sheet.title}, columns {first} and {then}"


def _column_added(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    place = len(_headings(sheet)) + chance.randint(1, 3)
    heading = chance.choice([cell.value for cell in _headings(sheet)] + list(OTHER))
    sheet.cell(1, place).value = heading or None
    sheet.cell(chance.randint(2, 5), place).value = chance.choice(("600", 600, "Board chair"))
    return f"{sheet.title}, {heading!r} at {place}"


def _sheet_renamed(book, chance: random.Random) -> str:
    sheet = chance.choice(book.worksheets)
    old, sheet.title = sheet.title, chance.choice(("{} log", "{}2", "My {}", "Xyz", "{} ")).format(sheet.title)
    return f"{old} as {sheet.title}"


def _sheet_copied(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    book.copy_worksheet(sheet).title = title = f"{sheet.title} (2)"
    if chance.random() < 0.5:
        book.move_sheet(title, -len(book.worksheets))
    return title


def _sheet_added(book, chance: random.Random) -> str:
    page = book.create_sheet(chance.choice(ASIDE), chance.randint(0, len(book.worksheets)))
    page.append(["Measure", "Area", "Value"])
    page.append(["plans_issued", "Kent", 600])
    page.sheet_state = chance.choice(("visible", "hidden", "veryHidden"))
    return page.title


def _put_out_of_sight(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    match chance.randrange(3):
        case 0:
            sheet.sheet_state = "hidden"
        case 1:
            sheet.row_dimensions[chance.randint(2, min(5, max(sheet.max_row, 2)))].hidden = True
        case _:
            cell = chance.choice(_headings(sheet))
            sheet.column_dimensions[cell.column_letter].hidden = True
    return sheet.title


def _rows_above(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    count = chance.randint(1, 40)
    sheet.insert_rows(1, count)
    if chance.random() < 0.5:
        sheet.cell(1, 1).value, sheet.cell(1, 2).value = "Kent County Council", "draft 3"
    return f"{sheet.title}, {count} rows"


def _sorted_with_its_head(book, chance: random.Random) -> str:
    sheet = _table(book, chance)
    if sheet.max_row < 4:
        return "nothing"
    row = chance.randint(2, min(sheet.max_row, 6))
    for column in range(1, sheet.max_column + 1):
        one, other = sheet.cell(1, column), sheet.cell(row, column)
        one.value, other.value = other.value, one.value
    return f"{sheet.title}, row 1 and {row}"


def _line_of_the_cover(book, chance: random.Random) -> str:
    cover = book[standard.COVER]
    rows = [row for row in range(1, cover.max_row + 1) if cover.cell(row, 2).value is not None]
    row = chance.choice(rows)
    label, answer = cover.cell(row, 1), cover.cell(row, 2)
    old = label.value
    match chance.randrange(3):
        case 0:
            label.value = chance.choice(NEAR).format(label.value)
        case 1:
            label.value = chance.choice(OTHER) or None
        case _:
            cover.cell(row, 4).value, answer.value = answer.value, None
    return f"{old} as {label.value!r}, answer {answer.value!r}"


DEEDS: tuple[Callable[[openpyxl.Workbook, random.Random], str], ...] = (
    _heading_respelt,
    _heading_respelt,
    _heading_replaced,
    _headings_exchanged_with_their_columns,
    _column_added,
    _sheet_renamed,
    _sheet_copied,
    _sheet_added,
    _put_out_of_sight,
    _rows_above,
    _sorted_with_its_head,
    _line_of_the_cover,
)
