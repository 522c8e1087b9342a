"""The planned course, and the one answer about the future: where the pace of late leads, in words."""

from kpis.back_test import ENOUGH_ORIGINS, next_tried
from kpis.kpi import Kpi
from kpis.pace import Outlook, Pace, span
from kpis.spc import Assurance
from kpis.trajectory import Trajectory
from kpis.trend import TREND_FROM
from programme.moment import day_text
from reports.language.grammar import capitalised, spelt
from reports.language.numbers import amount_text, number_text, target_text
from reports.progress.judgement import Judgement
from reports.sentences.direction import when


def pace_sentence(judged: Judgement) -> str:
    """Where the next figure lies at the pace of late, and when the target is met if that can be said; empty without one."""
    pace, kpi = judged.pace, judged.line.kpi
    if pace is None:
        return ""
    wanted = f"the target of {target_text(kpi, judged.reading.rated.target)}"
    counted = "" if pace.since in (None, judged.reported) else f", counted from {when(judged, pace.since)}, the last figure"
    if pace.outlook is Outlook.MET:
        return f"{capitalised(wanted)} is met{counted}{_unreliably(judged)}."
    said = f"when {wanted} is met cannot be said: {_why(judged, pace)}"
    if pace.outlook is Outlook.DATED:
        said = f"{wanted} is met by {when(judged, pace.date)}"
    return capitalised(f"{_next(judged, pace)}{said}{counted}.")


def _unreliably(judged: Judgement) -> str:
    """What process control adds where the target is met now; it is not asked of a figure that misses it."""
    if judged.assurance is Assurance.INCONSISTENT and judged.special_cause is not None:
        return ", and without change it will not reliably be met: it lies between the process limits"
    return ""


def _next(judged: Judgement, pace: Pace) -> str:
    """The pace and the interval of the next figure."""
    if pace.expected is None:
        return ""
    kpi = judged.line.kpi
    low, high = (amount_text(kpi, each) for each in (pace.expected.low, pace.expected.high))
    of = "the distance from the target" if kpi.better == "target" else "the figure"
    slope = f"{'+' if pace.per_quarter >= 0 else ''}{number_text(pace.per_quarter, kpi.decimals + 1)} a quarter"
    looked_back, quarter = _looked_back(judged), when(judged, pace.quarter)
    return f"at the pace of {looked_back} ({slope}) {of} of {quarter} lies between {low} and {high}; "


def _looked_back(judged: Judgement) -> str:
    quarters = span(judged.line.kpi)
    return "the last six years" if quarters == 24 else f"the last {spelt(quarters).lower()} quarters"


def _why(judged: Judgement, pace: Pace) -> str:
    """Why there is no date."""
    match pace.outlook:
        case Outlook.TOO_FEW:
            broken = f" since the break in {judged.broken.quarter}" if judged.broken else ""
            return f"{_looked_back(judged)} hold {pace.points} comparable figures{broken}, and {TREND_FROM} are needed"
        case Outlook.SEASONAL:
            return "the figure follows the seasons, and no straight line does"
        case Outlook.NOT_WITHIN:
            return "by the next figure it is not surely met, and forecasts further ahead did not hold"
        case _:
            trial = next_tried(judged.line.kpi.basis.code)
            tried = f"forecasts of such figures were tried from {trial.origins if trial else 'no'} starting points"
            return f"{tried}, and {ENOUGH_ORIGINS} are needed"


def plan_sentence(judged: Judgement) -> str:
    """What was planned for the quarter, when and on what basis, and where the figure stands; empty without a course."""
    kpi, course = judged.line.kpi, judged.trajectory
    if course is None:
        return ""
    agreed = f"agreed on {day_text(course.agreed_on)}; basis: {course.basis}"
    if judged.planned is None:
        first, last = course.dated[0][0], course.dated[-1][0]
        covers = f"the planned course is for {first}" + (f" to {last}" if last != first else "")
        return f"Nothing was planned for {judged.reported}: {covers} ({agreed})."
    return f"Planned for {judged.reported}: {amount_text(kpi, judged.planned)} ({agreed}){_against_plan(judged)}."


def _against_plan(judged: Judgement) -> str:
    if judged.plan_standing:
        return f"; the figure is {judged.plan_standing}"
    late = not judged.trajectory.binds(judged.reported)
    return "; it was agreed after that quarter had ended, so the figure is not held against it" if late else ""


def course_key(kpi: Kpi, course: Trajectory | None) -> tuple[str, ...]:
    """What the line of the planned course means; nothing without one."""
    if course is None:
        return ()
    points = ", ".join(f"{amount_text(kpi, value)} in {quarter}" for quarter, value in course.dated)
    return (f"Broken line: the planned course ({points}), agreed on {day_text(course.agreed_on)}.",)
