"""Action logs for the report tests: what each quarter's return said, as the store would hand it out."""

from kpis.evidence import Evidence
from programme.access import Role
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Action, actions_in
from programme.sheets.form import FormSheet
from programme.sheets.participation import PARTICIPATION, participation_in
from programme.sheets.risks import RISKS, Risk, risks_in
from programme.sheets.written import rows_of
from record.logs import _LOGS, Logs
from record.records import Records
from record.tracked import Tracked
from reports.progress.delivery import Delivery, delivery
from reports.progress.readings import Progress
from tests.programme.rows import entries

DUE, LATER, LATEST = "2024-09-30", "2025-01-31", "2025-06-30"
Q1, Q2, Q3 = "2024/25 Q1", "2024/25 Q2", "2024/25 Q3"

PLAIN = ACTIONS.typed(
    ref="APP-6.01",
    weaknesses="6",
    workstream="3",
    title="Clear the backlog",
    lead_role="Assessment lead",
    accountable_role="Director of SEND",
    start="2024-01-08",
    baseline=DUE,
    forecast=DUE,
    status="Green",
)
DONE = ACTIONS.typed(forecast="", actual="2024-09-20", status="Blue", evidence="Tracker", complete="100")
UNEVIDENCED = DONE | ACTIONS.typed(evidence="")


def said(quarter: str, *rows: dict[str, str], version: int = 1) -> list[Action]:
    """What the return for `quarter` said: each row is the plain action with changes."""
    typed = entries(ACTIONS.name, *({**PLAIN, **row} for row in rows))
    return actions_in(rows_of(typed, ACTIONS.name, Quarter.parse(quarter), "return.xlsx", version))


def log(**quarters: list[dict[str, str]]) -> Logs:
    """The logs of returns of all workstreams, by quarter: `Q2=[{…}]` is 2024/25 Q2, `W2=` is 2022/23 Q2."""
    names = {"Q1": Q1, "Q2": Q2, "Q3": Q3, "W1": "2022/23 Q1", "W2": "2022/23 Q2", "W4": "2022/23 Q4", "A1": "2023/24 Q1"}
    actions = [action for name, rows in quarters.items() for action in said(names[name], *rows)]
    returned = {(Quarter.parse(names[name]), stream) for name in quarters for stream in range(1, 6)}
    return Logs(actions=tuple(sorted(actions, key=lambda each: each.quarter)), returned=frozenset(returned))


def progress_on(logs: Logs) -> Progress:
    """Progress where nothing but these logs is known."""
    return Progress(Records(Evidence(), (), logs=logs), Role.READER)


def delivered(logs: Logs, quarter: str | Quarter = Q3) -> Delivery:
    """What the plan in force in `quarter` delivered."""
    return delivery(progress_on(logs), quarter if isinstance(quarter, Quarter) else Quarter.parse(quarter))


def followed(logs: Logs, quarter: str = Q3, ref: str = "APP-6.01") -> Tracked:
    """One action in the plan of `quarter`."""
    (found,) = (each for each in delivered(logs, quarter).actions if each.now.ref == ref)
    return found


def risk(quarter: str, ref: str, likelihood: str = "4", impact: str = "4") -> Risk:
    row = RISKS.typed(ref=ref, risk="Vacancies", likelihood=likelihood, impact=impact, weaknesses="6")
    (found,) = risks_in(rows_of(entries(RISKS.name, row), RISKS.name, Quarter.parse(quarter), "return.xlsx", 1))
    return found


def spoken(quarter: str, **row: str):
    typed = entries(PARTICIPATION.name, PARTICIPATION.typed(you_said="Nobody rings back", weaknesses="6") | row)
    (found,) = participation_in(rows_of(typed, PARTICIPATION.name, Quarter.parse(quarter), "return.xlsx", 1))
    return found


def returned(sheet: FormSheet, quarter: str, *typed: dict[str, str], version: int = 1) -> list:
    """What the return for `quarter` said on one sheet of words."""
    (read,) = (log.take for log in _LOGS.values() if log.sheet == sheet.name)
    return read(rows_of(entries(sheet.name, *typed), sheet.name, Quarter.parse(quarter), "return.xlsx", version))
