"""Plays the meeting of the demonstration: `meeting.csv`, a deed a line, each as of the moment it stands at."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from loaders.sample_files import MEETING, listed_lines
from programme.access import Person, Role
from programme.areas import KENT
from programme.meeting import About, AgendaPoint, Attendee, Minuted, MinutedOutcome, Subject, ToMinute
from programme.quarter import Quarter
from programme.submission import Acceptance
from store.database import Database
from store.meetings.meetings import close_meeting, keep_minutes, open_meeting, record, reply_to, say_attendance

NEEDS = ("arising", "worsening", "unanswered", "judged", "passed", "differing", "due", "missing")

ManifestRow = Mapping[str, str]


def play_meeting(database: Database, folder: Path) -> int:
    """Do what the file says, and give how many deeds it says; 0 where the folder has none. Raises StoreError."""
    lines = listed_lines(folder / MEETING)
    for line in lines:
        who = Person(line["by"], "", frozenset({Role(line["role"])}))
        acceptance = Acceptance(who, at=datetime.fromisoformat(line["at"]))
        _DEEDS.get(line["deed"], _record)(database, line, acceptance)
    return len(lines)


def _open(database: Database, line: ManifestRow, acceptance: Acceptance) -> None:
    points = [AgendaPoint(each) if each in NEEDS else AgendaPoint(words=each) for each in line["words"].split(";")]
    held_on = date.fromisoformat(line["due"])
    open_meeting(database, Quarter.parse(line["ref"]), held_on, acceptance, points, illustrative=True)


def _attend(database: Database, line: ManifestRow, acceptance: Acceptance) -> None:
    say_attendance(database, 1, [Attendee(role) for role in line["words"].split(";")], acceptance)


def _record(database: Database, line: ManifestRow, acceptance: Acceptance) -> None:
    said = ToMinute(
        Minuted(line["deed"]),
        About(Subject(line["subject"]), line["ref"], KENT.code if line["subject"] == Subject.MEASURE else ""),
        line["words"],
        line["asked_by"],
        MinutedOutcome(line["outcome"]) if line["outcome"] else None,
        line["owner_role"],
        date.fromisoformat(line["due"]) if line["due"] else None,
        int(line["because"]) if line["because"] else None,
        line["answer"],
        {"yes": True, "no": False}.get(line["satisfied"]),
    )
    record(database, 1, said, acceptance)


def _reply(database: Database, line: ManifestRow, acceptance: Acceptance) -> None:
    reply_to(database, int(line["ref"]), line["words"], acceptance)


def _close(database: Database, line: ManifestRow, acceptance: Acceptance) -> None:
    close_meeting(database, 1, acceptance)


def _sign(database: Database, line: ManifestRow, acceptance: Acceptance) -> None:
    words, update = (line[name].replace("|", "\n") for name in ("words", "answer"))
    keep_minutes(database, 1, words, update, acceptance, sign=True)


_DEEDS: Mapping[str, Callable[[Database, ManifestRow, Acceptance], None]] = {
    "open": _open,
    "attend": _attend,
    "close": _close,
    "sign": _sign,
    "reply": _reply,
}
