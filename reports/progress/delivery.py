"""What a plan delivered by the end of a quarter: its actions counted, by weakness, workstream or owner."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from programme.moment import LONDON
from programme.plans import Plan, plan_in_force
from programme.quarter import Quarter
from programme.sheets.actions import Brag
from record.tracked import Tracked, tracked
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class Delivery:
    """The actions of the plan in force in `quarter`, or a part of them. `plan` is None before there was one."""

    quarter: Quarter
    plan: Plan | None
    actions: tuple[Tracked, ...]

    def _part(self, chosen: Iterable[Tracked]) -> "Delivery":
        return Delivery(self.quarter, self.plan, tuple(chosen))

    def weakness(self, number: int) -> "Delivery":
        """Those that name a weakness."""
        return self._part(each for each in self.actions if number in each.now.weaknesses)

    def workstream(self, number: int) -> "Delivery":
        """Those of a workstream."""
        return self._part(each for each in self.actions if each.now.workstream == number)

    def under(self, kind: Literal["area", "function"], label: str) -> "Delivery":
        """Those under a headline area or a function, by its label; the empty label is of those that name none."""
        return self._part(each for each in self.actions if getattr(each.now, kind) == label)

    def where(self, *, owner: str | None = None, status: Brag | None = None) -> "Delivery":
        """Those of a lead role and of a status shown; None takes all, and the empty role those without one."""
        return self._part(
            each for each in self.actions if owner in (None, each.now.lead_role) and status in (None, each.brag)
        )

    @property
    def statuses(self) -> Mapping[Brag, int]:
        """How many have each status, every status named."""
        counted = Counter(each.brag for each in self.actions)
        return {brag: counted[brag] for brag in Brag}

    @property
    def done(self) -> tuple[Tracked, ...]:
        """Those with an actual date."""
        return tuple(each for each in self.actions if each.now.done)

    @property
    def evidenced(self) -> tuple[Tracked, ...]:
        """Those done that say where the evidence is."""
        return tuple(each for each in self.actions if each.now.evidenced)

    @property
    def overdue(self) -> tuple[Tracked, ...]:
        """Those not done by the date agreed first, longest first."""
        late = [each for each in self.actions if each.overdue]
        return tuple(sorted(late, key=lambda each: each.baseline))

    @property
    def slipped(self) -> tuple[Tracked, ...]:
        """Those that were, or are forecast to be, done after the date agreed first, furthest first."""
        late = [each for each in self.actions if (each.slip or 0) > 0]
        return tuple(sorted(late, key=lambda each: -each.slip))

    @property
    def vanished(self) -> tuple[Tracked, ...]:
        """Those that a later return left out unfinished."""
        return tuple(each for each in self.actions if each.vanished)

    @property
    def owners(self) -> tuple[str, ...]:
        """The lead roles, in order of the alphabet; one that is missing is the empty text."""
        return tuple(sorted({each.now.lead_role for each in self.actions}))

    @property
    def overdue_by_owner(self) -> Mapping[str, int]:
        """How many are overdue for each lead role that has any, most first."""
        return dict(Counter(each.now.lead_role for each in self.overdue).most_common())

    @property
    def stale_since(self) -> Quarter | None:
        """The quarter it is all known from, where no log came in for this one; None where one did."""
        newest = max((each.now.quarter for each in self.actions), default=None)
        return newest if newest and newest < self.quarter else None


@once_per_progress
def delivery(progress: Progress, quarter: Quarter) -> Delivery:
    """The plan in force in `quarter` as it then stood, from what had been returned for that quarter and before."""
    plan, found = plan_in_force(quarter), followed(progress, quarter)
    return Delivery(quarter, plan, tuple(each for each in found if plan is not None and each.now.plan == plan))


@once_per_progress
def followed(progress: Progress, quarter: Quarter) -> tuple[Tracked, ...]:
    """Every action of every plan up to `quarter`, each with all that was returned about it."""
    logs = progress.records.logs
    return tuple(tracked(logs.actions, quarter, logs.returned, logs.returned_to, progress.now.astimezone(LONDON).date()))


def action_followed(progress: Progress, ref: str, quarter: Quarter) -> Tracked | None:
    """One action up to `quarter`, by its present ref or one that it bore before; None where no return names it."""
    known = followed(progress, quarter)
    return next((each for each in reversed(known) if ref in each.refs), None)
