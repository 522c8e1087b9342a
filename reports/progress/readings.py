"""Progress at one quarter: each KPI's reading, and the workstreams and weaknesses they speak to."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from inspect import signature
from typing import TypeVar

from disclosure.family import families
from disclosure.rule import Hidden, Shown
from disclosure.seen import SeenResult, Undisclosed
from kpis.kpi import Kpi
from kpis.rating import Rated, Rating, rate
from kpis.registry import definitions_in_force, registry
from plumbing.kept import Kept
from programme.access import Role, sees_hidden
from programme.areas import KENT, Area
from programme.figure import FigureKey
from programme.hidden import HIDDEN_WORDS
from programme.period_figure import PeriodFigure
from programme.quarter import Quarter
from programme.submission import Restatement
from record.known import Moments
from record.records import Records, for_readers, given_to
from record.today import taken_to_be
from reports.language.numbers import described, shown_text
from reports.progress.overrides import Override, about_carried, override, overriding

MOST_KEPT = 20_000
"""Answers of one progress, about 50 MB: one area in every quarter is some 6,000."""

MOST_DRAWN = 80
"""What pages draw of one progress, at most 30 MB: that of every weakness and workstream in one quarter is 46 pieces."""

Work = TypeVar("Work", bound=Callable)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader may see of one KPI for one area and quarter: the figure as disclosed, its rating, its origin.

    `rated` is what stands; where a lead judged otherwise, `override` holds the computed rating and the reason.
    """

    result: SeenResult
    shown: Shown
    rated: Rated
    override: Override | None = None

    @property
    def computed(self) -> Rated:
        """The rating that the figure comes to, whatever anybody judged."""
        return self.override.computed if self.override else self.rated

    @property
    def kpi(self) -> Kpi:
        """The definition."""
        return self.result.kpi

    @property
    def area(self) -> Area:
        """The area the figure is for."""
        return self.result.area

    @property
    def quarter(self) -> Quarter:
        """The quarter it was read in."""
        return self.result.quarter

    @property
    def reported(self) -> Quarter:
        """The quarter that the figure was reported in: an earlier one where an annual figure is carried forward."""
        return self.result.reported

    @property
    def display(self) -> str:
        """The figure as it is written everywhere; a value that was reported says so."""
        return f"{self.amount} (as reported)" if self.as_reported else self.amount

    @property
    def amount(self) -> str:
        """The figure as it is written where something else says what kind of figure it is, as in a column of numbers."""
        return shown_text(self.kpi, self.shown, self.rated.target)

    @property
    def hidden(self) -> bool:
        """Whether there is a figure that the reader may not see."""
        return isinstance(self.shown, Hidden)

    @property
    def as_reported(self) -> PeriodFigure | None:
        """The value that somebody else worked out, where that is what it is: as printed, with its cell."""
        return self.result.as_reported

    @property
    def carried(self) -> bool:
        """Whether an annual figure is carried forward from an earlier quarter."""
        return self.result.carried_from is not None


@dataclass(frozen=True, slots=True)
class Line:
    """One KPI for one area over consecutive quarters, oldest first."""

    kpi: Kpi
    area: Area
    readings: tuple[Reading, ...]


class RatedFigures:
    """What the KPIs come to for one kind of reader, and how that is rated before anybody judged otherwise, each only once.

    It stays the same while the figures do: words alone that are stored later leave it to the progress that follows. So does
    what is `kept` here because it follows from them and from what its question names, and from nothing else.
    """

    __slots__ = ("_undisclosed", "kept")

    def __init__(self, undisclosed: Undisclosed):
        self._undisclosed, self.kept = undisclosed, Kept(MOST_KEPT)

    def same_as(self, other: "RatedFigures") -> bool:
        """Whether another comes to the same in everything."""
        return self._undisclosed.same_as(other._undisclosed)

    def sees(self, key: FigureKey) -> bool:
        """Whether a returned figure may be seen by itself."""
        return self._undisclosed.sees(key)

    def of(self, kpi: Kpi, area: Area, quarter: Quarter) -> tuple[SeenResult, Rated]:
        """The KPI's result for an area in one quarter, and its rating."""

        def worked_out() -> tuple[SeenResult, Rated]:
            result = self._undisclosed.result(kpi, area, quarter)
            return result, _rated(result)

        return self.kept.answer((kpi.id, area.code, quarter), worked_out)


class Progress:
    """Readings worked out from one set of records for one kind of reader as on one day, each only once.

    Sessions share it. It is on the day `now` that returns are missing or late: the one asked for, or that of the records.
    Where `before` says the same of every figure, as it does where words alone were stored since, none is worked out again.
    """

    def __init__(self, records: Records, role: Role, on: date | None = None, before: "Progress | None" = None):
        self.role = role
        whole = given_to(records, role)
        records = whole if whole.given else records
        self.records = whole if sees_hidden(role) else for_readers(whole)
        evidence = replace(self.records.evidence, facts=whole.evidence.facts)
        figures = RatedFigures(Undisclosed(evidence, frozenset() if sees_hidden(role) else self.records.hidden.items))
        self.figures = before.figures if before and figures.same_as(before.figures) else figures
        self.now = taken_to_be(records, on)
        self.kept, self.drawn = Kept(MOST_KEPT), Kept(MOST_DRAWN)
        self._overriding = overriding(records.logs.commentary)

    @property
    def restatements(self) -> tuple[Restatement, ...]:
        """The restated figures that may be seen, in order of time."""
        return self.records.restatements

    def sees(self, key: FigureKey) -> bool:
        """Whether a returned figure may be seen by itself."""
        return self.figures.sees(key)

    def family(self, kpi: Kpi, area: Area, quarter: Quarter) -> Mapping[Area, Reading]:
        """The KPI's readings in one quarter for the whole that `area` is or belongs to and its parts."""
        return {member: self.reading(kpi, member, quarter) for member in families(kpi)[area]}

    def readings(self, kpi: Kpi, quarter: Quarter) -> Mapping[Area, Reading]:
        """The KPI's readings in one quarter, of all its areas."""
        return {area: self.reading(kpi, area, quarter) for area in kpi.areas}

    def _reading(self, result: SeenResult, computed: Rated) -> Reading:
        """A judgement in a return is about the whole, and replaces no district's rating. It holds while the figure does."""
        whole = result.area == result.kpi.areas[0]
        said = about_carried(self._overriding, result.kpi.id, result.reported, result.quarter) if whole else None
        replaced = override(computed, said)
        return Reading(result, result.shown, replaced.rated if replaced else computed, replaced)

    def reading(self, kpi: Kpi, area: Area, quarter: Quarter) -> Reading:
        """One reading. Raises KeyError where the KPI has no such area."""

        def read() -> Reading:
            if area not in kpi.areas:
                raise KeyError(area.code)
            return self._reading(*self.figures.of(kpi, area, quarter))

        return self.kept.answer((kpi.id, area.code, quarter), read)

    def line(self, kpi: Kpi, area: Area, quarters: Iterable[Quarter]) -> Line:
        """The KPI's readings for one area over `quarters`."""
        return Line(kpi, area, tuple(self.reading(kpi, area, quarter) for quarter in quarters))

    def current(self, area: Area, quarter: Quarter) -> tuple[Reading, ...]:
        """Every KPI in force that says something about `area`, in the registry's order."""
        return tuple(
            self.reading(kpi, where, quarter)
            for kpi in definitions_in_force(quarter).values()
            if (where := area_shown(kpi, area)) is not None
        )


KNOWN = Moments(Progress)
"""The progress of the moments, roles and days asked for last."""


def once_per_progress(work: Work) -> Work:
    """Let `work(progress, …)` be done once for the same progress and the same questions, whoever asks, and be shared.

    Questions must be hashable, and what is made must not be changed by anybody.
    """
    asked = signature(work)

    @wraps(work)
    def kept(progress: Progress, *given, **named):
        if named or len(given) + 1 < len(asked.parameters):
            whole = asked.bind(progress, *given, **named)
            whole.apply_defaults()
            given = whole.args[1:]
        return progress.kept.answer((work, given), lambda: work(progress, *given))

    return kept


def area_shown(kpi: Kpi, area: Area) -> Area | None:
    """The area a KPI is shown for when a reader chose `area`: Kent readers also see the NHS area's figures."""
    if area in kpi.areas:
        return area
    return kpi.areas[0] if area == KENT else None


def count_ratings(readings: Iterable[Reading]) -> Mapping[Rating, int]:
    """How many readings have each rating, every rating named."""
    counted = Counter(reading.rated.rating for reading in readings)
    return {rating: counted[rating] for rating in Rating}


def _rated(result: SeenResult) -> Rated:
    rated = rate(result)
    if isinstance(result.shown, Hidden):
        return Rated(Rating.NOT_RATED, rated.target, HIDDEN_WORDS)
    return Rated(rated.rating, rated.target, described(rated.reason)) if rated.reason else rated


def kpis() -> Mapping[str, Kpi]:
    """Every KPI by id, for pages to loop over."""
    return registry()
