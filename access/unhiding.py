"""Hidden figures to be shown again, for pages and the command line: asked for, granted, refused by the rules in force."""

from collections.abc import Iterable
from datetime import datetime

from disclosure.decide import decider
from programme.hidden import Asking, Item
from programme.submission import Acceptance
from store import unhiding
from store.database import Database


def asked_for(database: Database, as_at: datetime | None = None) -> list[Asking]:
    """Everything that was asked for up to a moment (None: now), oldest first, with what had become of it by then."""
    return unhiding.askings(database, as_at)


def ask_for(database: Database, items: Iterable[Item], acceptance: Acceptance) -> list[int]:
    """Ask for hidden numbers, and give the number of each that is asked. Raises NotAllowed and StoreError."""
    return [unhiding.ask_to_unhide(database, item, acceptance, decider()) for item in items]


def grant(database: Database, number: int, acceptance: Acceptance) -> Asking:
    """Grant what was asked for. Raises NotAllowed and StoreError, also where another count could be worked out with it."""
    return unhiding.unhide(database, number, acceptance, decider())


def refuse(database: Database, number: int, acceptance: Acceptance) -> Asking:
    """Refuse what was asked for: it stays hidden. Raises NotAllowed and StoreError."""
    return unhiding.refuse_to_unhide(database, number, acceptance)
