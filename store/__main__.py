"""What keeps the store: copies of it, its log, what is taken out of it, and what is signed off: `python -m store …`."""

import argparse
from functools import cache
from pathlib import Path

import programme.at_start  # noqa: F401 - first: what follows is made of the reference files
from plumbing.command_line import Parser, answer, leave, of_a_store
from programme.access import AT_THE_COMMAND_LINE, Deed, NotAllowed, demand, person_here
from store.backups.backup import back_up, restore
from store.backups.backup_asked import BackupAnswer, ask_for_backup
from store.backups.manifest import hash_of
from store.backups.moving import move
from store.database import Database, place_named
from store.errors import InUse, StoreError
from store.log_commands import add_log_command
from store.redaction_commands import add_redaction_commands
from store.sign_off_commands import add_sign_off_commands


@cache
def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m store", description="Copies of the whole store, which any tool reads, and its log.")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    command = commands.add_parser("backup", help="copy the store to a new folder beside it")
    of_a_store(command, run_backup)
    command = commands.add_parser("restore", help="make a new database of a copy")
    command.add_argument("folder", type=Path, metavar="FOLDER")
    command.add_argument("to", metavar="PLACE", help="a new file, or an empty database: postgresql://…")
    command.add_argument(
        "--manifest",
        default="",
        metavar="HASH",
        help="the hash that backup printed; needed unless the copy is sealed with the key in WSOA_BACKUP_KEY",
    )
    command.set_defaults(run=run_restore)
    command = commands.add_parser("move", help="copy the whole store to another place, and hold the two against one another")
    command.add_argument("--to", required=True, metavar="ADDRESS", help="a new file, or an empty database: postgresql://…")
    of_a_store(command, run_move)
    add_log_command(commands)
    add_redaction_commands(commands)
    add_sign_off_commands(commands)
    return top


def run_backup(asked: argparse.Namespace) -> int:
    """Copy, or have the app copy that holds the database; and say where to."""
    person = person_here(AT_THE_COMMAND_LINE)
    try:
        with Database.open(asked.database, create=False) as database:
            folder = back_up(database, person)
        made = BackupAnswer(str(folder), hash_of(folder))
    except InUse as held:
        demand(person, Deed.BACK_UP)
        made = ask_for_backup(place_named(asked.database).backups, person, held)
    if made.failure:
        raise StoreError(made.failure)
    print(f"The store is copied to {made.folder}.")
    print(f"The hash of its manifest is {made.manifest}. Keep it apart from the copy: restore may ask for it.")
    return 0


def run_restore(asked: argparse.Namespace) -> int:
    """Restore, and say where to."""
    restore(asked.folder, asked.to, person_here(AT_THE_COMMAND_LINE), asked.manifest).close()
    print(f"The copy is restored to {place_named(asked.to)}.")
    return 0


def run_move(asked: argparse.Namespace) -> int:
    """Move, and say what was moved and what to do next."""
    to = place_named(asked.to)
    with Database.open(asked.database, create=False) as database:
        moved, here = move(database, to, person_here(AT_THE_COMMAND_LINE)), database.place
    print(f"{moved.rows:,} rows of {moved.tables} tables are moved from {here} to {to}.")
    print(f"Every count and hash agrees, and both answer alike as at each of {moved.moments} moments.")
    print(
        "Name the new place in WSOA_DATABASE before anybody writes again; who was signed in signs in anew. Nothing is taken"
    )
    print("away here: keep it as a copy, or delete it.")
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run one command; what cannot be done is a sentence and exit code 1."""
    return answer(parser(), arguments, (StoreError, NotAllowed))


if __name__ == "__main__":
    leave(main)
