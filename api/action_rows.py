"""The actions of a plan as rows: what each column is, and why a date is not there."""

from collections.abc import Callable, Iterable

from api.columns import DataColumn, DataValue, set_of
from programme.quarter import Quarter
from record.tracked import Tracked
from reports.exports.plan import iso
from reports.pack.parts import DataSet
from reports.progress.delivery import delivery
from reports.progress.readings import Progress

DAY = "as 2025-03-31"

_OF_AN_ACTION: dict[DataColumn, Callable[[Tracked], DataValue]] = {
    DataColumn("ref", "text", "The action's ref."): lambda of: of.now.ref,
    DataColumn("plan", "text", "The id of its plan."): lambda of: of.now.plan.id if of.now.plan else "",
    DataColumn("action", "text", "What is to be done, as returned."): lambda of: of.now.title,
    DataColumn("workstream", "whole", "The number of its workstream."): lambda of: of.now.workstream,
    DataColumn("weaknesses", "text", "The numbers of the weaknesses it answers, its own first."): (
        lambda of: " ".join(map(str, of.now.weaknesses))
    ),
    DataColumn("kpi", "text", "The id of the measure it is to move; empty where it names none."): lambda of: of.now.kpi,
    DataColumn("success_criterion", "text", "By what it will be known to have worked."): lambda of: of.now.success_criterion,
    DataColumn("lead_role", "text", "The role that leads it."): lambda of: of.now.lead_role,
    DataColumn("accountable_role", "text", "The role that answers for it."): lambda of: of.now.accountable_role,
    DataColumn("partner", "text", "With whom."): lambda of: of.now.partner,
    DataColumn("quarter", "text", "The quarter at whose end it is told."): lambda of: str(of.quarter),
    DataColumn("returned_for", "text", "The quarter of the return that told of it last."): lambda of: str(of.now.quarter),
    DataColumn("status", "text", "The status that is shown."): lambda of: str(of.brag_shown.brag),
    DataColumn("status_returned", "text", "The status that was returned."): lambda of: str(of.now.status),
    DataColumn("status_reason", "text", "Why another is shown than was returned."): lambda of: of.brag_shown.why,
    DataColumn("start", "text", f"The day it begins, {DAY}."): lambda of: iso(of.now.start),
    DataColumn("baseline", "text", f"The day agreed first, {DAY}."): lambda of: iso(of.baseline),
    DataColumn("forecast", "text", f"The day now expected, {DAY}."): lambda of: iso(of.now.forecast),
    DataColumn("actual", "text", f"The day it was done, {DAY}."): lambda of: iso(of.now.actual),
    DataColumn("slip_days", "whole", "Days behind the day agreed first; negative where it is early."): lambda of: of.slip,
    DataColumn("forecast_passed", "yes/no", "Whether its forecast has passed and it is not done."): lambda of: of.lapsed,
    DataColumn("forecast_moved", "whole", "How many times its forecast moved."): lambda of: of.moved,
    DataColumn("overdue", "yes/no", "Whether the day agreed first has passed and it is not done."): lambda of: of.overdue,
    DataColumn("vanished", "yes/no", "Whether a later return no longer names it though it was not complete."): (
        lambda of: of.vanished
    ),
    DataColumn("complete", "number", "How far it is, in %."): lambda of: of.now.complete,
    DataColumn("evidence", "text", "Where the evidence is."): lambda of: of.now.evidence,
    DataColumn("progress", "text", "What was returned of its progress."): lambda of: of.now.note,
    DataColumn("updated", "text", f"The day it was updated, {DAY}."): lambda of: iso(of.now.updated),
    DataColumn("former_ref", "text", "Its ref in an earlier plan."): lambda of: of.now.former_ref,
    DataColumn("missing", "text", "Which of its days and numbers are not there, and why."): lambda of: _missing(of),
    DataColumn("read_from", "text", "The cell that it was read from."): (
        lambda of: f"{of.now.source.file}, {of.now.source.sheet}!{of.now.source.ref}"
    ),
}


def action_rows(progress: Progress, quarter: Quarter, kpi: str | None) -> DataSet:
    """Every action of the plan in force, or those that are to move one measure."""
    return actions_told(each for each in delivery(progress, quarter).actions if kpi in (None, each.now.kpi))


def actions_told(actions: Iterable[Tracked]) -> DataSet:
    """One row for each action; the columns are there without any."""
    return set_of("actions", "Every action of the plan in force in the quarter.", _OF_AN_ACTION, actions)


def _missing(of: Tracked) -> str:
    told = {
        "start": of.now.start,
        "baseline": of.baseline,
        "forecast": of.now.forecast,
        "complete": of.now.complete,
        "updated": of.now.updated,
    }
    lacking = [f"{name}: not returned" for name, there in told.items() if there is None]
    lacking += ["actual: not done"] if of.now.actual is None else []
    lacking += ["slip_days: needs baseline and a day to come"] if of.slip is None else []
    return "; ".join(lacking)
