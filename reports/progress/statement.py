"""The position statement of one weakness for a monitoring meeting: everything that is known of it, and what is missing."""

from dataclasses import dataclass

from disclosure.rule import Number
from kpis.position import Agreement
from programme.areas import Area
from programme.quarter import Quarter
from programme.sheets.assessments import LeadAssessment
from programme.sheets.participation import Participation
from programme.sheets.risks import Risk
from programme.workstreams import Weakness, weaknesses
from reports.progress.exceptions import Unanswered, reds_without_action
from reports.progress.judgement import Judgement
from reports.progress.outcomes import DeliveryBesideOutcome, agrees, beside, lead_assessment
from reports.progress.overview import judged
from reports.progress.readings import Progress

HEARD_OVER = 4  # quarters: what parents said in the last year


@dataclass(frozen=True, slots=True)
class Statement:
    """One weakness in one quarter. Delivery and outcome stand beside each other; `heard` and `risks` are newest first."""

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

    @property
    def without_figure(self) -> tuple[Judgement, ...]:
        """The KPIs that say nothing about the weakness in this quarter."""
        return tuple(each for each in self.judged if not isinstance(each.reading.shown, Number))

    @property
    def missing(self) -> tuple[str, ...]:
        """What evidence is missing, one sentence for each piece; empty when nothing is."""
        return tuple(sentence for part in (_figures(self), _delivery(self), _words(self)) for sentence in part)

    @property
    def agreement_sentence(self) -> str:
        """The lead's own assessment held against the evidence, plainly."""
        if self.lead is None:
            return f"The lead returned no assessment of this weakness for {self.quarter}."
        said = f"The lead's own assessment is “{self.lead.text}”; the evidence position is “{self.both.outcome.evidence}”"
        match self.agreement:
            case Agreement.AGREE:
                return f"{said}. The two agree."
            case Agreement.DISAGREE:
                return f"{said}. The two disagree."
            case Agreement.CANNOT_BE_CHECKED:
                return f"{said}, so the assessment cannot be checked."
            case _:
                return f"{said}. The words returned are neither of the two answers."


def statement(progress: Progress, number: int, quarter: Quarter, area: Area) -> Statement:
    """The statement of weakness `number`. Actions, risks and voices are Kent's; figures are those of `area`."""
    about, logs = weaknesses()[number], progress.records.logs
    both = beside(progress, about, quarter, area)
    found = judged(progress, area, quarter, about)
    lead = lead_assessment(progress, number, quarter)
    ids = {each.line.kpi.id for each in found}
    heard = [each for each in logs.participation if each.quarter in quarter.last(HEARD_OVER) and number in each.weaknesses]
    risks = [each for each in logs.risks if each.quarter == quarter and number in each.weaknesses]
    return Statement(
        about=about,
        quarter=quarter,
        area=area,
        both=both,
        judged=tuple(found),
        heard=tuple(reversed(heard)),
        risks=tuple(sorted(risks, key=lambda risk: -(risk.current.value if risk.current else 0))),
        lead=lead,
        agreement=agrees(both.outcome, lead),
        unanswered=tuple(each for each in reds_without_action(progress, quarter) if each.reading.kpi.id in ids),
        log_returned=any(when == quarter for when, _ in logs.returned),
    )


def _figures(of: Statement) -> list[str]:
    if not of.judged:
        return [f"No KPI of this weakness is collected for {of.area.name}."]
    gone = [f"{each.line.kpi.title}: no evidence, {each.reading.display}." for each in of.without_figure]
    if len(gone) == len(of.judged):
        return ["No KPI of this weakness has a figure: nothing shows whether it improved.", *gone]
    return gone


def _delivery(of: Statement) -> list[str]:
    delivered = of.both.delivered
    unevidenced = [each.now.ref for each in delivered.done if not each.now.evidenced]
    vanished = [each.now.ref for each in delivered.vanished]
    return [
        *([] if of.log_returned else [f"No action log was returned for {of.quarter}."]),
        *([f"No action of the plan then in force names this weakness in {of.quarter}."] if not delivered.actions else []),
        *([f"Complete without evidence: {', '.join(unevidenced)}."] if unevidenced else []),
        *([f"Vanished from the return unfinished: {', '.join(vanished)}."] if vanished else []),
    ]


def _words(of: Statement) -> list[str]:
    unanswered = [each.sentence for each in of.unanswered]
    return [
        *unanswered,
        *([] if of.lead else [f"The lead's own assessment was not returned for {of.quarter}."]),
        *([] if of.heard else ["Nothing is recorded of what children and parents said about it in the last year."]),
        *([] if of.risks else [f"No risk was returned for it in {of.quarter}."]),
    ]
