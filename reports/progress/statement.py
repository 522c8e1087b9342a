"""The position statement of one weakness for a monitoring meeting: everything that is known of it, and what is missing."""

from dataclasses import dataclass

from disclosure.rule import NoFigure
from kpis.position import Agreement
from programme.areas import Area
from programme.judgements import InspectorsJudgement
from programme.quarter import Quarter
from programme.sheets.assessments import LeadAssessment
from programme.sheets.letters import Letter
from programme.sheets.participation import Participation
from programme.sheets.risks import Risk
from programme.workstreams import Weakness, weaknesses
from reports.progress.exceptions import Unanswered, reds_without_action
from reports.progress.judgement import Judgement
from reports.progress.letters import letters_known
from reports.progress.outcomes import DeliveryBesideOutcome, agrees, beside, inspected, lead_assessment
from reports.progress.overview import verdicts
from reports.progress.readings import Progress, once_per_progress
from reports.progress.voices import heard


@dataclass(frozen=True, slots=True)
class Statement:
    """One weakness in one quarter. Delivery and outcome stand beside each other; `heard` and `risks` are newest first.

    `inspected` is what inspectors had judged of it by the end of the quarter, oldest first; `letters` what the DfE and
    NHS England had written of it by then, newest first.
    """

    about: Weakness
    quarter: Quarter
    area: Area
    both: DeliveryBesideOutcome
    judged: tuple[Judgement, ...]
    heard: tuple[Participation, ...]
    risks: tuple[Risk, ...]
    lead: LeadAssessment | None
    agreement: Agreement
    unanswered: tuple[Unanswered, ...]
    log_returned: bool
    inspected: tuple[InspectorsJudgement, ...] = ()
    letters: tuple[Letter, ...] = ()

    @property
    def without_figure(self) -> tuple[Judgement, ...]:
        """The KPIs that say nothing about the weakness in this quarter."""
        return tuple(each for each in self.judged if isinstance(each.reading.shown, NoFigure))


@once_per_progress
def statement(progress: Progress, number: int, quarter: Quarter, area: Area) -> Statement:
    """The statement of weakness `number`. Actions, risks and voices are Kent's; figures are those of `area`."""
    about, logs = weaknesses()[number], progress.records.logs
    both = beside(progress, about, quarter, area)
    found = verdicts(progress, area, quarter, about)
    lead = lead_assessment(progress, number, quarter)
    ids = {each.line.kpi.id for each in found}
    risks = [each for each in logs.risks if each.quarter == quarter and number in each.weaknesses]
    return Statement(
        about=about,
        quarter=quarter,
        area=area,
        both=both,
        judged=tuple(found),
        heard=heard(progress, quarter, number),
        risks=tuple(sorted(risks, key=lambda risk: -(risk.current.value if risk.current else 0))),
        lead=lead,
        agreement=agrees(both.outcome, lead),
        unanswered=tuple(each for each in reds_without_action(progress, quarter) if each.reading.kpi.id in ids),
        log_returned=any(when == quarter for when, _ in logs.returned),
        inspected=inspected(progress, number, quarter),
        letters=letters_known(progress, quarter, number),
    )
