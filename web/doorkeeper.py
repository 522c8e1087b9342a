"""Whether people are asked to sign in here, and who somebody is: asked before every route, in a thread of its own."""

from collections.abc import Callable
from dataclasses import dataclass, field

from access.door import Door, asks_to_sign_in, configured_door
from access.signing import who_holds
from store.accounts.people import secret_hash
from store.accounts.sessions import NOT_SIGNED_IN, Ended, SignedIn
from store.database import Database


@dataclass(slots=True)
class Doorkeeper:
    """Knows the door and the store. Without a store, because a reference file is not sound, this machine alone is served."""

    store: Callable[[], Database] | None = None
    door: Door = field(default_factory=configured_door)
    _asked: bool = False

    def at_the_door(self) -> Door | None:
        """The door at which people are asked to sign in; None while nobody is. Once asked, always asked.

        Raises StoreError where that cannot be told: then nobody must be let in.
        """
        if self.store is None:
            return None
        if not self._asked:
            self._asked = asks_to_sign_in(self.store(), self.door)
        return self.door if self._asked else None

    @property
    def door_as_configured(self) -> Door | None:
        """The door, where anything is configured, without a look into the store: whether the server lives needs none."""
        return self.door if self.store and self.door != Door() else None

    def who(self, cookie: str) -> SignedIn | Ended:
        """Who holds this cookie, or why nobody does. Raises StoreError."""
        if not cookie:
            return Ended(NOT_SIGNED_IN, known=False)
        return who_holds(self.store(), self.door, secret_hash(cookie))
