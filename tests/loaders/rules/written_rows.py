"""Rows of the sheets of words for the rule tests: each is clean until something in it is changed."""

from collections.abc import Mapping
from datetime import date

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Action, actions_in
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.book import WRITTEN
from programme.sheets.commentary import COMMENTARY
from programme.sheets.decisions import DECISIONS
from programme.sheets.events import EVENTS
from programme.sheets.handovers import HANDOVER
from programme.sheets.letters import LETTERS
from programme.sheets.milestones import MILESTONES
from programme.sheets.participation import PARTICIPATION
from programme.sheets.risks import RISKS
from programme.sheets.summary import SUMMARY
from programme.sheets.trajectory import TRAJECTORY
from programme.sheets.written import rows_of
from tests.programme.rows import entries

CLEAN: dict[str, Mapping[str, object]] = {
    "Actions": ACTIONS.typed(
        ref="APP-6.01",
        weaknesses="6; 9",
        workstream=3,
        title="Clear the backlog",
        lead_role="Assessment lead",
        accountable_role="Director of SEND",
        start=date(2024, 4, 1),
        baseline=date(2025, 6, 30),
        status="Green",
        complete=60,
        kpi="assessments_overdue",
    ),
    "Risks": RISKS.typed(
        ref="R-01",
        risk="Vacancies",
        likelihood=4,
        impact=5,
        target_likelihood=2,
        target_impact=5,
        owner_role="Assessment lead",
    ),
    "Participation": PARTICIPATION.typed(ref="P-1", you_said="Nobody rings back", we_did="Call-backs", people=84),
    "Decisions": DECISIONS.typed(reference="21/00019", title="SEND Strategy", key="yes", status="taken"),
    "Assessment": ASSESSMENT.typed(weakness=6, text="sufficient progress", reason="Backlog cleared"),
    "Commentary": COMMENTARY.typed(
        kpi="plans_within_20_weeks",
        shows="Half in time",
        action="Weekly panel",
        owner_role="Assessment lead",
        due=date(2025, 6, 30),
    ),
    "Events": EVENTS.typed(date=date(2025, 1, 13), until=date(2025, 2, 14), event="Hub moves", short="Hub"),
    "Trajectory": TRAJECTORY.typed(
        kpi="plans_within_20_weeks",
        quarter="2025/26 Q4",
        planned=60,
        basis="Recovery plan",
        agreed_on=date(2025, 2, 3),
    ),
    "Summary": SUMMARY.typed(weakness=6, kind="alert", place=1, words="Reviews are late", role="Assessment lead"),
    "Milestones": MILESTONES.typed(ref="APP-M3.1", workstream=3, title="Backlog cleared", due=date(2025, 6, 30)),
    "Closed actions": HANDOVER.typed(ref="WSOA-3.04", became="carried on", into="APP-6.01", reason="Still needed"),
    "Letters": LETTERS.typed(
        day=date(2025, 1, 20),
        sender="DfE",
        weakness=6,
        wording="The oldest cases are still waiting",
        address="https://www.example.org/letter",
    ),
}
_SHEETS = {sheet.name: sheet for sheet in WRITTEN}


def row(sheet: str, **changes: object) -> dict[str, object]:
    """A clean row with `changes`, by the names of its columns."""
    return {**CLEAN[sheet], **_SHEETS[sheet].typed(**changes)}


def with_rows(sheet: str, *rows: Mapping[str, object]):
    """A change to a form: these rows typed into one of its sheets of words."""

    def change(form):
        page = form[sheet] if sheet in form.sheetnames else form.create_sheet(sheet)
        headings = [cell.value for cell in page[1] if cell.value]
        for heading in (each for row in rows for each in row):
            if heading not in headings:
                headings.append(heading)
                page.cell(1, len(headings), heading)
        for number, row in enumerate(rows, start=2):
            for heading, value in row.items():
                page.cell(number, headings.index(heading) + 1, value)

    return change


def accepted_actions(quarter: str, *rows: Mapping[str, object], version: int = 2) -> tuple[Action, ...]:
    """What a database would know of these actions from an earlier return."""
    typed = entries("Actions", *({heading: str(value) for heading, value in row.items() if value} for row in rows))
    return tuple(actions_in(rows_of(typed, "Actions", Quarter.parse(quarter), "earlier.xlsx", version)))
