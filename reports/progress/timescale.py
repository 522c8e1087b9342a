"""When a workstream's part of a plan begins and ends, what is due next, and the window in which inspectors come again."""

from dataclasses import dataclass
from datetime import date

from programme.plans import Plan, plan_in_force, plan_of, plans
from programme.quarter import Quarter
from programme.sheets.milestones import Milestone
from record.tracked import Tracked
from reports.progress.delivery import Delivery
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class FollowedMilestone:
    """A milestone as last returned, looked at `on` a day; `due` was agreed first and is never overwritten."""

    now: Milestone
    due: date | None
    on: date

    @property
    def late(self) -> int | None:
        """Days from the day agreed first to the one it was, or is expected to be, reached; None without both."""
        return (self.now.expected - self.due).days if self.now.expected and self.due else None

    @property
    def passed(self) -> int:
        """Days since the day it was expected, where it was not reached by then; 0 otherwise."""
        waiting = self.now.expected is not None and not self.now.reached and self.now.expected < self.on
        return (self.on - self.now.expected).days if waiting else 0


@once_per_progress
def milestones_of(progress: Progress, workstream: int, quarter: Quarter) -> tuple[FollowedMilestone, ...]:
    """The milestones of a workstream in the plan in force in `quarter`, in order of the day agreed first."""
    plan, newest, first = plan_in_force(quarter), {}, {}
    for each in progress.records.logs.milestones:
        if each.quarter <= quarter and each.workstream == workstream and plan_of(each.ref, each.quarter) == plan:
            newest[each.ref] = each
            first.setdefault(each.ref, each.due)
    found = [FollowedMilestone(each, first[ref] or each.due, quarter.end) for ref, each in newest.items()]
    return tuple(sorted(found, key=lambda each: each.due or date.max))


@dataclass(frozen=True, slots=True)
class NextDue:
    """What is due next by its ref and title: a milestone, or the `action`."""

    day: date
    ref: str
    title: str
    action: Tracked | None = None


@dataclass(frozen=True, slots=True)
class Timescale:
    """First start and last date of the actions and milestones, and what is due next; None where nothing is dated."""

    begins: date | None
    ends: date | None
    next_due: NextDue | None


def timescale(delivery: Delivery, milestones: tuple[FollowedMilestone, ...]) -> Timescale:
    """The timescale of these actions and milestones, looked at from the end of the delivery's quarter."""
    starts = [each.now.start for each in delivery.actions if each.now.start]
    dated = [(each.expected or each.baseline, each.now.done, each.now, each) for each in delivery.actions]
    dated += [(each.now.expected, bool(each.now.reached), each.now, None) for each in milestones]
    days = [day for day, *_ in dated if day]
    waiting = [(day, now, action) for day, done, now, action in dated if day and not done and day > delivery.quarter.end]
    ahead = [NextDue(day, now.ref, now.title, action) for day, now, action in waiting]
    return Timescale(min(starts, default=None), max(days, default=None), min(ahead, key=lambda due: due.day, default=None))


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which inspectors were to come again, looked at on a day; `came` is when they did, if by then."""

    plan: Plan
    first: date
    last: date
    on: date
    came: date | None

    @property
    def until_first(self) -> int:
        """Days until it opens; negative afterwards."""
        return (self.first - self.on).days

    @property
    def until_last(self) -> int:
        """Days until it closes; negative afterwards."""
        return (self.last - self.on).days


def reinspection_window(on: date) -> Window | None:
    """The window of the newest plan begun by `on` that has one, as it looked then; None before any."""
    known = [plan for plan in plans() if plan.since <= on and plan.reinspection]
    if not known:
        return None
    plan = known[-1]
    first, last = plan.reinspection
    came = plan.reinspected if plan.reinspected and plan.reinspected <= on else None
    return Window(plan, first, last, on, came)
