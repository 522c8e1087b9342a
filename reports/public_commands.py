"""The command of the public export: make the pages of what is published, write them as a folder, and log it."""

import argparse
import json
from pathlib import Path

from plumbing.command_line import Parser, as_argument, of_a_store
from programme.access import AT_THE_COMMAND_LINE, Deed, Person, Role, demand, person_here
from programme.log import Logged
from programme.quarter import Quarter
from record.records import read
from reports.progress.readings import Progress
from reports.public.folder import write_folder
from reports.public.frame import INDEX
from reports.public.made import PublicSite, public_site
from store.database import Database
from store.order.points import point_at


def add_public_command(commands: argparse._SubParsersAction) -> None:
    """Add `public`."""
    command: Parser = commands.add_parser("public", help="static pages of what is published, for any web server")
    command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument(
        "--output", type=Path, required=True, metavar="FOLDER", help="a new folder, or an earlier export that is replaced"
    )
    command.add_argument("--json", action="store_true", help="print the manifest as JSON")
    of_a_store(command, run_public)


def run_public(asked: argparse.Namespace) -> int:
    """Write the folder and say what is in it: one JSON object, or where to begin."""
    person = person_here(AT_THE_COMMAND_LINE)
    with Database.open(asked.database, create=False) as database:
        site = exported(database, asked.quarter, person)
        write_folder(site.all, asked.output)
        database.looks.note(Logged.TOOK_AWAY, person, f"public export {site.manifest['id']}")
    if asked.json:
        print(json.dumps(site.manifest, ensure_ascii=False, indent=2))
    else:
        print(f"{asked.output / INDEX}\n{len(site.all)} files, {site.manifest['id']}")
    return 0


def exported(database: Database, quarter: Quarter, person: Person) -> PublicSite:
    """The public pages of what readers are shown of a quarter now. Raises NotAllowed, NotPublic and StoreError."""
    demand(person, Deed.EXPORT_PUBLIC)
    progress = Progress(read(database), Role.READER)
    as_at = progress.records.as_at
    point = point_at(database, as_at) if as_at else None
    return public_site(progress, quarter, point.change if point else 0)
