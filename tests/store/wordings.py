"""Words that are returned or written, day by day, for the tests of what becomes of them.

In a module without pytest and Hypothesis, because processes that are killed or run out of room begin with it.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from programme.access import Person, Role
from programme.sheets.commentary import COMMENTARY
from programme.submission import Acceptance, Entry
from programme.wordings import WordsTyped
from store.returns import versions
from tests.accepting import by
from tests.store.submissions import ISSUED, Q3, standard

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
KPI = "plans_within_20_weeks"
LEAD = Person("A. Lead", "lead@desk-3", frozenset({Role.LEAD}))


def later(days: float) -> datetime:
    return DAY + timedelta(days=days)


def comment(why: str, **more) -> WordsTyped:
    return WordsTyped(COMMENTARY, Q3, COMMENTARY.typed(kpi=KPI, why=why), 3, **more)


def lead(reason="", who=LEAD, **more) -> Acceptance:
    return replace(by(reason=reason, **more), by=who)


def returned(why: str) -> tuple[Entry, ...]:
    """A comment as a return brings it."""
    return (Entry("Commentary", 2, "KPI", "A2", KPI), Entry("Commentary", 2, "Why", "C2", why))


def comes(database, day, why=""):
    return versions.accept(database, standard({ISSUED: 41 + day}, entries=returned(why) if why else ()), by(at=later(day)))
