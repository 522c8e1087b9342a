"""What is typed in a workbook and read by nobody: sheets and columns that no form has, and what stands above headings."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY, NOT_QUARTERS
from loaders.forms.layouts.history import WRITTEN as WRITTEN_OF_HISTORY
from loaders.parsing.entries import added_lines
from loaders.parsing.parsed import ParsedReturn
from loaders.reading.headed import HeadedSheet, headed
from loaders.reading.workbook import Sheet, Typed
from plumbing.unchanging import Unchanging
from programme.finding import FINDINGS
from programme.period_typed import quarter_read
from programme.sheets.common import QUARTER
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.typed import plain

ROW_OF_A_TABLE = 2  # cells in one row: fewer above the headings are a title or a note


@dataclass(frozen=True, slots=True)
class Unread:
    """Some cells of one sheet that nobody reads: what they are, for people, and where the first and the last stand."""

    sheet: str
    what: str
    cells: tuple[Typed, ...]

    @property
    def place(self) -> str:
        """`Figures!H2:H40`, or the sheet alone where all of it is meant."""
        first, last = self.cells[0].ref, self.cells[-1].ref
        return f"{self.sheet}!{first}" + (f":{last}" if last != first else "")

    def __str__(self) -> str:
        count = len(self.cells)
        return f"{self.what} ({count:,} {'cell' if count == 1 else 'cells'})"


@dataclass(frozen=True)
class ReadSheet(Unchanging):
    """A sheet that is read, with the form's sheet that it is read as."""

    form: FormSheet
    headed: HeadedSheet

    @property
    def name(self) -> str:
        """As the workbook spells it."""
        return self.headed.sheet.name

    def column_under(self, heading: Typed) -> FormColumn | None:
        """The form's column that a heading is of; None for a heading that the form does not have."""
        return self._columns.get(plain(heading.text))

    @cached_property
    def _columns(self) -> dict[str, FormColumn]:
        """The form's columns by their headings and aliases; of two for one heading the first."""
        columns = (*self.form.columns, QUARTER) if self.form.quarterly else self.form.columns
        return {key: column for column in reversed(columns) for key in column.keys}

    def known(self, heading: Typed) -> bool:
        """Whether a heading is one of the form, or one of those that stand beside without being read."""
        text = plain(heading.text)
        if self.form is HISTORY:
            return self.column_under(heading) is not None or text in NOT_QUARTERS or is_quarter(heading.text)
        beside = self.form is standard.FIGURES and text.startswith(plain(standard.LAST_QUARTER))
        return beside or self.column_under(heading) is not None

    @cached_property
    def unknown(self) -> dict[str, Typed]:
        """The headings that the form does not have, by what they say."""
        return {cell.text.strip(): cell for cell in self.headed.headings.values() if not self.known(cell)}

    @cached_property
    def places(self) -> frozenset[int]:
        """The columns that are read: the one that describes a measure is not, and neither is last quarter's value."""
        headings = self.headed.headings.items()
        return frozenset(place for place, heading in headings if self.known(heading) and not self._aside(heading))

    def _aside(self, heading: Typed) -> bool:
        return self.form is standard.FIGURES and self.column_under(heading) in (None, standard.DESCRIPTION)

    @cached_property
    def by_place(self) -> dict[int, tuple[Typed, ...]]:
        """What stands below the headings, column by column, from top to bottom."""
        found: dict[int, list[Typed]] = {}
        for (row, place), cell in sorted(self.headed.sheet.cells.items()):
            if row > self.headed.heading_row:
                found.setdefault(place, []).append(cell)
        return {place: tuple(found[place]) for place in sorted(found)}

    def below(self, place: int) -> tuple[Typed, ...]:
        """What stands below the headings in one column."""
        return self.by_place.get(place, ())


def is_quarter(text: str) -> bool:
    """Whether a heading is a quarter, in whichever way it is written."""
    return quarter_read(text)[0] is not None


def sheets_read(parsed: ParsedReturn) -> tuple[ReadSheet, ...]:
    """The sheets of the form that the workbook has, each as it is read; of two of one name the first."""
    forms = (HISTORY, *WRITTEN_OF_HISTORY) if parsed.kind == "history" else standard.SHEETS
    found = ((form, parsed.workbook.sheet(form.name)) for form in forms)
    return tuple(sheet.worked_out(_read_as, form) for form, sheet in found if sheet)


def _read_as(sheet: Sheet, form: FormSheet) -> ReadSheet:
    return ReadSheet(form, headed(sheet, form.columns))


def unknown_sheets(parsed: ParsedReturn, read: tuple[ReadSheet, ...]) -> tuple[Sheet, ...]:
    """The sheets that are not among those `read` but for being kept, where anything stands on them."""
    aside = [parsed.workbook.sheet(standard.COVER), *(each.headed.sheet for each in read)]
    return tuple(
        sheet
        for sheet in parsed.workbook.sheets
        if sheet.cells and plain(sheet.name) != plain(FINDINGS) and not any(sheet is each for each in aside)
    )


def unread(parsed: ParsedReturn) -> tuple[Unread, ...]:
    """Everything that nobody reads, sheet by sheet in the order of the workbook."""
    read = parsed.worked_out(sheets_read)
    found = [*_on_the_cover(parsed), *(each for sheet in read for each in _on(sheet))]
    found += [Unread(sheet.name, "the whole sheet", _in_order(sheet)) for sheet in unknown_sheets(parsed, read)]
    order = [sheet.name for sheet in parsed.workbook.sheets]
    return tuple(sorted(found, key=lambda each: order.index(each.sheet)))


def _on_the_cover(parsed: ParsedReturn) -> Iterator[Unread]:
    cover = parsed.workbook.sheet(standard.COVER)
    for line in added_lines(cover) if cover else ():
        yield Unread(cover.name, f"the line {line.heading or 'without a label'}", (cover.cell(line.row, 2),))


def _on(sheet: ReadSheet) -> Iterator[Unread]:
    above = above_headings(sheet)
    if above:
        yield Unread(sheet.name, "what stands above the headings", above)
    for place, cells in sheet.by_place.items():
        heading = sheet.headed.headings.get(place)
        if sheet.form is HISTORY and heading is None:
            continue  # a figure without a quarter is read, and refused
        if heading is None:
            yield Unread(sheet.name, "a column without a heading", cells)
        elif not sheet.known(heading) and sheet.form is not HISTORY:
            yield Unread(sheet.name, f"the column {heading.text.strip()}", cells)


def above_headings(sheet: ReadSheet) -> tuple[Typed, ...]:
    """The cells above the headings in rows that look like those of a table."""
    cells = sheet.headed.sheet.cells
    above = sorted(place for place in cells if place[0] < sheet.headed.heading_row)
    times = Counter(row for row, _ in above)
    return tuple(cells[place] for place in above if times[place[0]] >= ROW_OF_A_TABLE)


def _in_order(sheet: Sheet) -> tuple[Typed, ...]:
    return tuple(cell for _, cell in sorted(sheet.cells.items()))
