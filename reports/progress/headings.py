"""KPIs and actions under the functions of the redesign, and actions under the headline areas of the plan."""

from dataclasses import dataclass

from kpis.registry import definitions_in_force
from programme.areas import Area
from programme.headings import Heading, headline_areas, kpis_of_function, redesign_functions
from programme.quarter import Quarter
from reports.progress.delivery import Delivery, delivery
from reports.progress.judgement import Judgement, judgement_of
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class UnderHeading:
    """What belongs to one heading; `heading` is None for the actions that name none."""

    heading: Heading | None
    judged: tuple[Judgement, ...]
    delivered: Delivery


@once_per_progress
def by_function(progress: Progress, quarter: Quarter, area: Area) -> tuple[UnderHeading, ...]:
    """The functions of the redesign, each with its KPIs (in `area`, or else where they are collected) and its actions."""
    whole, known = delivery(progress, quarter), definitions_in_force(quarter)
    found = []
    for heading in redesign_functions():
        kpis = [known[kpi] for kpi in kpis_of_function(heading.label) if kpi in known]
        judged = [judgement_of(progress, kpi, area if area in kpi.areas else kpi.areas[0], quarter) for kpi in kpis]
        found.append(UnderHeading(heading, tuple(judged), whole.under("function", heading.label)))
    return tuple(found)


@once_per_progress
def by_headline_area(progress: Progress, quarter: Quarter) -> tuple[UnderHeading, ...]:
    """The headline areas in order, each with its actions, and last the actions that name none.

    Empty where no action of the plan in force names an area: the Written Statement had none.
    """
    whole = delivery(progress, quarter)
    found = [UnderHeading(each, (), whole.under("area", each.label)) for each in headline_areas()]
    if not any(each.delivered.actions for each in found):
        return ()
    unplaced = whole.under("area", "")
    return (*found, UnderHeading(None, (), unplaced)) if unplaced.actions else tuple(found)
