"""What was known at a moment is read once and kept for everybody: pages, downloads and other programs share it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Generic, NamedTuple, TypeVar

from plumbing.kept import Kept
from plumbing.line import Crowded, OneByOne
from programme.access import Role, sees_hidden
from programme.moment import LONDON
from record.records import Records, read
from store.database import Database
from store.errors import StoreError
from store.returns.versions import latest_change
from store.signing.signoff_rows import sign_off_of

Made = TypeVar("Made")
MOST_MOMENTS = 8
MOST_IN_LINE = 6
REST = 1.0  # times as long as reading a moment took

TOO_MANY_MOMENTS = (
    "Past moments are read one after the other, at most {most} at once, got: {most} that others are waiting for. "
    "Try again in a few seconds; the newest figures are there meanwhile. Nothing was lost."
)


class Asked(NamedTuple):
    """What is asked for: of which store, as which file and after which change, for whom, as at which moment, on which day.

    `exchanged` says how often another file took the place of the store's. `today` is the real day, after which answers are
    others; `on` the day that somebody wants it to be. `given` is the change of the publication, or of its withdrawal, that
    governs what readers are given: an embargo ends without anything being stored.
    """

    path: str
    exchanged: int
    change: int
    role: Role
    as_at: datetime | None
    today: date
    on: date | None = None
    given: int | None = None

    def follows(self, other: tuple) -> bool:
        """Whether another is the same question, asked of the same file after an earlier change or on an earlier day."""
        if not isinstance(other, Asked):
            return False
        return other._replace(change=self.change, today=self.today, given=self.given) == self


class Moments(Generic[Made]):
    """What `make` makes of the records of a moment, for a role and on a day (None: whichever it is).

    Both the records, which all roles share, and what is made of them are kept for the moments asked for last. After a
    change to the store nothing that was kept before it is given out again; what was made for a role last is kept until it
    asks again, and handed to `make` (else None), which need not work out again what stayed. After an exchange of the file
    nothing of it is kept. Whoever asks for now neither waits for those who ask for the past nor finds that they have taken
    its place.
    """

    def __init__(self, make: Callable[[Records, Role, date | None, Made | None], Made]):
        self._make = make
        self._now, self._past = Kept(2 * MOST_MOMENTS), Kept(2 * MOST_MOMENTS)
        self._line = OneByOne(MOST_IN_LINE, REST)

    def asked(self, database: Database, role: Role, as_at: datetime | None = None, on: date | None = None) -> Asked:
        """The question, as it stands after the newest change. Raises StoreError."""
        governs = sign_off_of(database, as_at).governs
        if governs is None and not sees_hidden(role):
            role = Role.READER  # while nothing is published all of them are given the same
        whole = str(database.place), database.exchanged, latest_change(database)
        return Asked(*whole, role, as_at, datetime.now(LONDON).date(), on, governs and governs.change)

    def holds(self, asked: Asked) -> bool:
        """Whether the answer is there already."""
        return asked in self._of(asked)

    def answer(self, database: Database, asked: Asked) -> Made:
        """The answer. Raises StoreError, whose text is a sentence for the reader: also where too many ask for the past."""
        if asked.as_at is None or self.holds(asked):
            return self._answer(database, asked)
        try:
            with self._line.turn():
                return self._answer(database, asked)
        except Crowded:
            raise StoreError(TOO_MANY_MOMENTS.format(most=self._line.most)) from None

    def _answer(self, database: Database, asked: Asked) -> Made:
        kept = self._of(asked)

        def made() -> Made:
            before = kept.newest(asked.follows)
            made = self._make(self._records(database, asked), asked.role, asked.on, before)
            self._forget(asked, asked.follows)
            return made

        return kept.answer(asked, made)

    def _records(self, database: Database, asked: Asked) -> Records:
        self._forget(asked, lambda other: other[1] < asked.exchanged or not isinstance(other, Asked))
        moment = (asked.path, asked.exchanged, asked.change, asked.as_at, asked.given)
        return self._of(asked).answer(moment, lambda: read(database, asked.as_at))

    def _forget(self, asked: Asked, needless: Callable[[tuple], bool]) -> None:
        """Let go of what is `needless` of what was kept of the store before the change that is asked for."""
        newest = asked.exchanged, asked.change
        for kept in (self._now, self._past):
            kept.forget(unless=lambda other: other[0] != asked.path or other[1:3] >= newest or not needless(other))

    def _of(self, asked: Asked) -> Kept:
        return self._now if asked.as_at is None else self._past
