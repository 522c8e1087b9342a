"""The command of the log: `python -m store log [--since DAY] [--check [--end NUMBER:HASH]] [--json]`."""

import argparse
import json
from dataclasses import asdict
from datetime import UTC, datetime, time

from plumbing.command_line import REFUSED, as_argument, of_a_store, print_each
from programme.access import AT_THE_COMMAND_LINE, person_here
from programme.log import LogRow, LogVerdict
from programme.moment import LONDON, day_refused, time_text
from programme.sheets.typed import date_typed
from store.database import Database
from store.log_check import checked_log, end_typed, read_log


def add_log_command(commands: argparse._SubParsersAction) -> None:
    """Add `log` to the commands of the store."""
    command = commands.add_parser("log", help="who did and looked at what, when and from where; or whether that is whole")
    command.add_argument(
        "--since", type=as_argument(since_typed), metavar="DAY", help="from this day or time on (2026-11-01)"
    )
    command.add_argument("--check", action="store_true", help="say whether each row follows from the one before")
    told = "with --check: where it ended when it was last checked, as that printed it"
    command.add_argument("--end", type=as_argument(end_typed), metavar="NUMBER:HASH", help=told)
    command.add_argument("--json", action="store_true", help="a list of objects, one for each row; or one of the check")
    of_a_store(command, run_log)


def since_typed(text: str) -> datetime:
    """The first moment of a day in Kent, or a time, which is local without an offset. Raises ValueError."""
    day = date_typed(text.strip())
    if day is not None:
        return datetime.combine(day, time(), LONDON).astimezone(UTC)
    try:
        read = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(day_refused("A moment is written like 2026-11-01 or 2026-11-01T09:30", text)) from None
    return (read if read.tzinfo else read.replace(tzinfo=LONDON)).astimezone(UTC)


def run_log(asked: argparse.Namespace) -> int:
    """Print the rows, or what checking all of them gave: exit code 1 where it is not whole."""
    person, check = person_here(AT_THE_COMMAND_LINE), asked.check or asked.end
    with Database.open(asked.database, create=False) as database:
        if check:
            return _say_verdict(checked_log(database, person, asked.end), asked.json)
        rows = read_log(database, person, asked.since)
    print_each(rows, asked.json, _object, log_line, "Nothing is logged.")
    return 0


def log_line(row: LogRow) -> str:
    """One row for people to read."""
    where = f" from {row.came_from}" if row.came_from else ""
    what = f": {row.what}" if row.what else ""
    return f"{row.number}  {time_text(row.at)}  {row.doer or 'nobody known'}{where} {row.deed}{what}"


def verdict_text(found: LogVerdict) -> str:
    """What checking gave, for people to read."""
    back = ", ".join(map(str, found.clock))
    clock = (
        f" The machine's clock was set back before row {back}: the order of the rows is that of their numbers."
        if back
        else ""
    )
    if not found.sound:
        return f"The log of {found.rows:,} rows is not whole: {found.wrong}.{clock}"
    return (
        f"The log of {found.rows:,} rows is whole: each follows from the one before.{clock} It ends with {found.end}. "
        "Keep that apart from the database: whoever can write the file could make another log, and by it a check finds that."
    )


def _say_verdict(found: LogVerdict, as_json: bool) -> int:
    if as_json:
        told = {"sound": found.sound, "rows": found.rows, "end": str(found.end), "row": found.row, "wrong": found.wrong}
        print(json.dumps(told | {"clock_set_back_before": list(found.clock)}, ensure_ascii=False, indent=2))
    else:
        print(verdict_text(found))
    return 0 if found.sound else REFUSED


def _object(row: LogRow) -> dict[str, object]:
    told = asdict(row) | {"at": row.at.isoformat()}
    return {name: value for name, value in told.items() if name not in ("salt", "sealed")}
