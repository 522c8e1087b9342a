"""The written sheets of a return: what was promised, risked, said, decided, judged and summed up by the end of a quarter."""

from datetime import date

from demonstration.actions import actions
from demonstration.seeds import rows
from programme.plans import plan_in_force, plan_of
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Brag
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.common import QUARTER
from programme.sheets.decisions import DECISIONS
from programme.sheets.events import EVENTS
from programme.sheets.handovers import HANDOVER
from programme.sheets.letters import LETTERS
from programme.sheets.milestones import MILESTONES
from programme.sheets.participation import PARTICIPATION
from programme.sheets.risks import RISKS
from programme.sheets.summary import SUMMARY
from programme.sheets.trajectory import TRAJECTORY

PAST = (*Quarter(2019, 3).to(Quarter(2022, 2)), *Quarter(2023, 1).to(Quarter(2023, 3)))
"""The quarters before the standard returns for which action logs are there: none between the two plans."""

AS_WRITTEN = (
    *(
        "proposed",
        "lead_member",
        "key_reason",
        "divisions",
        "not_before",
        "background",
        "options",
        "financial",
        "legal",
        "equality",
    ),
    *("kpis", "actions", "weaknesses", "risks"),
)
"""What a decision's row says in the same words as `decisions.csv`."""

Row = dict[str, object]
"""One row of a sheet: what stands under each heading; None or empty stays blank."""


def written_sheets(quarter: Quarter) -> dict[str, list[Row]]:
    """The rows of each written sheet, by sheet, as they stood at the end of `quarter`."""
    return {
        ACTIONS.name: [action.row(quarter.end) for action in actions() if action.returned(quarter)],
        RISKS.name: [_risk(row, quarter, score) for row in rows("risks") if (score := _score(row, quarter))],
        PARTICIPATION.name: [_participation(row) for row in rows("participation") if row["quarter"] == str(quarter)],
        DECISIONS.name: [_decision(row, quarter.end) for row in rows("decisions") if row["notice_date"] <= str(quarter.end)],
        ASSESSMENT.name: _assessments(quarter),
        COMMENTARY.name: [_comment(row) for row in rows("commentary") if _in_force(row, quarter)],
        EVENTS.name: [_event(row) for row in rows("events") if row["quarter"] == str(quarter)],
        TRAJECTORY.name: [_planned(row) for row in rows("trajectory") if row["returned"] == str(quarter)],
        SUMMARY.name: [_lead_words(row) for row in rows("summary") if _in_force(row, quarter)],
        MILESTONES.name: [_milestone(row, quarter.end) for row in rows("milestones") if _in_plan(row, quarter)],
        HANDOVER.name: [_handover(row) for row in rows("handovers") if row["since"] <= str(quarter)],
        LETTERS.name: [_letter(row) for row in rows("letters") if row["quarter"] == str(quarter)],
    }


EVIDENCE_LATER = 2
"""How many actions were returned as done before their evidence was in."""


def first_words(sheets: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The sheets of a return whose words were corrected: some actions are done, and the evidence is not yet there."""
    proved = [row for row in sheets[ACTIONS.name] if row[ACTIONS.actual.heading] and row[ACTIONS.evidence.heading]]
    without = ACTIONS.typed(evidence="", status=str(Brag.GREEN))
    late = [row[ACTIONS.ref.heading] for row in proved[:EVIDENCE_LATER]]
    rows_then = [row | without if row[ACTIONS.ref.heading] in late else row for row in sheets[ACTIONS.name]]
    return sheets | {ACTIONS.name: rows_then}


def past_sheets() -> dict[str, list[Row]]:
    """The rows of the history workbook's written sheets, each with its quarter, oldest first."""
    sheets: dict[str, list[Row]] = {}
    for quarter in PAST:
        for sheet, typed in written_sheets(quarter).items():
            dated = {} if sheet in (EVENTS.name, TRAJECTORY.name, LETTERS.name) else {QUARTER.heading: str(quarter)}
            sheets.setdefault(sheet, []).extend(dated | row for row in typed)
    return sheets


def _score(row: dict[str, str], quarter: Quarter) -> str:
    """The score in force, as `4x5`; empty before the risk was first named and after it was closed."""
    steps = [step.split(":") for step in row["scores"].split(";")]
    scores = [score for since, score in steps if since <= str(quarter)]
    return scores[-1] if scores and (not row["until"] or str(quarter) <= row["until"]) else ""


def _risk(row: dict[str, str], quarter: Quarter, score: str) -> Row:
    likelihood, impact = score.split("x")
    return RISKS.typed(
        ref=row["ref"],
        risk=row["risk"],
        workstream=int(row["workstream"]),
        weaknesses=row["weaknesses"],
        likelihood=int(likelihood),
        impact=int(impact),
        target_likelihood=int(row["target_likelihood"]),
        target_impact=int(row["target_impact"]),
        owner_role=row["owner_role"],
        controls=row["controls"],
        further_action=row["further_action"],
        updated=quarter.end,
    )


def _participation(row: dict[str, str]) -> Row:
    return PARTICIPATION.typed(
        ref=row["ref"],
        you_said=row["you_said"],
        we_did=row["we_did"],
        difference=row["difference_made"],
        activities=int(row["activities"]),
        people=int(row["people"]),
        day=date.fromisoformat(row["date"]),
        group=row["group"],
        weaknesses=row["weaknesses"],
        heading=row["heading"],
        activity=row["activity"],
        teams=row["teams"],
        quotation=row["quotation"],
        speaker=row["speaker"],
        printed_in=row["printed_in"],
        published=row["published"],
        period=row["period"],
    )


def _decision(row: dict[str, str], day: date) -> Row:
    """A decision whose day is not on record has its status given; the others' follows from their dates."""
    taken = bool(row["decision_date"]) and row["decision_date"] <= str(day)
    withdrawn = bool(row["withdrawn"]) and row["withdrawn"] <= str(day)
    return DECISIONS.typed(
        reference=row["reference"],
        title=row["title"],
        decision_maker=row["decision_maker"],
        key=row["key"],
        notice=date.fromisoformat(row["notice_date"]),
        decided=date.fromisoformat(row["decision_date"]) if taken else None,
        status=row["status"] or ("withdrawn" if withdrawn else "taken" if taken else "proposed"),
        implications=row["implications"],
        **{name: row[name] for name in AS_WRITTEN} | {"not_before": date.fromisoformat(row["not_before"])},
    )


def _assessments(quarter: Quarter) -> list[Row]:
    """The newest assessment of each weakness up to `quarter`."""
    newest = {row["weakness"]: row for row in rows("assessment") if row["since"] <= str(quarter)}
    return [
        ASSESSMENT.typed(weakness=int(weakness), text=row["assessment"], reason=row["reason"])
        for weakness, row in newest.items()
    ]


def _in_force(row: dict[str, str], quarter: Quarter) -> bool:
    return row["since"] <= str(quarter) and (not row["until"] or str(quarter) <= row["until"])


def _comment(row: dict[str, str]) -> Row:
    return COMMENTARY.typed(
        kpi=row["kpi"],
        shows=row["shows"],
        why=row["why"],
        next=row["next"],
        action=row["action"],
        owner_role=row["owner"],
        due=date.fromisoformat(row["due"]),
        judgement=row["judgement"],
        judgement_reason=row["judgement_reason"],
    )


def _in_plan(row: dict[str, str], quarter: Quarter) -> bool:
    """Whether the plan that its ref names is in force."""
    return plan_in_force(quarter) == plan_of(row["ref"], quarter)


def _milestone(row: dict[str, str], day: date) -> Row:
    """A milestone as it stood on a day: nothing later is in it."""
    reached = row["reached"] if row["reached"] and row["reached"] <= str(day) else ""
    moved = row["forecast"] if row["moved_on"] and row["moved_on"] <= str(day) and not reached else ""
    return MILESTONES.typed(
        ref=row["ref"],
        workstream=int(row["workstream"]),
        title=row["milestone"],
        due=date.fromisoformat(row["due"]),
        forecast=date.fromisoformat(moved) if moved else None,
        reached=date.fromisoformat(reached) if reached else None,
        note="",
    )


def _handover(row: dict[str, str]) -> Row:
    return HANDOVER.typed(
        ref=row["ref"],
        became=row["became"],
        into=row["into"],
        day=date.fromisoformat(row["date"]),
        reason=row["reason"],
    )


def _lead_words(row: dict[str, str]) -> Row:
    return SUMMARY.typed(
        weakness=row["weakness"] and int(row["weakness"]),
        kind=row["kind"],
        place=int(row["place"]),
        words=row["words"],
        role=row["role"],
    )


def _event(row: dict[str, str]) -> Row:
    return EVENTS.typed(
        date=date.fromisoformat(row["date"]),
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        event=row["event"],
        short=row["short"],
        note=row["note"],
    )


def _letter(row: dict[str, str]) -> Row:
    return LETTERS.typed(
        day=date.fromisoformat(row["date"]),
        sender=row["from"],
        weakness=int(row["weakness"]),
        wording=row["wording"],
        address=row["address"],
    )


def _planned(row: dict[str, str]) -> Row:
    return TRAJECTORY.typed(
        kpi=row["kpi"],
        area=row["area"],
        quarter=row["quarter"],
        planned=float(row["planned"]),
        basis=row["basis"],
        agreed_on=date.fromisoformat(row["agreed_on"]),
    )
