"""What changed since last quarter: ratings, actions, risks, restatements and returns. This is where a chair begins."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpis.rating import Rating
from programme.areas import KENT
from programme.moment import end_of
from programme.quarter import Quarter
from programme.sheets.risks import Risk
from programme.submission import Restatement
from programme.working_days import return_due
from record.receipts import Receipt, State, receipts
from record.records import Records
from record.tracked import Tracked
from reports.progress.delivery import delivery, followed
from reports.progress.exceptions import Unanswered, reds_without_action, told_of
from reports.progress.judgement import RedGroup, judgement_of
from reports.progress.readings import Progress, Reading, once_per_progress
from reports.progress.turns import RatingChange, Turn


@dataclass(frozen=True, slots=True)
class RiskMove:
    """A risk whose score changed, that is new (`before` is None), or that is no longer returned (`now` is None)."""

    before: Risk | None
    now: Risk | None

    @property
    def ref(self) -> str:
        """The risk's ref."""
        return (self.now or self.before).ref

    @property
    def turn(self) -> Turn:
        """Worse where the score rose; neither where there are not two scores."""
        if not (self.before and self.now and self.before.current and self.now.current):
            return Turn.NEITHER
        return Turn.WORSE if self.now.current.value > self.before.current.value else Turn.BETTER


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is different in `quarter` from the quarter before, for Kent.

    Without an action log for the quarter (`actions_known`), or risks in both (`risks_known`), nothing is known to have
    changed, which is not the same as that nothing changed.
    """

    quarter: Quarter
    ratings: tuple[RatingChange, ...]
    red_and_worsening: tuple[Reading, ...]
    completed: tuple[Tracked, ...]
    slipped: tuple[Tracked, ...]
    newly_overdue: tuple[Tracked, ...]
    vanished: tuple[Tracked, ...]
    risks: tuple[RiskMove, ...]
    restatements: tuple[Restatement, ...]
    missing: tuple[Receipt, ...]
    late: tuple[Receipt, ...]
    unanswered: tuple[Unanswered, ...]
    actions_known: bool
    risks_known: bool

    def turned(self, turn: Turn) -> tuple[RatingChange, ...]:
        """The ratings that went one way."""
        return tuple(each for each in self.ratings if each.turn is turn)


@once_per_progress
def changes(progress: Progress, quarter: Quarter) -> Changes:
    """Compare `quarter` with the one before, both as known in these records; missing is what is missing by now."""
    records = progress.records
    received = receipts(records, [quarter], progress.now)
    before, after = (delivery(progress, each) for each in (quarter - 1, quarter))
    earlier = {ref: each for each in followed(progress, quarter - 1) for ref in each.refs}
    return Changes(
        quarter=quarter,
        ratings=tuple(_rating_changes(progress, quarter)),
        red_and_worsening=tuple(_newly_red_and_worsening(progress, quarter)),
        completed=tuple(each for each in after.done if _completed(each, _then(each, earlier))),
        slipped=tuple(each for each in after.slipped if _slipped(each, _then(each, earlier))),
        newly_overdue=tuple(each for each in after.overdue if each.baseline >= (quarter - 1).end),
        vanished=tuple(each for each in after.vanished if each.now.ref not in {gone.now.ref for gone in before.vanished}),
        risks=tuple(risk_moves(records, quarter)),
        restatements=tuple(_restated(progress, quarter)),
        missing=tuple(each for each in received if each.state is State.MISSING),
        late=tuple(each for each in received if each.state in (State.LATE, State.AGAIN)),
        unanswered=reds_without_action(progress, quarter),
        actions_known=any(when == quarter for when, _ in records.logs.returned),
        risks_known={quarter, quarter - 1} <= {risk.quarter for risk in records.logs.risks},
    )


def _rating_changes(progress: Progress, quarter: Quarter) -> Iterable[RatingChange]:
    for now in progress.current(KENT, quarter):
        before = progress.reading(now.kpi, now.area, quarter - 1)
        if before.rated.rating is not now.rated.rating:
            direction = judgement_of(progress, now.kpi, now.area, quarter).direction
            yield RatingChange(before, now, direction, next(iter(told_of(progress, now)), None))


def _newly_red_and_worsening(progress: Progress, quarter: Quarter) -> Iterable[Reading]:
    for now in progress.current(KENT, quarter):
        red = now.rated.rating is Rating.RED
        if red and _red_and_worsening(progress, now, quarter) and not _red_and_worsening(progress, now, quarter - 1):
            yield now


def _red_and_worsening(progress: Progress, reading: Reading, quarter: Quarter) -> bool:
    return judgement_of(progress, reading.kpi, reading.area, quarter).red_group is RedGroup.WORSENING


def _then(now: Tracked, earlier: Mapping[str, Tracked]) -> Tracked | None:
    """The action as it stood last quarter, under whatever ref."""
    return next((earlier[ref] for ref in reversed(now.refs) if ref in earlier), None)


def _completed(now: Tracked, before: Tracked | None) -> bool:
    """Done now and not last quarter; one first heard of now counts when it was done in this quarter."""
    if before is None:
        return Quarter.containing(now.now.actual) == now.quarter
    return not before.now.done


def _slipped(now: Tracked, before: Tracked | None) -> bool:
    """Whether it is further behind the date agreed first than last quarter."""
    return before is not None and now.slip > max(before.slip or 0, 0)


def risk_moves(records: Records, quarter: Quarter) -> Iterable[RiskMove]:
    """The risks that moved, came or went; nothing went where no risks at all were returned."""
    now, before = (
        {each.ref: each for each in records.logs.risks if each.quarter == when} for when in (quarter, quarter - 1)
    )
    if not now or not before:
        return
    for ref in dict.fromkeys((*now, *before)):
        move = RiskMove(before.get(ref), now.get(ref))
        if move.now is None or move.before is None or move.now.current != move.before.current:
            yield move


def _restated(progress: Progress, quarter: Quarter) -> Iterable[Restatement]:
    """What was restated from the day last quarter's returns were due to the day this quarter's were, or to now if it is the
    newest."""
    since, until = (end_of(return_due(each)) for each in (quarter - 1, quarter))
    newest = progress.records.newest is None or quarter >= progress.records.newest
    return (
        each
        for each in progress.restatements
        if since < each.version.accepted_at and (newest or each.version.accepted_at <= until)
    )
