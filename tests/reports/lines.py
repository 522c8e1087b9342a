"""Lines of figures for the tests of what is said and drawn about a KPI over time."""

from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from programme.symbols import Status
from record.logs import Logs
from reports.progress.judgement import Judgement, judge
from reports.progress.readings import Line, Progress
from tests.reports.build import a_figure, progress_in_force, records_of

NOW = Quarter.parse("2024/25 Q3")
PLANS = "plans_within_20_weeks"
STEADY = [41, 44, 40, 43, 42, 45, 41, 44, 43, 42, 44, 41, 43]
"""Thirteen quarters in which nothing special happens: enough for firm limits within one phase."""


def plans(shares, *, last: Quarter = NOW, area=KENT, of: float = 100, status=Status.FINAL) -> list[Figure]:
    """Plans issued in time out of `of` issued, one share per quarter up to `last`; None is a quarter without a return."""
    figures = []
    for quarter, share in zip(last.last(len(shares)), shares, strict=True):
        if share is not None:
            about = {"area": area, "quarter": str(quarter), "status": status}
            figures.append(a_figure("plans_issued_within_20_weeks", share * of / 100, **about))
            figures.append(a_figure("plans_issued", of, **about))
    return figures


def count(measure: str, values, *, last: Quarter = NOW, area=KENT) -> list[Figure]:
    """One figure of a measure per quarter up to `last`."""
    return [
        a_figure(measure, value, area=area, quarter=str(quarter))
        for quarter, value in zip(last.last(len(values)), values, strict=True)
        if value is not None
    ]


def line_of(figures, kpi: str = PLANS, *, area=KENT, quarters: int = 8, role=Role.READER, last: Quarter = NOW) -> Line:
    """The line of a KPI over `quarters` up to `last`."""
    return Progress(records_of(*figures), role).line(registry()[kpi], area, last.last(quarters))


def judged(figures, kpi: str = PLANS, **line) -> Judgement:
    """The judgement of such a line."""
    return judge(line_of(figures, kpi, **line))


def commentary(kpi: str, judgement: str = "", reason: str = "", *, quarter: Quarter = NOW, **said) -> Commentary:
    """One row of a Commentary sheet."""
    words = {"shows": "", "why": "", "next": "", "action": "", "owner_role": "", "due": None} | said
    source = Source("return.xlsx", "Commentary", "A2", 1)
    return Commentary(kpi, quarter, **words, source=source, judgement=judgement, judgement_reason=reason)


def progress_with(figures, *written: Commentary) -> Progress:
    """Progress on figures and what returns wrote about them."""
    records = records_of(*figures)
    return Progress(type(records)(records.evidence, records.versions, logs=Logs(commentary=tuple(written))), Role.READER)


def in_force_with(figures, *written: Commentary) -> Progress:
    """The same, for who asks of the definitions in force: see `progress_in_force`."""
    return progress_in_force(*figures, logs=Logs(commentary=tuple(written)))
