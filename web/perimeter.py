"""What a request must be to be served: of this machine, or of the one address at which people sign in."""

import re
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from access.door import LOOPBACK as OWN_NAME
from access.door import Door

Scope = Mapping[str, Any]
"""A request or a websocket as ASGI describes it."""

FORWARDED = re.compile(
    r"forwarded|via|x-forwarded.*|x-real-ip|x-original-.*|x-client-ip|client-ip|true-client-ip|cf-connecting-ip"
    r"|x-cluster-client-ip|x-proxyuser-ip|x-envoy-.*"
)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

_TOLD = "WSoA Monitor is served to this machine only, because {why}: {must}, got: {got}. {do}"
_NOBODY_ASKED = "nobody is asked to sign in"
_NO_ADDRESS = "WSOA_ADDRESS does not say at which address people sign in"
_ONE_ADDRESS = (
    "WSoA Monitor is served at {address} only, got: {got}. Open it there; where a proxy stands before it, it must hand on "
    "the Host that was asked for. Nothing was shown or changed."
)
_OPEN = "Open it in a browser on the machine where it runs, at http://localhost:{port}. Nothing was shown or changed."


def values_of(scope: Scope, name: str) -> list[str]:
    """Every value of a header, which some send twice. `name` in small letters."""
    wanted = name.encode("latin-1")
    return [value.decode("latin-1") for key, value in scope["headers"] if key.lower() == wanted]


def header_of(scope: Scope, name: str) -> str:
    """The first value of a header; empty where it is missing."""
    return next(iter(values_of(scope, name)), "")


def stranger(scope: Scope, door: Door | None = None) -> str:
    """Why this request is not served to whoever sent it, as a sentence; empty where it is.

    Without a `door` nobody is asked to sign in; without a host at the door only this machine is served.
    """
    if door is None or not door.host:
        return _from_elsewhere(scope, _NOBODY_ASKED if door is None else _NO_ADDRESS)
    hosts = values_of(scope, "host")
    if [host.lower() for host in hosts] == [door.host] or not _from_elsewhere(scope, ""):
        return ""
    return _ONE_ADDRESS.format(address=door.address, got=" and ".join(hosts) or "no Host")


def in_the_clear(scope: Scope) -> bool:
    """Whether others on the way can read what is sent: it came by http, and not from this machine under its own name.

    `stranger` has let it pass. Behind a proxy it is https where the proxy says so and the server believes it.
    """
    return scope.get("scheme") != "https" and bool(_from_elsewhere(scope, ""))


def came_from(scope: Scope) -> str:
    """The address of who asks: behind a proxy on this machine what that says of it (the server has put it there)."""
    return (scope.get("client") or ("unknown", 0))[0]


def _from_elsewhere(scope: Scope, why: str) -> str:
    """Why a request is not of this machine; empty where it is."""
    open_it = _OPEN.format(port=(scope.get("server") or ("", None))[1] or 8501)
    if found := next((name for name in _names(scope) if FORWARDED.fullmatch(name)), ""):
        must = "no request may come through a proxy or a tunnel"
        return _TOLD.format(why=why, must=must, got=f"the forwarding header {found}", do=open_it)
    if not _loopback(scope.get("client")):
        must = "the address that asks must be the machine's own"
        return _TOLD.format(why=why, must=must, got=(scope.get("client") or ["none"])[0], do=open_it)
    hosts = values_of(scope, "host")
    if len(hosts) != 1 or not OWN_NAME.fullmatch(hosts[0]):
        must = "the address in the browser must be localhost or 127.0.0.1"
        return _TOLD.format(why=why, must=must, got=" and ".join(hosts) or "none", do=open_it)
    return ""


def foreign_page(scope: Scope, door: Door | None = None) -> str:
    """Why a request that a page of another site sent is refused; empty where the page is ours or none is named.

    `stranger` has looked at the Host before: it is one of ours. At the door's own it is by the door's own scheme.
    """
    host = header_of(scope, "host")
    own = f"{'https' if scope.get('scheme') in ('https', 'wss') else 'http'}://{host}"
    if door is not None and door.host == host.lower():
        own = door.address
    for origin in values_of(scope, "origin"):
        if origin.lower() != own.lower():
            return f"Only pages of this app at {own} may ask this, got: a page of {origin}. Nothing was shown or changed."
    return ""


def _names(scope: Scope) -> list[str]:
    return [key.decode("latin-1").lower().replace("_", "-") for key, _ in scope["headers"]]


def _loopback(client: tuple[str, int] | None) -> bool:
    try:
        address = ip_address(client[0] if client else "")
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_loopback
