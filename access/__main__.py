"""The command line of people: `python -m access deeds` prints who may do what."""

import argparse
import json

from plumbing.command_line import Parser, answer, leave
from programme.access import MAY, SECOND_PERSON, Deed, NotAllowed, Role


def parser() -> Parser:
    """The command and its options."""
    top = Parser(prog="python -m access", description="Who may do what.")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    command = commands.add_parser("deeds", help="print the table of roles and deeds")
    command.add_argument("--json", action="store_true", help="one object: each deed with the roles that may do it")
    command.set_defaults(run=run_deeds)
    return top


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


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    return answer(parser(), arguments, NotAllowed)


if __name__ == "__main__":
    leave(main)
