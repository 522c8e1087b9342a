"""The figures that count, as at any moment, and everything that a figure ever was."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from programme.figure import Figure, FigureKey
from programme.measures import owed_by
from programme.submission import Restatement, Version
from store.counting.standing import ever_replaced, prevailing
from store.counting.unfolding import Effect, Offer, unfold
from store.cursor import Cursor
from store.database import Database
from store.order import ledger
from store.rows.figure_rows import COLUMNS, figure_of, file_names, held_figures

_STANDING = f"""
    WITH held AS (SELECT unnest(?::INTEGER[]) AS version, unnest(?::INTEGER[]) AS workstream, unnest(?::VARCHAR[]) AS maker),
    owed AS (SELECT unnest(?::VARCHAR[]) AS measure, unnest(?::VARCHAR[]) AS maker)
    SELECT {COLUMNS} FROM figures JOIN owed USING (measure) JOIN held USING (version, workstream, maker)
    ORDER BY version DESC
"""
_SOME = f"""
    WITH asked AS (
        SELECT unnest(?::VARCHAR[]) AS measure, unnest(?::VARCHAR[]) AS area_code, unnest(?::VARCHAR[]) AS quarter
    )
    SELECT {COLUMNS}, workstream FROM figures JOIN asked USING (measure, area_code, quarter)
    WHERE version IN (SELECT unnest(?::INTEGER[])) ORDER BY version
"""
_RESTATABLE = f"""
    SELECT {COLUMNS}, workstream FROM figures
    WHERE version <= ? AND (version IN (SELECT unnest(?::INTEGER[])) OR (measure, area_code, quarter) IN (
        SELECT measure, area_code, quarter FROM figures WHERE version <= ? AND quarter = ANY(?::VARCHAR[])
        GROUP BY measure, area_code, quarter HAVING count(*) > 1
    ))
    ORDER BY version, place
"""
_VALUE, _SYMBOL = (COLUMNS.split(", ").index(name) for name in ("value", "symbol"))
_QUARTERS = "SELECT DISTINCT version, quarter FROM figures WHERE version IN (SELECT unnest(?::INTEGER[]))"


def facts(database: Database, as_at: datetime | None = None) -> dict[FigureKey, Figure]:
    """The figures that count by themselves, as known at `as_at` (None: now). With anything else: `Snapshot.facts`."""
    with database.reading() as cursor:
        return counting_figures(cursor, ledger.read_ledger(cursor, as_at))


def counting_figures(cursor: Cursor, known: Sequence[Version]) -> dict[FigureKey, Figure]:
    """The figures that count once the versions `known` are accepted, by measure, area code and quarter.

    A return counts in each part that it speaks for until a newer one of its organisation speaks for the same. A history
    workbook adds figure by figure. Where two that count give the same figure, `prevailing` says which.
    """
    files, numbered = file_names(known), {version.number: version for version in known}
    measures = [name for (name,) in cursor.execute("SELECT DISTINCT measure FROM figures").fetchall()]
    asked = [*held_figures(known), measures, [owed_by(measure) for measure in measures]]
    found: dict[FigureKey, list[Figure]] = {}
    for row in cursor.execute(_STANDING, asked).fetchall():
        figure = figure_of(row, files)
        found.setdefault(figure.key, []).append(figure)
    return {key: prevailing(figures, numbered) for key, figures in found.items()}


def figures_brought(database: Database, number: int) -> list[Figure]:
    """The figures that one version brought, in the order of its file, whether they count or not."""
    with database.reading() as cursor:
        files = file_names(ledger.read_ledger(cursor))
        rows = cursor.execute(f"SELECT {COLUMNS} FROM figures WHERE version = ? ORDER BY place", [number]).fetchall()
    return [figure_of(row, files) for row in rows]


def values_ever(database: Database, figures: Iterable[FigureKey]) -> dict[FigureKey, list[tuple[Version, Figure | None]]]:
    """Every value that each figure ever had, oldest first: the version that set it, and None where it was withdrawn."""
    found: dict[FigureKey, list[tuple[Version, Figure | None]]] = {key: [] for key in figures}
    if not found:
        return found
    told, known = {(*key[:2], str(key[2])): key for key in found}, ledger.every_version(database)
    asked = [*(list(each) for each in zip(*told, strict=True)), [version.number for version in known]]
    with database.reading() as cursor:
        rows = cursor.execute(_SOME, asked).fetchall()
    files = file_names(known)
    for effect in unfold(known, map(_offer, rows)):
        found[told[effect.key]].append((effect.version, effect.new and figure_of(effect.new, files)))
    return found


def restatements(cursor: Cursor, known: Sequence[Version]) -> list[Restatement]:
    """Every change, in order of time, to a figure that had counted before: its value, or why there is none.

    `known` are the first versions of the store, oldest first, however many.
    """
    replaced, again = sorted(ever_replaced(known)), _given_again(cursor, known)
    if not replaced and not again:
        return []
    newest = known[-1].number
    rows = cursor.execute(_RESTATABLE, [newest, replaced, newest, again]).fetchall()
    return _restated(unfold(known, map(_offer, rows)), file_names(known))


def _given_again(cursor: Cursor, known: Sequence[Version]) -> list[str]:
    """The quarters that more than one return speaks of. Most of a store is given once and need not be gone through."""
    returns = [version for version in known if version.withdraws is None]
    histories = [version.number for version in returns if version.cover.kind == "history"]
    given = cursor.execute(_QUARTERS, [histories]).fetchall() if histories else []
    times = Counter(quarter for _, quarter in given)
    times.update(str(version.cover.quarter) for version in returns if version.cover.kind == "standard")
    return sorted(quarter for quarter in times if times[quarter] > 1)


def _offer(row: tuple) -> Offer[tuple]:
    """A row of `COLUMNS` with its workstream: most of them are never looked at as the figures they are."""
    return Offer(row[-1], row[0], row[1:_VALUE], row[:-1])


def _restated(effects: Iterable[Effect[tuple]], files: Mapping[int, str]) -> list[Restatement]:
    seen: set[tuple] = set()
    found = []
    for effect in effects:
        if effect.key in seen and _shown(effect.old) != _shown(effect.new):
            old, new = (each and figure_of(each, files) for each in (effect.old, effect.new))
            about = new or old
            found.append(Restatement(effect.version, about.measure, about.area, about.quarter, old, new))
        seen.add(effect.key)
    return found


def _shown(row: tuple | None) -> tuple | None:
    """What a reader sees of a figure: its value and symbol."""
    return row and row[_VALUE : _SYMBOL + 1]
