"""The command that writes forms: of a quarter, with what the database knows of it, and blank history workbooks."""

import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import date

from openpyxl import Workbook

from loaders.forms.forward import brought_forward
from loaders.forms.template import history_form, save, standard_form
from loaders.pipeline import known_to
from loaders.rules import KnownBefore
from loaders.rules.outside import stream_of
from plumbing.command_line import DONE, REFUSED
from plumbing.listed import named_list
from programme.access import AT_THE_COMMAND_LINE, Deed, demand, person_here
from programme.measures import due_measures, measures
from programme.quarter import Quarter
from programme.workstreams import organisations
from store.database import Database, place_named
from store.errors import StoreError

FIRST_OF_HISTORY = min(measure.first_quarter for measure in measures().values())


class NothingOwedError(ValueError):
    """An organisation that owes no figure in what was asked for; the text is a sentence."""


def write_form(asked: Namespace) -> int:
    """Write the form that is asked for, and say what it is and where what stands in it comes from."""
    demand(person_here(AT_THE_COMMAND_LINE), Deed.UPLOAD)
    form, told = _history(asked) if asked.history else _standard(asked)
    try:
        asked.output.write_bytes(save(form))
    except OSError as refusal:
        print(f"{asked.output} must be a file that can be written, got: {refusal.strerror}", file=sys.stderr)
        return REFUSED
    print(f"{asked.output}: {told}")
    return DONE


def _standard(asked: Namespace) -> tuple[Workbook, str]:
    """The form of a quarter, and what it is."""
    streams = streams_owed(asked.quarter, asked.workstream, asked.organisation)
    known, place = _what_is_known(asked)
    made = form_of(known, asked.quarter, streams, asked.organisation or "", words=asked.words != "no")
    with_words = f" and {made.rows:,} {'row' if made.rows == 1 else 'rows'} of words" if made.rows else ""
    last = f", with the figures of {asked.quarter - 1}{with_words} from {place}" if place else ""
    return made.form, f"the form for {asked.quarter}{last}"


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form and how many rows of words it brings forward."""

    form: Workbook
    rows: int


def form_of(
    known: KnownBefore, quarter: Quarter, streams: tuple[int, ...], maker: str = "", *, words: bool = True
) -> FilledForm:
    """The form of a quarter, with what is known; that of one organisation, where it is named."""
    here = [each for each in known.written if stream_of(each.row, each.sheet) in (None, *streams)]
    forward = brought_forward(known.words, quarter, streams, maker or organisations()[0], written=here, leave=not words)
    form = standard_form(quarter, streams, previous=known.facts, organisation=maker, forward=forward)
    return FilledForm(form, sum(map(len, forward.rows.values())))


def blank_history(first: Quarter, last: Quarter, maker: str = "") -> Workbook:
    """A blank history workbook; of the measures that one organisation owes, where it is named."""
    of = [measure for measure in measures().values() if maker in ("", measure.organisation)]
    return history_form(first.to(last), of, organisation=maker)


def streams_owed(quarter: Quarter, streams: tuple[int, ...], organisation: str | None) -> tuple[int, ...]:
    """Of these workstreams those in which an organisation owes figures; all of them where none is named.

    Raises NothingOwedError where there is none.
    """
    if not organisation:
        return streams
    owed = {measure.workstream for measure in due_measures(quarter, streams, organisation)}
    if not owed:
        raise NothingOwedError(
            f"A form must be of an organisation that owes figures, got: {organisation}, which owes none in workstream "
            f"{named_list(streams, 'or')} for {quarter}. Nothing was written."
        )
    return tuple(stream for stream in streams if stream in owed)


def _what_is_known(asked: Namespace) -> tuple[KnownBefore, str]:
    """What the database knows, and where it is; nothing where there is none. A form can be had while the app holds it."""
    place = place_named(asked.database)
    if not asked.database and place.missing:
        return KnownBefore(), ""
    try:
        with Database.open(place, create=False) as database:
            return known_to(database, person_here(AT_THE_COMMAND_LINE)), str(place)
    except StoreError as refusal:
        if asked.database:
            raise
        print(f"{refusal} The form is written without what the database knows.", file=sys.stderr)
        return KnownBefore(), ""


def _history(asked: Namespace) -> tuple[Workbook, str]:
    """A blank history workbook, and which quarters it has."""
    first = asked.first or min(FIRST_OF_HISTORY, asked.last or FIRST_OF_HISTORY)
    last = asked.last or max(first, Quarter.containing(date.today()) - 1)
    return blank_history(first, last, asked.organisation or ""), f"a blank history workbook, {first} to {last}"
