"""The written sheets of a return: actions, risks, participation, decisions, assessment and commentary."""

from datetime import date

from demonstration.actions import actions
from demonstration.seeds import rows
from programme.quarter import Quarter

PAST = (*Quarter(2019, 3).to(Quarter(2022, 2)), *Quarter(2023, 1).to(Quarter(2023, 3)))
"""The quarters before the standard returns for which action logs are there: none between the two plans."""

Row = dict[str, object]
"""One row of a sheet: what stands under each heading; None or empty stays blank."""


def written(quarter: Quarter) -> dict[str, list[Row]]:
    """The rows of each written sheet, by sheet, as they stood at the end of `quarter`."""
    return {
        "Actions": [action.row(quarter.end) for action in actions() if action.returned(quarter)],
        "Risks": [_risk(row, quarter, score) for row in rows("risks") if (score := _score(row, quarter))],
        "Participation": [_participation(row) for row in rows("participation") if row["quarter"] == str(quarter)],
        "Decisions": [_decision(row, quarter.end) for row in rows("decisions") if row["notice_date"] <= str(quarter.end)],
        "Assessment": _assessments(quarter),
        "Commentary": [_comment(row) for row in rows("commentary") if _in_force(row, quarter)],
    }


def past() -> dict[str, list[Row]]:
    """The rows of the history workbook's written sheets, each with its quarter, oldest first."""
    sheets: dict[str, list[Row]] = {}
    for quarter in PAST:
        for sheet, typed in written(quarter).items():
            sheets.setdefault(sheet, []).extend({"Quarter": str(quarter), **row} for row in typed)
    return sheets


def _score(row: dict[str, str], quarter: Quarter) -> str:
    """The score in force, as `4x5`; empty before the risk was first named and after it was closed."""
    steps = [step.split(":") for step in row["scores"].split(";")]
    scores = [score for since, score in steps if since <= str(quarter)]
    return scores[-1] if scores and (not row["until"] or str(quarter) <= row["until"]) else ""


def _risk(row: dict[str, str], quarter: Quarter, score: str) -> Row:
    likelihood, impact = score.split("x")
    return {
        "Ref": row["ref"],
        "Risk": row["risk"],
        "Workstream": int(row["workstream"]),
        "Weaknesses": row["weaknesses"],
        "Likelihood": int(likelihood),
        "Impact": int(impact),
        "Target likelihood": int(row["target_likelihood"]),
        "Target impact": int(row["target_impact"]),
        "Owner role": row["owner_role"],
        "Controls": row["controls"],
        "Further action": row["further_action"],
        "Date of update": quarter.end,
    }


def _participation(row: dict[str, str]) -> Row:
    return {
        "Ref": row["ref"],
        "You said": row["you_said"],
        "We did": row["we_did"],
        "Difference made": row["difference_made"],
        "Activities": int(row["activities"]),
        "People": int(row["people"]),
        "Date": date.fromisoformat(row["date"]),
        "Group": row["group"],
        "Weaknesses": row["weaknesses"],
    }


def _decision(row: dict[str, str], day: date) -> Row:
    """A decision whose day is not on record has its status given; the others' follows from their dates."""
    taken = bool(row["decision_date"]) and row["decision_date"] <= str(day)
    withdrawn = bool(row["withdrawn"]) and row["withdrawn"] <= str(day)
    return {
        "Reference": row["reference"],
        "Title": row["title"],
        "Decision maker": row["decision_maker"],
        "Key decision": row["key"],
        "Notice date": date.fromisoformat(row["notice_date"]),
        "Decision date": date.fromisoformat(row["decision_date"]) if taken else None,
        "Status": row["status"] or ("withdrawn" if withdrawn else "taken" if taken else "proposed"),
        "Implications": row["implications"],
    }


def _assessments(quarter: Quarter) -> list[Row]:
    """The newest assessment of each weakness up to `quarter`."""
    newest = {row["weakness"]: row for row in rows("assessment") if row["since"] <= str(quarter)}
    return [
        {"Weakness": int(weakness), "Assessment": row["assessment"], "Reason": row["reason"]}
        for weakness, row in newest.items()
    ]


def _in_force(row: dict[str, str], quarter: Quarter) -> bool:
    return row["since"] <= str(quarter) and (not row["until"] or str(quarter) <= row["until"])


def _comment(row: dict[str, str]) -> Row:
    return {
        "KPI": row["kpi"],
        "What the figure shows": row["shows"],
        "Why": row["why"],
        "What next": row["next"],
        "Management action": row["action"],
        "Action owner role": row["owner"],
        "Action due date": date.fromisoformat(row["due"]),
        "Rating judgement": row["judgement"],
        "Judgement reason": row["judgement_reason"],
    }
