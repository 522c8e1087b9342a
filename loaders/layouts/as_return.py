"""What a layout took out of a file, as the return that rules check and the store keeps: every row at its sender's cell."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY
from loaders.layouts.layout import Layout, layout_text
from loaders.layouts.mapped import MappedFile, MappedValue
from loaders.layouts.origins import right_of
from loaders.parsing.parse import parse
from loaders.parsing.parsed import FigureRow, ParsedReturn
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook
from loaders.rules.case import KnownBefore
from loaders.rules.words import CHECK, written
from programme.figure import Figure, Source
from programme.finding import Finding, Severity
from programme.measures import measures, owed_by
from programme.months import parts_amiss, quarter_figures, with_sums
from programme.period import PeriodKind
from programme.period_figure import FigureKind, PeriodFigure
from programme.sheets.typed import plain
from programme.sheets.written import ELSEWHERE
from programme.submission import Cover, Entry, ReadBy, Submission
from programme.symbols import Status
from programme.workstreams import organisations, workstreams

_OURS = {plain(form.name) for form in (*standard.SHEETS, HISTORY)} | {plain(standard.COVER)}


def mapped_return(mapped: MappedFile, known: KnownBefore | None) -> ParsedReturn | None:
    """What was taken, as a return; None where nothing was."""
    if mapped.ours is not None:
        return replace(parse(mapped.ours), by_layout=True)
    return figures_as_return(mapped, known.months if known else ()) if mapped.values else None


def sums_amiss(mapped: MappedFile) -> Iterator[Finding]:
    """A query for each whole that is given with all its parts and is not their sum."""
    for each in parts_amiss(period_figures(mapped)):
        whole, parts = each.whole, f"{each.parts[0].source} to {each.parts[-1].source}"
        message = (
            f"{whole.measure}, {whole.area.name}, {whole.period} must be the sum of its parts ({parts}), "
            f"{written(each.total)}: {CHECK}, got: {whole.as_printed}"
        )
        yield Finding("mapped_parts_amiss", Severity.QUERY, whole.source.sheet, whole.source.ref, message)


def at_the_sender(finding: Finding, mapped: MappedFile) -> Finding:
    """A finding on a sheet of ours at the sender's sheet; what the Cover would say, the layout says: of the file itself."""
    if mapped.ours is None or not finding.sheet:
        return finding
    if finding.sheet == mapped.layout.to:
        return replace(finding, sheet=mapped.sheet)
    return replace(finding, sheet="", cell="")


def mapped_submission(submission: Submission, mapped: MappedFile) -> Submission:
    """The submission with the layout that it was read with, and each entry at its cell in the sender's sheet."""
    entries = tuple(_at_the_senders_sheet(entry, mapped) for entry in submission.entries)
    kept = _kept(period_figures(mapped))
    read_by = ReadBy(mapped.layout.name, layout_text(mapped.layout))
    parts = submission.parts or None  # what gives months alone speaks for no part of a quarter
    return replace(submission, entries=entries, parts=parts, kept=kept, read_by=read_by)


def _kept(given: Iterable[PeriodFigure]) -> tuple[PeriodFigure, ...]:
    """Those that are no counts of a quarter: of months and years, and reported values."""
    return tuple(each for each in given if not (each.counted and each.period.kind is PeriodKind.QUARTER))


def _at_the_senders_sheet(entry: Entry, mapped: MappedFile) -> Entry:
    other = plain(mapped.sheet) != plain(entry.sheet)
    return entry._replace(ref=f"{mapped.sheet}{ELSEWHERE}{entry.ref}") if other else entry


def period_figures(mapped: MappedFile) -> tuple[PeriodFigure, ...]:
    """The figures of a mapped file, of whatever periods, with the sums that are worked out of their parts."""
    return with_sums(_period_figure(mapped, value) for value in mapped.values)


def _period_figure(mapped: MappedFile, value: MappedValue) -> PeriodFigure:
    return PeriodFigure(
        measure=value.measure,
        area=value.area,
        period=value.period,
        value=value.value,
        symbol=value.symbol,
        as_printed=value.as_printed,
        source=Source(mapped.workbook.file_name, value.sheet, value.value_cell.ref),
        kind=FigureKind(value.kind),
        open_to_readers=_open_to_readers(mapped.layout, FigureKind(value.kind)),
        status=Status(mapped.layout.status),
    )


def _open_to_readers(layout: Layout, kind: FigureKind) -> bool:
    """A smallest base says of shares that they point to nobody, and nothing of counts."""
    return layout.open_to_readers if kind is FigureKind.REPORTED else layout.published


def figures_as_return(mapped: MappedFile, months: Iterable[PeriodFigure] = ()) -> ParsedReturn:
    """The quarterly figures that a mapped file makes, as a return of many quarters. `months` are known from before."""
    values = {(value.sheet, value.value_cell.ref): value for value in mapped.values}
    given = period_figures(mapped)
    figures = quarter_figures(given, months)
    rows = tuple(_row(figure, values[figure.source.sheet, figure.source.ref]) for figure in figures)
    return ParsedReturn(
        "history", _nothing_of_ours(mapped.workbook), _cover(mapped), {}, rows, (), kept=_kept(given), by_layout=True
    )


def _row(figure: Figure, value: MappedValue) -> FigureRow:
    cell = value.value_cell
    typed = (Kind.NUMBER, figure.value) if figure.symbol is None else (Kind.TEXT, str(figure.symbol))
    return FigureRow(
        sheet=value.sheet,
        row=value.row,
        value_ref=cell.ref,
        measure_cell=value.measure_cell or cell,
        area_cell=value.area_cell or cell,
        quarter_cell=value.period_cell or cell,
        value_cell=Typed(cell.ref, cell.row, cell.column, *typed),
        status_cell=None,
        note_cell=replace(cell, kind=Kind.TEXT, value=figure.note, percent=False) if figure.note else None,
        measure=measures()[figure.measure],
        area=figure.area,
        quarter=figure.quarter,
    )


def _nothing_of_ours(workbook: Workbook) -> Workbook:
    """The workbook with the names of its sheets alone: what stands on them was read by a layout, and not as a form."""
    return replace(workbook, sheets=tuple(_emptied(workbook.sheets)), macros=False)


def _emptied(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    return (Sheet(sheet.name, {}) for sheet in sheets if plain(sheet.name) not in _OURS)


def _cover(mapped: MappedFile) -> Cover:
    layout = mapped.layout
    owing = next((owed_by(value.measure) for value in mapped.values), organisations()[0])
    return Cover(
        kind="history",
        quarter=None,
        workstreams=tuple(workstreams()),
        organisation=layout.organisation or owing,
        lead_role="",
        prepared_by="",
        data_as_at=None,
        status=Status(layout.status),
        illustrative=_illustrative(mapped.workbook),
    )


def _illustrative(workbook: Workbook) -> bool:
    """Whether the file says so in the words of our own Cover."""
    said = right_of(standard.FIGURES_ARE.label, workbook)
    return said is not None and plain(said.text) == standard.ILLUSTRATIVE
