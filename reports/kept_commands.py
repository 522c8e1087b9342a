"""The commands of kept packs: keep the pack of a signed quarter, list and write out what is kept, and say what has moved."""

import argparse
import json
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from kpis.fingerprint import definitions_fingerprint
from kpis.registry import registry
from plumbing.command_line import WHO, Parser, as_argument, of_a_store, print_each
from programme.access import AT_THE_COMMAND_LINE, Deed, Person, Role, demand, may, person_here
from programme.areas import area_coded
from programme.kept_packs import KeptPack, PackIdentity, PackToKeep
from programme.log import Logged
from programme.moment import day_typed, moment, time_text
from programme.quarter import Quarter
from programme.submission import Acceptance
from record.records import read, read_signed
from reports.pack.files import FORMATS, PackFile, files_of, pack_id, write_files
from reports.pack.lines import lines_to_keep
from reports.pack.made import NothingToPack, pack_of
from reports.pack.monitoring import DOCUMENT as STATEMENT
from reports.pack.moved import PackMove, between, moved_since
from reports.pack.origin import origin_of
from reports.progress.readings import Progress
from reports.statement_commands import signed_statement
from store.database import Database
from store.order.points import point_at
from store.signing.kept_packs import keep_pack, kept_packs, pack_contents, pack_kept, pack_lines_kept, send_kept_pack

DOCUMENTS = ("pack", STATEMENT)
"""What can be kept: the board pack, and the statement for DfE and NHS England."""
NOT_SIGNED = (
    "Only the pack of an approved or published quarter is kept, got: {quarter}, which is neither. Have it signed off first "
    "(Meetings, Sign-off). Nothing was kept; nothing was lost."
)


_IDENTITY = attrgetter(*(each.name for each in fields(PackIdentity)))


def add_kept_commands(commands: argparse._SubParsersAction) -> None:
    """Add `keep`, `packs` and `moved`."""
    command: Parser = commands.add_parser("keep", help="keep the pack of a signed quarter, and to whom it went")
    command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument("--to", required=True, metavar="WHOM", help='to whom it goes, like "DfE and NHS England"')
    command.add_argument("--by", required=True, metavar="NAME", help=WHO)
    command.add_argument("--document", choices=DOCUMENTS, default=DOCUMENTS[0], help="what goes (default: the board pack)")
    command.add_argument("--today", type=as_argument(day_typed), metavar="YYYY-MM-DD", help="confirms the machine's day")
    command.add_argument("--output", type=Path, metavar="FOLDER", help="where its files are written as they are kept")
    _told(command, run_keep)
    command = commands.add_parser("packs", help="the packs that are kept, and to whom they went")
    command.add_argument("--as-at", type=as_argument(moment), help="a past day or time: what was kept then")
    command.add_argument("--pack", metavar="ID", help="only this one")
    command.add_argument(
        "--output", type=Path, metavar="FOLDER", help="where the files of --pack are written as they are kept"
    )
    _told(command, run_packs)
    command = commands.add_parser("moved", help="what says something else than a kept pack, line by line")
    command.add_argument("--pack", required=True, metavar="ID", help="which kept pack")
    command.add_argument("--beside", metavar="ID", help="held against this kept pack, in place of what stands now")
    command.add_argument("--as-at", type=as_argument(moment), help="what stood then, in place of what stands now")
    _told(command, run_moved)


def _told(command: Parser, run: Callable[[argparse.Namespace], int]) -> None:
    command.add_argument("--json", action="store_true", help="print JSON")
    of_a_store(command, run)


def keep_signed(
    database: Database, quarter: Quarter, recipients: str, acceptance: Acceptance, document: str = DOCUMENTS[0]
) -> KeptPack:
    """Make the pack of what was signed of a quarter, for readers and in all formats, or the statement, and keep it. A pack
    that is kept already goes to more recipients without being made again.

    Raises NotAllowed, NothingToPack where it is neither approved nor published, and StoreError.
    """
    demand(acceptance.by, Deed.KEEP_PACK)
    if document == STATEMENT:
        made = signed_statement(database, quarter, acceptance.by)
        if made is None:
            raise NothingToPack(NOT_SIGNED.format(quarter=quarter))
        return keep_pack(database, made, recipients, acceptance)
    progress, which = _signed(database, quarter)
    kept = send_kept_pack(database, which, recipients, acceptance)
    return kept or keep_pack(database, _made(progress, which), recipients, acceptance)


def _signed(database: Database, quarter: Quarter) -> tuple[Progress, PackIdentity]:
    """What was signed of a quarter as readers are given it, and which pack is made of it: its id says so before it is.

    Raises NothingToPack and StoreError.
    """
    point = point_at(database)
    signed = read_signed(database, quarter, point.moment) if point else None
    if signed is None:
        raise NothingToPack(NOT_SIGNED.format(quarter=quarter))
    progress = Progress(signed, Role.READER)
    origin = origin_of(progress, quarter, point_at(database, progress.records.as_at).change)
    about = origin.as_at, origin.change, signed.given.change, origin.state, origin.program, origin.definitions
    return progress, PackIdentity(pack_id(origin), quarter, *about)


def _made(progress: Progress, which: PackIdentity) -> PackToKeep:
    pack = pack_of(progress, which.quarter, which.change)
    files = tuple((each.name, each.content) for each in files_of(pack, tuple(FORMATS)).all)
    return PackToKeep(*_IDENTITY(which), files, lines_to_keep(progress, pack))


def pack_moves(database: Database, pack: KeptPack, person: Person, progress: Progress) -> tuple[PackMove, ...]:
    """What says something else in `progress` than a kept pack did; that is what stands, hidden as from readers."""
    return moved_since(pack, pack_lines_kept(database, pack, person), progress, definitions_fingerprint())


def packs_apart(database: Database, one: KeptPack, other: KeptPack, person: Person) -> tuple[PackMove, ...]:
    """What two kept packs say otherwise."""
    return between(pack_lines_kept(database, one, person), pack_lines_kept(database, other, person))


def kept_files(database: Database, pack: KeptPack, person: Person) -> tuple[PackFile, ...]:
    """The files of a kept pack as they were kept, the manifest among them; logged as taken away. Raises StoreError."""
    files = tuple(PackFile(name, content) for name, content in pack_contents(database, pack, person))
    database.looks.note(Logged.TOOK_AWAY, person, f"kept pack {pack.id}")
    return files


def run_keep(asked: argparse.Namespace) -> int:
    """Keep the pack of a signed quarter, and write what is kept where it is wanted."""
    acceptance = Acceptance(person_here(asked.by), confirmed=asked.today)
    with Database.open(asked.database, create=False) as database:
        pack = keep_signed(database, asked.quarter, asked.to, acceptance, asked.document)
        if asked.output:
            write_files(kept_files(database, pack, acceptance.by), asked.output)
    print(json.dumps(pack_object(pack), ensure_ascii=False, indent=2) if asked.json else _line(pack))
    return 0


def run_packs(asked: argparse.Namespace) -> int:
    """List what is kept, or write the files of one of them."""
    person = person_here(AT_THE_COMMAND_LINE)
    with Database.open(asked.database, create=False) as database:
        found = kept_packs(database, person, asked.as_at)
        if asked.pack:
            found = (pack_kept(database, asked.pack, person, asked.as_at),)
        if asked.pack and asked.output:
            write_files(kept_files(database, found[0], person), asked.output)
    print_each(found, asked.json, pack_object, _line, "No pack is kept.")
    return 0


def run_moved(asked: argparse.Namespace) -> int:
    """Say what has moved since a pack was made, or what another says otherwise."""
    person = person_here(AT_THE_COMMAND_LINE)
    with Database.open(asked.database, create=False) as database:
        pack = pack_kept(database, asked.pack, person)
        if asked.beside:
            moves = packs_apart(database, pack, pack_kept(database, asked.beside, person), person)
        else:
            moves = pack_moves(database, pack, person, Progress(read(database, asked.as_at), Role.LEAD))
    told = may(person, Deed.SEE_VERSIONS)
    print_each(moves, asked.json, lambda each: move_object(each, told), _move_line, "Nothing has moved.")
    return 0


def pack_object(pack: KeptPack) -> dict:
    """A kept pack for other programs."""
    return {
        "id": pack.id,
        "quarter": str(pack.quarter),
        "as_at": pack.as_at.isoformat(),
        "change": pack.change,
        "state": pack.state,
        "program": pack.program,
        "definitions": pack.definitions,
        "files": [{"name": each.name, "bytes": each.length, "sha256": each.sha256} for each in pack.files],
        "sent": [{"to": each.recipients, "at": each.at.isoformat(), "by": each.by} for each in pack.sendings],
        "redacted": pack.redacted or None,
    }


def move_object(move: PackMove, reasons: bool) -> dict:
    """A line that moved, for other programs; reasons quote figures, and are for those who see versions."""
    line, cause = move.line, move.cause
    figure = bool(line.area)
    kpi = registry().get(line.about) if figure else None
    told = {
        "kind": str(line.kind),
        "kpi": line.about if figure else None,
        "about": kpi.title if kpi else line.about,
        "area": area_coded(line.area).name if line.area else None,
        "quarter": str(line.quarter),
        "heading": line.heading or None,
        "then": move.then and move.then.text,
        "now": move.now and move.now.text,
    }
    if cause is None:
        return told
    why = cause.reason if reasons else None
    at = cause.at and cause.at.isoformat()
    return told | {
        "cause": cause.what,
        "version": cause.version,
        "wording": cause.wording,
        "reason": why,
        "by": cause.by or None,
        "at": at,
    }


def _line(pack: KeptPack) -> str:
    sent = (f"  to {each.recipients}, {time_text(each.at)}, by {each.doer}" for each in pack.sendings)
    gone = [f"  its files were {pack.redacted}"] if pack.redacted else []
    files = (f"  {each.sha256}  {each.name}" for each in pack.files)
    return "\n".join([f"{pack.id}  {pack.quarter}, {pack.state}", *sent, *gone, *files])


def _move_line(move: PackMove) -> str:
    told = move_object(move, reasons=True)
    about = " ".join(filter(None, (told["about"], told["area"], told["quarter"], told["heading"])))
    why = ": ".join(filter(None, (told.get("cause"), told.get("reason"))))
    return f"{told['kind']}: {about}: {told['then'] or 'nothing'} -> {told['now'] or 'nothing'}{f' ({why})' if why else ''}"
