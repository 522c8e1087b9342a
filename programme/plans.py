"""The two plans and the days on which each was in force: an old quarter shows the plan that was in force then."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from plumbing.reference import rows
from programme.quarter import Quarter


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan; `until` is None while it is in force, `actions` None where their number is not on record.

    Its actions stand under the five workstreams or the nine weaknesses: `organised_by`. Inspectors come again within
    `reinspection_months` after its approval, and came on the day `reinspected`; None where nobody said so.
    """

    id: str
    title: str
    since: date
    until: date | None
    ref_prefix: str
    organised_by: Literal["workstream", "weakness"]
    actions: int | None
    note: str
    reinspection_months: tuple[int, int] | None = None
    reinspected: date | None = None

    def in_force_during(self, quarter: Quarter) -> bool:
        """Whether it was in force on any day of `quarter`."""
        return self.since <= quarter.end and (self.until is None or self.until >= quarter.start)

    @property
    def reinspection(self) -> tuple[date, date] | None:
        """The first and the last day on which inspectors were to come again; None where nobody said so."""
        if self.reinspection_months is None:
            return None
        first, last = self.reinspection_months
        return _months_after(self.since, first), _months_after(self.since, last)


def _months_after(day: date, months: int) -> date:
    """The same day of a later month; the last of it where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@cache
def plans() -> tuple[Plan, ...]:
    """The plans of `plans.csv`, oldest first."""
    found = (
        Plan(
            id=row["plan"],
            title=row["title"],
            since=date.fromisoformat(row["valid_from"]),
            until=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
            ref_prefix=row["ref_prefix"],
            organised_by=row["organised_by"],
            actions=int(row["actions"]) if row["actions"] else None,
            note=row["note"],
            reinspection_months=_between(row["reinspection_months"]),
            reinspected=date.fromisoformat(row["reinspected_on"]) if row["reinspected_on"] else None,
        )
        for row in rows("plans")
    )
    return tuple(sorted(found, key=lambda plan: plan.since))


def _between(text: str) -> tuple[int, int] | None:
    """`12-18` as two numbers."""
    first, _, last = text.partition("-")
    return (int(first), int(last)) if text else None


@cache
def plan_in_force(quarter: Quarter) -> Plan | None:
    """The plan of `quarter`: the newest that was in force on any of its days; None before the first plan."""
    return next((plan for plan in reversed(plans()) if plan.in_force_during(quarter)), None)


def plan_of(ref: str, quarter: Quarter) -> Plan | None:
    """The plan an action belongs to: the one its ref names, or else the one in force when it was returned."""
    named = next((plan for plan in plans() if ref.upper().startswith(plan.ref_prefix)), None)
    return named or plan_in_force(quarter)
