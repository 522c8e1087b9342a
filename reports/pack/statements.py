"""The statement of one weakness over two pages: four charts to be read together, then every measure, action and voice."""

from collections.abc import Iterable, Sequence

from disclosure.rule import Number
from kpis.movement import references_at
from programme.areas import KENT
from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.risks import RISKS
from programme.workstreams import weaknesses, workstreams, workstreams_of
from reports.language.grammar import counted
from reports.language.linked import Piece, Pieces, plain_text
from reports.pack.columns import balanced
from reports.pack.glance import measured_table
from reports.pack.parts import (
    Beside,
    Block,
    BlockHeading,
    PackMeasure,
    PackSection,
    PageEnds,
    Pictured,
    Points,
    Quoted,
    Tabled,
    Words,
)
from reports.palette import POSITIONS
from reports.progress.agenda import AgendaItem, agenda
from reports.progress.changes import risk_moves
from reports.progress.judgement import Judgement
from reports.progress.meeting import Arising, challenges_of_weakness
from reports.progress.readings import Progress
from reports.progress.statement import Statement, statement
from reports.progress.summary import lead_summary
from reports.sentences.agenda import exception_answer
from reports.sentences.kpi import carried_clause
from reports.sentences.meeting import challenged_headline, item_sentence, reply_sentence, since_sentence, state_text
from reports.sentences.outcomes import delivery_sentence, evidence_gaps, outcome_sentence
from reports.sentences.overview import group_headline
from reports.sentences.participation import voice_words
from reports.sentences.plan import lateness_headline, risks_headline
from reports.sentences.statement import agreement_sentence, missing_evidence
from reports.tables.plan import actions_table, risks_table

CHARTS = 4
LISTED = 5
"""Actions and voices on the statement; the sections after the nine have them all."""

MEASURE_WIDTHS = (6.4, 3.2, 2.1, 1.9, 4.8)


def statement_section(progress: Progress, number: int, quarter: Quarter, measures: dict[str, PackMeasure]) -> PackSection:
    """The statement of weakness `number`, in the words of its page."""
    of = statement(progress, number, quarter, KENT)
    return PackSection(
        key=f"weakness-{number}",
        subject=of.about.name,
        finding=group_headline(of.about, of.judged),
        blocks=(*_first_page(progress, of, measures), PageEnds(), *_second_page(progress, of)),
    )


def statement_sections(progress: Progress, quarter: Quarter, measures: Iterable[PackMeasure]) -> tuple[PackSection, ...]:
    """The nine statements."""
    known = {each.id: each for each in measures}
    return tuple(statement_section(progress, number, quarter, known) for number in weaknesses())


def _first_page(progress: Progress, of: Statement, measures: dict[str, PackMeasure]) -> Iterable[Block]:
    streams = [workstreams()[each].name for each in workstreams_of(of.about.number)]
    said = lead_summary(progress, of.quarter, of.about.number).sentences
    return (
        Beside(((Quoted(of.about.wording, f"Inspectors, 2019 (wording: {of.about.wording_status})"),), _judged(of))),
        *(Words(each.said.words, "The lead says.") for each in said),
        *_reason(of),
        Beside(((BlockHeading("Changed"), *_changed(of)), (BlockHeading("Delivered"), *_delivered(of, streams)))),
        *_charts([measures[each.line.kpi.id] for each in read_together(of.judged, of.about.number)]),
        BlockHeading("What evidence is missing"),
        Words(" ".join(_missing(of)) or "Nothing that this statement looks for."),
    )


def _judged(of: Statement) -> tuple[Block, ...]:
    told = [f"{day_text(each.date)}, {each.body}: {each.judgement}." for each in of.inspected]
    return (Points((*(told or ["No judgement had been made since."]), agreement_sentence(of))),)


def _changed(of: Statement) -> tuple[Block, ...]:
    found = [(each, of.both.outcome.since(each).word) for each in references_at(of.quarter)]
    return tuple(
        Words(outcome_sentence(of.both, since, named=False), f"{POSITIONS[word].shape} {POSITIONS[word].word} {since}.")
        for since, word in found
    )


def _delivered(of: Statement, streams: Sequence[str]) -> tuple[Block, ...]:
    plan = of.both.delivered.plan
    return (
        Words(delivery_sentence(of.both.delivered), f"{plan.title if plan else 'No plan in force'}."),
        Words(f"Answered by {'; '.join(streams)}."),
    )


def read_together(judged: Sequence[Judgement], weakness: int) -> list[Judgement]:
    """The measures whose charts open the statement: of those with figures its own and the headline ones first, each with
    those of its companions that speak to the weakness right after it."""
    drawn = [each for each in judged if sum(isinstance(one.shown, Number) for one in each.line.readings) > 1]
    ordered = sorted(drawn, key=lambda each: (each.line.kpi.weaknesses[0] != weakness, each.line.kpi.tier != "headline"))
    known = {each.line.kpi.id: each for each in drawn}
    chosen: dict[str, Judgement] = {}
    for each in ordered:
        for name in (each.line.kpi.id, *each.line.kpi.companions):
            if name in known:
                chosen.setdefault(name, known[name])
    return list(chosen.values())[:CHARTS]


def _charts(measures: Sequence[PackMeasure]) -> Iterable[Block]:
    for first in range(0, len(measures), 2):
        yield Beside(tuple((Pictured(each),) for each in measures[first : first + 2]))


def _second_page(progress: Progress, of: Statement) -> Iterable[Block]:
    caption = f"The {counted(len(of.judged), 'measure')} that speak to weakness {of.about.number}, {of.quarter}"
    return (
        Tabled(measured_table(of.judged, caption).without("Covers"), MEASURE_WIDTHS),
        balanced((*_late(of), *_risks(progress, of), *_voices(of), *_reds(progress, of), *_challenged(progress, of))),
    )


def _late(of: Statement) -> Iterable[Block]:
    delivered = of.both.delivered
    yield BlockHeading(lateness_headline(delivered.actions))
    if delivered.overdue:
        few = type(delivered)(delivered.quarter, delivered.plan, delivered.overdue[:LISTED])
        table = actions_table(few)
        kept = (ACTIONS.ref.heading, "Action", "Done or forecast", "Slip")
        yield Tabled(table.without(*(each for each in table.headings if each not in kept)), (1.6, 4, 2.6, 2.6))
    if (more := len(delivered.overdue) - LISTED) > 0:
        yield Words(f"{more} more {'stands' if more == 1 else 'stand'} among the late actions.")


def _risks(progress: Progress, of: Statement) -> Iterable[Block]:
    yield BlockHeading(risks_headline(of.risks) if of.risks else "No risk was returned for it")
    if of.risks:
        moves = risk_moves(progress.records, of.quarter)
        table = risks_table(of.risks, moves, of.quarter, progress.records.logs.risks)
        kept = (RISKS.ref.heading, "Risk", "Score", "Target")
        yield Tabled(table.without(*(each for each in table.headings if each not in kept)), (1.2, 5, 2.2, 2.2))


def _voices(of: Statement) -> Iterable[Block]:
    yield BlockHeading("What parents said")
    told = [
        f"{voice_words(each) or '(not recorded)'} – We did: {each.we_did or 'nothing recorded'}. "
        f"Difference: {each.difference or 'not known yet'}."
        for each in of.heard[:LISTED]
    ]
    yield Points(tuple(told) or ("Nothing is recorded in the last year.",))


def _reds(progress: Progress, of: Statement) -> Iterable[Block]:
    ids = {each.line.kpi.id for each in of.judged}
    reds = [each for each in agenda(progress, KENT, of.quarter) if each.id in ids]
    if reds:
        yield BlockHeading(f"What the lead says about {counted(len(reds), 'red')}")
        yield Points(tuple(map(red_text, reds)))


def red_text(item: AgendaItem) -> str:
    """One red with its action, owner, day and reason, as its card says them."""
    told = [f"{name}: {_plain(said).rstrip('.')}." for name, said in exception_answer(item)]
    reading = item.judged.reading
    stands = ", ".join(filter(None, (reading.kpi.title, reading.display, carried_clause(reading))))
    return f"{stands}. {' '.join(told)}"


def _plain(said: Piece | Pieces) -> str:
    return plain_text(said if isinstance(said, tuple) else (said,))


def _challenged(progress: Progress, of: Statement) -> Iterable[Block]:
    if found := challenges_of_weakness(progress, of.quarter, of.about.number):
        yield BlockHeading(challenged_headline(found))
        yield Points(tuple(map(record_text, found)))


def record_text(arising: Arising) -> str:
    """One thing on record with what was said to it and how it stands."""
    replies = [reply_sentence(arising, each) for each in arising.item.replies]
    told = (plain_text(item_sentence(arising)), *replies, state_text(arising), since_sentence(arising))
    return " ".join(filter(None, told))


def _missing(of: Statement) -> Iterable[str]:
    yield from map(plain_text, missing_evidence(of))
    for since in references_at(of.quarter):
        if gaps := evidence_gaps(of.both, since):
            yield gaps[0]


def _reason(of: Statement) -> Iterable[Block]:
    if of.lead and of.lead.reason:
        yield Words(of.lead.reason, "The lead’s reason.")
