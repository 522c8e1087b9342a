"""What the command lines share: wrong use is exit code 64 and a sentence, and text is read by the types' own parsers."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeVar

from plumbing.unsaid import without_passwords

DONE = 0
REFUSED = 1
WRONG_USE = 64
WHICH_DATABASE = "default: WSOA_DATABASE, or data/wsoa.duckdb"
WHO = "who does this: a name or a role"
CUT_SHORT = 141  # what a shell reports of a program whose reader left: 128 and the number of SIGPIPE
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Later:
    """What a command runs: a function of a module that is imported once it is asked for; no command waits for what another
    needs."""

    module: str
    name: str

    @property
    def function(self) -> Callable[[argparse.Namespace], int]:
        """The function itself."""
        return getattr(import_module(self.module), self.name)

    def __call__(self, asked: argparse.Namespace) -> int:
        """Run it, and return its exit code."""
        return self.function(asked)


class Parser(argparse.ArgumentParser):
    """An argument parser that leaves with 64 (wrong use) rather than argparse's 2."""

    def error(self, message: str):
        """Say what is wrong with the call and leave."""
        self.print_usage(sys.stderr)
        self.exit(WRONG_USE, without_passwords(f"{self.prog}: {message}\n"))


def of_a_store(command: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    """A command that asks or changes a store: which one, and what it runs."""
    command.add_argument("--database", metavar="PATH", help=WHICH_DATABASE)
    command.set_defaults(run=run)


def store_command(
    commands: argparse._SubParsersAction, name: str, told: str, run: Callable[[argparse.Namespace], int]
) -> Parser:
    """A command that asks or changes a store, added under its name; `told` is its help."""
    command = commands.add_parser(name, help=told)
    of_a_store(command, run)
    return command


def who_and_why(command: argparse.ArgumentParser, why: str) -> None:
    """A deed says who does it and why; `why` is what becomes of the reason."""
    command.add_argument("--by", required=True, metavar="NAME", help=WHO)
    command.add_argument("--reason", required=True, help=f"why; {why}")


def as_argument(read_text: Callable[[str], T]) -> Callable[[str], T]:
    """An argparse type out of a function that raises ValueError with a sentence: the user gets that sentence."""

    def convert(text: str) -> T:
        try:
            return read_text(text)
        except ValueError as wrong:
            raise argparse.ArgumentTypeError(str(wrong)) from None

    return convert


def whole_number(text: str) -> int:
    """An argument that is a whole number. Raises ArgumentTypeError with a sentence."""
    if not text.isascii() or not text.removeprefix("-").isdigit():
        raise argparse.ArgumentTypeError(f"It must be a whole number, got: {text}")
    return int(text)


def print_each(
    found: Iterable[T], as_json: bool, as_object: Callable[[T], dict], line: Callable[[T], str], none: str
) -> None:
    """Print a list: as JSON, one object for each, or a line for each; the sentence `none` where there is nothing."""
    if as_json:
        print(json.dumps([as_object(each) for each in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(map(line, found)) or none)


def answer(parser: Parser, arguments: list[str] | None, refusal: type[Exception] | tuple[type[Exception], ...]) -> int:
    """Run the command asked for and return its exit code. A `refusal` is a sentence and exit code 1, never a traceback."""
    asked = parser.parse_args(arguments)
    try:
        return asked.run(asked)
    except refusal as said:
        print(said, file=sys.stderr)
        return REFUSED


def leave(run: Callable[[], int]) -> None:
    """Leave the program with the exit code of `run`, quietly where the reader left first (`… | head`)."""
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is still buffered has nowhere to go
        code = CUT_SHORT
    sys.exit(code)
