"""The position statement in words: what evidence is missing, and whether the lead and the evidence agree."""

from kpis.position import Agreement
from reports.language.linked import Pieces, joined
from reports.progress.statement import Statement
from reports.sentences.exceptions import exception_linked
from reports.sentences.ways import action_link, kpi_link


def missing_evidence(statement: Statement) -> tuple[Pieces, ...]:
    """What evidence is missing, one sentence for each piece, what it speaks of as a link; empty when nothing is."""
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


def _figures(of: Statement) -> list[Pieces]:
    if not of.judged:
        return [(f"No KPI of this weakness is collected for {of.area.name}.",)]
    gone = [(kpi_link(each.line.kpi), f": no evidence, {each.reading.display}.") for each in of.without_figure]
    if len(gone) == len(of.judged):
        return [("No KPI of this weakness has a figure: nothing shows whether it improved.",), *gone]
    return gone


def _delivery(of: Statement) -> list[Pieces]:
    delivered = of.both.delivered
    unevidenced = [action_link(each) for each in delivered.done if not each.now.evidenced]
    vanished = [action_link(each) for each in delivered.vanished]
    no_plan = f"No action of the plan then in force names this weakness in {of.quarter}."
    return [
        *([] if of.log_returned else [(f"No action log was returned for {of.quarter}.",)]),
        *([(no_plan,)] if not delivered.actions else []),
        *([("Complete without evidence: ", *joined(unevidenced, ", "), ".")] if unevidenced else []),
        *([("Vanished from the return unfinished: ", *joined(vanished, ", "), ".")] if vanished else []),
    ]


def _words(of: Statement) -> list[Pieces]:
    return [
        *map(exception_linked, of.unanswered),
        *([] if of.lead else [(f"The lead's own assessment was not returned for {of.quarter}.",)]),
        *([] if of.heard else [("Nothing is recorded of what children and parents said about it in the last year.",)]),
        *([] if of.risks else [(f"No risk was returned for it in {of.quarter}.",)]),
    ]
