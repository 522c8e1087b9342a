"""What stands after the nine statements: workstreams, late actions, risks, voices, decisions, what arises, the minutes."""

from collections.abc import Iterable
from dataclasses import replace

from programme.areas import KENT
from programme.moment import time_text
from programme.purposes import purposes
from programme.quarter import Quarter
from programme.workstreams import workstreams
from reports.language.grammar import begun, counted
from reports.language.linked import plain_text
from reports.pack.parts import Block, BlockHeading, PackSection, Points, Tabled, Words
from reports.pack.statements import record_text
from reports.progress.changes import risk_moves
from reports.progress.decisions import board_decisions, decisions_known
from reports.progress.delivery import Delivery, delivery
from reports.progress.meeting import matters_arising
from reports.progress.needs import needs_the_board
from reports.progress.outcomes import beside
from reports.progress.overview import verdicts
from reports.progress.readings import Progress
from reports.progress.timescale import milestones_of, timescale
from reports.progress.voices import HEARD_OVER, by_heading, heard, numbers_by_period
from reports.sentences.meeting import arising_headline, meeting_name, state_of
from reports.sentences.outcomes import delivery_sentence, outcome_sentence
from reports.sentences.overview import group_headline
from reports.sentences.participation import participation_sentence, voice_words, voices_headline
from reports.sentences.plan import board_decisions_sentence, decisions_headline, lateness_headline, risks_headline
from reports.sentences.workstream import desired_outcome_text, timescale_sentence
from reports.tables.plan import actions_table, decisions_table, risks_table
from reports.tables.voices import periods_table
from reports.tables.workstream import milestones_table

LATE_WIDTHS = (1.5, 5.2, 3, 1.4, 2.7, 3.2, 2.1)
RISK_WIDTHS = (1, 3.4, 1.5, 1.5, 1.8, 1.9, 2.6, 2.6)
DECISION_WIDTHS = (1.6, 3.2, 2.9, 1.4, 2.6, 2.6, 1.7, 3.2)


def arising_section(progress: Progress, quarter: Quarter) -> PackSection:
    """What closed meetings still wait for."""
    found = matters_arising(progress, quarter)
    items = tuple(f"{meeting_name(each.meeting)}. {record_text(each)}" for each in found)
    return PackSection("arising", "Matters arising", arising_headline(found), (Points(items or ("Nothing waits.",)),))


def workstreams_section(progress: Progress, quarter: Quarter) -> PackSection:
    """The five workstreams, one after the other."""
    finding = f"{begun(len(workstreams()), 'workstream')}: what each is for, what it delivered, and its dates"
    blocks = tuple(block for number in workstreams() for block in _workstream(progress, quarter, number))
    return PackSection("workstreams", "Workstreams", finding, blocks)


def _workstream(progress: Progress, quarter: Quarter, number: int) -> Iterable[Block]:
    about, part = workstreams()[number], delivery(progress, quarter).workstream(number)
    milestones = milestones_of(progress, number, quarter)
    yield BlockHeading(about.name)
    yield Words(f"{group_headline(about, verdicts(progress, KENT, quarter, about))}.")
    yield Words(about.lead_role, "Lead role.")
    yield Words(desired_outcome_text(purposes()[number]), "Desired outcome.")
    yield Words(delivery_sentence(part), "Delivered.")
    yield Words(outcome_sentence(beside(progress, about, quarter)), "Changed.")
    yield Words(plain_text(timescale_sentence(timescale(part, milestones))), "Timescale.")
    if milestones:
        table = milestones_table(milestones)
        yield Tabled(replace(table, caption=f"{table.caption} of workstream {number}"), (1.3, 5, 2.2, 4, 1.7))
    else:
        yield Words("No milestone was returned.")


def late_section(progress: Progress, quarter: Quarter) -> PackSection:
    """Every action that is past the date agreed first, longest first; then those that were done after it."""
    plan = delivery(progress, quarter)
    late = tuple(sorted(plan.overdue, key=lambda each: -(each.slip or 0)))
    done = tuple(each for each in plan.slipped if each.now.done)
    blocks = [*_actions(plan, late, "No action is past the date agreed first.")]
    if done:
        blocks += [
            BlockHeading(f"Done after the date agreed first: {counted(len(done), 'action')}"),
            *_actions(plan, done, ""),
        ]
    return PackSection("late", "Late actions", lateness_headline(plan.actions), tuple(blocks))


def _actions(plan: Delivery, actions: tuple, nothing: str) -> Iterable[Block]:
    if not actions:
        yield Words(nothing)
        return
    table = actions_table(Delivery(plan.quarter, plan.plan, actions))
    yield Tabled(table.without(table.headings[2], "Forecast moved", "Evidence", "Note"), LATE_WIDTHS)


def risks_section(progress: Progress, quarter: Quarter) -> PackSection:
    """The risks of the quarter, highest first."""
    logs = progress.records.logs
    risks = [each for each in logs.risks if each.quarter == quarter]
    if not risks:
        nothing = (Words("That is not the same as no risk."),)
        return PackSection("risks", "Risks", f"No risk was returned for {quarter}", nothing)
    table = risks_table(risks, risk_moves(progress.records, quarter), quarter, logs.risks)
    kept = table.without(table.headings[2], "Course of the score")
    return PackSection("risks", "Risks", risks_headline(risks), (Tabled(kept, RISK_WIDTHS),))


def voices_section(progress: Progress, quarter: Quarter) -> PackSection:
    """What was said in the last year, heading by heading, and how many took part."""
    said = heard(progress, quarter)
    finding = voices_headline(len(said), quarter.last(HEARD_OVER))
    if not said:
        return PackSection("voices", "Voices", finding, (Words("That is not the same as that nobody spoke."),))
    blocks: list[Block] = [Words(participation_sentence(list(said)))]
    for group in by_heading(said):
        told = tuple(_voice(each) for each in group.voices)
        blocks.append(BlockHeading(group.heading.meaning if group.heading else "Under no heading"))
        blocks.append(Points(told or ("Nothing is recorded under this heading.",)))
    blocks.append(Tabled(periods_table(numbers_by_period(said))))
    return PackSection("voices", "Voices", finding, tuple(blocks))


def _voice(voice) -> str:
    return (
        f"{voice.quarter}: {voice_words(voice) or '(not recorded)'} – We did: {voice.we_did or 'nothing is recorded yet'}. "
        f"The difference it made: {voice.difference or 'not known yet'}."
    )


def decisions_section(progress: Progress, quarter: Quarter) -> PackSection:
    """What waits to be decided, then every decision known, those that boards took first."""
    agreed = board_decisions(progress, quarter)
    known = (*agreed, *decisions_known(progress, quarter))
    if not known:
        return PackSection("decisions", "Decisions", f"No decision had been returned by {quarter}", ())
    due = needs_the_board(progress, KENT, quarter).due
    asked = tuple(_asked(each) for each in due)
    table = decisions_table([each.decision for each in known], quarter)
    return PackSection(
        "decisions",
        "Decisions",
        decisions_headline(known, quarter),
        (
            BlockHeading("Asked for"),
            Points(asked or ("No decision on record waits to be taken.",)),
            BlockHeading("All decisions"),
            *([Words(board_decisions_sentence(len(agreed)))] if agreed else []),
            Tabled(table.without("As returned for"), DECISION_WIDTHS),
        ),
    )


def _asked(decision) -> str:
    told = [f"{decision.reference} {decision.title}".strip(), f"Decides: {decision.decision_maker or 'not given'}"]
    told += [f"Why: {decision.background}"] if decision.background else []
    told += [f"Implications: {decision.implications}"] if decision.implications else []
    return ". ".join(each.rstrip(".") for each in told) + "."


def minutes_section(progress: Progress, quarter: Quarter) -> PackSection:
    """The minutes of the meeting before, as they stand."""
    meetings = [each for each in progress.records.meetings if each.quarter <= quarter and each.minutes]
    if not meetings:
        return PackSection("minutes", "Minutes", "No minutes are on record", ())
    last = meetings[-1]
    minutes = last.signed or last.minutes[-1]
    lines = tuple(filter(str.strip, minutes.words.splitlines()))
    update = tuple(filter(str.strip, minutes.update.splitlines()))
    blocks: list[Block] = [Words(f"{state_of(last)}.")]
    blocks += [BlockHeading("The chair’s update"), Points(update)] if update else []
    blocks += [BlockHeading("Minutes"), *map(Words, lines)]
    blocks.append(Words(f"{'Signed' if last.signed else 'Written'} on {time_text(minutes.done.at)} by {minutes.done.doer}."))
    return PackSection("minutes", "Minutes", meeting_name(last), tuple(blocks))
