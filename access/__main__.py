"""The command line of people: who may do what, who may sign in, tokens, and which hidden figures may be shown again."""

import argparse
import json
from functools import cache

import programme.at_start  # noqa: F401 - first: what follows is made of the reference files
from access import people
from access.door import configured_door
from access.hidden import add_hidden_commands
from access.people import Invited
from access.token_commands import add_token_commands
from plumbing.command_line import Parser, answer, leave, store_command
from programme.access import AT_THE_COMMAND_LINE, MAY, SECOND_PERSON, Deed, NotAllowed, Person, Role, person_here
from store.accounts.people import everybody
from store.database import Database
from store.errors import StoreError


@cache
def parser() -> Parser:
    """The commands and their options."""
    top = Parser(prog="python -m access", description="Who may do what, and who may sign in.")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    command = commands.add_parser("deeds", help="print the table of roles and deeds")
    command.add_argument("--json", action="store_true", help="one object: each deed with the roles that may do it")
    command.set_defaults(run=run_deeds)
    command = store_command(commands, "add", "add a person, and print the link by which they set their password", run_add)
    command.add_argument("name", metavar="NAME")
    command.add_argument(
        "--subject",
        metavar="SUBJECT",
        help="what the configured issuer calls them, or their account there, instead of a link",
    )
    _roles(command)
    command = store_command(commands, "list", "print who may sign in", run_list)
    command.add_argument("--json", action="store_true", help="a list of objects, one for each person")
    command = store_command(commands, "remove", "remove a person: they are out at their next click", run_remove)
    command.add_argument("name", metavar="NAME", help="the name, the account (local:3) or the number")
    command = store_command(commands, "reset", "end a person's password and sessions, and print a new link", run_reset)
    command.add_argument("name", metavar="NAME", help="the name, the account (local:3) or the number")
    command = store_command(commands, "roles", "give a person these roles and no others", run_roles)
    command.add_argument("name", metavar="NAME", help="the name, the account (local:3) or the number")
    _roles(command)
    store_command(commands, "demonstration", "make five people to try it with; their passwords are printed once", run_five)
    add_hidden_commands(commands)
    add_token_commands(commands)
    return top


def _roles(command: Parser) -> None:
    told = "may be given several times"
    command.add_argument("--role", action="append", required=True, choices=list(map(str, Role)), help=told)


def run_deeds(asked: argparse.Namespace) -> int:
    """Print every deed with the roles that may do it."""
    table = {str(deed): [str(role) for role in Role if deed in MAY[role]] for deed in Deed}
    if asked.json:
        print(json.dumps(table, indent=2))
        return 0
    width = max(map(len, table))
    print("\n".join(f"{deed:{width}}  {', '.join(roles)}" for deed, roles in table.items()))
    second = " and ".join(sorted(SECOND_PERSON))
    print(f"\nA person may hold several roles. {second.capitalize()} need a second person, who wrote none of the words.")
    return 0


def run_add(asked: argparse.Namespace) -> int:
    """Add a person and say their link, or that the issuer vouches for them."""
    with Database.open(asked.database) as database:
        if asked.subject is not None:
            found = people.add_subject(database, asked.name, asked.subject, map(Role, asked.role), _by())
            print(f"{found.name} may sign in as {' and '.join(sorted(found.roles))}, as {found.account}.")
            return 0
        _say_link(people.invite(database, asked.name, map(Role, asked.role), _by()))
    return 0


def run_list(asked: argparse.Namespace) -> int:
    """Print who may sign in, with what and as what."""
    with Database.open(asked.database, create=False) as database:
        found = everybody(database)
    if asked.json:
        told = [
            {
                "number": each.number,
                "name": each.name,
                "account": each.account,
                "roles": sorted(each.roles),
                "password": each.has_password,
                "added_at": each.added_at.isoformat(),
                "added_by": each.added_by,
            }
            for each in found
        ]
        print(json.dumps(told, indent=2, ensure_ascii=False))
    elif not found:
        print("Nobody may sign in.")
    else:
        width, wide = max(len(each.name) for each in found), max(len(each.account) for each in found)
        for each in found:
            waits = "  (no password yet)" if each.waits else ""
            print(f"{each.name:{width}}  {each.account:{wide}}  {', '.join(sorted(each.roles)) or 'no role'}{waits}")
    return 0


def run_remove(asked: argparse.Namespace) -> int:
    """Remove a person."""
    with Database.open(asked.database, create=False) as database:
        found = people.meant(database, asked.name)
        people.remove(database, found.number, _by())
    print(f"{found.name} is removed and may not sign in any more. What they did stays.")
    return 0


def run_reset(asked: argparse.Namespace) -> int:
    """End a person's password and say a new link."""
    with Database.open(asked.database, create=False) as database:
        _say_link(people.reset(database, people.meant(database, asked.name).number, _by()))
    return 0


def run_roles(asked: argparse.Namespace) -> int:
    """Give a person other roles."""
    with Database.open(asked.database, create=False) as database:
        found = people.meant(database, asked.name)
        people.change_roles(database, found.number, map(Role, asked.role), _by())
    print(f"{found.name} is {' and '.join(sorted(set(asked.role)))} from now on.")
    return 0


def run_five(asked: argparse.Namespace) -> int:
    """Make five demonstration people and say their passwords."""
    with Database.open(asked.database) as database:
        made = people.demonstrate(database, _by())
    width = max(len(name) for name, _ in made)
    print("Five demonstration people may sign in, each called as their role. Their passwords are told here and never again:")
    print("\n".join(f"{name:{width}}  {password}" for name, password in made))
    return 0


def _by() -> Person:
    return person_here(AT_THE_COMMAND_LINE)


def _say_link(invited: Invited) -> None:
    """The link goes to whoever runs the command, to be given on; it is told once."""
    who = invited.enrolled
    print(f"{who.name} may sign in as {' and '.join(sorted(who.roles)) or 'nothing yet'}, once they have set a password.")
    print(f"Give them this link, by which they do so. It can be used once, until {invited.until_text}:")
    print(invited.address(configured_door().address))


def main(arguments: list[str] | None = None) -> int:
    """Run one command; what cannot be done is a sentence and exit code 1."""
    return answer(parser(), arguments, (NotAllowed, StoreError, ValueError))


if __name__ == "__main__":
    leave(main)
