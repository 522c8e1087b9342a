"""The command of the pack: make it of one point of the store, write its files, say what they are, and log it."""

import argparse
import json
from collections.abc import Collection
from datetime import datetime

from programme.access import AT_THE_COMMAND_LINE, Deed, Person, Role, demand, person_here, sees_hidden
from programme.log import Logged
from programme.quarter import Quarter
from record.records import read
from reports.pack.files import PackFiles, files_of, write_files
from reports.pack.made import NothingToPack, nothing_to_pack, pack_of
from reports.progress.readings import Progress
from store.database import Database
from store.order.points import point_at
from store.returns.versions import answered


def run_pack(asked: argparse.Namespace) -> int:
    """Write the files of a pack and say what they are: one JSON object, or a line for each."""
    person = person_here(AT_THE_COMMAND_LINE)
    with Database.open(asked.database, create=False) as database:
        made = pack_files(database, asked.quarter, asked.as_at, asked.role, asked.formats, person)
        write_files(made.all, asked.output)
        database.looks.note(Logged.TOOK_AWAY, person, f"pack {made.manifest['id']}")
    if asked.json:
        print(json.dumps(made.manifest, ensure_ascii=False, indent=2))
    else:
        for each in made.all:
            print(f"{asked.output / each.name}")
    return 0


def pack_files(
    database: Database, quarter: Quarter, as_at: datetime | None, role: Role, formats: Collection[str], person: Person
) -> PackFiles:
    """The files of a pack of what was known at a moment, or of what is stored (None).

    An analyst's needs the deed, is logged, and tells which queries were answered. Raises NotAllowed, NothingToPack and
    StoreError.
    """
    point = point_at(database, as_at)
    if point is None:
        raise NothingToPack(nothing_to_pack(quarter))
    progress, queried = Progress(read(database, point.moment), role), None
    if sees_hidden(role):
        demand(person, Deed.SEE_HIDDEN)
        database.looks.note(Logged.LOOKED_AT_HIDDEN, person, f"pack of {quarter}")
        own = (each.number for each in progress.records.kept if each.cover.quarter == quarter)
        queried = {number: answered(database, number, person) for number in own}
    change = point_at(database, progress.records.as_at).change
    return files_of(pack_of(progress, quarter, change, queried), formats)
