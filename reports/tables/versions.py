"""What happened to the figures: the versions of returns, what each changed, and every restatement, as tables."""

from collections.abc import Iterable

from programme.access import Role, sees_hidden
from programme.measures import measures
from programme.submission import Restatement, Version
from reports.language.linked import Linked
from reports.sentences.versions import parts_text, version_title
from reports.sentences.ways import returned_link, version_place
from reports.tables.cells import moment_cell, returned_cell, text_or, version_cell
from reports.tables.table import Cell, Column, Table, table_of


def versions_table(versions: Iterable[Version], role: Role) -> Table:
    """Every version, newest first. The reasons quote figures, and are for those who see all figures."""
    known = list(versions)
    withdrawn = {version.withdraws: version for version in known}
    columns = {
        Column("Version"): lambda version: Cell(version.number, str(version.number), at=version_place(version.number)),
        Column("What"): lambda version: version_title(version).partition(": ")[2],
        Column("Speaks for"): parts_text,
        Column("Accepted", "date"): lambda version: moment_cell(version.accepted_at),
        Column("By"): lambda version: version.doer,
        Column("Why"): lambda version: version.reason,
        Column("Status"): lambda version: _status(version, withdrawn.get(version.number)),
        Column("File"): lambda version: version.file_name,
        Column("Fingerprint (sha256)"): lambda version: Cell(version.sha256, version.sha256[:12]),
    }
    return _told(table_of("Versions, newest first", columns, reversed(known)), role)


def _status(version: Version, withdrawal: Version | None) -> str:
    return f"withdrawn by version {withdrawal.number}" if withdrawal else str(version.cover.status)


def restatements_table(restatements: Iterable[Restatement], role: Role, caption: str = "Figures that have changed") -> Table:
    """Figures that changed after they had been seen, newest first: old, new, when, why, by whom.

    Give those that may be seen (`Progress.restatements`). The reasons quote figures, and are for those who see all figures.
    """
    columns = {
        Column("Figure"): lambda each: _cells_of(each, measures()[each.measure].description),
        Column("Area"): lambda each: each.area.name,
        Column("Quarter"): lambda each: str(each.quarter),
        Column("Old", "number"): lambda each: returned_cell(each.old),
        Column("New", "number"): lambda each: returned_cell(each.new),
        Column("When", "date"): lambda each: moment_cell(each.version.accepted_at),
        Column("Why"): lambda each: text_or(each.version.reason, "no reason was given"),
        Column("By"): lambda each: each.version.doer,
        Column("Version"): lambda each: version_cell(each.version),
        Column("Cell"): lambda each: str((each.new or each.old).source),
    }
    return _told(table_of(caption, columns, reversed(tuple(restatements))), role)


def _cells_of(each: Restatement, text: str) -> Linked | str:
    return returned_link(each.measure, each.area, each.quarter, text)


def version_changes_table(version: Version, restatements: Iterable[Restatement], role: Role) -> Table:
    """What one version changed: a table that needs no word on who made it when."""
    changed = restatements_table(restatements, role, f"What version {version.number} changed")
    return changed.without("When", "By", "Version")


def _told(table: Table, role: Role) -> Table:
    return table if sees_hidden(role) else table.without("Why")
