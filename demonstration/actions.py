"""The action log as it stood on a day: each action's state is worked out from its dates, never typed twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from demonstration.seeds import rows
from programme.plans import Plan, plan_in_force, plans
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Brag
from programme.workstreams import organisation_called

OFF_TRACK = timedelta(days=270)
"""Slippage beyond which an action that is not overdue is off track."""

LATEST = {"WSoA": date(2022, 6, 30), "APP": date(2024, 9, 30)}
"""From when the progress notes hold: they say how far an action was in the last two returns of its plan."""


@dataclass(frozen=True, slots=True)
class LoggedAction:
    """One row of `actions.csv`. `reforecasts` are new due dates with the day each was set, oldest first."""

    words: Mapping[str, str]
    start: date
    baseline_due: date
    reforecasts: tuple[tuple[date, date], ...]
    actual: date | None

    def forecast(self, day: date) -> date:
        """The due date in force on a day."""
        return next((due for since, due in reversed(self.reforecasts) if since <= day), self.baseline_due)

    def complete(self, day: date) -> bool:
        """Whether it was done by a day."""
        return self.actual is not None and self.actual <= day

    def status(self, day: date) -> Brag:
        """Blue needs evidence; Amber has slipped, Red is overdue or has slipped far."""
        slipped = self.forecast(day) - self.baseline_due
        if self.complete(day):
            return Brag.BLUE if self.words["evidence"] else Brag.GREEN
        if day < self.start:
            return Brag.NOT_STARTED
        if self.forecast(day) < day or slipped > OFF_TRACK:
            return Brag.RED
        return Brag.AMBER if slipped else Brag.GREEN

    def percent_complete(self, day: date) -> int:
        """The share of its time that has passed, in steps of 5 and at most 95 until it is done."""
        if self.complete(day):
            return 100
        passed = (day - self.start) / (self.forecast(day) - self.start)
        return min(95, max(0, 5 * round(passed * 20)))

    def returned(self, quarter: Quarter) -> bool:
        """Whether a return for `quarter` names it: its plan is in force then."""
        return plan_in_force(quarter) == self.plan

    @property
    def plan(self) -> Plan:
        """The plan that its ref names."""
        return next(plan for plan in plans() if self.words["ref"].startswith(plan.ref_prefix))

    def row(self, day: date) -> dict[str, object]:
        """The action as a row of the return, by heading; nothing later than `day` is in it."""
        words, complete = self.words, self.complete(day)
        return ACTIONS.typed(
            ref=words["ref"],
            weaknesses=words["weaknesses"],
            workstream=int(words["workstream"]),
            title=words["action"],
            success_criterion=words["success_criterion"],
            lead_role=words["lead_role"],
            accountable_role=words["accountable_role"],
            partner=organisation_called(words["partner"], day),
            start=self.start,
            baseline=self.baseline_due,
            forecast=None if complete else self.forecast(day),
            actual=self.actual if complete else None,
            status=str(self.status(day)),
            complete=self.percent_complete(day),
            note=self._note(day),
            evidence=words["evidence"] if complete else "",
            updated=max(self.start, self.actual) if complete else day,
            kpi=words["kpi"],
            former_ref=words["former_ref"],
            area=words["area"],
            function=words["function"],
        )

    def _note(self, day: date) -> str:
        """What is said of it: how it ended, or how far it is once that is known."""
        if self.complete(day):
            return self.words["outcome"]
        return self.words["progress"] if day >= max(self.start, LATEST[self.plan.id]) else ""


@cache
def actions() -> tuple[LoggedAction, ...]:
    """Every action of both plans: the Written Statement (WSOA) and the Accelerated Progress Plan (APP)."""
    return tuple(_action(row) for row in rows("actions"))


def _action(row: dict[str, str]) -> LoggedAction:
    reforecasts = [pair.split(":") for pair in row["reforecasts"].split(";") if pair]
    return LoggedAction(
        words=row,
        start=date.fromisoformat(row["start"]),
        baseline_due=date.fromisoformat(row["baseline_due"]),
        reforecasts=tuple((date.fromisoformat(since), date.fromisoformat(due)) for since, due in reforecasts),
        actual=date.fromisoformat(row["actual"]) if row["actual"] else None,
    )
