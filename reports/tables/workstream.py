"""Of a workstream: its milestones, and who is accountable and who takes part, as tables."""

from collections import Counter
from collections.abc import Iterable

from programme.sheets.actions import ACTIONS
from programme.sheets.milestones import MILESTONES
from reports.progress.delivery import Delivery
from reports.progress.timescale import FollowedMilestone
from reports.sentences.workstream import milestone_text
from reports.tables.cells import count_cell, day_cell, text_or
from reports.tables.declared import as_returned, under
from reports.tables.table import Column, Table, table_of


def milestones_table(milestones: Iterable[FollowedMilestone]) -> Table:
    """One row per milestone, in order of the day agreed first."""
    columns = {
        **as_returned(MILESTONES.ref, MILESTONES.title, of=lambda each: each.now),
        under(MILESTONES.due): lambda each: day_cell(each.due),
        Column("How it stands"): milestone_text,
        Column("As returned for"): lambda each: str(each.now.quarter),
    }
    return table_of(MILESTONES.name, columns, milestones)


def accountable_table(delivery: Delivery) -> Table:
    """Who is accountable and who takes part, with the number of actions of each; what is not given is counted too."""
    parts = Counter((each.now.accountable_role, each.now.partner) for each in delivery.actions)
    columns = {
        under(ACTIONS.accountable_role): lambda part: text_or(part[0][0], "not given"),
        under(ACTIONS.partner): lambda part: text_or(part[0][1], "none named"),
        Column("Number of actions", "number"): lambda part: count_cell(part[1]),
    }
    ordered = sorted(parts.items(), key=lambda part: (-part[1], part[0]))
    return table_of("Accountable roles and partners", columns, ordered)
