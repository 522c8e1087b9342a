"""How long somebody must wait who could not sign in: doubling per name and address, a quarter of an hour at most."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from threading import Lock

LONGEST = 15 * 60.0  # seconds
FORGOTTEN = 24 * 60 * 60.0  # seconds after which failures count no more
FREE_OF_AN_ADDRESS = 20
"""Failures of one address under any names before it has to wait as well: many people may share one."""

MOST_KEPT = 20_000


@dataclass(slots=True)
class _Failures:
    count: int = 0
    newest: float = 0.0

    def wait(self, now: float, free: int) -> float:
        """Seconds still to wait after the newest failure."""
        over = self.count - free
        return 0.0 if over <= 0 else max(0.0, self.newest + min(LONGEST, 2.0 ** min(over - 1, 20)) - now)


class Delays:
    """The failures of this server, in memory and bounded. Safe to share between threads.

    A try counts as a failure from when it begins until it succeeds, so that many at once gain nothing. A try that comes too
    early is not looked at and does not count: nobody is locked out for ever.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic):
        self._clock = clock
        self._failures: OrderedDict[tuple[str, str], _Failures] = OrderedDict()
        self._lock = Lock()

    def begin(self, name: str, address: str) -> float:
        """Seconds to wait; 0 where the try may be looked at, which then counts until `succeeded`."""
        own, shared = self._keys(name, address)
        now = self._clock()
        with self._lock:
            wait = max(self._of(own, now).wait(now, 0), self._of(shared, now).wait(now, FREE_OF_AN_ADDRESS))
            if wait > 0:
                return wait
            for key in (own, shared):
                failures = self._of(key, now)
                failures.count, failures.newest = failures.count + 1, now
                self._failures[key] = failures
                self._failures.move_to_end(key)
            while len(self._failures) > MOST_KEPT:
                self._failures.popitem(last=False)
        return 0.0

    def succeeded(self, name: str, address: str) -> None:
        """The try that began was right: it did not fail, and the name begins anew at this address."""
        own, shared = self._keys(name, address)
        with self._lock:
            self._failures.pop(own, None)
            if shared in self._failures:
                self._failures[shared].count -= 1

    def _of(self, key: tuple[str, str], now: float) -> _Failures:
        found = self._failures.get(key)
        return _Failures() if found is None or now - found.newest > FORGOTTEN else found

    def _keys(self, name: str, address: str) -> tuple[tuple[str, str], tuple[str, str]]:
        """A name is bounded before it is kept; whoever has one IPv6 address has 2^64 of them."""
        plain, place = " ".join(name[:200].split()).casefold(), _network(address)
        return (plain, place), ("", place)


def _network(address: str) -> str:
    try:
        found = ip_address(address)
    except ValueError:
        return address[:60]
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found
    return str(found) if found.version == 4 else str(IPv6Address(int(found) >> 64 << 64))
