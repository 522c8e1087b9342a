"""Stages 4 and 6, the plan: what is said of an action, a risk or a red holds together, and with what was said before."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from loaders.parsing.speaking import line_says
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.sheets import must
from loaders.rules.words import said, written
from plumbing.listed import named_list
from programme.finding import Severity
from programme.moment import day_text
from programme.parts import Says
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, Action, Brag
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.brag import brag_shown, overdue
from programme.sheets.commentary import COMMENTARY, commentary_in
from programme.sheets.events import EVENTS
from programme.sheets.letters import LETTERS
from programme.sheets.milestones import MILESTONES
from programme.sheets.risks import RISKS

ORDER = {
    ACTIONS.name: [(ACTIONS.start, ACTIONS.baseline), (ACTIONS.start, ACTIONS.forecast), (ACTIONS.start, ACTIONS.actual)],
    EVENTS.name: [(EVENTS.date, EVENTS.until)],
}
"""Which date comes first."""
_HALVES = ((RISKS.likelihood, RISKS.impact), (RISKS.target_likelihood, RISKS.target_impact))


@rule(Stage.VALUES, Severity.ERROR)
def dates_out_of_order(case: Case) -> Iterator[Fault]:
    """Nothing is due, forecast or done before it starts: two dates were swapped, or a year mistyped."""
    for row in case.written(ACTIONS, EVENTS):
        for first, then in ORDER[row.form.name]:
            start, day = row[first], row[then]
            if start and day and day < start:
                yield must(row, then, f"not be before {first}, {day_text(start)} ({row.place(first)})", day_text(day))


@rule(Stage.VALUES, Severity.ERROR)
def actual_in_future(case: Case) -> Iterator[Fault]:
    """What will be done is a forecast."""
    for row, action in case.actions:
        if action.actual and action.actual > case.today:
            not_yet = f"be no later than today, {day_text(case.today)}: a day to come is a forecast"
            yield must(row, ACTIONS.actual, not_yet, day_text(action.actual))
    for row in case.written(MILESTONES):
        if (day := row[MILESTONES.reached]) and day > case.today:
            not_yet = f"be no later than today, {day_text(case.today)}: a day to come is a forecast"
            yield must(row, MILESTONES.reached, not_yet, day_text(day))


@rule(Stage.VALUES, Severity.ERROR)
def letter_in_future(case: Case) -> Iterator[Fault]:
    """A letter that nobody has received yet says nothing: its year was mistyped."""
    for row in case.written(LETTERS):
        if (day := row[LETTERS.day]) and day > case.today:
            yield must(row, LETTERS.day, f"be no later than today, {day_text(case.today)}", day_text(day))


@rule(Stage.VALUES, Severity.ERROR)
def complete_without_date(case: Case) -> Iterator[Fault]:
    """An action is complete from a day on; without it nobody can say whether it was in time."""
    for row, action in case.actions:
        claimed = "Blue" if action.status is Brag.BLUE else "100% complete" if action.complete == 100 else ""
        if claimed and not row.text(ACTIONS.actual):
            yield must(row, ACTIONS.actual, f"be given, because it is {claimed}", "")


@rule(Stage.VALUES, Severity.ERROR)
def percent_complete_outside_range(case: Case) -> Iterator[Fault]:
    """Nothing is more than complete."""
    for row, action in case.actions:
        if action.complete is not None and action.complete > 100:
            yield must(row, ACTIONS.complete, "lie between 0 and 100", written(action.complete))


@rule(Stage.VALUES, Severity.QUERY)
def percent_against_status(case: Case) -> Iterator[Fault]:
    """Done but not 100%, or begun though not started: one of the two was not brought up to date."""
    for row, action in case.actions:
        if action.complete is None or action.complete > 100:
            continue
        if action.done and action.complete < 100:
            done = f"be 100, because it was done on {day_text(action.actual)}"
            yield must(row, ACTIONS.complete, done, written(action.complete))
        elif action.status is Brag.NOT_STARTED and action.complete > 0:
            yield must(row, ACTIONS.complete, "be 0, because it is not started", written(action.complete))


@rule(Stage.VALUES, Severity.QUERY)
def owner_missing(case: Case) -> Iterator[Fault]:
    """An action that nobody leads is done by nobody, and nobody can be asked."""
    for row, _ in case.actions:
        for role in (ACTIONS.lead_role, ACTIONS.accountable_role):
            if not row.text(role):
                yield must(row, role, "be given", "")


@rule(Stage.VALUES, Severity.QUERY)
def baseline_missing(case: Case) -> Iterator[Fault]:
    """Without the date agreed first an action can never be late."""
    for row, _ in case.actions:
        if not row.text(ACTIONS.baseline):
            yield must(row, ACTIONS.baseline, "be given: the date agreed first", "")


@rule(Stage.VALUES, Severity.QUERY, needs=[Need.QUARTER])
def status_better_than_evidence(case: Case) -> Iterator[Fault]:
    """Blue needs evidence, and an action past its date is not on track: readers see the lower status, and why."""
    for row, action in case.actions:
        seen = brag_shown(action, action.baseline, action.quarter.end)
        if seen.why.startswith("returned as") and not (action.status is Brag.BLUE and not action.done):
            reason = seen.why.partition("but ")[2]
            yield must(row, ACTIONS.status, f"be {_no_better(seen.brag)}, because {reason}", action.status)
        elif action.status is Brag.GREEN and _slipping(action):
            late = f"be {_no_better(Brag.AMBER)}, because it is forecast after {day_text(action.baseline)}"
            yield must(row, ACTIONS.status, late, action.status)


def _no_better(brag: Brag) -> str:
    """`Red`, or `Amber or Red`: what may be chosen."""
    allowed = (Brag.GREEN, Brag.AMBER, Brag.RED)
    return named_list(allowed[allowed.index(brag) :], "or") if brag in allowed else str(brag)


def _slipping(action: Action) -> bool:
    dated = action.forecast and action.baseline and not action.done
    return bool(dated and action.forecast > action.baseline and not overdue(action, action.baseline, action.quarter.end))


@rule(Stage.VALUES, Severity.QUERY)
def risk_half_scored(case: Case) -> Iterator[Fault]:
    """A score is a product: without one of its halves the risk stands in no cell of the matrix."""
    for row in case.written(RISKS):
        for half, other in _HALVES:
            for given, missing in ((half, other), (other, half)):
                if row.text(given) and not row.text(missing):
                    yield must(row, missing, f"be given, because {given} is", "")


@rule(Stage.VALUES, Severity.QUERY)
def assessment_without_reason(case: Case) -> Iterator[Fault]:
    """The first question of any meeting is why."""
    for row in case.written(ASSESSMENT):
        if row.text(ASSESSMENT.text) and not row.text(ASSESSMENT.reason):
            yield must(row, ASSESSMENT.reason, "be given with an assessment", "")


@rule(Stage.VALUES, Severity.QUERY)
def management_action_incomplete(case: Case) -> Iterator[Fault]:
    """A management action without an owner and a date is a wish, and counts as none."""
    for row in case.written(COMMENTARY):
        for comment in commentary_in([row.typed]):
            for column in (COMMENTARY.owner_role, COMMENTARY.due) if comment.action else ():
                if not row.text(column):
                    yield must(row, column, "be given with a management action", "")


@rule(Stage.HISTORY, Severity.QUERY)
def action_vanished(case: Case) -> Iterator[Fault]:
    """An action that is no longer mentioned looks done to everybody who reads the next return."""
    own = [action for _, action in case.actions]
    emptied = {case.cover.quarter} if case.cover and line_says(case.parsed, ACTIONS.name) is Says.NONE else set()
    quarters = emptied | {action.quarter for action in own}
    known = case.known.actions if case.known else ()
    present = {(action.quarter, action.ref) for action in (*own, *(each for each in known if _anothers(case, each)))}
    accepted = [each for each in known if each.quarter not in quarters and not _anothers(case, each)]
    spoken: dict[int, set[Quarter]] = defaultdict(set)
    for each in (*accepted, *own):
        spoken[each.workstream].add(each.quarter)
    for stream in case.cover.workstreams if emptied else ():
        spoken[stream] |= emptied
    followed = {stream: dict(pairwise(sorted(quarters_spoken))) for stream, quarters_spoken in spoken.items()}
    for last in (each for each in (*accepted, *own) if not each.evidenced):
        following = followed[last.workstream].get(last.quarter)
        if following in quarters and (following, last.ref) not in present and _still_in_force(last, following):
            open_then = f"{last.ref}, which was not complete with evidence in {last.quarter} ({_held(last)})"
            yield Fault(ACTIONS.name, "", said(f"{ACTIONS.name} for {following} must still have {open_then}", "no such row"))


def _anothers(case: Case, action: Action) -> bool:
    """Whether a return of another organisation brought an action: this one says nothing of it."""
    own = case.cover and case.cover.organisation
    return bool(own) and case.known.makers.get(action.source.version, own) != own


def _still_in_force(action: Action, quarter: Quarter) -> bool:
    """Whether the action's plan still held: with the plan its actions may go."""
    return action.plan is not None and action.plan.in_force_during(quarter)


def _held(action: Action) -> str:
    """Where an action stands: in this workbook, or in a version accepted before."""
    version = f"version {action.source.version}, " if action.source.version else ""
    return f"{version}{action.source}"


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def baseline_rewritten(case: Case) -> Iterator[Fault]:
    """The date agreed first stays the one that slippage is counted from, whatever a later return says."""
    first: dict[str, Action] = {}
    accepted = case.known.actions if case.known else ()
    for action in sorted((*accepted, *(each for _, each in case.actions)), key=lambda each: each.quarter):
        if action.baseline:
            first.setdefault(action.ref, action)
    for row, action in case.actions:
        agreed = first.get(action.ref)
        if action.baseline and agreed and agreed.quarter < action.quarter and agreed.baseline != action.baseline:
            stay = f"stay {day_text(agreed.baseline)}, as agreed first ({_held(agreed)})"
            yield must(row, ACTIONS.baseline, stay, day_text(action.baseline))
