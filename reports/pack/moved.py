"""What has moved since a pack was sent: every figure, rating, direction, sentence and word that says otherwise now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from kpis.registry import registry
from programme.kept_packs import KeptPack, LineKey, PackLine, PackLineKind
from programme.quarter import Quarter
from programme.sheets.book import WRITTEN
from programme.sheets.commentary import COMMENTARY
from programme.sheets.written import WordingSource
from record.logs import rows_told
from record.records import Records
from reports.pack.lines import about_text, lines_now
from reports.progress.readings import Progress

COMPARED = (
    *(PackLineKind.FIGURE, PackLineKind.RATING, PackLineKind.DIRECTION),
    *(PackLineKind.SENTENCE, PackLineKind.WORDS),
)
LATER = frozenset((PackLineKind.DIRECTION, PackLineKind.SENTENCE))
"""What packs that were kept by earlier editions say nothing of, line by line: it is compared where both sides do."""
_APART = {form.name: {column.heading for column in form.named(*form.apart)} for form in WRITTEN}


@dataclass(frozen=True, slots=True)
class PackCause:
    """What moved a line: the version of a return, the words written on screen, or something else, which `what` says.

    `reason` is why, as whoever stored it said; `at` and `by` are None and empty where it was not a deed.
    """

    what: str
    version: int | None = None
    wording: int | None = None
    reason: str = ""
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PackMove:
    """One line that says something else: what it said (None: it was not there) and what it says (None: it is gone)."""

    then: PackLine | None
    now: PackLine | None
    cause: PackCause | None = None

    @property
    def line(self) -> PackLine:
        """What it is about."""
        return self.now or self.then


def moved_since(pack: KeptPack, kept: Iterable[PackLine], progress: Progress, definitions: str) -> tuple[PackMove, ...]:
    """What says something else in `progress` than `kept`, the lines of a pack, with what moved it, in the order of the pack.

    `definitions` are the fingerprint of those in force; give the progress of those who see what stands, hidden as from
    readers.
    """
    causes = _Causes(pack, progress.records, definitions)
    found = between(kept, lines_now(progress, pack.quarter).values())
    return tuple(PackMove(each.then, each.now, causes.of(each)) for each in found)


def between(one: Iterable[PackLine], other: Iterable[PackLine]) -> tuple[PackMove, ...]:
    """What two packs say otherwise: figures first, then ratings, directions, sentences and words."""
    before, after = _alike(_compared(one), _compared(other))
    keys = dict.fromkeys((*before, *after))
    moved = (PackMove(before.get(key), after.get(key)) for key in keys if _says(before, key) != _says(after, key))
    by_row: dict[tuple, list[PackMove]] = {}
    for each in moved:
        by_row.setdefault(each.line.key[:-1], []).append(each)
    return tuple(sorted(map(_row_moved, by_row.values()), key=lambda each: COMPARED.index(each.line.kind)))


def _row_moved(moves: list[PackMove]) -> PackMove:
    """What moved in one row of words, as one: the headings that say something else, and what each said and says."""
    if len(moves) == 1:
        return moves[0]
    return PackMove(_joined([each.then for each in moves]), _joined([each.now for each in moves]))


def _joined(lines: list[PackLine | None]) -> PackLine | None:
    there = [each for each in lines if each]
    if not there:
        return None
    heading = "; ".join(each.heading for each in there)
    return replace(there[0], heading=heading, text="\n".join(f"{each.heading}: {each.text}" for each in there))


def _compared(lines: Iterable[PackLine]) -> dict[LineKey, PackLine]:
    return {each.key: each for each in lines if each.kind in COMPARED and not _tells_apart(each)}


def _tells_apart(line: PackLine) -> bool:
    """Whether it only says which row it is of, as packs do that were kept before the sheet told its rows apart by that."""
    return line.kind is PackLineKind.WORDS and line.heading in _APART.get(line.about.partition(": ")[0], ())


def _alike(before: dict[LineKey, PackLine], after: dict[LineKey, PackLine]) -> tuple[dict[LineKey, PackLine], ...]:
    """The same, without the kinds that came later where one side has none of that kind."""
    missing = LATER - {key[0] for key in before} | LATER - {key[0] for key in after}
    return tuple({key: line for key, line in lines.items() if key[0] not in missing} for lines in (before, after))


def _says(lines: Mapping[LineKey, PackLine], key: LineKey) -> tuple[str, str] | None:
    return lines[key].says if key in lines else None


class _Causes:
    """What was stored after a pack was made, to be asked what moved a line."""

    def __init__(self, pack: KeptPack, records: Records, definitions: str):
        self._pack, self._records = pack, records
        self._versions = {each.number: each for each in records.versions if each.accepted_at > pack.as_at}
        self._other_definitions = definitions != pack.definitions
        self._sources = {
            (f"{form.name}: {about_text(about)}", row.quarter): getattr(row, "source", None)
            for form, about, row in rows_told(records.logs)
        }

    def of(self, move: PackMove) -> PackCause:
        """What moved it."""
        line = move.line
        if line.kind is PackLineKind.WORDS:
            return self._of_words(line.about, line.quarter) or PackCause("what is worked out from other rows")
        if not line.area:
            return PackCause("the figures, actions and words that it is said of")
        kpi = registry().get(line.about)
        found = self._of_figure(line, frozenset(kpi.formula.measures) if kpi else frozenset())
        if line.kind is not PackLineKind.FIGURE and found is None:
            found = self._of_words(f"{COMMENTARY.name}: {line.about}", line.quarter)
        if found is None and self._other_definitions:
            return PackCause(f"other definitions than {self._pack.definitions}, with which it was made")
        if found is None and kpi and not kpi.formula.measures:
            return self._of_release() or PackCause("figures that their publisher brought out since")
        return found or PackCause("what is hidden was decided anew, or what is due is another day's")

    def _of_figure(self, line: PackLine, measures: frozenset[str]) -> PackCause | None:
        """The newest return or withdrawal that changed a figure that it is worked out from."""
        about = (
            (each.version, each.quarter, each.area.code == line.area)
            for each in self._records.restatements
            if each.measure in measures and each.quarter <= line.quarter and each.version.number in self._versions
        )
        found: dict[int, tuple[bool, Quarter]] = {}
        for version, quarter, own in about:
            found[version.number] = max(found.get(version.number, (own, quarter)), (own, quarter))
        for measure in () if any(own for own, _ in found.values()) else measures:
            figure = self._records.evidence.facts.get((measure, line.area, line.quarter))
            if figure and figure.source.version in self._versions:
                found[figure.source.version] = True, line.quarter
        newest = max(found, key=lambda number: (*found[number], number), default=None)
        return None if newest is None else self._version(newest)

    def _version(self, number: int) -> PackCause:
        found = self._versions[number]
        what = f"withdrawal of version {found.withdraws}" if found.withdraws else f"return {found.file_name}"
        return PackCause(what, found.number, None, found.reason, found.doer, found.accepted_at)

    def _of_words(self, about: str, quarter: Quarter) -> PackCause | None:
        source = self._sources.get((about, quarter))
        if isinstance(source, WordingSource):
            found = self._records.logs.wordings[source.wording - 1]
            if found.at > self._pack.as_at:
                return PackCause("words written here", None, found.number, found.reason, found.doer, found.at)
        elif source is not None and source.version in self._versions:
            return self._version(source.version)
        return self._of_what_went(about, quarter)

    def _of_what_went(self, about: str, quarter: Quarter) -> PackCause | None:
        """Words that were taken back, or a return that came without them, or was."""
        gone = [
            (each.number, each.withdrawal)
            for each in self._records.logs.wordings
            if each.withdrawal and each.withdrawal.at > self._pack.as_at and self._is_about(each, about, quarter)
        ]
        if gone:
            number, found = gone[-1]
            return PackCause("words taken back", None, number, found.reason, found.doer, found.at)
        came = [each.number for each in self._versions.values() if each.cover.quarter in (None, quarter)]
        return self._version(came[-1]) if came else None

    def _is_about(self, wording: Any, about: str, quarter: Quarter) -> bool:
        sheet, told, parts = wording.about
        return told == quarter and f"{sheet}: {about_text(parts)}" == about

    def _of_release(self) -> PackCause | None:
        loaded = [each for each in self._records.releases if each.loaded_at > self._pack.as_at]
        if not loaded:
            return None
        newest = loaded[-1]
        return PackCause(f"release {newest.release}", None, None, "", newest.doer, newest.loaded_at)
