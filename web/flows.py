"""Who is on the way to the issuer now: bound to the session of the browser that left, for ten minutes and one return."""

import hmac
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from access.oidc import Sent

LIVES = 10 * 60.0  # seconds
MOST_ON_THE_WAY = 2_000


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """One sign-in that began here: what its return is held against, in which session it began, and where it wanted to go."""

    sent: Sent
    session: str
    to: str
    until: float


class Flows:
    """The sign-ins of this server that have not come back. Safe to share between threads."""

    def __init__(self, most: int = MOST_ON_THE_WAY, clock: Callable[[], float] = time.monotonic):
        self._most, self._clock = most, clock
        self._by_state: OrderedDict[str, OnTheWay] = OrderedDict()
        self._lock = Lock()

    def leave(self, sent: Sent, session: str, to: str) -> None:
        """Somebody leaves for the issuer. Where too many are on the way, the one who left first is forgotten."""
        with self._lock:
            self._by_state[sent.state] = OnTheWay(sent, session, to, self._clock() + LIVES)
            while len(self._by_state) > self._most:
                self._by_state.popitem(last=False)

    def come_back(self, state: str, session: str) -> OnTheWay | None:
        """Who left with this state in this session; None for everybody else, and for whoever comes back a second time."""
        with self._lock:
            found = self._by_state.get(state)
            if found is None or not hmac.compare_digest(found.session.encode(), session.encode()):
                return None
            del self._by_state[state]
        return found if self._clock() < found.until else None
