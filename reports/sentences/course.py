"""The plan and the course to the target, in words."""

from kpis.trajectory import PACE_QUARTERS, Course, Outlook
from reports.language.grammar import capitalised, spelt
from reports.language.numbers import amount_text, target_text
from reports.progress.judgement import Judgement

EIGHT = spelt(PACE_QUARTERS).lower()


def course_sentence(judged: Judgement) -> str:
    """When the target is met at the pace of late, or that it is not; empty without a target."""
    course, kpi = judged.course, judged.line.kpi
    if course is None:
        return ""
    wanted = f"the target of {target_text(kpi, judged.reading.rated.target)}"
    counted = "" if course.since in (None, judged.reported) else f", counted from {course.since}, the last figure"
    match course.outlook:
        case Outlook.MET:
            return f"{capitalised(wanted)} is met{counted}."
        case Outlook.ON_COURSE:
            return f"At the pace of the last {EIGHT} quarters {wanted} is met in {course.meets} ({_range(course)}){counted}."
        case Outlook.NOT_AT_THIS_PACE:
            return f"Not at this pace: as the last {EIGHT} quarters went, {wanted} is not met within ten years."
        case _:
            return f"There are too few figures in the last {EIGHT} quarters to say when {wanted} is met."


def _range(course: Course) -> str:
    if course.latest is None:
        return f"range from {course.earliest}, with no latest quarter: the slow end does not reach it in ten years"
    return f"range {course.earliest} to {course.latest}"


def plan_sentence(judged: Judgement) -> str:
    """What was planned for the quarter and where the figure stands; empty where nothing was planned."""
    kpi = judged.line.kpi
    if judged.planned is None:
        return ""
    stands = f"; the figure is {judged.plan_standing}" if judged.plan_standing else ""
    return f"Planned for {judged.reported}: {amount_text(kpi, judged.planned)}{stands}."
