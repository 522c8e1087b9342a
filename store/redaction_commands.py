"""The commands of redaction: `python -m store redact list|name|carry-out|refuse`."""

import argparse
import sys

from plumbing.command_line import Parser, print_each, store_command, who_and_why, whole_number
from plumbing.counted import counted
from programme.access import person_here
from programme.moment import day_text
from programme.redaction import RedactedKind, RedactedPlace, Redaction
from programme.submission import Acceptance
from store.database import Database
from store.redaction.copies import copies_kept
from store.redaction.redacting import carry_out
from store.redactions import name_redaction, redactions, refuse_redaction

KEPT_FOR_GOOD = "it is kept, and stands where the words stood"
COPIES = "Copies made before still hold it. Delete them, or have them deleted:"


def add_redaction_commands(commands: argparse._SubParsersAction) -> None:
    """Add `redact` with its own commands."""
    top = commands.add_parser(
        "redact", help="take words out of everything that is kept: an analyst names, an administrator does"
    )
    own = top.add_subparsers(dest="redact", required=True, parser_class=Parser)
    command = store_command(own, "list", "what was named to be redacted, and what was done", run_redactions)
    command.add_argument("--json", action="store_true", help="a list of objects, one for each that was named")
    command = store_command(own, "name", "name a file, a cell or words to be redacted; an analyst does", run_name)
    command.add_argument(
        "--version", type=whole_number, metavar="NUMBER", help="the file of this version; with --sheet and --ref a cell"
    )
    command.add_argument(
        "--release", type=whole_number, metavar="NUMBER", help="the file of this release of published figures"
    )
    command.add_argument("--sheet", help="the sheet that the cell is in")
    command.add_argument("--ref", help="the cell, like C5")
    command.add_argument(
        "--words", action="store_true", help="words wherever they stand: read from standard input, one line"
    )
    who_and_why(command, KEPT_FOR_GOOD)
    for name, run, told in (
        ("carry-out", run_carry_out, "redact what was named; an administrator does"),
        ("refuse", run_leave, "refuse what was named; an administrator does"),
    ):
        command = store_command(own, name, told, run)
        command.add_argument("number", type=whole_number, metavar="NUMBER")
        who_and_why(command, KEPT_FOR_GOOD)


def run_redactions(asked: argparse.Namespace) -> int:
    """Print everything that was named, with what was done about it."""
    with Database.open(asked.database, create=False) as database:
        found = redactions(database)
    print_each(found, asked.json, _object, _line, "Nothing was named to be redacted.")
    return 0


def run_name(asked: argparse.Namespace) -> int:
    """Name it, and say under which number."""
    place = _place(asked)
    with Database.open(asked.database, create=False) as database:
        number = name_redaction(database, place, _acceptance(asked))
    print(f"Named as number {number}: {place.told}. Nothing is redacted until an administrator carries it out.")
    return 0


def run_carry_out(asked: argparse.Namespace) -> int:
    """Redact, and say what was changed and which copies still hold it."""
    with Database.open(asked.database, create=False) as database:
        done = carry_out(database, asked.number, _acceptance(asked))
        copies = [copy for copy in copies_kept(database) if copy.delete_by]
    print(
        f"Number {asked.number} is carried out: {done.redaction.place.told}. Changed: {counted(done.texts, 'text')}, "
        f"{counted(done.files, 'original')}, {counted(done.drafts, 'draft')}, {counted(done.log, 'row')} of the log. The "
        "store was written into a new file without the words."
    )
    if copies:
        print("\n".join([COPIES, *(f"  {each.name}, by {day_text(each.delete_by)}" for each in copies)]))
    return 0


def run_leave(asked: argparse.Namespace) -> int:
    """Refuse, and say so."""
    with Database.open(asked.database, create=False) as database:
        found = refuse_redaction(database, asked.number, _acceptance(asked))
    print(f"Number {asked.number} is refused: {found.place.told} stays as it is.")
    return 0


def _place(asked: argparse.Namespace) -> RedactedPlace:
    """All that was said, also where it does not go together: the store refuses that."""
    words = sys.stdin.readline() if asked.words else ""
    of_a_cell = asked.sheet is not None or asked.ref is not None
    kind = RedactedKind.NAME if asked.words else RedactedKind.ENTRY if of_a_cell else RedactedKind.FILE
    return RedactedPlace(kind, asked.version, asked.release, asked.sheet or "", asked.ref or "", words)


def _acceptance(asked: argparse.Namespace) -> Acceptance:
    return Acceptance(person_here(asked.by), asked.reason)


def _line(each: Redaction) -> str:
    named = f"{each.number}  {each.place.told}: named by {each.doer} on {day_text(each.at)}: {each.reason}"
    if each.ruling is None:
        return f"{named}; open"
    return f"{named}; {each.ruling.word} by {each.ruling.doer} on {day_text(each.ruling.at)}: {each.ruling.reason}"


def _object(each: Redaction) -> dict[str, object]:
    place, ruling = each.place, each.ruling
    told = {"number": each.number, "kind": str(place.kind), "version": place.version, "release": place.release}
    told |= {"sheet": place.sheet, "ref": place.ref, "named_at": each.at.isoformat(), "named_by": each.by}
    told |= {"account": each.account, "reason": each.reason, "ruling": None}
    if ruling:
        told["ruling"] = {
            "carried_out": ruling.carried_out,
            "at": ruling.at.isoformat(),
            "by": ruling.by,
            "account": ruling.account,
            "reason": ruling.reason,
        }
    return told
