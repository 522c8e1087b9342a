"""Kept packs, and what has moved since one was made or what another says otherwise, as tables."""

from collections.abc import Iterable

from kpis.registry import registry
from programme.areas import area_coded
from programme.kept_packs import KeptPack, PackLine, PackSending
from programme.moment import time_text
from reports.pack.moved import PackMove
from reports.tables.cells import BLANK, absent, moment_cell
from reports.tables.table import Cell, Column, Table, table_of

ITS_FILES = "Files of a kept pack and their hashes"


def sendings_table(packs: Iterable[KeptPack]) -> Table:
    """To whom each pack went and when, newest last; a row for each sending."""
    columns = {
        Column("Pack"): lambda each: each[0].id,
        Column("Went to"): lambda each: each[1].recipients,
        Column("When", "date"): lambda each: moment_cell(each[1].at),
        Column("By"): lambda each: each[1].doer,
        Column("State"): lambda each: each[0].state,
        Column("As known on", "date"): lambda each: moment_cell(each[0].as_at),
        Column("Definitions"): lambda each: each[0].definitions,
        Column("Files"): lambda each: f"{each[0].redacted or f'{len(each[0].files)} kept'}",
    }
    rows: list[tuple[KeptPack, PackSending]] = [(pack, sent) for pack in packs for sent in pack.sendings]
    return table_of("Kept packs, and to whom they went", columns, rows)


def files_table(pack: KeptPack) -> Table:
    """The files of one pack, with the hash by which anybody can tell that what they hold is what was kept."""
    columns = {
        Column("File"): lambda each: each.name,
        Column("Bytes", "number"): lambda each: Cell(each.length, f"{each.length:,}"),
        Column("Fingerprint (sha256)"): lambda each: each.sha256,
    }
    return table_of(ITS_FILES, columns, pack.files)


def moves_table(moves: Iterable[PackMove], caption: str, reasons: bool) -> Table:
    """Each line that says something else. `reasons` quote figures, and are for those who see versions."""
    columns = {
        Column("What"): lambda each: str(each.line.kind),
        Column("Of"): lambda each: called(each.line),
        Column("Quarter"): lambda each: str(each.line.quarter),
        Column("Then"): lambda each: _said(each.then),
        Column("Now"): lambda each: _said(each.now),
        Column("Moved by"): _moved_by,
        Column("Why"): lambda each: each.cause.reason if each.cause and each.cause.reason else BLANK,
    }
    found = tuple(moves)
    table = table_of(caption, columns, found)
    table = table if reasons else table.without("Why")
    return table if all(each.cause for each in found) else table.without("Moved by", "Why")


def called(line: PackLine) -> str:
    """What a line is about: `Plans issued within 20 weeks, Kent`, or a sheet of words, its row and its heading."""
    if not line.area:
        return f"{line.about}, {line.heading}"
    kpi = registry().get(line.about)
    return f"{kpi.title if kpi else line.about}, {area_coded(line.area).name}"


def _said(line: PackLine | None) -> Cell | str:
    return line.text if line else absent("not there")


def _moved_by(move: PackMove) -> str:
    if move.cause is None:
        return ""
    cause = move.cause
    number = f"version {cause.version}, " if cause.version else ""
    deed = f", {cause.by} on {time_text(cause.at)}" if cause.at else ""
    return f"{number}{cause.what}{deed}"
