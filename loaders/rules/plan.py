"""Stages 4 and 6, the plan: what is said of an action, a risk or a red holds together, and with what was said before."""

from collections.abc import Iterator
from datetime import date

from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.lines import Line
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.sheets import fault
from loaders.rules.words import said, written
from programme.finding import Severity
from programme.quarter import Quarter
from programme.sheets.actions import Action, Brag
from programme.sheets.brag import overdue, shown
from programme.sheets.commentary import commentary_in

ORDER = (("Start", "Baseline due"), ("Start", "Forecast"), ("Start", "Actual"))


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


@rule(Stage.VALUES, Severity.ERROR)
def dates_out_of_order(case: Case) -> Iterator[Fault]:
    """Nothing is due, forecast or done before it starts: two dates were swapped, or a year mistyped."""
    for line, action in case.actions:
        for first, then in ORDER:
            start, day = line.row.day(first), line.row.day(then)
            if start and day and day < start:
                place = f"{line.row.sheet}!{line.row.ref(first)}"
                yield fault(
                    line, then, said(f"{action.ref}: {then} must not be before {first}, {_day(start)} ({place})", _day(day))
                )


@rule(Stage.VALUES, Severity.ERROR)
def actual_in_future(case: Case) -> Iterator[Fault]:
    """What will be done is a forecast."""
    for line, action in case.actions:
        if action.actual and action.actual > case.today:
            holds = f"{action.ref}: Actual must be no later than today, {_day(case.today)}: a day to come is a forecast"
            yield fault(line, "Actual", said(holds, _day(action.actual)))


@rule(Stage.VALUES, Severity.ERROR)
def complete_without_date(case: Case) -> Iterator[Fault]:
    """An action is complete from a day on; without it nobody can say whether it was in time."""
    for line, action in case.actions:
        if action.actual is None and not line.text("Actual") and (action.status is Brag.BLUE or action.complete == 100):
            claimed = "Blue" if action.status is Brag.BLUE else "100% complete"
            yield fault(line, "Actual", said(f"{action.ref}: Actual must be given, because it is {claimed}", ""))


@rule(Stage.VALUES, Severity.ERROR)
def percent_complete_outside_range(case: Case) -> Iterator[Fault]:
    """Nothing is more than complete."""
    for line, action in case.actions:
        if action.complete is not None and action.complete > 100:
            holds = f"{action.ref}: % complete must lie between 0 and 100"
            yield fault(line, "% complete", said(holds, written(action.complete)))


@rule(Stage.VALUES, Severity.QUERY)
def percent_against_status(case: Case) -> Iterator[Fault]:
    """Done but not 100%, or begun though not started: one of the two was not brought up to date."""
    for line, action in case.actions:
        if action.complete is None or action.complete > 100:
            continue
        if action.done and action.complete < 100:
            yield _percent(line, action, f"must be 100, because it was done on {_day(action.actual)}")
        elif action.status is Brag.NOT_STARTED and action.complete > 0:
            yield _percent(line, action, "must be 0, because it is not started")


def _percent(line: Line, action: Action, must: str) -> Fault:
    return fault(line, "% complete", said(f"{action.ref}: % complete {must}", written(action.complete)))


@rule(Stage.VALUES, Severity.QUERY)
def owner_missing(case: Case) -> Iterator[Fault]:
    """An action that nobody leads is done by nobody, and nobody can be asked."""
    for line, action in case.actions:
        for heading, role in (("Lead role", action.lead_role), ("Accountable role", action.accountable_role)):
            if not role:
                yield fault(line, heading, said(f"{action.ref}: {heading} must be given", ""))


@rule(Stage.VALUES, Severity.QUERY)
def baseline_missing(case: Case) -> Iterator[Fault]:
    """Without the date agreed first an action can never be late."""
    for line, action in case.actions:
        if action.baseline is None and not line.text("Baseline due"):
            yield fault(line, "Baseline due", said(f"{action.ref}: Baseline due must be given: the date agreed first", ""))


@rule(Stage.VALUES, Severity.QUERY)
def status_better_than_evidence(case: Case) -> Iterator[Fault]:
    """Blue needs evidence, and an action past its date is not on track: readers see the lower status, and why."""
    for line, action in case.actions:
        seen = shown(action, action.baseline, action.quarter.end)
        if seen.why.startswith("returned as") and not (action.status is Brag.BLUE and not action.done):
            reason = seen.why.partition("but ")[2]
            yield fault(
                line, "Status", said(f"{action.ref}: Status must be {seen.brag} at best, because {reason}", action.status)
            )
        elif action.status is Brag.GREEN and _slipping(action):
            holds = f"{action.ref}: Status must be Amber at best, because it is forecast after {_day(action.baseline)}"
            yield fault(line, "Status", said(holds, action.status))


def _slipping(action: Action) -> bool:
    dated = action.forecast and action.baseline and not action.done
    return bool(dated and action.forecast > action.baseline and not overdue(action, action.baseline, action.quarter.end))


@rule(Stage.VALUES, Severity.QUERY)
def risk_half_scored(case: Case) -> Iterator[Fault]:
    """A score is a product: without one of its halves the risk stands in no cell of the matrix."""
    for line in case.lines(standard.RISKS):
        for half, other in (("Likelihood", "Impact"), ("Target likelihood", "Target impact")):
            for given, missing in ((half, other), (other, half)):
                if line.text(given) and not line.text(missing):
                    yield fault(line, missing, said(f"{line.name}: {missing} must be given, because {given} is", ""))


@rule(Stage.VALUES, Severity.QUERY)
def assessment_without_reason(case: Case) -> Iterator[Fault]:
    """The first question of any meeting is why."""
    for line in case.lines(standard.ASSESSMENT):
        if line.text("Assessment") and not line.text("Reason"):
            yield fault(line, "Reason", said(f"Weakness {line.name}: Reason must be given with an assessment", ""))


@rule(Stage.VALUES, Severity.QUERY)
def management_action_incomplete(case: Case) -> Iterator[Fault]:
    """A management action without an owner and a date is a wish, and counts as none."""
    headings = {"owner": "Action owner role", "date": "Action due date"}
    for line in case.lines(standard.COMMENTARY):
        for comment in commentary_in([line.row]):
            for lacking in comment.missing if comment.action else ():
                heading = headings[lacking]
                if not line.text(heading):
                    yield fault(line, heading, said(f"{comment.kpi}: {heading} must be given with a management action", ""))


@rule(Stage.HISTORY, Severity.QUERY)
def action_vanished(case: Case) -> Iterator[Fault]:
    """An action that is no longer mentioned looks done to everybody who reads the next return."""
    own = [action for _, action in case.actions]
    present = {(action.quarter, action.ref) for action in own}
    quarters = {action.quarter for action in own}
    accepted = [each for each in (case.known.actions if case.known else ()) if each.quarter not in quarters]
    spoken = {(each.quarter, each.workstream) for each in (*accepted, *own)}
    for last in (each for each in (*accepted, *own) if not each.evidenced):
        following = min((when for when, stream in spoken if stream == last.workstream and when > last.quarter), default=None)
        if following in quarters and (following, last.ref) not in present and _still_in_force(last, following):
            holds = (
                f"Actions for {following} must still have {last.ref}, which was not complete with evidence in {last.quarter}"
            )
            yield Fault(standard.ACTIONS.name, "", said(f"{holds} ({_held(last)})", "no such row"))


def _still_in_force(action: Action, quarter: Quarter) -> bool:
    """Whether the action's plan still held: with the plan its actions may go."""
    return action.plan is not None and action.plan.in_force_during(quarter)


def _held(action: Action) -> str:
    """Where an action stands: in this workbook, or in a version accepted before."""
    version = f"version {action.source.version}, " if action.source.version else ""
    return f"{version}{action.source}"


@rule(Stage.HISTORY, Severity.QUERY)
def baseline_rewritten(case: Case) -> Iterator[Fault]:
    """The date agreed first stays the one that slippage is counted from, whatever a later return says."""
    first: dict[str, Action] = {}
    accepted = case.known.actions if case.known else ()
    for action in sorted((*accepted, *(each for _, each in case.actions)), key=lambda each: each.quarter):
        if action.baseline:
            first.setdefault(action.ref, action)
    for line, action in case.actions:
        agreed = first.get(action.ref)
        if action.baseline and agreed and agreed.quarter < action.quarter and agreed.baseline != action.baseline:
            holds = f"{action.ref}: Baseline due must stay {_day(agreed.baseline)}, as agreed first ({_held(agreed)})"
            yield fault(line, "Baseline due", said(holds, _day(action.baseline)))
