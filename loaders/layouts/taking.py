"""Takes the figures of a file by a layout: each with its own cell, and never one whose words do not say what it is."""

from collections.abc import Callable, Iterator, Mapping

from loaders.layouts.figures import kinds_counted, take_figure
from loaders.layouts.heading_periods import typed_period
from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile, MappedValue
from loaders.layouts.matching import FoundTable, Likeness, ValueColumn, likeness
from loaders.layouts.named_rows import NamedRows, named_rows
from loaders.layouts.origins import NamedRow, period_said
from loaders.layouts.sender_sheet import last_merged
from loaders.layouts.so_far import Taking
from loaders.layouts.spoken import same
from loaders.naming import naming
from loaders.reading.workbook import Kind, Typed, Workbook
from loaders.rules.words import nearest, said
from plumbing.listed import named_list
from programme.aliases import Thing
from programme.finding import Severity
from programme.names import Naming
from programme.period import Period
from programme.sheets.typed import plain

MOST_NAMED = 12  # names in one sentence


_NOWHERE = NamedRow(0, Typed("", 0, 0, Kind.TEXT, ""), "")


def taken(
    workbook: Workbook,
    layout: Layout,
    asked: Period | None = None,
    like: Likeness | None = None,
    names: Naming | None = None,
) -> MappedFile:
    """The figures that a layout takes out of a workbook.

    `asked` is what a person says where the file says no period, `names` what things are called (None: without what people
    added).
    """
    like = like or likeness(workbook, layout)
    found = Taking(workbook, layout, asked, names or naming())
    for table in tables_meant(found, like):
        _take_table(found, table)
    _say_what_is_left(found)
    values = _told_apart(found)
    if not values and not any(finding.severity is Severity.ERROR for finding in found.findings):
        found.error("layout_takes_nothing", "", "", f"The layout {layout.name} must find a figure, got: none in this file.")
    order = [sheet.name for sheet in workbook.sheets]
    values.sort(key=lambda value: (order.index(value.sheet), value.row, len(value.value_cell.ref), value.value_cell.ref))
    count = sum(bool(tables) for tables in like.tables.values())
    told = tuple(values), tuple(found.findings), (count, len(like.tables))
    return MappedFile(workbook, layout, like.share, *told, left_out=tuple(found.left_out))


def tables_meant(found: Taking, like: Likeness) -> Iterator[FoundTable]:
    """The sheets that are the layout's tables: of several that may be one, the one that is meant. What is wrong is said."""
    words = found.layout.table_words
    for word in (each for each in found.layout.sheets if each not in words):
        tables = named_list((f"“{each}”" for each in words if each), "or") or "its only table"
        message = f"A sheet must be said for a table of {found.layout.name}, {tables}, got: “{word}”. Nothing was taken."
        found.error("table_unknown", "", "", message)
    for word, tables in like.tables.items():
        yield from _meant(found, word, tables)


def _meant(found: Taking, word: str, tables: tuple[FoundTable, ...]) -> tuple[FoundTable, ...]:
    """The sheet that is a table; none where none or several may be, which is said."""
    tells = f"say “{word}”" if word else f"have the headings of {found.layout.name}"
    says = f"{tells} in its name or above its headings" if word else tells
    meant, names = found.layout.sheets.get(word), ", ".join(table.sender.name for table in tables)
    those = tuple(table for table in tables if meant is None or plain(table.sender.name) == plain(meant))
    if not tables:
        got = ", ".join(sheet.name for sheet in found.workbook.sheets if not sheet.hidden)
        found.error("table_not_found", "", "", f"A sheet must {says}, got: {got[:200]}. Nothing was taken for it.")
    elif not those:
        message = f"The sheet that is meant must {says}, got: {meant}. What does: {names}. Nothing was taken for it."
        found.error("table_not_meant", "", "", message)
    elif len(those) > 1 and not found.layout.each_sheet:
        message = f"Only one sheet must {tells}, got: {names}. Say which is meant, or take the others out."
        found.error("table_found_twice", those[1].sender.name, "", message)
        return ()
    return those


def _take_table(found: Taking, table: FoundTable) -> None:
    if table.layout.value != "crossing":
        return _take_labels(found, table)
    columns = _columns_told_apart(found, table)
    rows = named_rows(table, _known(found))
    _say_of_rows(found, table, rows)
    for row in rows.rows:
        for column in columns:
            cell = table.sender.row(row.number).get(column.column)
            if cell is not None:
                take_figure(found, table, row, column, cell)
            elif table.layout.rows and table.layout.headings:
                _blank(found, table, row, column)
    return None


def _blank(found: Taking, table: FoundTable, row: NamedRow, column: ValueColumn) -> None:
    about = f"{column.cell.text.strip()}, {row.cell.text.strip()}"
    message = f"{about} should have a figure, got: a blank cell, which is not taken for 0. Say why, or ask the sender."
    found.query("mapped_figure_blank", table.sender.name, f"{column.cell.ref.rstrip('0123456789')}{row.number}", message)


def _take_labels(found: Taking, table: FoundTable) -> None:
    """Values that stand beside their labels, or below them."""
    layout, sender = table.layout, table.sender
    for word, part in layout.rows.items():
        cells = [(row, column, cell) for row, cells in sender.by_row.items() for column, cell in cells.items()]
        labels = [each for each in cells if same(word, each[2].text)]
        if len(labels) != 1:
            told = ", ".join(cell.ref for _, _, cell in labels) or "none"
            place = labels[1][2].ref if labels else ""
            found.error("label_not_found", sender.name, place, f"“{word}” must stand in one cell, got: {told}.")
            continue
        row, column, label = labels[0]
        beside = layout.value == "beside"
        at = (row, last_merged(sender.sheet.merged, row, column) + 1) if beside else (row + 1, column)
        cell = sender.sheet.cell(*at)
        if cell is not None:
            headed = ValueColumn(at[1], "", (label,))
            take_figure(found, table, NamedRow(row, label, part), headed, cell)


def _known(found: Taking) -> Callable[[Typed], bool]:
    """Whether the name of a row is one of ours: of an area, a measure or a KPI, or a period, as the layout takes it."""
    if found.layout.period == "row":
        return lambda cell: bool(typed_period(cell))
    kinds = _kinds_in_rows(found.layout)
    return lambda cell: cell.kind is Kind.TEXT and any(found.names.meant(kind, cell.text) for kind in kinds)


def _kinds_in_rows(layout: Layout) -> tuple[Thing, ...]:
    """What the names of rows are names of, the likeliest first."""
    return (Thing.AREA,) if layout.area == "row" else kinds_counted(layout)


def _columns_told_apart(found: Taking, table: FoundTable) -> list[ValueColumn]:
    """The columns of figures that nothing else can be taken for; what is wrong with the others is said."""
    layout, sheet = table.layout, table.sender.name
    words = (*layout.headings, *layout.quarters)
    headings = [cell.text.strip() for headed in table.band.over.values() for cell in headed]
    for word in (each for each in words if each not in table.words_found):
        holds = f"{sheet} must have the heading “{word}”"
        found.error("mapped_heading_missing", sheet, "", said(holds, "no such heading", nearest(word, headings)))
    over: dict[tuple[str, object], list[ValueColumn]] = {}
    for column in table.columns:
        period = period_said(table, _NOWHERE, column, found.workbook)[0] if layout.period == "heading" else None
        if period is not None and not period:
            holds = f"“{column.cell.text.strip()}” must stand under a period, or it is left out"
            found.query("mapped_heading_undated", sheet, column.cell.ref, said(holds, "none"))
        else:
            over.setdefault((column.word, period.readings if period else None), []).append(column)
    _say_of_gaps(found, table, over)
    for columns in over.values():
        for column in columns[1:]:
            heads = " over ".join(cell.text.strip() for cell in column.headed)
            holds = f"“{heads}” must stand over one column only: it is in {columns[0].cell.ref} too, and neither was taken"
            found.error("mapped_heading_twice", sheet, column.cell.ref, said(holds, heads))
    return [columns[0] for columns in over.values() if len(columns) == 1]


def _say_of_gaps(found: Taking, table: FoundTable, over: Mapping[tuple[str, object], list[ValueColumn]]) -> None:
    """Where each period has a column for each word, a period that lacks one has perhaps lost it."""
    every = {period: column.cell for (_, period), (column, *_) in over.items() if period}
    for word in table.layout.headings if every else ():
        for period, cell in every.items():
            if (word, period) not in over and word in table.words_found:
                holds = f"{table.sender.name} must have “{word}” for {named_list(period, 'or')} too"
                found.query("mapped_heading_gap", table.sender.name, cell.ref, said(holds, "no such heading"))


def _say_of_rows(found: Taking, table: FoundTable, rows: NamedRows) -> None:
    sheet = table.sender.name
    names = (
        [cell.text.strip() for row in table.sender.by_row.values() for cell in row.values()][:5_000] if rows.missing else []
    )
    for word in rows.missing:
        holds = f"{sheet} must have a row named “{word}”"
        found.error("mapped_row_missing", sheet, "", said(holds, "no such row", nearest(word, sorted(names))))
    for word, cells in rows.several:
        refs = named_list(cell.ref for cell in cells)
        message = f"“{word}” must name one row only, got: {refs}. None of them was taken."
        found.error("mapped_row_twice", sheet, cells[1].ref, message)
    for cell in rows.strange:
        found.leave(sheet, cell.text.strip())
        if found.layout.period != "row":
            found.ask_of(_kinds_in_rows(found.layout)[0], sheet, cell)


def _say_what_is_left(found: Taking) -> None:
    """One sentence a sheet for the names that are nothing of ours: left out, and never guessed."""
    for sheet, names in found.strange.items():
        first = [f"{name} ({count} figures)" if count > 1 else name for name, count in list(names.items())[:MOST_NAMED]]
        more = f" and {len(names) - MOST_NAMED:,} more" if len(names) > MOST_NAMED else ""
        count = "1 name is" if len(names) == 1 else f"{len(names):,} names are"
        found.query("mapped_names_left_out", sheet, "", f"{count} nothing of ours and left out: {'; '.join(first)}{more}.")


def _told_apart(found: Taking) -> list[MappedValue]:
    """The figures that stand in one cell only; of what stands in two, neither is taken, and both are named."""
    by_key: dict[tuple, list[MappedValue]] = {}
    for value in found.values:
        by_key.setdefault((*value.key, value.kind), []).append(value)
    for values in by_key.values():
        for value in values[1:]:
            first = values[0]
            message = (
                f"{value.measure}, {value.area.name}, {value.period} must stand in one cell only: it is in "
                f"{first.sheet}!{first.value_cell.ref} too, and neither was taken, got: {value.as_printed}."
            )
            found.error("mapped_figure_twice", value.sheet, value.value_cell.ref, message)
    return [values[0] for values in by_key.values() if len(values) == 1]
