"""What each command of the reports does: read the store as at a moment, print JSON or lines, give the exit code."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from programme.access import AT_THE_COMMAND_LINE, Role, person_here, sees_hidden
from programme.log import Logged
from record.audited import audited
from record.records import nothing_returned, read
from reports.documents.dictionary import write_dictionary
from reports.exports.changes import changes_object
from reports.exports.disclosure import disclosure_object
from reports.exports.plan import action_object
from reports.exports.results import results
from reports.progress.changes import changes
from reports.progress.delivery import delivery
from reports.progress.losses import losses
from reports.progress.readings import Progress
from reports.sentences.disclosure import audit_sentences
from reports.sentences.outcomes import delivery_sentence
from reports.sentences.plan import lapsed_text
from store.database import Database, place_named

DONE = 0


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
    with Database.open(place) as database:
        if sees_hidden(asked.role):
            database.looks.note(
                Logged.LOOKED_AT_HIDDEN, person_here(AT_THE_COMMAND_LINE), f"python -m reports {asked.command}"
            )
        yield Progress(read(database, asked.as_at), asked.role, asked.on)


def _print_json(found: object) -> None:
    print(json.dumps(found, ensure_ascii=False, indent=2))


def run_results(asked: argparse.Namespace) -> int:
    """Print the results asked for, as JSON or one line each."""
    with _known(asked) as progress:
        found = results(progress, asked.quarter, asked.kpi, asked.area)
    if asked.json:
        _print_json(found)
    else:
        for each in found:
            print(f"{each['kpi']:55} {each['area']:24} {each['display']:40} {each['rating']:10} {each['direction']}")
    return DONE


def run_actions(asked: argparse.Namespace) -> int:
    """Print every action of the plan then in force, as JSON or one line each and the counts."""
    with _known(asked) as progress:
        found = delivery(progress, asked.quarter)
    if asked.json:
        _print_json([action_object(each) for each in found.actions])
        return DONE
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
    if asked.json:
        _print_json(found)
    else:
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
