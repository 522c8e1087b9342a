"""The commands about hidden figures to be shown again: what was asked for, asking, granting and refusing."""

import argparse

from access.unhiding import ask_for, asked_for, grant, refuse
from plumbing.command_line import Parser, as_argument, of_a_store, print_each, who_and_why, whole_number
from programme.access import person_here
from programme.areas import area_coded, programme_area
from programme.hidden import Asking, Item, Ruling
from programme.measures import measures
from programme.moment import day_text, day_typed
from programme.quarter import Quarter
from programme.submission import Acceptance
from store.database import Database


def add_hidden_commands(commands: argparse._SubParsersAction) -> None:
    """`hidden`, `ask-hidden`, `grant-hidden` and `refuse-hidden`."""
    command = commands.add_parser("hidden", help="hidden figures that were asked to be shown, and what was said to it")
    command.add_argument("--json", action="store_true", help="a list of objects, one for each that was asked for")
    of_a_store(command, run_hidden)
    command = commands.add_parser("ask-hidden", help="ask for a hidden figure to be shown; an analyst does")
    command.add_argument("--measure", type=as_argument(_measure), required=True, help="the measure's name")
    command.add_argument("--area", type=as_argument(programme_area), required=True, help="the area's name")
    command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
    command.add_argument(
        "--quarters",
        type=whole_number,
        choices=(1, 2, 3, 4),
        default=1,
        help="how many quarters, this one the last (default: 1)",
    )
    _said_by(command)
    of_a_store(command, run_ask)
    for name, run, told in (
        ("grant-hidden", run_grant, "show what was asked for from now on; an administrator does"),
        ("refuse-hidden", run_refuse, "leave what was asked for hidden; an administrator does"),
    ):
        command = commands.add_parser(name, help=told)
        command.add_argument("number", type=whole_number, metavar="NUMBER")
        _said_by(command)
        of_a_store(command, run)


def _measure(text: str) -> str:
    if text not in measures():
        raise ValueError(f"A measure must be one of measures.csv, got: {text}")
    return text


def _said_by(command: Parser) -> None:
    who_and_why(command, "it is kept")
    command.add_argument("--today", type=as_argument(day_typed), metavar="YYYY-MM-DD", help="confirms the machine's day")


def run_hidden(asked: argparse.Namespace) -> int:
    """Print everything that was asked for, with what was said to it."""
    with Database.open(asked.database, create=False) as database:
        found = asked_for(database)
    print_each(found, asked.json, _object, _line, "Nothing hidden was asked for.")
    return 0


def run_ask(asked: argparse.Namespace) -> int:
    """Ask, and say under which number."""
    item = Item(asked.measure, asked.area.code, asked.quarter, asked.quarters)
    with Database.open(asked.database, create=False) as database:
        (number,) = ask_for(database, [item], _acceptance(asked))
    print(f"Asked for as number {number}: {item.told}. It stays hidden until an administrator grants it.")
    return 0


def run_grant(asked: argparse.Namespace) -> int:
    """Grant, and say what is shown from now on."""
    with Database.open(asked.database, create=False) as database:
        item = grant(database, asked.number, _acceptance(asked)).item
    print(f"Number {asked.number} is granted: {item.told} is shown from now on, and not at earlier moments.")
    return 0


def run_refuse(asked: argparse.Namespace) -> int:
    """Refuse, and say what stays hidden."""
    with Database.open(asked.database, create=False) as database:
        item = refuse(database, asked.number, _acceptance(asked)).item
    print(f"Number {asked.number} is refused: {item.told} stays hidden.")
    return 0


def _acceptance(asked: argparse.Namespace) -> Acceptance:
    return Acceptance(person_here(asked.by), asked.reason, confirmed=asked.today)


def _line(each: Asking) -> str:
    asked = f"{each.number}  {each.item.told}: asked by {each.doer} on {day_text(each.at)}: {each.reason}"
    if each.ruling is None:
        return f"{asked}; open"
    return f"{asked}; {each.ruling.word} by {each.ruling.doer} on {day_text(each.ruling.at)}: {each.ruling.reason}"


def _object(each: Asking) -> dict[str, object]:
    item = each.item
    return {
        "number": each.number,
        "measure": item.measure,
        "area": area_coded(item.area).name,
        "quarter": str(item.quarter),
        "quarters": item.span,
        "asked_at": each.at.isoformat(),
        "asked_by": each.by,
        "account": each.account,
        "reason": each.reason,
        "ruling": each.ruling and _ruling_object(each.ruling),
    }


def _ruling_object(ruling: Ruling) -> dict[str, object]:
    return {
        "granted": ruling.granted,
        "at": ruling.at.isoformat(),
        "by": ruling.by,
        "account": ruling.account,
        "reason": ruling.reason,
    }
