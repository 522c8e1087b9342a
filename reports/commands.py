"""What each command of the reports does: read the store as at a moment, print JSON or lines, give the exit code."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from programme.access import AT_THE_COMMAND_LINE, Role, person_here, sees_hidden
from programme.log import Logged
from record.audited import audited
from record.records import nothing_returned, read
from reports.documents.dictionary import write_dictionary
from reports.documents.notes import ILLUSTRATIVE
from reports.documents.reminders import calendar_of, digest_text
from reports.exports.changes import changes_object
from reports.exports.disclosure import disclosure_object
from reports.exports.plan import action_object
from reports.exports.results import results
from reports.language.grammar import counted
from reports.progress.changes import changes
from reports.progress.delivery import delivery
from reports.progress.digest import stands_of
from reports.progress.losses import losses
from reports.progress.readings import Progress
from reports.sentences.digest import News, digest_headline, digest_introduction, digest_parts
from reports.sentences.disclosure import audit_sentences
from reports.sentences.outcomes import delivery_sentence
from reports.sentences.plan import lapsed_text
from reports.sentences.signoff import strip_sentence
from store.database import Database, place_named
from store.meetings.tellings import Digest, tell

DONE = 0
NOT_WRITTEN = "The file must be one that can be written, got: {path} ({cause}). Name another with --output. {kept}"
STANDS_THERE = (
    "A digest must be written beside those before it, got: a file of that name, {path}, which this store never told of. "
    "Name another folder with --output, or move that file. Nothing was told."
)


class NotWritten(Exception):  # noqa: N818 - what happened
    """A file that was asked for could not be written; its text is the whole sentence."""


@contextmanager
def _known(asked: argparse.Namespace) -> Iterator[Progress]:
    """What is known, with the store open: the cells of figures are read when they are told. A database that is not there
    is not created, and is no reason to hide what is published."""
    place = place_named(asked.database)
    if place.missing:
        print(
            f"There is no database at {place}, so no figure is returned; only published figures are known.", file=sys.stderr
        )
        yield Progress(nothing_returned(asked.as_at), asked.role, asked.on)
        return
    with Database.open(place, create=False) as database:
        if sees_hidden(asked.role):
            database.looks.note(
                Logged.LOOKED_AT_HIDDEN, person_here(AT_THE_COMMAND_LINE), f"python -m reports {asked.command}"
            )
        yield Progress(read(database, asked.as_at), asked.role, asked.on)


def _print_json(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2))


def _tell(signed: str) -> None:
    """Say beside the lines whether they are what was published, or not signed off."""
    if signed:
        print(signed, file=sys.stderr)


def run_results(asked: argparse.Namespace) -> int:
    """Print the results asked for, as JSON or one line each."""
    with _known(asked) as progress:
        found = results(progress, asked.quarter, asked.kpi, asked.area)
        signed = strip_sentence(progress.records, asked.quarter)
    if asked.json:
        _print_json([each | {"sign_off": signed or None} for each in found])
    else:
        _tell(signed)
        for each in found:
            print(f"{each['kpi']:55} {each['area']:24} {each['display']:40} {each['rating']:10} {each['direction']}")
    return DONE


def run_actions(asked: argparse.Namespace) -> int:
    """Print every action of the plan then in force, as JSON or one line each and the counts."""
    with _known(asked) as progress:
        found = delivery(progress, asked.quarter)
        signed = strip_sentence(progress.records, asked.quarter)
    if asked.json:
        _print_json([action_object(each) | {"sign_off": signed or None} for each in found.actions])
        return DONE
    _tell(signed)
    for each in found.actions:
        slip = "" if each.slip is None else f"{each.slip:+} days"
        late = f"  LATE: {lapsed_text(each)}" if each.lapsed else ""
        print(f"{each.now.ref:12} {each.brag:12} {slip:>11}  {each.now.title}{late}")
    print(f"{found.plan.title if found.plan else 'No plan was in force'}, {asked.quarter}: {delivery_sentence(found)}")
    return DONE


def run_changes(asked: argparse.Namespace) -> int:
    """Print what changed since last quarter: one JSON object, or the paragraph."""
    with _known(asked) as progress:
        found = changes_object(changes(progress, asked.quarter), asked.role)
        signed = strip_sentence(progress.records, asked.quarter)
    if asked.json:
        _print_json(found | {"sign_off": signed or None})
    else:
        _tell(signed)
        print(found["paragraph"])
    return DONE


def run_disclosure(asked: argparse.Namespace) -> int:
    """Print what is hidden, what could be narrowed and what is still seen: one JSON object, or lines."""
    with Database.open(asked.database, create=False) as database:
        found = audited(database)
        shown = losses(Progress(read(database), Role.READER), asked.quarter)
    if asked.json:
        _print_json(disclosure_object(found, shown, asked.quarter, sees_hidden(asked.role)))
    else:
        print("\n".join(audit_sentences(found, shown, sees_hidden(asked.role))))
    return DONE


def run_dictionary(asked: argparse.Namespace) -> int:
    """Write the dictionary and say where."""
    write_dictionary(asked.output)
    print(f"The KPI dictionary is written: {asked.output}")
    return DONE


def run_calendar(asked: argparse.Namespace) -> int:
    """Write the calendar of what comes due for a role and say where."""
    with _known(asked) as progress:
        content = calendar_of(progress, [asked.role])
    try:
        asked.output.write_bytes(content)
    except OSError as error:
        told = NOT_WRITTEN.format(path=asked.output, cause=error.strerror, kept="Nothing was lost.")
        raise NotWritten(told) from error
    print(f"The calendar for the {asked.role} is written: {asked.output}")
    return DONE


def run_digest(asked: argparse.Namespace) -> int:
    """Write what changed since a role was told last, and keep that it was told: both or neither. Say where it is."""
    with Database.open(asked.database, create=False) as database:
        person = person_here(AT_THE_COMMAND_LINE)
        if sees_hidden(asked.role):
            database.looks.note(Logged.LOOKED_AT_HIDDEN, person, f"python -m reports {asked.command}")
        progress = Progress(read(database), asked.role, asked.on)
        stands = stands_of(progress, [asked.role])
        written: list[Path] = []

        def write(digest: Digest) -> None:
            written.append(_digest_path(asked.output, digest))
            introduction = (digest_introduction(digest.news), *([ILLUSTRATIVE] if progress.records.illustrative else []))
            headline = digest_headline(asked.role, digest.number, digest.news)
            _write_anew(written[0], digest_text(headline, introduction, digest_parts(digest.news, stands)))

        try:
            told = tell(database, asked.role, {thing: each.state for thing, each in stands.items()}, person, write)
        except BaseException:
            _take_back(written)
            raise
    print(_digest_told(asked.role, told.news if told else {}, written))
    return DONE


def _digest_path(folder: Path, digest: Digest) -> Path:
    path = folder / f"digest-{digest.role}-{digest.number:04}.txt"
    if path.exists():
        raise NotWritten(STANDS_THERE.format(path=path))
    return path


def _write_anew(path: Path, text: str) -> None:
    """Write a file that is not there yet, down to the disk: what it says is kept as told right after."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        told = NOT_WRITTEN.format(path=path, cause=error.strerror, kept="Nothing was told, so the next digest says it.")
        raise NotWritten(told) from error


def _take_back(written: list[Path]) -> None:
    """What was written and could not be kept as told is said by the next digest."""
    for path in written:
        with suppress(OSError):
            path.unlink()


def _digest_told(role: Role, news: News, written: list[Path]) -> str:
    if not written:
        return f"Nothing changed since the {role} was told last: no digest is written."
    return f"The digest for the {role} is written, with {counted(len(news), 'change')}: {written[0]}"
