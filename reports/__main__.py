"""The command line of the reports: `python -m reports results|actions|changes --quarter "2024/25 Q3" --json`."""

import argparse
import sys
from pathlib import Path

from kpis.registry import registry
from programme.areas import area_named
from programme.quarter import Quarter
from reports.commands import REFUSED, WRONG_USE, run_actions, run_changes, run_dictionary, run_results
from reports.disclosure import Role
from reports.moment import moment
from store.errors import StoreError


class Parser(argparse.ArgumentParser):
    """An argument parser that leaves with 64 (wrong use) rather than argparse's 2."""

    def error(self, message: str):
        """Say what is wrong with the call and leave."""
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, f"{self.prog}: {message}\n")


def _checked(read_text):
    """An argparse type that passes on the sentence of a ValueError."""

    def convert(text: str):
        try:
            return read_text(text)
        except ValueError as wrong:
            raise argparse.ArgumentTypeError(str(wrong)) from None

    return convert


def _kpi(text: str) -> str:
    if text not in registry():
        raise ValueError(f"A KPI must be one of the dictionary's, got: {text}")
    return text


def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m reports", description="Results out of the store, for other programs and for documents.")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    command = _reading(commands, "results", "one object per KPI and area", run_results)
    command.add_argument("--kpi", type=_checked(_kpi), help="one KPI's id")
    command.add_argument("--area", type=_checked(area_named), help="one area's name")
    _reading(commands, "actions", "one object per action of the plan then in force", run_actions)
    _reading(commands, "changes", "what changed since last quarter", run_changes)
    command = commands.add_parser("dictionary", help="write the KPI dictionary")
    command.add_argument("--output", type=Path, default=Path("docs/kpi-dictionary.md"))
    command.set_defaults(run=run_dictionary)
    return top


def _reading(commands, name: str, gives: str, run) -> Parser:
    """A command that reads the store for one quarter, as at a moment, for one kind of reader."""
    command = commands.add_parser(name, help=gives)
    command.add_argument("--quarter", type=_checked(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument("--as-at", type=_checked(moment), help="a past day or time: what was known then")
    command.add_argument("--database", type=Path, help="the database file (default: WSOA_DATABASE, or data/wsoa.duckdb)")
    command.add_argument("--role", type=Role, choices=list(Role), default=Role.ANALYST, help="reader hides small numbers")
    command.add_argument("--json", action="store_true", help="print JSON")
    command.set_defaults(run=run)
    return command


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a store that cannot be read is a sentence and exit code 1."""
    asked = parser().parse_args(arguments)
    try:
        return asked.run(asked)
    except StoreError as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
