"""The position statement in words: what evidence is missing, and whether the lead and the evidence agree."""

from kpis.position import Agreement
from reports.progress.statement import Statement
from reports.sentences.exceptions import exception_sentence


def missing_evidence(statement: Statement) -> tuple[str, ...]:
    """What evidence is missing, one sentence for each piece; empty when nothing is."""
    return (*_figures(statement), *_delivery(statement), *_words(statement))


def agreement_sentence(statement: Statement) -> str:
    """The lead's own assessment held against the evidence, plainly."""
    lead, evidence = statement.lead, statement.both.outcome.evidence
    if lead is None:
        return f"The lead returned no assessment of this weakness for {statement.quarter}."
    said = f"The lead's own assessment is “{lead.text}”; the evidence position is “{evidence}”"
    match statement.agreement:
        case Agreement.AGREE:
            return f"{said}. The two agree."
        case Agreement.DISAGREE:
            return f"{said}. The two disagree."
        case Agreement.CANNOT_BE_CHECKED:
            return f"{said}, so the assessment cannot be checked."
        case _:
            return f"{said}. The words returned are neither of the two answers."


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
    return [
        *map(exception_sentence, of.unanswered),
        *([] if of.lead else [f"The lead's own assessment was not returned for {of.quarter}."]),
        *([] if of.heard else ["Nothing is recorded of what children and parents said about it in the last year."]),
        *([] if of.risks else [f"No risk was returned for it in {of.quarter}."]),
    ]
