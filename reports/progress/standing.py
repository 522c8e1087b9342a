"""One row for each weakness or workstream: what inspectors said, where it goes, its ratings, its actions, its words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpis.position import Agreement
from kpis.rating import Rating
from programme.areas import Area
from programme.quarter import Quarter
from programme.sheets.assessments import LeadAssessment
from programme.sheets.participation import Participation
from programme.workstreams import Weakness, Workstream
from reports.progress.outcomes import DeliveryBesideOutcome, agrees, beside, inspected, lead_assessment
from reports.progress.overview import overview
from reports.progress.readings import Progress
from reports.progress.voices import heard


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one weakness or workstream stands. `judged` is empty before inspectors did; `heard` is the newest."""

    both: DeliveryBesideOutcome
    counts: Mapping[Rating, int]
    judged: str
    heard: Participation | None
    lead: LeadAssessment | None
    agreement: Agreement


def standings(
    progress: Progress, area: Area, quarter: Quarter, groups: Iterable[Weakness | Workstream]
) -> tuple[Standing, ...]:
    """One row for each of `groups`, in their order. Actions, words and voices are Kent's; figures are those of `area`."""
    counts = overview(progress, area, quarter).group_counts
    return tuple(_standing(progress, area, quarter, about, counts[about]) for about in groups)


def _standing(
    progress: Progress, area: Area, quarter: Quarter, about: Weakness | Workstream, counts: Mapping[Rating, int]
) -> Standing:
    both = beside(progress, about, quarter, area)
    if isinstance(about, Workstream):
        return Standing(both, counts, "", None, None, Agreement.NO_ASSESSMENT)
    lead = lead_assessment(progress, about.number, quarter)
    voices, judgements = heard(progress, quarter, about.number), inspected(progress, about.number, quarter)
    judged = judgements[-1].judgement if judgements else ""
    return Standing(both, counts, judged, next(iter(voices), None), lead, agrees(both.outcome, lead))
