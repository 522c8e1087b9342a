"""The pack as a workbook: cover, contents, notes, and one named table a sheet, with charts on ranges of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from io import BytesIO
from math import ceil

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from programme.hidden import HIDDEN_WORDS
from programme.quarter import Quarter
from reports.charts.chart import Series, Steps
from reports.pack.letters import printable
from reports.pack.parts import Pack
from reports.pack.repacked import repacked
from reports.pack.sheets import PackSheet, sheets_of
from reports.palette import LINE
from reports.tables.table import Cell, Column, Table

LONGEST = 32_000  # letters of one cell: a spreadsheet holds a few more
FIRST_ROW = 5  # of a table, counted from 0
NARROWEST, WIDEST, BESIDE_A_CHART, ACROSS = 9, 46, 26, 94  # letters of a column; of one that is all there is
LINE_HEIGHT, MOST_LINES = 15, 26  # points, and as many as a row can be high
GAP, CHART_COLUMNS, CHART_SIZE = 1, 12, {"width": 720, "height": 380}
HIDDEN, NONE, NOT_APPLICABLE = "[c]", "[x]", "[z]"
SHORTHAND = {
    HIDDEN: HIDDEN_WORDS,
    NONE: "There is no figure; the page of the measure and the data files say why",
    NOT_APPLICABLE: "Nothing belongs here",
}
"""What stands in a cell of numbers without a number."""


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats of one workbook."""

    title: Format
    wrapped_title: Format
    plain: Format
    quiet: Format
    wrapped_quiet: Format
    wrapped: Format
    head: Format
    day: Format
    link: Format
    bold: Format
    numbers: dict[str, Format]


def workbook_bytes(pack: Pack) -> bytes:
    """The whole workbook; the times in it are the snapshot's."""
    written = BytesIO()
    book = Workbook(written, {"in_memory": True, "default_date_format": "d mmm yyyy"})
    made = pack.origin.as_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": pack.cover.title, "subject": pack.cover.answer, "author": "WSoA Monitor", "created": made})
    looks, sheets = _looks(book), sheets_of(pack)
    _cover(book.add_worksheet("Cover"), pack, looks)
    _contents(book.add_worksheet("Contents"), sheets, looks)
    _notes(book.add_worksheet("Notes"), pack, looks)
    for each in sheets:
        _sheet(book, book.add_worksheet(each.name), each, pack, looks)
    book.close()
    return repacked(written.getvalue(), pack.origin.as_at)


def _looks(book: Workbook) -> _Looks:
    def look(**given) -> Format:
        return book.add_format({"font_name": "Arial", "font_size": 11, "valign": "top"} | given)

    return _Looks(
        title=look(bold=True, font_size=16),
        wrapped_title=look(bold=True, font_size=16, text_wrap=True),
        plain=look(),
        quiet=look(font_color="#4A5563"),
        wrapped_quiet=look(font_color="#4A5563", text_wrap=True),
        wrapped=look(text_wrap=True),
        head=look(bold=True, text_wrap=True, bottom=1),
        day=look(num_format="d mmm yyyy", align="left"),
        link=look(font_color="#0B4F9E", underline=1),
        bold=look(bold=True, font_size=12, text_wrap=True),
        numbers={form: look(num_format=form) for form in ("#,##0", "#,##0.0", "#,##0.00")},
    )


def _cover(sheet: Worksheet, pack: Pack, looks: _Looks) -> None:
    cover = pack.cover
    lines = [(cover.title, looks.wrapped_title), (cover.answer, looks.bold)]
    lines += [(each, looks.bold) for each in pack.origin.cautions]
    lines += [(each, looks.wrapped) for each in cover.said]
    for bar in cover.bars:
        told = "; ".join(f"{count} {word}" for count, word, _, _ in bar.parts)
        lines.append((f"{bar.label} ({bar.of}): {told}.", looks.wrapped))
    for name, what, words in cover.lists:
        lines += [(f"{name}: {what}", looks.bold), *((each, looks.wrapped) for each in words)]
    lines += [(cover.signed, looks.wrapped_quiet), (cover.decide, looks.wrapped)]
    lines += [(f"{cover.voice.text} {cover.voice.source}", looks.wrapped)] if cover.voice else []
    lines += [(each, looks.wrapped_quiet) for each in pack.notes if each not in pack.origin.cautions]
    _lines(sheet, lines)
    sheet.write_url(len(lines) + 1, 0, "internal:'Contents'!A1", looks.link, "To the contents")


def _notes(sheet: Worksheet, pack: Pack, looks: _Looks) -> None:
    lines = [("Notes", looks.title), *((each, looks.wrapped) for each in pack.notes), ("Shorthand in tables", looks.bold)]
    lines += [(f"{sign}: {meaning}.", looks.wrapped) for sign, meaning in SHORTHAND.items()]
    lines.append(
        (
            "A chart has its own range of cells, right of its table, in which a missing figure is an empty cell.",
            looks.wrapped,
        )
    )
    _lines(sheet, lines)


def _lines(sheet: Worksheet, lines: Sequence[tuple[str, Format]]) -> None:
    sheet.set_column(0, 0, ACROSS * 0.8)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    for row, (text, look) in enumerate(lines):
        sheet.set_row(row, LINE_HEIGHT * _lines_of(text, ACROSS, look.font_size))
        sheet.write_string(row, 0, printable(text)[:LONGEST], look)


def _lines_of(text: str, across: float, size: float = 11) -> int:
    """How many lines a text takes in a column of so many letters of 11 points; each larger by its size."""
    return max(1, ceil(len(text) * size / 11 / across)) * (2 if size > 12 else 1)


def _contents(sheet: Worksheet, sheets: Sequence[PackSheet], looks: _Looks) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, "Contents", looks.title)
    sheet.add_table(2, 0, 2 + len(sheets), 1, _declared("contents", ("Sheet", "What it says"), looks))
    for row, each in enumerate(sheets, start=3):
        sheet.write_url(row, 0, f"internal:'{each.name}'!A1", looks.link, each.name)
        sheet.write_string(row, 1, printable(each.finding)[:LONGEST], looks.plain)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _declared(name: str, headings: Sequence[str], looks: _Looks) -> dict:
    columns = [{"header": heading, "header_format": looks.head} for heading in headings]
    return {"name": name, "style": "Table Style Light 1", "banded_rows": False, "autofilter": False, "columns": columns}


def _sheet(book: Workbook, sheet: Worksheet, of: PackSheet, pack: Pack, looks: _Looks) -> None:
    for row, (text, look) in enumerate(((of.finding, looks.title), (of.sentence, looks.plain), (of.source, looks.quiet))):
        sheet.write_string(row, 0, printable(text)[:LONGEST], look)
    sheet.write_url(3, 0, "internal:'Contents'!A1", looks.link, "Back to the contents")
    table = of.table if of.chart is None else _oldest_first(of.table)
    last = _table(sheet, table, of.table_name, looks, BESIDE_A_CHART if of.chart else WIDEST)
    notes = (*of.table.notes, *(f"Read it with: {each}" for each in of.beside))
    for row, note in enumerate(notes, start=last + 2):
        sheet.write_string(row, 0, printable(note)[:LONGEST], looks.quiet)
    width = len(table.columns)
    sheet.print_area(0, 0, last + 2 + len(notes), width - 1 + (GAP + CHART_COLUMNS if of.chart else 0))
    if of.chart:
        _chart(book, sheet, of, width + GAP, looks)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST_ROW)
    sheet.set_footer(f"&L{pack.cover.title}, {pack.origin.figures_as_known}".replace(" &", " &&") + "&RPage &P of &N")


def _oldest_first(table: Table) -> Table:
    return Table(table.caption, table.columns, table.rows[::-1], table.notes)


def _table(sheet: Worksheet, table: Table, name: str, looks: _Looks, widest: int) -> int:
    """Write it as a named table, and give its last row."""
    headings = [f"{column.heading}, {column.unit}" if column.unit else column.heading for column in table.columns]
    last = FIRST_ROW + max(len(table.rows), 1)
    sheet.add_table(FIRST_ROW, 0, last, len(headings) - 1, _declared(name, headings, looks))
    for at, column in enumerate(table.columns):
        texts = [row[at].text for row in table.rows]
        sheet.set_column(at, at, min(max([NARROWEST, *map(len, (*texts, headings[at]))]) + 2, widest))
        form = _form(texts) if column.kind == "number" else ""
        for row, cells in enumerate(table.rows, start=FIRST_ROW + 1):
            _cell(sheet, row, at, column, cells[at], form, looks, looks.wrapped if widest == WIDEST else looks.plain)
    for row, cells in enumerate(table.rows if widest == WIDEST else (), start=FIRST_ROW + 1):
        lines = max(_lines_of(cell.text, widest - 4) for cell in cells)
        if lines > 1:
            sheet.set_row(row, LINE_HEIGHT * min(lines, MOST_LINES))
    return last


def _form(texts: Sequence[str]) -> str:
    """As many decimals as the page shows at most, two at most."""
    parts = [text.rstrip("%").rpartition(".")[2] for text in texts if "." in text]
    decimals = min(2, max((len(part.split()[0]) for part in parts if part[:1].isdigit()), default=0))
    return f"#,##0{'.' if decimals else ''}{'0' * decimals}"


def _cell(sheet: Worksheet, row: int, at: int, column: Column, cell: Cell, form: str, looks: _Looks, words: Format) -> None:
    match column.kind:
        case "number" if cell.value is not None:
            sheet.write_number(row, at, cell.value, looks.numbers[form])
        case "date" if cell.value is not None:
            sheet.write_datetime(row, at, _day(cell.value), looks.day)
        case "number" | "date":
            sheet.write_string(row, at, shorthand(cell), looks.plain)
        case _:
            sheet.write_string(row, at, printable(cell.text)[:LONGEST], words)


def _day(given: date) -> datetime:
    if isinstance(given, datetime):
        return given.astimezone(UTC).replace(tzinfo=None)
    return datetime.combine(given, time())


def shorthand(cell: Cell) -> str:
    """What stands for a number that is not there."""
    if cell.missing == HIDDEN_WORDS:
        return HIDDEN
    return NONE if cell.missing else NOT_APPLICABLE


def _chart(book: Workbook, sheet: Worksheet, of: PackSheet, left: int, looks: _Looks) -> None:
    """A native line chart on a range of its own, right of where it stands: what is missing is an empty cell there."""
    chart, start = of.chart, left + CHART_COLUMNS + 1
    lines: list[Series | Steps] = [*chart.series, *chart.standards]
    for at, heading in enumerate(("Year", "Period", *(each.name for each in lines))):
        sheet.write_string(FIRST_ROW, start + at, heading, looks.head)
    before = ""
    for row, period in enumerate(chart.periods, start=FIRST_ROW + 1):
        year, label = (period.financial_year, f"Q{period.number}") if isinstance(period, Quarter) else ("", str(period))
        if year != before:
            sheet.write_string(row, start, year, looks.plain)
        before = year
        sheet.write_string(row, start + 1, label, looks.plain)
        for at, each in enumerate(lines, start=start + 2):
            if (value := each.values[row - FIRST_ROW - 1]) is not None:
                sheet.write_number(row, at, value, looks.plain)
    drawn = book.add_chart({"type": "line"})
    last = FIRST_ROW + len(chart.periods)
    for at, each in enumerate(lines, start=start + 2):
        drawn.add_series(
            {
                "name": [of.name, FIRST_ROW, at],
                "categories": [of.name, FIRST_ROW + 1, start, last, start + 1],
                "values": [of.name, FIRST_ROW + 1, at, last, at],
                **_drawn(each),
            }
        )
    drawn.show_blanks_as("gap")
    drawn.set_title({"name": chart.headline[:250], "name_font": {"name": "Arial", "size": 12}, "overlay": False})
    form = "#,##0.0" if chart.decimals else "#,##0"
    axis = {"num_format": f'{form}"{chart.suffix}"', "major_gridlines": {"visible": True}}
    below = any(value is not None and value < 0 for each in lines for value in each.values)
    drawn.set_y_axis(axis | _font() | ({} if below else {"min": 0}))
    drawn.set_x_axis(_font())
    drawn.set_legend({"position": "bottom", "font": {"name": "Arial", "size": 10}})
    drawn.set_size(CHART_SIZE)
    sheet.insert_chart(FIRST_ROW, left, drawn, {"description": of.alternative[:2_000]})


def _font() -> dict:
    return {"num_font": {"name": "Arial", "size": 9}}


def _drawn(line: Series | Steps) -> dict:
    """The figure is a line; a standard stands as a dash at each period, so that it never slopes from one to another."""
    if isinstance(line, Series) and line.signs:
        marker = {"type": "circle", "size": 5, "fill": {"color": LINE}, "border": {"color": LINE}}
        return {"line": {"color": LINE, "width": 2.25}, "marker": marker}
    colour = line.stroke.colour if line.stroke else LINE
    marker = {"type": "long_dash", "size": 9, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"none": True}, "marker": marker}
