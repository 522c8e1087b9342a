"""What the commands about words written on screen do: list them, write a row, take one back."""

from argparse import Namespace

from loaders.wordings import check_words, write_checked_words
from plumbing.command_line import DONE, REFUSED, print_each
from plumbing.listed import named_list
from programme.access import person_here
from programme.moment import day_text
from programme.sheets.form import FormSheet
from programme.sheets.typed import plain
from programme.submission import Acceptance
from programme.wordings import ON_SCREEN, Wording
from store.database import Database
from store.errors import StoreError
from store.returns.wordings import wordings_of
from store.returns.writing import withdraw_words


def list_words(asked: Namespace) -> int:
    """Say what was written on screen, oldest first, and which of it was withdrawn."""
    with Database.open(asked.database, create=False) as database:
        found = wordings_of(database)
    print_each(found, asked.json, _wording_object, _wording_line, "Nothing was written on screen.")
    return DONE


def write_row(asked: Namespace) -> int:
    """Write one row, or say what stands against it."""
    form = ON_SCREEN[asked.sheet]
    values = {_heading(form, heading): text for heading, text in asked.cell}
    with Database.open(asked.database, create=False) as database:
        checked = check_words(form, asked.quarter, values)
        acceptance = Acceptance(person_here(asked.by), asked.reason, asked.answer, confirmed=asked.today)
        written = write_checked_words(database, checked, acceptance)
    if written.wording is None:
        print("\n".join((*(finding.message for finding in checked.findings), written.refusal)))
        return REFUSED
    print(f"Written as number {written.wording.number}. It counts until something later is written or accepted.")
    return DONE


def take_words_back(asked: Namespace) -> int:
    """Take words back."""
    with Database.open(asked.database, create=False) as database:
        withdraw_words(database, asked.number, Acceptance(person_here(asked.by), asked.reason, confirmed=asked.today))
    print(f"The words number {asked.number} were withdrawn. Nothing was deleted.")
    return DONE


def _heading(form: FormSheet, typed: str) -> str:
    """A heading of the sheet, whatever its capitals. Raises StoreError for another."""
    found = next((each.heading for each in form.columns if plain(typed) in each.keys), None)
    if found is None:
        holds = f"A cell must stand under a heading of {form.name} ({named_list(form.headings, 'or')})"
        raise StoreError(f"{holds}, got: {typed}. Nothing was stored.")
    return found


def _wording_object(each: Wording) -> dict[str, object]:
    gone = each.withdrawal
    taken = gone and {"at": gone.at.isoformat(), "by": gone.by, "account": gone.account, "reason": gone.reason}
    return {
        "number": each.number,
        "sheet": each.sheet,
        "quarter": str(each.quarter),
        "cells": dict(each.cells),
        "written_at": each.at.isoformat(),
        "by": each.by,
        "account": each.account,
        "reason": each.reason,
        "illustrative": each.illustrative,
        "withdrawn": taken,
    }


def _wording_line(each: Wording) -> str:
    says = "; ".join(f"{heading}: {text}" for heading, text in each.cells).removesuffix(".")
    gone = each.withdrawal
    taken = f"; withdrawn by {gone.doer} on {day_text(gone.at)}: {gone.reason}" if gone else ""
    why = f" ({each.reason})" if each.reason else ""
    return f"{each.number}  {each.sheet}, {each.quarter}: {says}. Written by {each.doer} on {day_text(each.at)}{why}{taken}"
