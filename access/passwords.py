"""Passwords: kept as scrypt with its parameters beside it, checked two at a time, and refused where many others use them."""

import base64
import hashlib
import hmac
import secrets
import unicodedata
from threading import BoundedSemaphore

from access.common import is_common

COST, BLOCK, LANES = 2**15, 8, 3  # OWASP's N, r and p: 32 MB and a quarter of a second each
MEMORY = 64 * 1024 * 1024
LEAST, MOST = 12, 200

_two = BoundedSemaphore(2)

TOO_SHORT = "A password must have at least {least} characters, got: {got}. Three words that do not belong together do well."
TOO_LONG = "A password must have at most {most} characters, got: {got}."
NOT_TYPED = "A password must be of letters, digits, signs and spaces that a keyboard has, got: one that is not."
COMMON = (
    "A password must not be one that others try first, got: one made of common words, of keys in a row, of repetitions, or "
    "of the name. Three words that do not belong together do well."
)


def hashed(password: str) -> str:
    """What is kept of a password: `scrypt$N$r$p$salt$hash`. At most two threads work at once, 32 MB each."""
    salt = secrets.token_bytes(16)
    made = _scrypt(password, salt, COST, BLOCK, LANES)
    return "$".join(["scrypt", str(COST), str(BLOCK), str(LANES), _text(salt), _text(made)])


def matches(password: str, kept: str) -> bool:
    """Whether this is the password of which `kept` was made. Where nothing is kept it takes as long, and is not."""
    _, cost, block, lanes, salt, expected = (kept or _NOBODYS).split("$")
    made = _scrypt(password, _bytes(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(made, _bytes(expected)) and bool(kept)


def is_dated(kept: str) -> bool:
    """Whether a hash was made with other parameters than those of today."""
    return kept.split("$")[1:4] != [str(COST), str(BLOCK), str(LANES)]


def refused_password(password: str, name: str) -> str:
    """Why somebody called `name` may not have this password, as a sentence; empty where they may."""
    plain = _plain(password)
    if len(plain) < LEAST:
        return TOO_SHORT.format(least=LEAST, got=len(plain))
    if len(plain) > MOST:
        return TOO_LONG.format(most=MOST, got=len(plain))
    if not plain.isprintable():
        return NOT_TYPED
    return COMMON if is_common(plain, name) else ""


def _plain(password: str) -> str:
    """One way to write what looks the same: keyboards differ in how they compose letters."""
    return unicodedata.normalize("NFKC", password)


def _scrypt(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    told = _plain(password[: MOST + 1]).encode("utf-8", "surrogatepass")
    with _two:
        return hashlib.scrypt(told, salt=salt, n=cost, r=block, p=lanes, maxmem=MEMORY, dklen=32)


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)


_NOBODYS = "$".join(["scrypt", str(COST), str(BLOCK), str(LANES), _text(b"nobody's " * 2), _text(b"no password " * 3)])
"""What a password is held against where there is nobody: it costs the same."""
