"""The commands about tokens: making one, which is told once, listing what there is, and revoking."""

import argparse
import json

from access.door import configured_door
from access.people import meant
from access.tokens import DAYS, MOST_DAYS, PREFIX, Token, asked_token, ended_because, make_token, revoke_token, tokens
from plumbing.command_line import Parser, of_a_store, whole_number
from programme.access import AT_THE_COMMAND_LINE, Role, person_here
from programme.moment import day_text
from store.database import Database

SEEN_AS = (Role.READER, Role.LEAD, Role.ANALYST)
"""Who is shown other things than the one before: a chair's or an administrator's token would be one of these."""


def add_token_commands(commands: argparse._SubParsersAction) -> None:
    """`token make`, `token list` and `token revoke`."""
    top = commands.add_parser("token", help="tokens by which programs such as Excel and Power BI ask for figures")
    own = top.add_subparsers(dest="token", required=True, parser_class=Parser)
    command = own.add_parser("make", help="make a token, and print it, once")
    command.add_argument("--name", required=True, metavar="WHAT FOR", help="what it is for, as the log and the list call it")
    command.add_argument(
        "--role", required=True, type=Role, choices=SEEN_AS, help="who it sees as; no more than its owner and its maker"
    )
    told = f"how long it lives, {MOST_DAYS} at most (default: {DAYS})"
    command.add_argument("--days", type=whole_number, default=DAYS, help=told)
    told = "whose it is: a name, an account or a number; it ends with their access (needed once people sign in)"
    command.add_argument("--for", dest="owner", metavar="NAME", help=told)
    of_a_store(command, run_make_token)
    command = own.add_parser("list", help="print the tokens there are, and why those that ended did")
    command.add_argument("--json", action="store_true", help="a list of objects, one for each token")
    of_a_store(command, run_list_tokens)
    command = own.add_parser("revoke", help="end a token: it opens nothing from now on")
    command.add_argument("number", type=whole_number, metavar="NUMBER")
    of_a_store(command, run_revoke_token)


def run_make_token(asked: argparse.Namespace) -> int:
    """Make a token and say it, once."""
    wanted = asked_token(asked.name, asked.role, asked.days)
    with Database.open(asked.database) as database:
        owner = meant(database, asked.owner) if asked.owner else None
        made = make_token(database, configured_door(), wanted, owner, person_here(AT_THE_COMMAND_LINE))
    token = made.token
    print(f"Made {token.called}, which sees as the {token.role} until {day_text(token.expires_at)}, of {token.account}.")
    print(f"It begins with {PREFIX} and is told here and never again:")
    print(made.secret)
    return 0


def run_list_tokens(asked: argparse.Namespace) -> int:
    """Print every token, without itself."""
    with Database.open(asked.database, create=False) as database:
        found = [(each, ended_because(database, configured_door(), each)) for each in tokens(database)]
    if asked.json:
        print(json.dumps([_token_object(*each) for each in found], ensure_ascii=False, indent=2))
    else:
        print("\n".join(_token_line(*each) for each in found) or "There is no token.")
    return 0


def run_revoke_token(asked: argparse.Namespace) -> int:
    """End a token."""
    with Database.open(asked.database, create=False) as database:
        token = revoke_token(database, asked.number, person_here(AT_THE_COMMAND_LINE))
    print(f"T{token.called[1:]} is revoked and opens nothing any more.")
    return 0


def _token_line(token: Token, ended: str) -> str:
    lives = ended or f"until {day_text(token.expires_at)}"
    return f"{token.number}  {token.name}  {token.role}  {token.account}  {lives}"


def _token_object(token: Token, ended: str) -> dict[str, object]:
    return {
        "number": token.number,
        "name": token.name,
        "role": str(token.role),
        "account": token.account,
        "made_at": token.made_at.isoformat(),
        "made_by": token.made_by,
        "expires_at": token.expires_at.isoformat(),
        "ended": ended or None,
    }
