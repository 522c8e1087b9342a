"""The statement for DfE and NHS England: one document for a monitoring meeting, over all nine, after what was asked last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plumbing.deferred import Deferred
from programme.areas import KENT
from programme.kept_packs import KeptPack, PackLineKind
from programme.meeting import Meeting
from programme.moment import day_text
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from reports.language.grammar import begun, counted, is_or_are
from reports.language.linked import plain_text
from reports.pack.cover import cover_of
from reports.pack.data import pack_data
from reports.pack.glance import glance_table
from reports.pack.kept_tables import files_table, moves_table, sendings_table
from reports.pack.made import NothingToPack, nothing_to_pack, pack_notes
from reports.pack.measures import NOTHING, measures_of
from reports.pack.moved import PackMove
from reports.pack.origin import origin_of
from reports.pack.parts import Block, BlockHeading, Pack, PackSection, Points, Tabled, Words
from reports.pack.quality import quality_section
from reports.pack.sections import late_section
from reports.pack.statements import record_text, statement_sections
from reports.progress.letters import letters_known
from reports.progress.meeting import Arising, matters_arising, on_record
from reports.progress.readings import Progress
from reports.progress.standing import standings
from reports.sentences.letters import letter_name, letter_words
from reports.sentences.meeting import (
    held_sentence,
    item_sentence,
    meeting_name,
    reply_sentence,
    since_sentence,
    state_of,
    state_text,
    waiting_headline,
)
from reports.tables.cells import absent
from reports.tables.table import Cell, Column, Table, table_of

DOCUMENT = "statement"
FOR_WHOM = "DfE and NHS England"
NOT_ASKED = "No meeting was closed before, so nothing was asked."
NO_LETTERS = "No letter of the DfE, NHS England or inspectors is recorded"
NO_FIGURE = f"{NOTHING}: no figure; the pack has each reason."
NOTHING_WENT = "No pack or statement that is kept went to anybody before this one"
TOLD_OF = (PackLineKind.FIGURE, PackLineKind.RATING, PackLineKind.DIRECTION)
"""What of a document that went is held against this one: words are those of its own quarter."""
ASKED_WIDTHS, LETTER_WIDTHS = (1, 4.8, 4.2, 4), (2.2, 1.9, 3, 7)
WENT_WIDTHS, FILES_WIDTHS, MOVED_WIDTHS = (3.4, 3.2, 2.2, 1.6, 2.2, 2.4), (4.4, 1.6, 5.6), (1.2, 4.4, 1.6, 2, 2, 4.4)


@dataclass(frozen=True, slots=True)
class WentBefore:
    """What went to anybody before this statement: the kept packs with their sendings, and what the one that went last says
    otherwise than stands in this statement's state."""

    packs: tuple[KeptPack, ...] = ()
    moved: tuple[PackMove, ...] = ()

    @property
    def last(self) -> KeptPack | None:
        """The one that went last."""
        return max(self.packs, key=lambda each: each.sendings[-1].at, default=None)


def monitoring_statement(progress: Progress, quarter: Quarter, change: int, went: WentBefore) -> Pack:
    """The statement on `quarter` of what `progress` knows; `change` is the newest thing stored by its moment.

    Raises NothingToPack where no return that stands gives a figure for it.
    """
    if quarter not in progress.records.quarters:
        raise NothingToPack(nothing_to_pack(quarter))
    origin = origin_of(progress, quarter, change)
    measures = tuple(replace(each, grid=_alone(each.grid)) for each in measures_of(progress, quarter))
    data = Deferred(lambda: pack_data(progress, quarter))
    title = f"Statement for {FOR_WHOM} on {quarter}"
    sections = (
        asked_section(progress, quarter),
        *statement_sections(progress, quarter, measures),
        late_section(progress, quarter),
        replace(quality_section(progress, quarter), subject="How far to trust this statement"),
        went_section(went),
    )
    glance = glance_table(standings(progress, KENT, quarter, tuple(weaknesses().values())))
    cover = replace(cover_of(progress, quarter), title=title)
    return Pack(origin, cover, glance, sections, measures, pack_notes(origin), data)


def _alone(grid: Table) -> Table:
    """The table of a chart where no workbook goes with it."""
    notes = (NO_FIGURE if each.startswith(NOTHING) else each for each in grid.notes)
    return replace(grid, notes=tuple(notes))


def last_meeting(progress: Progress, quarter: Quarter) -> Meeting | None:
    """The newest meeting on `quarter` or before that is closed."""
    closed = (each for each in progress.records.meetings if each.closed and each.quarter <= quarter)
    return max(closed, key=lambda each: each.held_on, default=None)


def asked_section(progress: Progress, quarter: Quarter) -> PackSection:
    """What the last meeting asked and agreed, with answers and how each stands; what earlier ones still wait for; and what
    the DfE, NHS England and inspectors wrote."""
    last = last_meeting(progress, quarter)
    asked = [each for each in on_record(progress, quarter) if last and each.meeting.number == last.number]
    finding = waiting_headline(last, sum(each.item.open for each in asked))
    blocks = _asked(progress, quarter, last, asked) if last else (Words(NOT_ASKED),)
    return PackSection("asked", "Asked last time", finding, (*blocks, *_written(progress, quarter)))


def _asked(progress: Progress, quarter: Quarter, last: Meeting, asked: Sequence[Arising]) -> Iterable[Block]:
    yield Words(f"{held_sentence(last)} {state_of(last)}.")
    yield BlockHeading(f"What it asked and agreed: {counted(len(asked), 'thing')} on record")
    yield Tabled(on_record_table(asked), ASKED_WIDTHS) if asked else Words("Nothing is on record.")
    earlier = (each for each in matters_arising(progress, quarter) if each.meeting.number != last.number)
    told = tuple(f"{meeting_name(each.meeting)}. {record_text(each)}" for each in earlier)
    yield BlockHeading("What meetings before it still wait for")
    yield Points(told or ("Nothing waits.",))


def on_record_table(asked: Iterable[Arising]) -> Table:
    """A row for each thing on record: what it was, what was answered, and how it stands."""
    columns = {
        Column("Number"): lambda each: each.item.ref,
        Column("What was asked or agreed"): lambda each: plain_text(item_sentence(each)[1:]).strip(),
        Column("What was answered"): _answered,
        Column("How it stands"): lambda each: " ".join(filter(None, (state_text(each), since_sentence(each)))),
    }
    return table_of("Asked and agreed last time", columns, asked)


def _answered(arising: Arising) -> Cell | str:
    told = " ".join(reply_sentence(arising, each) for each in arising.item.replies)
    return told or absent("nothing yet" if arising.item.open else "no answer was asked for")


def _written(progress: Progress, quarter: Quarter) -> Iterable[Block]:
    """What letters said by the end of the quarter, newest first."""
    known = letters_known(progress, quarter)
    if not known:
        yield BlockHeading(NO_LETTERS)
        return
    columns = {
        Column("Day"): lambda each: day_text(each.day),
        Column("From"): lambda each: each.sender,
        Column("Weakness"): lambda each: weaknesses()[each.weakness].name,
        Column("What it says"): lambda each: plain_text(letter_words(each)),
    }
    newest = f"the newest of {letter_name(known[0])}"
    yield BlockHeading(f"{begun(len(known), 'passage')} of letters {is_or_are(len(known))} on record, {newest}")
    yield Tabled(table_of("What the DfE, NHS England and inspectors wrote", columns, known), LETTER_WIDTHS)


def went_section(went: WentBefore) -> PackSection:
    """What went before, to whom, when and in which version; and which of its figures and ratings stand otherwise here."""
    last = went.last
    if last is None:
        return PackSection("went", "What went before", NOTHING_WENT, (Words(f"{NOTHING_WENT}."),))
    sent = last.sendings[-1]
    count = sum(len(each.sendings) for each in went.packs)
    finding = f"{begun(count, 'sending')} before this one, the last to {sent.recipients} on {day_text(sent.at.date())}"
    return PackSection("went", "What went before", finding, tuple(_went(went, last)))


def _went(went: WentBefore, last: KeptPack) -> Iterable[Block]:
    yield Tabled(sendings_table(went.packs).without("By", "Files"), WENT_WIDTHS)
    yield BlockHeading(f"The files of {last.id}")
    yield Tabled(files_table(last), FILES_WIDTHS)
    told = [each for each in went.moved if each.line.kind in TOLD_OF]
    yield BlockHeading(f"What stands otherwise here than in {last.id}")
    if told:
        caption = f"{counted(len(told), 'line')} of {last.quarter}"
        yield Tabled(moves_table(told, caption, reasons=False), MOVED_WIDTHS)
    else:
        yield Words(f"Every figure, rating and direction of {last.quarter} is as it was.")
