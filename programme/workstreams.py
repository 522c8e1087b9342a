"""The five workstreams and nine weaknesses, in the words of the Written Statement and the inspection letter."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from plumbing.reference import rows


@dataclass(frozen=True, slots=True)
class Workstream:
    """One of the five workstreams; `folder` is where its KPIs live, `lead_role` a role and never a person.

    `label` is the short form of its title for tight places.
    """

    number: int
    folder: str
    title: str
    lead_role: str
    label: str

    @property
    def name(self) -> str:
        """`Workstream 3: Quality of …`."""
        return f"Workstream {self.number}: {self.title}"


@dataclass(frozen=True, slots=True)
class Weakness:
    """One of the nine significant weaknesses; `label` is the short form for tight places.

    `plain` says what was wrong in words that need no explaining, and `plain_name` is its name in such words.
    """

    number: int
    label: str
    wording: str
    wording_status: str
    plain_name: str
    plain: str

    @property
    def name(self) -> str:
        """`Weakness 6: EHC process and plan quality`."""
        return f"Weakness {self.number}: {self.label}"


@cache
def workstreams() -> dict[int, Workstream]:
    """The five workstreams by number."""
    return {
        int(row["workstream"]): Workstream(
            int(row["workstream"]), row["folder"], row["title"], row["lead_role"], row["label"]
        )
        for row in rows("workstreams")
    }


@cache
def weaknesses() -> dict[int, Weakness]:
    """The nine weaknesses by number."""
    return {
        int(row["weakness"]): Weakness(
            int(row["weakness"]), row["label"], row["wording"], row["wording_status"], row["plain_name"], row["plain"]
        )
        for row in rows("weaknesses")
    }


def workstreams_of(weakness: int) -> list[int]:
    """The workstreams that answer a weakness, the primary one first (mapping inferred, to be confirmed)."""
    answering = [row for row in rows("weakness_workstream") if int(row["weakness"]) == weakness]
    return [int(row["workstream"]) for row in sorted(answering, key=lambda row: row["role"] != "primary")]


def organisations() -> list[str]:
    """The organisations that make returns."""
    return [row["organisation"] for row in rows("organisations")]


@cache
def short_name(organisation: str) -> str:
    """`NHS` for `NHS Kent and Medway`: where there is no room for more."""
    return next((row["short"] for row in rows("organisations") if row["organisation"] == organisation), organisation)


def organisation_called(organisation: str, day: date) -> str:
    """The name that an organisation, or the one before it, had on a day."""
    former = [row for row in rows("organisation_names") if row["organisation"] == organisation]
    return next((row["called"] for row in former if day <= date.fromisoformat(row["until"])), organisation)
