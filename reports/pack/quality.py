"""How far to trust the pack: the quality statement, written by the system from the records, one topic after the other."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from disclosure.rule import NoFigure
from kpis.kpi import Kpi
from kpis.outcome import Reason
from kpis.registry import definitions_in_force
from programme.areas import KENT
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.moment import LONDON, day_text
from programme.period_figure import AS_REPORTED
from programme.quarter import Quarter
from programme.submission import Answered
from programme.symbols import MEANING
from programme.workstreams import workstreams
from record.receipts import State
from reports.language.grammar import begun, capitalised, counted, is_or_are, named, or_none, was_or_were
from reports.language.numbers import number_text
from reports.pack.parts import Block, BlockHeading, PackSection, Points, Tabled
from reports.progress.changes import changes
from reports.progress.losses import losses
from reports.progress.overview import overview
from reports.progress.period_lines import measures_by_month, months_not_there
from reports.progress.readings import Progress, Reading
from reports.progress.received import received
from reports.sentences.mapped import measure_text, period_text
from reports.sentences.receipts import receipt_text, returns_headline
from reports.tables.versions import restatements_table

RETURNED, PROVISIONAL, CARRIED, SYMBOLS = "Returned", "Provisional", "Carried forward", "Without a figure"
RESTATED, JUDGED, HIDDEN, BREAKS = "Restated", "Judged by a lead", "Hidden", "Breaks in the series"
QUERIED, DEFINITIONS = "Queried on loading", "Definitions"
REPORTED, MONTHS = "As reported", "By month"

Queried = Mapping[int, Sequence[Answered]]
"""The queries of each version that were answered when it was accepted."""

Topics = dict[str, tuple[str, ...]]
"""The sentences of each topic, in the order of the statement."""


def quality_topics(progress: Progress, quarter: Quarter, queried: Queried | None = None) -> Topics:
    """Every sentence of the statement. A topic of which there is nothing to say says so: nothing is left out.

    `queried` are the queries answered of each version, None where this reader may not see them.
    """
    judged = overview(progress, KENT, quarter).judged
    readings = tuple(each.reading for each in judged)
    return {
        RETURNED: _returned(progress, quarter),
        PROVISIONAL: _provisional(readings),
        CARRIED: _carried(readings),
        REPORTED: _as_reported(readings),
        MONTHS: _by_month(progress, quarter),
        SYMBOLS: _symbols(progress, quarter),
        QUERIED: _queried(progress, quarter, queried),
        RESTATED: _restated(progress, quarter),
        JUDGED: _judged(readings),
        HIDDEN: _hidden(progress, quarter),
        BREAKS: _breaks(progress, quarter),
        DEFINITIONS: _definitions(progress, quarter),
    }


def quality_section(progress: Progress, quarter: Quarter, queried: Queried | None = None) -> PackSection:
    """The statement, with the figures that were restated as a table."""
    topics = quality_topics(progress, quarter, queried)
    blocks: list[Block] = []
    for topic, sentences in topics.items():
        blocks += [BlockHeading(topic), Points(sentences)]
        if topic == RESTATED and (restated := changes(progress, quarter).restatements):
            table = restatements_table(restated, progress.role, "Figures restated since the returns before were due")
            blocks.append(Tabled(table.without("Why", "By", "Version"), (4, 1.8, 1.7, 1.3, 1.3, 2.6, 2.6)))
    return PackSection("quality", "How far to trust this pack", _finding(progress, quarter), tuple(blocks))


def _finding(progress: Progress, quarter: Quarter) -> str:
    restated = len(changes(progress, quarter).restatements)
    told = f"{counted(restated, 'figure')} {was_or_were(restated)} restated" if restated else "no figure was restated"
    return f"{returns_headline(received(progress, (quarter,)), f'for {quarter}')}; {told}"


def _returned(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    found = received(progress, (quarter,))
    come = sum(each.state not in (State.MISSING, State.NOT_DUE, State.NOT_OWED) for each in found)
    return (
        f"{returns_headline(found, f'for {quarter}')}; {come} of {len(found)} {is_or_are(come)} there.",
        *(f"{workstreams()[each.workstream].name}: {receipt_text(each)}." for each in found),
    )


def _provisional(readings: Sequence[Reading]) -> tuple[str, ...]:
    found = [each for each in readings if each.result.provisional and not each.hidden]
    if not found:
        return ("No figure of the whole area is provisional.",)
    return (f"{begun(len(found), 'figure')} may still change: {_titles(found)}.",)


def _carried(readings: Sequence[Reading]) -> tuple[str, ...]:
    found = [each for each in readings if each.carried and not isinstance(each.shown, NoFigure)]
    if not found:
        return ("No figure is carried forward.",)
    told = "; ".join(f"{each.kpi.title} from {each.reported}" for each in found)
    return (f"{begun(len(found), 'annual figure')} {is_or_are(len(found))} carried forward: {told}.",)


def _as_reported(readings: Sequence[Reading]) -> tuple[str, ...]:
    found = [each for each in readings if each.as_reported and not each.hidden]
    if not found:
        return ("Each figure of the whole area is worked out here from its counts, or is what a publisher printed.",)
    return (f"{begun(len(found), 'figure')} {is_or_are(len(found))} {AS_REPORTED}: {_titles(found)}.",)


def _by_month(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    given = measures_by_month(progress, quarter)
    if not given:
        return ("No return gave months of this quarter.",)
    missing = months_not_there(progress, quarter)
    return (
        f"{begun(len(given), 'measure')} {was_or_were(len(given))} counted by month too, with "
        f"{or_none(len(missing))} of the three months missing.",
        *(f"{period_text(month)} is not there: {_counted_as(names)}." for month, names in missing.items()),
    )


def _counted_as(names: Sequence[str]) -> str:
    return named([measure_text(each) for each in names], "; ")


def _symbols(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    """Every reason why there is no figure, with how many of them and of which measures; those of all areas."""
    by_reason: dict[Reason, list[Reading]] = defaultdict(list)
    total = 0
    for kpi in definitions_in_force(quarter).values():
        for reading in progress.readings(kpi, quarter).values():
            total += 1
            if isinstance(reading.shown, NoFigure):
                by_reason[reading.shown.reason].append(reading)
    if not by_reason:
        return (
            f"Each of {counted(total, 'figure')} of all areas is there; a figure that is missing is never shown as zero.",
        )
    without = sum(map(len, by_reason.values()))
    head = f"{without} of {counted(total, 'figure')} of all areas {is_or_are(without)} not there, and none is shown as zero."
    told = (f"{_symbol(reason)}: {counted(len(found), 'figure')} ({_kpis(found)})." for reason, found in by_reason.items())
    return (head, *sorted(told))


def _symbol(reason: Reason) -> str:
    """`Not available (x)`: the reason with the symbol that returns have for it, where they have one."""
    symbol = next((each for each, meaning in MEANING.items() if meaning == str(reason)), None)
    return f"{capitalised(str(reason))}{f' ({symbol})' if symbol else ''}"


def _kpis(readings: Iterable[Reading]) -> str:
    by_kpi: dict[Kpi, int] = defaultdict(int)
    for each in readings:
        by_kpi[each.kpi] += 1
    return "; ".join(f"{kpi.title}{f', {count} areas' if count > 1 else ''}" for kpi, count in by_kpi.items())


def _queried(progress: Progress, quarter: Quarter, queried: Queried | None) -> tuple[str, ...]:
    if queried is None:
        return ("What the checks asked, and what was answered, quotes figures: it is for those who see every figure.",)
    kept = [each for each in progress.records.kept if each.cover.quarter == quarter]
    found = [(version, each) for version in kept for each in queried.get(version.number, ())]
    if not found:
        return ("No figure of these returns was queried by the checks, so none was accepted against one.",)
    told = (
        f"Version {version.number}, {each.finding.sheet} {each.finding.cell}: {each.finding.message} "
        f"Answered: “{each.reason}”."
        for version, each in found
    )
    return (f"{len(found)} {'query was' if len(found) == 1 else 'queries were'} answered on loading.", *told)


def _restated(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    found = changes(progress, quarter).restatements
    if not found:
        return (f"No figure was restated since the returns for {quarter - 1} were due.",)
    parts = sum(each.area.kind == "district" for each in found)
    versions = dict.fromkeys(each.version for each in found)
    named = "; ".join(f"version {each.number} on {day_text(each.accepted_at)}" for each in versions)
    return (
        f"{begun(len(found), 'figure')} {was_or_were(len(found))} restated since the returns for {quarter - 1} were due, "
        f"{parts or 'none'} of them in districts: {named}.",
    )


def _judged(readings: Sequence[Reading]) -> tuple[str, ...]:
    found = [each for each in readings if each.override]
    if not found:
        return ("No rating was replaced by a lead's judgement.",)
    return tuple(f"{each.kpi.title}: {each.rated.reason}." for each in found)


def _hidden(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    found = losses(progress, quarter)
    hidden = sum(loss.hidden for loss in found.values())
    if not hidden:
        return ("No figure is hidden from this reader.",)
    kept = ", ".join(f"{number_text(loss.seen, 1)}% of {level}" for level, loss in found.items() if loss.figures)
    return (
        f"{begun(hidden, 'figure')} {is_or_are(hidden)} hidden and {'reads' if hidden == 1 else 'read'} {HIDDEN_SIGN}. "
        f"{HIDDEN_WORDS}.",
        f"Of all figures these are still seen: {kept}.",
    )


def _breaks(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    by_break: dict[tuple[Quarter, str], list[Kpi]] = defaultdict(list)
    for kpi in definitions_in_force(quarter).values():
        for when, why in kpi.breaks.items():
            if Quarter.parse(when) <= quarter:
                by_break[Quarter.parse(when), why].append(kpi)
    if not by_break:
        return ("No series has a break.",)
    return tuple(
        f"From {when}: {why.rstrip('.')}. Not comparable across it: {'; '.join(kpi.title for kpi in by_break[when, why])}."
        for when, why in sorted(by_break)
    )


def _definitions(progress: Progress, quarter: Quarter) -> tuple[str, ...]:
    day = progress.now.astimezone(LONDON).date()
    known = definitions_in_force(quarter).values()
    past = [kpi for kpi in known if kpi.next_review < day]
    first = min(kpi.next_review for kpi in known)
    if not past:
        return (f"All {len(known)} definitions are inside their review date; the first falls due on {day_text(first)}.",)
    told = "; ".join(f"{kpi.title} ({day_text(kpi.next_review)})" for kpi in past)
    return (f"{len(past)} of {len(known)} definitions {is_or_are(len(past))} past their review: {told}.",)


def _titles(readings: Iterable[Reading]) -> str:
    return "; ".join(each.kpi.title for each in readings)
