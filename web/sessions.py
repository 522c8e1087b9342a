"""Who is here: a session is a random cookie that only this server knows, kept in memory and ended when nobody uses it."""

import hashlib
import hmac
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from access.door import NUMBER_OF_WINDOWS

MOST_SESSIONS = 1_000
MOST_WINDOWS = 60
IDLE = 12 * 60 * 60  # seconds

TOO_MANY_WINDOWS = (
    "At most {most} windows of the app can be open at once, got: {most} that are open already. "
    "Close one that is not needed, then load this page again. Nothing was lost."
)


@dataclass(slots=True)
class Session:
    """One browser. `id` may be told to it, `token` goes with each deed that its pages ask for, `windows` are open now."""

    id: str
    token: str
    used: float
    cookie: str = field(repr=False)
    windows: int = 0


class Sessions:
    """The live sessions of this server, by their cookie. Safe to share between threads.

    With the same `key` several servers know a person who signed in at one of them by the same id and token.
    """

    def __init__(
        self,
        most: int = MOST_SESSIONS,
        most_windows: int = MOST_WINDOWS,
        clock: Callable[[], float] = time.monotonic,
        key: bytes = b"",
    ):
        self._most, self.most_windows, self._clock = most, most_windows, clock
        self._key = key or secrets.token_bytes(32)
        self._by_cookie: dict[str, Session] = {}
        self._lock = Lock()

    def begin(self) -> tuple[str, Session]:
        """A new session with its cookie. Where there are too many, the one that was used longest ago makes room."""
        cookie = secrets.token_urlsafe(32)
        return cookie, self.take_up(cookie)

    def take_up(self, cookie: str) -> Session:
        """The session of a cookie that is known: of one that begins, or of a sign-in from before this server began."""
        session = Session(self._signed("id", cookie), self._signed("token", cookie), self._clock(), cookie)
        with self._lock:
            if cookie in self._by_cookie:
                return self._by_cookie[cookie]
            self._let_go()
            self._by_cookie[cookie] = session
        return session

    def end(self, cookie: str) -> None:
        """Nobody is signed in with this cookie any more. Windows that are open go on until they have been told so."""
        with self._lock:
            if (session := self._by_cookie.get(cookie)) and not session.windows:
                del self._by_cookie[cookie]

    def of(self, cookie: str) -> Session | None:
        """The live session with this cookie, which is now used; None where it has ended or never was."""
        with self._lock:
            session = self._by_cookie.get(cookie)
            if session is None or self._ended(session):
                return None
            session.used = self._clock()
            return session

    def alive(self, session_id: str) -> bool:
        """Whether there is a live session with this id."""
        with self._lock:
            return any(session.id == session_id and not self._ended(session) for session in self._by_cookie.values())

    @property
    def windows(self) -> int:
        """How many windows are open now."""
        return sum(session.windows for session in tuple(self._by_cookie.values()))

    @property
    def full(self) -> str:
        """Why no further window can be opened, as a sentence; empty where there is room."""
        return TOO_MANY_WINDOWS.format(most=self.most_windows) if self.windows >= self.most_windows else ""

    def _signed(self, what: str, cookie: str) -> str:
        return hmac.new(self._key, f"{what} {cookie}".encode(), hashlib.sha256).hexdigest()

    def _ended(self, session: Session) -> bool:
        return not session.windows and self._clock() - session.used > IDLE

    def _let_go(self) -> None:
        """An open window keeps its session, however many others are begun."""
        idle = sorted((item for item in self._by_cookie.items() if not item[1].windows), key=lambda item: item[1].used)
        too_many = len(self._by_cookie) - self._most + 1
        for place, (cookie, session) in enumerate(idle):
            if place < too_many or self._ended(session):
                del self._by_cookie[cookie]


def same_token(session: Session, token: str) -> bool:
    """Whether this is the session's token, told without telling how much of it is right."""
    return hmac.compare_digest(session.token.encode(), token.encode())


def configured_session_key(environment: Mapping[str, str] = os.environ) -> bytes:
    """What `WSOA_SESSION_KEY` says, as 32 bytes; nothing where it is not set: then each start draws one of its own."""
    told = environment.get("WSOA_SESSION_KEY", "")
    return hashlib.sha256(os.fsencode(told)).digest() if told else b""


def configured_most_windows(environment: Mapping[str, str] = os.environ) -> int:
    """How many windows `WSOA_MOST_WINDOWS` lets be open at once; where it is no number, the door lets nobody in."""
    told = environment.get("WSOA_MOST_WINDOWS", "")
    return int(told) if NUMBER_OF_WINDOWS.fullmatch(told) else MOST_WINDOWS


SESSIONS = Sessions(most_windows=configured_most_windows(), key=configured_session_key())
"""The sessions of this server."""
