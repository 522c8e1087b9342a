"""The commands of the sign-off: `python -m store sign-off list|send|approve|publish|withdraw`."""

import argparse
from collections.abc import Callable

from plumbing.command_line import WHO, Parser, as_argument, of_a_store, print_each
from programme.access import person_here
from programme.moment import day_typed, moment_to_come, time_text
from programme.quarter import Quarter
from programme.signoff import Signature, SignOff, SignOffDeed
from programme.submission import Acceptance
from store.database import Database
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication
from store.signing.signoff_rows import sign_off_of

SECOND = "by a second person: refused here, where nobody signs in; done on the page Meetings"
_DEEDS: dict[str, tuple[Callable, str, str]] = {
    "send": (send_for_review, "send a quarter for review, as it stands now; a lead does", "{quarter} is sent for review."),
    "approve": (approve_quarter, f"approve a quarter as it was sent, {SECOND}", "{quarter} is approved."),
    "publish": (publish_quarter, f"publish an approved quarter, {SECOND}", "{quarter} is published{from_when}."),
    "withdraw": (
        withdraw_publication,
        "take the newest publication of a quarter back; a chair does",
        "The publication of {quarter} is withdrawn.",
    ),
}


def add_sign_off_commands(commands: argparse._SubParsersAction) -> None:
    """Add `sign-off` with its own commands."""
    top = commands.add_parser("sign-off", help="how far quarters are from draft to published, and what was done to them")
    own = top.add_subparsers(dest="sign_off", required=True, parser_class=Parser)
    listed = own.add_parser("list", help="every quarter of which anything was signed, with who did what, when and why")
    listed.add_argument("--json", action="store_true", help="a list of objects, one for each quarter")
    of_a_store(listed, run_sign_offs)
    for name, (_, told, _) in _DEEDS.items():
        command = own.add_parser(name, help=told)
        command.add_argument("--quarter", type=as_argument(Quarter.parse), required=True, help='like "2024/25 Q3"')
        command.add_argument("--by", required=True, metavar="NAME", help=WHO)
        command.add_argument("--note", required=True, help="why, or what the board should know; it is kept and shown")
        command.add_argument(
            "--today",
            type=as_argument(day_typed),
            metavar="YYYY-MM-DD",
            help="confirms the machine's day; asked for where nothing was stored for more than 120 days",
        )
        if name == "publish":
            command.add_argument(
                "--embargo",
                type=as_argument(moment_to_come),
                metavar="MOMENT",
                help="from when readers are shown it, like 2025-02-10T09:00 (default: at once)",
            )
        of_a_store(command, run_sign_off)


def run_sign_offs(asked: argparse.Namespace) -> int:
    """Print how far each quarter is and what was done to it."""
    with Database.open(asked.database, create=False) as database:
        found = sign_off_of(database)
    quarters = [(found, each) for each in sorted({each.quarter for each in found.signatures})]
    print_each(quarters, asked.json, _object, _line, "Nothing was sent for review yet: every quarter is a draft.")
    return 0


def run_sign_off(asked: argparse.Namespace) -> int:
    """Do the deed, and say so."""
    do, _, done = _DEEDS[asked.sign_off]
    embargo = getattr(asked, "embargo", None)
    acceptance = Acceptance(person_here(asked.by), asked.note, confirmed=asked.today)
    with Database.open(asked.database, create=False) as database:
        do(database, asked.quarter, acceptance, **({"embargo": embargo} if embargo else {}))
    from_when = f", to be shown from {time_text(embargo)}" if embargo else ""
    print(done.format(quarter=asked.quarter, from_when=from_when))
    return 0


def _line(told: tuple[SignOff, Quarter]) -> str:
    sign_off, quarter = told
    return "\n".join([f"{quarter}  {sign_off.state(quarter)}", *(f"  {_deed(each)}" for each in sign_off.of(quarter))])


def _deed(signed: Signature) -> str:
    until = f", to be shown from {time_text(signed.embargo)}" if signed.embargo else ""
    deed = "publication withdrawn" if signed.deed is SignOffDeed.WITHDRAWN else signed.deed
    return f"{time_text(signed.at)}: {deed} by {signed.doer}{until}: {signed.note}"


def _object(told: tuple[SignOff, Quarter]) -> dict[str, object]:
    sign_off, quarter = told
    shown = sign_off.publication
    return {
        "quarter": str(quarter),
        "state": str(sign_off.state(quarter)),
        "shown_to_readers": shown is not None and shown.quarter == quarter,
        "deeds": [_deed_object(each) for each in sign_off.of(quarter)],
    }


def _deed_object(signed: Signature) -> dict[str, object]:
    return {
        "change": signed.change,
        "deed": signed.deed.name.lower(),
        "at": signed.at.isoformat(),
        "by": signed.by,
        "account": signed.account,
        "note": signed.note,
        "as_it_stood_at": signed.shows_at.isoformat(),
        "rests_on": signed.rests_on,
        "embargo": signed.embargo and signed.embargo.isoformat(),
    }
