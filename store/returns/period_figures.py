"""Figures of months and years, and reported values, as rows of the database; and those of them that count."""

from collections.abc import Iterable, Sequence

from programme.figure import Source
from programme.measures import owed_by
from programme.period import Period
from programme.period_figure import FigureKind, PeriodFigure, PeriodKey
from programme.submission import Version
from programme.symbols import Status, Symbol
from store.counting.standing import not_withdrawn
from store.cursor import Cursor
from store.errors import StoreError
from store.rows.figure_rows import area_known, file_names
from store.rows.rows import insert

_GIVEN = """
    SELECT version, kind, measure, area_code, period, "value", symbol, as_printed, sheet, ref, status, open_to_readers, note
    FROM period_figures WHERE version BETWEEN ? AND ? ORDER BY version, place
"""
_MADE = (
    "SELECT DISTINCT version FROM figures WHERE note LIKE ? AND version IN (SELECT unnest(?::INTEGER[])) ORDER BY version"
)


def add_period_figures(cursor: Cursor, number: int, kept: Iterable[PeriodFigure]) -> None:
    """Add the figures of version `number`, in the order given."""
    insert(cursor, "period_figures", (_row(number, *each) for each in enumerate(kept, start=1)))


def period_figures_counting(
    cursor: Cursor, known: Sequence[Version], brought: Iterable[PeriodFigure] = ()
) -> tuple[PeriodFigure, ...]:
    """Those that count once the versions `known` are accepted: of one measure, area and period the newest; that of the
    organisation that owes the measure before any other's. `brought` are those of the last version, where it is only thought
    of. Raises StoreError for an area no longer known."""
    files, makers = file_names(known), {version.number: version.cover.organisation for version in known}
    kept = {version.number for version in not_withdrawn(known)}
    given = cursor.execute(_GIVEN, [min(kept), max(kept)]).fetchall() if kept else []
    stored = (row for row in given if row[0] in kept)
    counting: dict[PeriodKey, PeriodFigure] = {}
    for each in (*(_figure(row, files) for row in stored), *brought):
        before = counting.get(each.key)
        if before is None or _owes(each, makers) or not _owes(before, makers):
            counting[each.key] = each
    return tuple(counting.values())


def period_figures_brought(cursor: Cursor, known: Sequence[Version], number: int) -> tuple[PeriodFigure, ...]:
    """Those that one version brought, in the order of its file, whether they count or not."""
    rows = cursor.execute(_GIVEN, [number, number]).fetchall()
    return tuple(_figure(row, file_names(known)) for row in rows)


def refuse_months_in_use(cursor: Cursor, known: Sequence[Version], number: int) -> None:
    """Raise StoreError where a quarter of another version that stands is made of months of this one."""
    others = [version.number for version in not_withdrawn(known) if version.number > number]
    made = [version for (version,) in cursor.execute(_MADE, [f"%of version {number})%", others]).fetchall()]
    if made:
        raise StoreError(
            f"Version {number} gave months that quarters of version {made[0]} are made of: withdraw version {made[0]} "
            "first. Nothing was changed."
        )


def _owes(figure: PeriodFigure, makers: dict[int, str]) -> bool:
    return makers.get(figure.source.version) == owed_by(figure.measure)


def _row(number: int, place: int, figure: PeriodFigure) -> tuple:
    return (
        number,
        place,
        figure.kind.value,
        figure.measure,
        figure.area.code,
        str(figure.period),
        figure.value,
        figure.symbol and figure.symbol.value,
        figure.as_printed,
        figure.source.sheet,
        figure.source.ref,
        figure.status.value,
        figure.open_to_readers,
        figure.note,
    )


def _figure(row: Sequence, files: dict[int, str]) -> PeriodFigure:
    version, kind, measure, area_code, period, value, symbol, printed, sheet, ref, status, is_open, note = row
    return PeriodFigure(
        measure=measure,
        area=area_known(area_code),
        period=Period.parse(period),
        value=value,
        symbol=Symbol(symbol) if symbol else None,
        as_printed=printed,
        source=Source(files[version], sheet, ref, version),
        kind=FigureKind(kind),
        open_to_readers=is_open,
        status=Status(status),
        note=note,
    )
