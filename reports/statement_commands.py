"""The command of the statement for DfE and NHS England: make it of what is signed, or of what stands until it is."""

import argparse
import json
from datetime import datetime
from pathlib import Path

from kpis.fingerprint import definitions_fingerprint
from plumbing.command_line import Parser, as_argument, of_a_store
from programme.access import AT_THE_COMMAND_LINE, Deed, Person, Role, demand, person_here
from programme.kept_packs import KeptPack, PackToKeep
from programme.log import Logged
from programme.moment import moment
from programme.quarter import Quarter
from record.records import read, read_signed
from reports.pack.files import PackFiles, statement_files, write_files
from reports.pack.lines import lines_to_keep
from reports.pack.made import NothingToPack, nothing_to_pack
from reports.pack.monitoring import DOCUMENT, WentBefore, monitoring_statement
from reports.pack.moved import moved_since
from reports.pack.parts import Pack
from reports.progress.readings import Progress
from store.database import Database
from store.order.points import point_at
from store.signing.kept_packs import kept_packs, pack_lines_kept


def add_statement_command(commands: argparse._SubParsersAction) -> None:
    """Add `statement`."""
    told = "the statement for DfE and NHS England on a quarter, over all nine weaknesses"
    command: Parser = commands.add_parser("statement", help=told)
    command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument("--as-at", type=as_argument(moment), help="a past day or time (default: the newest thing stored)")
    command.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="where it is written")
    command.add_argument("--json", action="store_true", help="print the manifest as JSON")
    of_a_store(command, run_statement)


def run_statement(asked: argparse.Namespace) -> int:
    """Write the statement and say what it is: one JSON object, or a line for each file."""
    person = person_here(AT_THE_COMMAND_LINE)
    with Database.open(asked.database, create=False) as database:
        made = statement_made(database, asked.quarter, asked.as_at, person)
        write_files(made.all, asked.output)
    if asked.json:
        print(json.dumps(made.manifest, ensure_ascii=False, indent=2))
    else:
        print("\n".join(f"{asked.output / each.name}" for each in made.all))
    return 0


def statement_made(database: Database, quarter: Quarter, as_at: datetime | None, person: Person) -> PackFiles:
    """The statement of what was known at a moment, or of what is stored (None); logged as taken away.

    Raises NotAllowed, NothingToPack and StoreError.
    """
    _, pack = statement_pack(database, quarter, as_at, person)
    made = statement_files(pack)
    database.looks.note(Logged.TOOK_AWAY, person, f"statement {made.manifest['id']}")
    return made


def signed_statement(database: Database, quarter: Quarter, person: Person) -> PackToKeep | None:
    """The statement of what was signed of a quarter, with what it says; None where nothing that was signed stands."""
    point = point_at(database)
    signed = read_signed(database, quarter, point.moment) if point else None
    if signed is None:
        return None
    demand(person, Deed.SEE_UNSIGNED)
    progress = Progress(signed, Role.READER)
    pack = _statement(database, quarter, None, person, progress)
    made, origin = statement_files(pack), pack.origin
    files = tuple((each.name, each.content) for each in made.all)
    about = origin.as_at, origin.change, progress.records.given.change, origin.state, origin.program, origin.definitions
    return PackToKeep(made.manifest["id"], quarter, *about, files, lines_to_keep(progress, pack))


def statement_pack(database: Database, quarter: Quarter, as_at: datetime | None, person: Person) -> tuple[Progress, Pack]:
    """Of what was signed of the quarter last, else of what stands: in either case hidden as from readers."""
    demand(person, Deed.SEE_UNSIGNED)
    point = point_at(database, as_at)
    if point is None:
        raise NothingToPack(nothing_to_pack(quarter))
    signed = read_signed(database, quarter, point.moment)
    progress = Progress(signed, Role.READER) if signed else Progress(read(database, point.moment), Role.LEAD)
    return progress, _statement(database, quarter, as_at, person, progress)


def _statement(database: Database, quarter: Quarter, as_at: datetime | None, person: Person, progress: Progress) -> Pack:
    change = point_at(database, progress.records.as_at).change
    return monitoring_statement(progress, quarter, change, _went(database, quarter, as_at, person, progress))


def _went(database: Database, quarter: Quarter, as_at: datetime | None, person: Person, progress: Progress) -> WentBefore:
    """What went of this quarter and those before; not this statement itself, which stays the same whoever it goes to."""
    known = kept_packs(database, person, as_at)
    packs = tuple(each for each in known if each.quarter <= quarter and not _same(each, quarter))
    last = WentBefore(packs).last
    if last is None:
        return WentBefore()
    lines = pack_lines_kept(database, last, person)
    return WentBefore(packs, moved_since(last, lines, progress, definitions_fingerprint()))


def _same(pack: KeptPack, quarter: Quarter) -> bool:
    return pack.quarter == quarter and f"-{DOCUMENT}-" in pack.id
