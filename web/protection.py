"""The headers that every answer bears: what a browser must not do with it."""

from collections.abc import Sequence

from access.door import Door
from web.perimeter import OWN_NAME

HeaderList = list[tuple[bytes, bytes]]


def protected(headers: Sequence[tuple[bytes, bytes]], host: str, door: Door | None = None) -> HeaderList:
    """The headers of an answer and ours; what was there under the same names is replaced. `host` is as it was asked for.

    Where people come by https, a browser is told to come no other way.

    Pictures, fonts and connections come from this app alone: what somebody typed cannot fetch a picture from elsewhere,
    nor send anything there.
    """
    own = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in _PROTECTION.items()]
    at_the_door = door is not None and door.host and host.lower() == door.host
    host = host if at_the_door or OWN_NAME.fullmatch(host) else "localhost"
    own.append((b"content-security-policy", _POLICY.format(host=host).encode("latin-1")))
    if at_the_door and door.secure:
        own.append((b"strict-transport-security", b"max-age=31536000"))
    replaced = {name for name, _ in own}
    kept = [(name, value) for name, value in headers if name.lower() not in replaced]
    return [_by_https_alone(each) if at_the_door and door.secure else each for each in kept] + own


def _by_https_alone(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    """A header; where it gives a cookie, such as Streamlit's own, one that goes no other way."""
    name, value = header
    told = name.lower() == b"set-cookie" and b"; secure" not in value.lower()
    return (name, value + b"; Secure") if told else header


_POLICY = (
    "frame-ancestors 'none'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws://{host} wss://{host} data: blob:; frame-src 'self'; object-src 'none'; base-uri 'self'; "
    "form-action 'self'"
)
_PROTECTION = {
    "x-frame-options": "DENY",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
