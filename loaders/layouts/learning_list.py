"""Makes a layout of a list of actions or risks that a person points at: each heading with the column of ours it fills."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from loaders.layouts.layout import WORDS, Layout
from loaders.layouts.matching import STACKED
from loaders.layouts.pointing import (
    Corners,
    PointedAtNothingError,
    corners,
    likeliest_place,
    period_places,
    sheet_pointed_at,
    with_its_sheet,
)
from loaders.layouts.sender_sheet import LOOKED_FOR_IN, SenderSheet
from loaders.layouts.spoken import words_said
from loaders.layouts.words_taken import BETWEEN, begun_with
from loaders.naming import naming
from loaders.reading.open_document import letters
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.aliases import Thing
from programme.names import Naming
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.typed import plain

ENOUGH_COLUMNS = 3  # of ours, for a row of headings to look like those of a list
_NUMBERED = {"no", "number", "id", "ref", "reference"}
_PROMPT = re.compile(r"\W*(?:please )?(?:select|choose)\b\W*(?:\w+\W*)?", re.IGNORECASE)
BLANK = "blank"


@dataclass(frozen=True, slots=True)
class ListPointed:
    """A sheet, the first and the last heading of a list in it (the whole row where only one is said), and what it lists."""

    sheet: str
    first: str
    last: str
    to: str


@dataclass(frozen=True)
class PointedList:
    """A list as it stands in its sheet: where its headings are, and the heading over each of its columns."""

    workbook: Workbook
    sender: SenderSheet
    at: Corners
    form: FormSheet
    headings: Mapping[int, str]

    def answers(self, heading: str, told_by: str = "") -> tuple[str, ...]:
        """What stands under a heading, each answer once, from top to bottom; in rows that say anything under `told_by`."""
        below = [self.sender.row(row) for row in self.sender.by_row if row > self.at.bottom]
        rows = [row for row in below if not told_by or any(column in row for column in self._under(told_by))]
        cells = (row[column] for row in rows for column in self._under(heading) if column in row)
        return tuple(dict.fromkeys(cell.text.strip() for cell in cells if cell.text.strip()))

    def _under(self, heading: str) -> list[int]:
        return [column for column, said in self.headings.items() if said == heading]


def list_pointed_at(workbook: Workbook, pointed: ListPointed) -> PointedList:
    """The list whose headings were pointed at. Raises PointedAtNothingError."""
    sender, at = sheet_pointed_at(workbook, pointed.sheet), corners(pointed.first, pointed.last)
    found = _list_at(workbook, sender, at, WORDS[pointed.to])
    if not found.headings:
        raise PointedAtNothingError(f"Headings must stand in row {at.top}, got: none.")
    return found


def _list_at(workbook: Workbook, sender: SenderSheet, at: Corners, form: FormSheet) -> PointedList:
    whole = (at.top, at.left) == (at.bottom, at.right)
    over = sender.band(at.top, at.bottom).over
    texts = {
        column: STACKED.join(_said(headed)) for column, headed in over.items() if whole or at.left <= column <= at.right
    }
    return PointedList(workbook, sender, at, form, {column: text for column, text in texts.items() if words_said(text)})


def _said(headed: tuple[Typed, ...]) -> list[str]:
    return [" ".join(cell.text.split()) for cell in headed if cell.kind is Kind.TEXT and words_said(cell.text)]


def columns_meant(found: PointedList, names: Naming | None = None) -> dict[str, str]:
    """The column of ours that each heading fills; empty for one that says none of ours, or one that another said before."""
    known = names or naming()
    meant = {text: _ours(found.form, text, known) for text in dict.fromkeys(found.headings.values())}
    taken: set[str] = set()
    for text, ours in meant.items():
        meant[text] = "" if ours in taken else ours
        taken.add(ours)
    return meant


def _ours(form: FormSheet, text: str, names: Naming) -> str:
    """By our heading or another name of it; else by the words that the heading begins with, or as a number of its row."""
    called = [column for column in form.columns if plain(text) in column.keys]
    called = called or [column for column in form.columns if column.heading in names.meant(Thing.HEADING, text)]
    begun = [column for column in form.columns if _begins(text, column)]
    longest = sorted(begun, key=lambda column: -len(column.heading))
    of_rows = [form.ref] if set(words_said(text)) - {"action", "risk", "item"} <= _NUMBERED else []
    return next((column.heading for column in (*called, *of_rows, *longest)), "")


def _begins(text: str, column: FormColumn) -> bool:
    own, said = words_said(column.heading), words_said(text)
    return said[: len(own)] == own


def telling_apart(found: PointedList, columns: Mapping[str, str]) -> str:
    """The heading by which a row is found again next quarter: that of our Ref, or else that of what the list lists."""
    ours = {name: heading for heading, name in columns.items() if name}
    lists = found.form.headings[found.form.columns.index(found.form.ref) + 1 :]
    return next((ours[name] for name in (found.form.ref.heading, *lists) if name in ours), "")


def answers_unknown(found: PointedList, columns: Mapping[str, str], told_by: str) -> dict[str, tuple[str, ...]]:
    """Answers in rows that are taken and are none of those that our column has, each with those; prompts are left out."""
    ours = {column.heading: column for column in found.form.columns}
    asked = {}
    for heading, name in columns.items():
        column = ours.get(name)
        for answer in found.answers(heading, told_by) if column and column.choices else ():
            if not (column.offers(answer) or begun_with(answer, column)) and not _PROMPT.fullmatch(answer):
                asked[answer] = column.choices
    return asked


def list_layout(found: PointedList, columns: Mapping[str, str], told_by: str, meaning: Mapping[str, str]) -> Layout:
    """The layout that fills `columns` of ours by heading. `told_by` is the heading that tells rows apart, `meaning` says of
    answers which of ours they are, or that they are blank."""
    ref = found.form.ref.heading
    filled = {heading: [name] if name and name != ref else [] for heading, name in columns.items()}
    if told_by:
        filled[told_by].insert(0, ref)
    every = [answer for heading, names in filled.items() if names for answer in found.answers(heading)]
    prompts = [answer for answer in every if _PROMPT.fullmatch(answer)]
    said_blank = [answer for answer, means in meaning.items() if means == BLANK]
    layout = Layout(
        "Not named yet",
        to=found.form.name,
        period=likeliest_place(period_places(found.workbook, found.sender, found.at.top)),
        headings={heading: f"{BETWEEN} ".join(names) for heading, names in filled.items() if names},
        symbols={answer: means for answer, means in meaning.items() if means and means != BLANK},
        blank=tuple(dict.fromkeys([*prompts, *said_blank])),
    )
    return with_its_sheet(found.workbook, layout, found.sender.name)


def list_like(workbook: Workbook, names: Naming | None = None) -> ListPointed | None:
    """The row of headings in a file that fills most columns of a list of ours; None where none fills enough of them."""
    found = [each for sheet in workbook.sheets if not sheet.hidden for each in _lists_in(workbook, sheet.name, names)]
    count, pointed = max(found, key=lambda each: each[0], default=(0, None))
    return pointed if count >= ENOUGH_COLUMNS else None


def _lists_in(workbook: Workbook, sheet: str, names: Naming | None) -> Iterator[tuple[int, ListPointed]]:
    """Every row of a sheet as headings of each list, with how many columns it fills."""
    sender = sheet_pointed_at(workbook, sheet)
    for row, cells in sender.by_row.items():
        texts = [column for column, cell in cells.items() if cell.kind is Kind.TEXT]
        if row <= LOOKED_FOR_IN and len(texts) >= ENOUGH_COLUMNS:
            at = Corners(row, texts[0], row, texts[-1])
            for to, form in WORDS.items():
                columns = columns_meant(_list_at(workbook, sender, at, form), names)
                first, last = (f"{letters(column)}{row}" for column in (at.left, at.right))
                yield sum(map(bool, columns.values())), ListPointed(sheet, first, last, to)
