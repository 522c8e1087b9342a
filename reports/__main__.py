"""The command line of the reports: `python -m reports results|actions|changes --quarter "2024/25 Q3" --json`."""

from functools import cache
from pathlib import Path

import kpis.at_start  # noqa: F401 - first: what follows is made of the reference files
from kpis.registry import DefinitionError, registry
from plumbing.command_line import WHICH_DATABASE, Parser, answer, as_argument, leave
from programme.access import NotAllowed, Role
from programme.areas import programme_area
from programme.moment import day_typed, moment
from programme.quarter import Quarter
from reports.commands import (
    NotWritten,
    run_actions,
    run_calendar,
    run_changes,
    run_dictionary,
    run_digest,
    run_disclosure,
    run_results,
)
from reports.kept_commands import add_kept_commands
from reports.pack.files import FORMATS, PackNotWritten
from reports.pack.made import NothingToPack
from reports.pack_commands import run_pack
from reports.public.folder import FolderNotWritten
from reports.public.made import NotPublic
from reports.public_commands import add_public_command
from reports.statement_commands import add_statement_command
from store.errors import StoreError

REFUSALS = (
    *(StoreError, NotAllowed, DefinitionError, NotWritten, NothingToPack, PackNotWritten),
    *(NotPublic, FolderNotWritten),
)
"""What is told as a sentence, with exit code 1."""


def _kpi(text: str) -> str:
    if text not in registry():
        raise ValueError(f"A KPI must be one of the dictionary's, got: {text}")
    return text


@cache
def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m reports", description="Results out of the store, for other programs and for documents.")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    command = _reading(commands, "results", "one object per KPI and area", run_results)
    command.add_argument("--kpi", type=as_argument(_kpi), help="one KPI's id")
    command.add_argument("--area", type=as_argument(programme_area), help="one area's name or code")
    _reading(commands, "actions", "one object per action of the plan then in force", run_actions)
    _reading(commands, "changes", "what changed since last quarter", run_changes)
    _disclosure(commands)
    _reminding(commands, "calendar", "a calendar file (.ics) of what comes due for a role", "FILE", run_calendar)
    _reminding(commands, "digest", "what changed since a role was told last, said once", "FOLDER", run_digest)
    _pack(commands)
    add_kept_commands(commands)
    add_public_command(commands)
    add_statement_command(commands)
    command = commands.add_parser("dictionary", help="write the KPI dictionary")
    command.add_argument("--output", type=Path, default=Path("docs/kpi-dictionary.md"))
    command.set_defaults(run=run_dictionary)
    return top


def _disclosure(commands) -> None:
    command = commands.add_parser("disclosure", help="what readers may not see, and whether any of it could be worked out")
    command.add_argument("--quarter", type=as_argument(Quarter.parse), help='only what is hidden of it, like "2024/25 Q3"')
    _of_a_store(command)
    command.set_defaults(run=run_disclosure)


def _formats(text: str) -> tuple[str, ...]:
    asked = tuple(each.strip() for each in text.split(","))
    if unknown := [each for each in asked if each not in FORMATS]:
        raise ValueError(f"The formats of a pack must be among {','.join(FORMATS)}, got: {','.join(unknown) or 'none'}")
    return asked


def _pack(commands) -> None:
    command = commands.add_parser("pack", help="the pack of a quarter as files, all from one frozen snapshot")
    command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument("--as-at", type=as_argument(moment), help="a past day or time (default: the newest thing stored)")
    command.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="where the files are written")
    command.add_argument(
        "--formats", type=as_argument(_formats), default=tuple(FORMATS), help=f"which of {','.join(FORMATS)} (default: all)"
    )
    command.add_argument("--database", metavar="PATH", help=WHICH_DATABASE)
    command.add_argument(
        "--role",
        type=Role,
        choices=(Role.READER, Role.ANALYST),
        default=Role.READER,
        help="who it is for; an analyst's may point to a child and says so (default: reader)",
    )
    command.add_argument("--json", action="store_true", help="print the manifest as JSON")
    command.set_defaults(run=run_pack)


def _of_a_store(command: Parser) -> None:
    """Which store is asked, for whom, and how the answer is printed."""
    _for_a_role(command)
    command.add_argument("--json", action="store_true", help="print JSON")


def _for_a_role(command: Parser) -> None:
    command.add_argument("--database", metavar="PATH", help=WHICH_DATABASE)
    command.add_argument(
        "--role",
        type=Role,
        choices=list(Role),
        default=Role.READER,
        help="who the answer is for; only an analyst's shows counts that could point to a child (default: reader)",
    )


def _on_a_day(command: Parser) -> None:
    command.add_argument(
        "--on",
        type=as_argument(day_typed),
        metavar="DATE",
        help="the day it is taken to be, like 2025-06-26: what is missing or late then (default: today; the day of the last "
        "acceptance where all that stands is illustrative)",
    )


def _reminding(commands, name: str, gives: str, output: str, run) -> None:
    """A command that writes what a role is to be reminded of, as known now."""
    command = commands.add_parser(name, help=gives)
    command.add_argument("--output", type=Path, required=True, metavar=output)
    _on_a_day(command)
    _for_a_role(command)
    command.set_defaults(run=run, as_at=None)


def _reading(commands, name: str, gives: str, run) -> Parser:
    """A command that reads the store for one quarter, as at a moment, for one kind of reader."""
    command = commands.add_parser(name, help=gives)
    command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument("--as-at", type=as_argument(moment), help="a past day or time: what was known then")
    _on_a_day(command)
    _of_a_store(command)
    command.set_defaults(run=run)
    return command


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a store that cannot be read is a sentence and exit code 1."""
    return answer(parser(), arguments, REFUSALS)


if __name__ == "__main__":
    leave(main)
