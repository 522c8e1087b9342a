"""Reads the figures that count into columns, in one question to the database."""

from array import array
from collections.abc import Mapping, Sequence

import numpy as np

from programme.columns import Axes, Columns, FactColumns, Given
from programme.measures import owed_by
from programme.quarter import Quarter
from programme.stored import STATUSES, sign_of
from programme.submission import Version
from programme.symbols import Status, Symbol
from store.cursor import Cursor
from store.returns.stored_cells import StoredCells
from store.rows.figure_rows import area_known, file_names, held_figures

_SYMBOL_SIGNS = {symbol.value: sign_of(symbol, STATUSES[0]) for symbol in Symbol}
_STATUS_SIGNS = {status.value: sign_of(None, status) for status in Status}


def _case(column: str, signs: Mapping[str, int]) -> str:
    """What a word of a column adds to the sign. To join the few words there are would take a third as long again."""
    each = " ".join(f"WHEN '{word}' THEN {sign}" for word, sign in signs.items())
    return f"CASE {column} {each} ELSE 0 END"


_COUNTING = f"""
    WITH held AS (
        SELECT unnest(?::INTEGER[]) AS version, unnest(?::INTEGER[]) AS workstream, unnest(?::VARCHAR[]) AS maker
    ),
    by_measure AS (
        SELECT unnest(?::VARCHAR[]) AS measure, unnest(?::INTEGER[]) AS at_measure, unnest(?::VARCHAR[]) AS maker
    ),
    by_area AS (SELECT unnest(?::VARCHAR[]) AS area_code, unnest(?::INTEGER[]) AS at_area)
    SELECT version, coalesce("value", 0) AS "value",
        at_measure + at_area + array_position(?::VARCHAR[], quarter) - 1 AS place,
        {_case("symbol", _SYMBOL_SIGNS)} + {_case("status", _STATUS_SIGNS)} AS sign
    FROM figures JOIN by_measure USING (measure) JOIN held USING (version, workstream, maker)
        JOIN by_area USING (area_code)
"""
"""Quarters are so few that to find one in their list takes less than to join them."""

_NAMES = "SELECT measure, area_code, quarter FROM figures GROUP BY GROUPING SETS ((measure), (area_code), (quarter))"


def counting_columns(cursor: Cursor, known: Sequence[Version], cells: StoredCells) -> FactColumns:
    """The figures that count once the versions `known` are accepted. Raises StoreError for an area no longer known.

    A return counts in each part that it speaks for until a newer one of its organisation speaks for the same. A history
    workbook adds figure by figure. Where two that count give the same figure, `prevailing` says which.
    """
    if not known:
        return FactColumns(Axes((), (), ()), Columns(array("d"), array("i"), b""), {}, frozenset(), cells)
    measures, codes, quarters = _names(cursor)
    axes = Axes(tuple(measures), tuple(map(area_known, codes)), tuple(map(Quarter.parse, quarters)))
    depth, width = len(quarters), len(quarters) * len(codes)
    owed = [owed_by(measure) for measure in measures]
    placed = [*_placed(measures, width), owed, *_placed(codes, depth), quarters]
    found = cursor.execute(_COUNTING, [*held_figures(known), *placed]).fetchnumpy()
    values, versions, signs = _filled(len(measures) * width, found, _ranks(found, known, owed, width))
    columns = Columns(array("d", values.tobytes()), array("i", versions.tobytes()), signs.tobytes())
    return FactColumns(axes, columns, file_names(known), _given(axes, versions), cells)


def _names(cursor: Cursor) -> tuple[list[str], ...]:
    """The measures, area codes and quarters that there are, asked at once: of few figures, asking takes longer than looking.

    In an order of our own: servers sort letters by the rules of some country.
    """
    rows = cursor.execute(_NAMES).fetchall()
    return tuple(sorted(row[at] for row in rows if row[at] is not None) for at in range(3))


def _placed(names: Sequence[str], step: int) -> tuple[Sequence[str], list[int]]:
    """Names and their places, `step` apart, side by side."""
    return names, [at * step for at in range(len(names))]


BEFORE, ANOTHERS, OWN = range(3)
"""Who gives a figure: a version from before parts were recorded; another organisation; the one that owes the measure."""


def _ranks(found: Mapping[str, np.ndarray], known: Sequence[Version], owed: Sequence[str], width: int) -> np.ndarray:
    """`prevailing`, of many at once: who gives each figure; one of another that stands beside the organisation's own sinks
    below those from before."""
    makers = sorted({*owed, *(version.cover.organisation for version in known)})
    newest = max((version.number for version in known), default=0)
    giver, recorded = np.zeros(newest + 1, np.int16), np.zeros(newest + 1, bool)
    for version in known:
        giver[version.number] = makers.index(version.cover.organisation)
        recorded[version.number] = version.parts is not None
    owing = np.array([makers.index(maker) for maker in owed], np.int16)
    own = giver[found["version"]] == owing[found["place"] // width] if len(owed) else np.zeros(0, bool)
    ranks = np.where(recorded[found["version"]], np.where(own, OWN, ANOTHERS), BEFORE)
    if (ranks == ANOTHERS).any():
        newest_before = np.zeros(len(owed) * width, np.int32)
        np.maximum.at(newest_before, found["place"][ranks == BEFORE], found["version"][ranks == BEFORE])
        stays = (ranks == BEFORE) & own & (found["version"] == newest_before[found["place"]])
        ranks[stays] = OWN
    return ranks


def _filled(places: int, found: Mapping[str, np.ndarray], ranks: np.ndarray) -> list[np.ndarray]:
    """Values, versions and signs, each at its place; where two give the same figure, the one of the higher rank stays, and
    of equals the newer."""
    order = np.lexsort((found["version"], ranks))
    at = found["place"][order]
    columns = [np.zeros(places, kind) for kind in (np.float64, np.int32, np.uint8)]
    for column, name in zip(columns, ("value", "version", "sign"), strict=True):
        column[at] = found[name][order]
    return columns


def _given(axes: Axes, versions: np.ndarray) -> frozenset[Given]:
    """Which versions give figures of which measures for which quarters."""
    depth, width, many = len(axes.quarters), len(axes.quarters) * len(axes.areas), len(axes.quarters) * len(axes.measures)
    places = np.flatnonzero(versions)
    numbers = np.unique(versions[places].astype(np.int64) * many + places // width * depth + places % depth).tolist()
    return frozenset(
        (number // many, axes.measures[number % many // depth], axes.quarters[number % depth]) for number in numbers
    )
