"""How people get in, as configured: nobody is asked, a password of ours, or another issuer; and at which address."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from access.issuer import LOOPBACK_HOSTS, Issuer, configured_issuer
from store.accounts.people import LOCAL, anybody_ever
from store.database import Database

LOOPBACK = re.compile(rf"({'|'.join(map(re.escape, sorted(LOOPBACK_HOSTS)))})(:\d{{1,5}})?", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?)://([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:\d{1,5})?)/?", re.IGNORECASE)
_KEYS = ("WSOA_SIGN_IN", "WSOA_ADDRESS", "WSOA_OIDC_", "WSOA_SESSION_KEY", "WSOA_MOST_WINDOWS")
SHORTEST_KEY = 32  # signs
NUMBER_OF_WINDOWS = re.compile(r"[1-9]\d{0,2}|1000")
DEFAULT_ADDRESS = "http://localhost:8501"
NO_WAY_BACK = (
    "WSOA_ADDRESS must be the address of the app, like https://monitor.example.gov.uk, because the issuer sends people back "
    "to it, got: nothing. Nobody is let in until it is."
)
KEY_TOO_SHORT = (
    "WSOA_SESSION_KEY must be at least {least} signs that nobody can guess, the same for every process of this app, "
    "got: {got}. Nobody is let in until it is."
)
NO_NUMBER_OF_WINDOWS = (
    "WSOA_MOST_WINDOWS must be a whole number from 1 to 1000, or not be set, got: {got}. Nobody is let in until it is."
)


class SignInWay(StrEnum):
    """How people sign in."""

    LOCAL = "local"
    OIDC = "oidc"


@dataclass(frozen=True, slots=True)
class Door:
    """What is configured. Without a `way` people are asked once there are any. `host` is empty where this machine is meant.

    `issuer` vouches for people where the way is `oidc`. `wrong` says what is configured so that nobody can be let in.
    """

    way: SignInWay | None = None
    scheme: str = "http"
    host: str = ""
    wrong: str = ""
    issuer: Issuer | None = None

    def admits(self, issuer: str) -> bool:
        """Whether people of this issuer come in here: of ours, or of the one that is configured in its place."""
        return issuer == (self.issuer.address if self.issuer else LOCAL)

    @property
    def address(self) -> str:
        """Where the app is open to people, as it begins a link."""
        return f"{self.scheme}://{self.host}" if self.host else DEFAULT_ADDRESS

    @property
    def secure(self) -> bool:
        """Whether people come by https, so that a cookie must go no other way."""
        return self.scheme == "https"


def configured_door(environment: Mapping[str, str] = os.environ) -> Door:
    """What `WSOA_SIGN_IN` (local or oidc), `WSOA_ADDRESS` (https://…) and the keys of an issuer say.

    It is made out once in a process: a secret's file that cannot be read any more shuts nobody out while it runs.
    """
    return _door(frozenset((key, told) for key, told in environment.items() if key.startswith(_KEYS)))


@lru_cache(maxsize=8)
def _door(told: frozenset[tuple[str, str]]) -> Door:
    environment = dict(told)
    asked, address = environment.get("WSOA_SIGN_IN", "").strip(), environment.get("WSOA_ADDRESS", "").strip()
    if asked and asked not in list(SignInWay):
        return Door(wrong=f"WSOA_SIGN_IN must be local or oidc, or not be set, got: {asked}. Nobody is let in until it is.")
    if 0 < (length := len(environment.get("WSOA_SESSION_KEY", ""))) < SHORTEST_KEY:
        return Door(wrong=KEY_TOO_SHORT.format(least=SHORTEST_KEY, got=length))
    if (told := environment.get("WSOA_MOST_WINDOWS", "")) and not NUMBER_OF_WINDOWS.fullmatch(told):
        return Door(wrong=NO_NUMBER_OF_WINDOWS.format(got=told))
    way = SignInWay(asked) if asked else None
    if not address:
        return Door(wrong=NO_WAY_BACK) if way is SignInWay.OIDC else Door(way)
    found = _ADDRESS.fullmatch(address)
    if not found or (found[1].lower() == "http" and not LOOPBACK.fullmatch(found[2])):
        return Door(
            wrong="WSOA_ADDRESS must be the address of the app without a page, like https://monitor.example.gov.uk, got: "
            f"{address}. Passwords do not go by http. Nobody is let in until it is."
        )
    try:
        issuer = configured_issuer(environment) if way is SignInWay.OIDC else None
    except ValueError as refusal:
        return Door(wrong=str(refusal))
    return Door(way, found[1].lower(), found[2].lower(), issuer=issuer)


def asks_to_sign_in(database: Database, door: Door) -> bool:
    """Whether people must sign in: where it is configured, where it is configured wrongly, or once there was any person."""
    return door.way is not None or bool(door.wrong) or anybody_ever(database)
