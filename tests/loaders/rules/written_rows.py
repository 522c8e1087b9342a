"""Rows of the sheets of words for the rule tests: each is clean until something in it is changed."""

from collections.abc import Mapping
from datetime import date

from programme.quarter import Quarter
from programme.sheets.actions import Action, actions_in
from programme.sheets.written import rows_of
from tests.programme.rows import entries

CLEAN: dict[str, Mapping[str, object]] = {
    "Actions": {
        "Ref": "APP-6.01",
        "Weaknesses": "6; 9",
        "Workstream": 3,
        "Action": "Clear the backlog",
        "Lead role": "Assessment lead",
        "Accountable role": "Director of SEND",
        "Start": date(2024, 4, 1),
        "Baseline due": date(2025, 6, 30),
        "Status": "Green",
        "% complete": 60,
        "KPI": "assessments_overdue",
    },
    "Risks": {
        "Ref": "R-01",
        "Risk": "Vacancies",
        "Likelihood": 4,
        "Impact": 5,
        "Target likelihood": 2,
        "Target impact": 5,
        "Owner role": "Assessment lead",
    },
    "Participation": {"Ref": "P-1", "You said": "Nobody rings back", "We did": "Call-backs", "People": 84},
    "Decisions": {"Reference": "21/00019", "Title": "SEND Strategy", "Key decision": "yes", "Status": "taken"},
    "Assessment": {"Weakness": 6, "Assessment": "sufficient progress", "Reason": "Backlog cleared"},
    "Commentary": {
        "KPI": "plans_within_20_weeks",
        "What the figure shows": "Half in time",
        "Management action": "Weekly panel",
        "Action owner role": "Assessment lead",
        "Action due date": date(2025, 6, 30),
    },
    "Events": {"Date": date(2025, 1, 13), "Until": date(2025, 2, 14), "Event": "Hub moves", "Short": "Hub"},
}


def row(sheet: str, **changes: object) -> dict[str, object]:
    """A clean row with `changes`; a heading's spaces are written as underscores, `% complete` as `percent`."""
    headings = {heading.casefold().replace("% complete", "percent").replace(" ", "_"): heading for heading in CLEAN[sheet]}
    named = {headings.get(key, key.replace("_", " ").capitalize()): value for key, value in changes.items()}
    return {**CLEAN[sheet], **named}


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
