"""What boards put on record as a table: what was asked, decided and promised, and how it stands; follow-ups as actions."""

from collections.abc import Iterable

from programme.moment import LONDON
from programme.sheets.actions import ACTIONS
from reports.progress.meeting import Arising, FollowedUp
from reports.sentences.meeting import (
    KEPT_BACK,
    NAMED,
    about_link,
    meeting_link,
    meeting_name,
    record_link,
    reply_sentence,
    since_sentence,
    state_text,
)
from reports.tables.cells import BLANK, absent, brag_cell, day_cell, leading, linked_cell, text_or
from reports.tables.declared import under
from reports.tables.table import Cell, Column, Table, table_of


def records_table(found: Iterable[Arising]) -> Table:
    """One row for each thing on record, in the order in which it was recorded."""
    columns = {
        under(ACTIONS.ref): lambda each: leading(Cell(each.item.ref, each.item.ref), record_link(each.item)),
        Column("Kind"): lambda each: NAMED[each.item.said.kind],
        Column("Meeting"): lambda each: meeting_name(each.meeting),
        Column("About"): _about,
        Column("Words"): lambda each: absent(KEPT_BACK) if each.kept_back else each.item.said.words,
        Column("Asked by"): lambda each: text_or(each.item.said.asked_by, ""),
        Column("Owner"): lambda each: text_or(each.item.said.owner_role, ""),
        Column("Due", "date"): lambda each: day_cell(each.item.said.due) if each.item.said.due else BLANK,
        Column("Answer"): lambda each: reply_sentence(each, each.item.reply) if each.item.reply else BLANK,
        Column("How it stands"): lambda each: state_text(each) or (each.item.said.outcome or ""),
        Column("Since then"): since_sentence,
        Column("Recorded on", "date"): lambda each: day_cell(each.item.done.at.astimezone(LONDON).date()),
        Column("Recorded by"): lambda each: each.item.done.doer,
    }
    return table_of("Meetings, what is on record", columns, found)


def _about(each: Arising) -> Cell:
    about = about_link(each.item.said.about, each.meeting.quarter)
    return linked_cell((about,)) if about else absent("the meeting")


def follow_ups_table(found: Iterable[FollowedUp]) -> Table:
    """Each follow-up as the action that it is, with the meeting it came from."""
    columns = {
        under(ACTIONS.ref): lambda each: leading(
            Cell(each.action.now.ref, each.action.now.ref, at=each.action.now.ref), record_link(each.arising.item)
        ),
        under(ACTIONS.title): lambda each: text_or(each.action.now.title, KEPT_BACK),
        Column("Source"): lambda each: linked_cell((meeting_link(each.arising.meeting),)),
        Column("About"): lambda each: _about(each.arising),
        under(ACTIONS.lead_role): lambda each: each.action.now.lead_role,
        under(ACTIONS.status): lambda each: brag_cell(each.action),
        Column("Due", "date"): lambda each: day_cell(each.action.baseline),
        Column("How it stands"): lambda each: state_text(each.arising),
        Column("Note"): lambda each: each.action.now.note,
    }
    return table_of("Follow-ups from meetings", columns, found)
