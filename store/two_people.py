"""What one person asks for and another rules on: who and why must be said, it is ruled on once, and by somebody else."""

from collections.abc import Sequence
from typing import TypeVar

from programme.access import NotAllowed, Person
from programme.answers import is_answer
from programme.hidden import Asking
from programme.redaction import Redaction
from programme.submission import Acceptance
from store.errors import StoreError

Waiting = TypeVar("Waiting", Asking, Redaction)


def refuse_unsaid(acceptance: Acceptance, must: str) -> None:
    """Raise StoreError where nobody says who does it, or why. `must` says what must hold."""
    if not (acceptance.by.name.strip() and is_answer(acceptance.reason)):
        got = acceptance.reason.strip() if acceptance.by.name.strip() and acceptance.reason.strip() else "nothing"
        raise StoreError(f"{must}, got: {got}. Nothing was changed.")


def waiting(known: Sequence[Waiting], number: int, were: str) -> Waiting:
    """The one under a number, which nobody has ruled on; `were` says what they all were, like *asked for*.

    Raises StoreError.
    """
    found = next((each for each in known if each.number == number), None)
    if found is None:
        raise StoreError(f"It must be one of the {len(known)} that were {were}, got: number {number}. Nothing was changed.")
    if found.ruling:
        raise StoreError(f"Number {number} was {found.ruling.word} already, by {found.ruling.doer}. Nothing was changed.")
    return found


def refuse_the_same_person(found: Asking | Redaction, by: Person, must: str, both: str) -> None:
    """Raise NotAllowed for whoever asked; where nobody is asked to sign in, one person cannot be told from another.

    `must` says what must hold, `both` the two deeds, like *asked for and to be granted*.
    """
    if not by.alone and (found.account or found.by) == (by.account or by.name):
        raise NotAllowed(f"{must}, got: number {found.number}, {both} by {found.doer}. Nothing was changed.")
