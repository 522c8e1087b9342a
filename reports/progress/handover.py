"""What became of every action of a plan that has ended: done, carried on in the next plan, or nothing that anybody said."""

from dataclasses import dataclass
from enum import StrEnum

from programme.plans import Plan, plans
from programme.quarter import Quarter
from programme.sheets.handovers import CARRIED_ON, EVERYDAY, FINISHED, STOPPED, Handover
from record.tracked import Tracked
from reports.progress.delivery import followed
from reports.progress.readings import Progress, once_per_progress


class End(StrEnum):
    """What became of an action. The first two were done while the plan was in force; of the others it was open."""

    EVIDENCED = "done, with evidence"
    DONE = "done, without evidence"
    CARRIED = "carried on"
    FINISHED = "finished afterwards"
    EVERYDAY = "everyday work"
    STOPPED = "stopped"
    UNSAID = "nothing says what became of it"

    @property
    def open_then(self) -> bool:
        """Whether the action was open when its plan ended."""
        return self not in (End.EVIDENCED, End.DONE)


_SAID = {CARRIED_ON: End.CARRIED, FINISHED: End.FINISHED, EVERYDAY: End.EVERYDAY, STOPPED: End.STOPPED}


@dataclass(frozen=True, slots=True)
class Fate:
    """One action as last returned in its plan, and what became of it: `into` are the refs it goes on under."""

    action: Tracked
    end: End
    into: tuple[str, ...] = ()
    said: Handover | None = None


@dataclass(frozen=True, slots=True)
class Fates:
    """Every action held of one plan that ended, as known in `quarter`."""

    plan: Plan
    quarter: Quarter
    fates: tuple[Fate, ...]

    def ended(self, *ends: End) -> tuple[Fate, ...]:
        """Those of which this became."""
        return tuple(each for each in self.fates if each.end in ends)

    @property
    def open_then(self) -> tuple[Fate, ...]:
        """Those that were open when the plan ended."""
        return tuple(each for each in self.fates if each.end.open_then)


@once_per_progress
def plan_ended(progress: Progress, quarter: Quarter) -> Fates | None:
    """What became of the plan that ended last by the end of `quarter`; None before any has ended, or where none is held."""
    over = [plan for plan in plans() if plan.until and plan.until <= quarter.end]
    if not over:
        return None
    plan = over[-1]
    last = [each for each in followed(progress, Quarter.containing(plan.until)) if each.now.plan == plan]
    return Fates(plan, quarter, tuple(_fate(progress, each, quarter) for each in last)) if last else None


def _fate(progress: Progress, action: Tracked, quarter: Quarter) -> Fate:
    now, logs = action.now, progress.records.logs
    if now.done and now.actual <= now.plan.until:
        return Fate(action, End.EVIDENCED if now.evidenced else End.DONE)
    said = next((each for each in reversed(logs.handovers) if each.ref == now.ref and each.quarter <= quarter), None)
    later = [each.ref for each in logs.actions if each.former_ref == now.ref and each.quarter <= quarter]
    into = tuple(dict.fromkeys((*(said.into if said else ()), *(ref for ref in later if ref != now.ref))))
    return Fate(action, _SAID[said.became] if said else End.CARRIED if into else End.UNSAID, into, said)
