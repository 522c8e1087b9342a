"""The files that one window of the app offers now: each at an address that only its own session can ask, made when asked."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from weakref import WeakValueDictionary

from programme.access import Deed, Person

FILES = "files"
SESSION_HEADER = "X-WSoA-Session"
"""What the guard says of who asks, in place of whatever a request says itself: the id of its session."""

SIGNED_HEADER = "X-WSoA-Signed"
"""The same where people sign in: the hash of its cookie, by which the store knows who it is."""

FROM_HEADER = "X-WSoA-From"
"""The same: the address that it came from, for the log."""

TOKEN_HEADER = "X-WSoA-Form-Token"
"""The same: the token that goes with each form that a page sends."""


@dataclass(frozen=True, slots=True)
class FileOffered:
    """A file that can be taken away: its name and kind, how it is made, and which deed it takes of whom."""

    name: str
    kind: str
    make: Callable[[], bytes | str]
    person: Person
    deed: Deed


class Shelf:
    """What one window offers: the files of this drawing of the page, and of the one before, whose links still stand there.

    `exchanged` is which of the store's files they tell of: after an exchange it is another, and they may hold what is gone.

    It lives as long as the window's session state holds it. `session` is the id of the browser's session, `window` that
    which Streamlit gives the window, and `person` who looks at it, once a page was drawn there. `held` are the bytes of
    each file that it sent up and has not taken back.
    """

    def __init__(self, session: str, window: str = ""):
        self.id = secrets.token_urlsafe(18)
        self.session = session
        self.window = window
        self.person: Person | None = None
        self.held: dict[str, int] = {}
        self.exchanged = 0
        self._now: dict[str, FileOffered] = {}
        self._before: dict[str, FileOffered] = {}
        _SHELVES[self.id] = self

    def turn(self, exchanged: int) -> None:
        """A page begins to be drawn: what the drawing before the last one offered goes, and what tells of another file."""
        self._before = self._now if exchanged == self.exchanged else {}
        self._now, self.exchanged = {}, exchanged

    def lay(self, file: FileOffered, key: str) -> str:
        """Offer a file and give its address, the same in every drawing. Raises ValueError for a `key` used twice."""
        place = hashlib.sha256(key.encode()).hexdigest()[:16]
        if place in self._now:
            raise ValueError(f"each file of a page has a key of its own, got twice: {key}")
        self._now[place] = file
        return f"/{FILES}/{self.id}/{place}"

    def file(self, place: str) -> FileOffered | None:
        """The file at a place; None where nothing is offered there."""
        return self._now.get(place) or self._before.get(place)

    @property
    def bytes_held(self) -> int:
        """The bytes of the files that this window sent up."""
        return sum(tuple(self.held.values()))


_SHELVES: "WeakValueDictionary[str, Shelf]" = WeakValueDictionary()


def shelf_of(shelf_id: str, session: str) -> Shelf | None:
    """The shelf with this id, where it is one of this session."""
    shelf = _SHELVES.get(shelf_id)
    return shelf if shelf is not None and shelf.session == session else None


def open_shelves() -> list[Shelf]:
    """The shelves of all windows that are open."""
    return [shelf for held in _SHELVES.valuerefs() if (shelf := held()) is not None]


def shelf_in(window: str, session: str) -> Shelf | None:
    """The shelf of the window that Streamlit calls so, where it is one of this session."""
    return next((each for each in open_shelves() if window and (each.window, each.session) == (window, session)), None)
