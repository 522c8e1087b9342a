"""Hidden figures to be shown again, for pages and the command line: asked for, granted, refused by the rules in force."""

import re
from collections.abc import Iterable
from datetime import datetime

from disclosure.rules_in_force import rules_in_force
from programme.access import Deed, demand
from programme.figure import Facts
from programme.hidden import Asking, Item
from programme.submission import Acceptance
from store.database import Database
from store.errors import StoreError
from store.hiding import unhiding
from store.returns.facts import facts

SAID = (
    "A reason must not say the hidden number itself, in figures or as a word: an administrator, who sees no hidden figure, "
    "reads it. Got: a reason with it. Write it without that number. Nothing was changed."
)
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def asked_for(database: Database, as_at: datetime | None = None) -> list[Asking]:
    """Everything that was asked for up to a moment (None: now), oldest first, with what had become of it by then."""
    return unhiding.askings(database, as_at)


def ask_for(database: Database, items: Iterable[Item], acceptance: Acceptance) -> list[int]:
    """Ask for hidden numbers, and give the number of each that is asked. Raises NotAllowed and StoreError, also for a reason
    that says the hidden number: whoever grants sees none."""
    demand(acceptance.by, Deed.ASK_RELEASE_HIDDEN)
    known, items = facts(database), tuple(items)
    if any(_says(acceptance.reason, _number(known, item)) for item in items):
        raise StoreError(SAID)
    return [unhiding.ask_to_unhide(database, item, acceptance, rules_in_force()) for item in items]


def grant(database: Database, number: int, acceptance: Acceptance) -> Asking:
    """Grant what was asked for. Raises NotAllowed and StoreError, also where another count could be worked out with it."""
    return unhiding.unhide(database, number, acceptance, rules_in_force())


def refuse(database: Database, number: int, acceptance: Acceptance) -> Asking:
    """Refuse what was asked for: it stays hidden. Raises NotAllowed and StoreError."""
    return unhiding.refuse_to_unhide(database, number, acceptance)


def _number(known: Facts, item: Item) -> int | None:
    """What a hidden number says; None where it is not the sum of returned numbers."""
    said = [figure and figure.value for figure in map(known.get, item.cells)]
    return None if None in said else round(sum(said))


def _says(reason: str, number: int | None) -> bool:
    if number is None:
        return False
    spelt = {_WORDS[number]} if 0 < number < len(_WORDS) else set()
    return not {str(number), f"{number:,}", *spelt}.isdisjoint(re.findall(r"[a-z]+|\d[\d,]*(?<!,)", reason.casefold()))
