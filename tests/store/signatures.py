"""A quarter that is sent, approved and published by people who can be told apart, for the tests of the sign-off."""

from programme.access import Person, Role
from programme.signoff import Signature
from programme.submission import Acceptance
from store.database import Database
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review
from tests.store.submissions import Q3
from tests.store.wordings import LEAD, comes, later

__all__ = ["LEAD", "later"]

CHAIR = Person("The chair", "chair@desk-4", frozenset({Role.CHAIR}))


def because(who: Person, note: str = "as discussed", **more) -> Acceptance:
    return Acceptance(who, note, **more)


def opened(folder) -> Database:
    """A store with one return of Q3, of a day before everything else."""
    database = Database.open(folder / "wsoa.duckdb")
    comes(database, 0)
    return database


def sent(database: Database, at: float = 1) -> Signature:
    return send_for_review(database, Q3, because(LEAD, at=later(at)))


def approved(database: Database) -> Signature:
    sent(database)
    return approve_quarter(database, Q3, because(CHAIR, at=later(2)))


def published(database: Database) -> Signature:
    approved(database)
    return publish_quarter(database, Q3, because(CHAIR, at=later(3)))
