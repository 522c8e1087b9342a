"""The command line of the loaders: `python -m loaders template | check | load | withdraw | comparators |
releases | withdraw-release | demonstration`.

Exit codes: 0 done, 1 refused (errors, queries without a reason, or a database that cannot be used), 2 not readable or
not a return, 64 wrong use.
"""

import argparse
from pathlib import Path

import kpis.at_start  # noqa: F401 - first: what follows is made of the reference files
from loaders import commands
from plumbing.command_line import Parser, answer, as_argument, leave
from programme.access import NotAllowed
from programme.answers import is_answer
from programme.moment import day_typed
from programme.quarter import Quarter
from programme.workstreams import workstreams
from store.errors import StoreError


def _streams(text: str) -> tuple[int, ...]:
    if text == "all":
        return tuple(workstreams())
    if text.isdigit() and int(text) in workstreams():
        return (int(text),)
    raise ValueError(f"A workstream must be a number from 1 to 5, or all, got: {text}")


def _words(text: str) -> str:
    if not text.strip():
        raise ValueError("It must not be blank")
    return text.strip()


def _reason(text: str) -> str:
    if not is_answer(text):
        raise ValueError(f"A reason must say why, got: {text.strip() or 'nothing'}")
    return text.strip()


def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m loaders", description="Blank forms out; returns and published figures in.")
    added = top.add_subparsers(dest="command", required=True, parser_class=Parser)

    template = added.add_parser("template", help="write the blank form of a quarter")
    template.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q4"')
    template.add_argument("--workstream", type=as_argument(_streams), required=True, help="1 to 5, or all")
    template.add_argument("--output", type=Path, required=True, metavar="FILE")
    _database(template, "with last quarter's values from this database beside the blank cells")
    template.set_defaults(run=commands.write_form)

    check = added.add_parser("check", help="check returns; needs no database")
    _files(check)
    check.set_defaults(run=commands.check_files)

    load = added.add_parser("load", help="check returns and accept them")
    _files(load)
    _by(load)
    _reasons(load)
    _database(load)
    load.set_defaults(run=commands.load_files)

    comparators = added.add_parser("comparators", help="load files of the DfE's Explore education statistics")
    _files(comparators)
    comparators.add_argument(
        "--release", type=as_argument(_words), required=True, help="the publication, as it is to be quoted"
    )
    _by(comparators)
    comparators.add_argument(
        "--published", type=as_argument(day_typed), metavar="DATE", help="the day it was published, like 2025-06-26"
    )
    _reasons(comparators)
    _database(comparators)
    comparators.set_defaults(run=commands.load_comparators)

    releases = added.add_parser("releases", help="the published files that were loaded, withdrawn ones included")
    releases.add_argument("--json", action="store_true", help="one object per release, in a list")
    _database(releases)
    releases.set_defaults(run=commands.list_releases)

    taken = added.add_parser("withdraw-release", help="take a published file back; what it replaced counts again")
    taken.add_argument("number", type=int, metavar="NUMBER")
    _by(taken)
    taken.add_argument("--reason", type=as_argument(_reason), required=True)
    _database(taken)
    taken.set_defaults(run=commands.take_release_back)

    withdraw = added.add_parser("withdraw", help="take a version back; the one before counts again")
    withdraw.add_argument("number", type=int, metavar="NUMBER")
    _by(withdraw)
    withdraw.add_argument("--reason", type=as_argument(_reason), required=True)
    _database(withdraw)
    withdraw.set_defaults(run=commands.withdraw_version)

    demonstration = added.add_parser("demonstration", help="fill an empty database with the demonstration returns")
    demonstration.add_argument("--if-empty", action="store_true", help="leave a database that holds returns as it is")
    _database(demonstration)
    demonstration.set_defaults(run=commands.fill_with_demonstration)
    return top


def _files(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--json", action="store_true", help="one object per file, in a list")


def _reasons(command: argparse.ArgumentParser) -> None:
    command.add_argument("--accept-queries", type=as_argument(_reason), metavar="REASON", help="one reason for every query")


def _by(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--by", type=as_argument(_words), required=True, metavar="NAME", help="who does this: a name or a role"
    )
    command.add_argument(
        "--today",
        type=as_argument(day_typed),
        metavar="YYYY-MM-DD",
        help="confirms the machine's day; asked for where nothing was stored for more than 120 days",
    )


def _database(command: argparse.ArgumentParser, help_text: str = "default: WSOA_DATABASE, or data/wsoa.duckdb") -> None:
    command.add_argument("--database", metavar="PATH", help=help_text)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code. What a person can put right is a sentence, never a traceback."""
    return answer(parser(), arguments, (StoreError, NotAllowed))


if __name__ == "__main__":
    leave(main)
