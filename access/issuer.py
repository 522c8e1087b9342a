"""The issuer that vouches for people (OpenID Connect), as configured: where it is, and which claim gives which role."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from programme.access import Role

LOOPBACK_HOSTS = frozenset({"localhost", "127.0.0.1"})
DEFAULT_CLAIM, DEFAULT_SCOPE, DEFAULT_NAME = "roles", "openid profile", "your organisation's account"

_MICROSOFTS = re.compile(r"login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|sts\.windows\.net")
_OF_NO_TENANT = frozenset({"common", "organizations", "consumers"})
_TWO_PAIRS = re.compile(rf"=\s*({'|'.join(Role)})\s*[,\s]")
_MUST = "{key} must {must}, got: {got}. Nobody is let in until it does."


@dataclass(frozen=True, slots=True)
class Issuer:
    """One issuer. `claim` is the name of what it says of somebody, `roles` which value of it gives which role.

    `entra` says that a person is known by tenant and object id, because Entra's subject is another in every application.
    """

    address: str
    client_id: str
    client_secret: str = field(repr=False)
    roles: tuple[tuple[str, Role], ...]
    claim: str = DEFAULT_CLAIM
    scope: str = DEFAULT_SCOPE
    called: str = DEFAULT_NAME
    entra: bool = False


def configured_issuer(environment: Mapping[str, str]) -> Issuer:
    """What the keys `WSOA_OIDC_…` say. Raises ValueError with a sentence for whoever configures it."""

    def told(key: str, unset: str = "") -> str:
        return environment.get(key, "").strip() or unset

    address = _address(told("WSOA_OIDC_ISSUER"))
    microsofts = _MICROSOFTS.fullmatch(urlsplit(address).hostname or "") is not None
    return Issuer(
        address,
        _needed("WSOA_OIDC_CLIENT_ID", told("WSOA_OIDC_CLIENT_ID")),
        _secret(told("WSOA_OIDC_CLIENT_SECRET"), told("WSOA_OIDC_CLIENT_SECRET_FILE")),
        _roles(told("WSOA_OIDC_ROLES")),
        told("WSOA_OIDC_CLAIM", DEFAULT_CLAIM),
        _scope(told("WSOA_OIDC_SCOPE", DEFAULT_SCOPE)),
        told("WSOA_OIDC_NAME", DEFAULT_NAME),
        entra=_kind(told("WSOA_OIDC_PERSON", "entra" if microsofts else "subject")) == "entra",
    )


def is_safe_address(address: str) -> bool:
    """Whether what is sent there goes by https, or stays on this machine."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS)
    )


def _address(told: str) -> str:
    parts = urlsplit(told)
    if not is_safe_address(told) or parts.query or parts.fragment or parts.username:
        must = (
            "be the issuer's address by https, as its own metadata says it, like https://login.example.gov.uk/realms/council"
        )
        raise ValueError(_MUST.format(key="WSOA_OIDC_ISSUER", must=must, got=told or "nothing"))
    if _OF_NO_TENANT & set(parts.path.split("/")):
        must = "name your own tenant, because people of every other one would be asked as well"
        raise ValueError(_MUST.format(key="WSOA_OIDC_ISSUER", must=must, got=told))
    return told.rstrip("/")  # or everybody would be somebody else once it is written with another ending


def _needed(key: str, told: str) -> str:
    if not told:
        raise ValueError(_MUST.format(key=key, must="be what the issuer gave for this app", got="nothing"))
    return told


def _secret(told: str, file: str) -> str:
    """The secret itself, or what stands in the file that is named, which other users of the machine need not see."""
    if told and file:
        must = "stand alone, without WSOA_OIDC_CLIENT_SECRET_FILE"
        raise ValueError(_MUST.format(key="WSOA_OIDC_CLIENT_SECRET", must=must, got="both"))
    if file:
        try:
            told = Path(file).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            must = "be a file that this app can read"
            raise ValueError(_MUST.format(key="WSOA_OIDC_CLIENT_SECRET_FILE", must=must, got=file)) from None
    return _needed("WSOA_OIDC_CLIENT_SECRET", told)


def _roles(told: str) -> tuple[tuple[str, Role], ...]:
    """Pairs `value=role`, with a semicolon between them; a value may have an equals sign, and may give several roles."""
    pairs = [each.strip() for each in told.split(";") if each.strip()]
    found = [(value.strip(), role.strip()) for value, _, role in (pair.rpartition("=") for pair in pairs)]
    if not found or any(not value or role not in list(Role) or _TWO_PAIRS.search(value) for value, role in found):
        must = f"be pairs like wsoa-analysts=analyst; wsoa-chairs=chair, each with one of the roles {', '.join(Role)}"
        raise ValueError(_MUST.format(key="WSOA_OIDC_ROLES", must=must, got=told or "nothing"))
    return tuple((value, Role(role)) for value, role in found)


def _scope(told: str) -> str:
    if "openid" not in told.split():
        raise ValueError(_MUST.format(key="WSOA_OIDC_SCOPE", must="have openid among its words", got=told))
    return " ".join(told.split())


def _kind(told: str) -> str:
    if told not in ("subject", "entra"):
        raise ValueError(_MUST.format(key="WSOA_OIDC_PERSON", must="be subject or entra, or not be set", got=told))
    return told
