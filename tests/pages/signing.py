"""People on the store of an app under test, and a window that one of them has opened."""

from access.signing import sign_in
from pages.parts import view, who
from programme.access import Role
from store.accounts.people import enrol, secret_hash
from tests.accepting import person
from web.shelf import SIGNED_HEADER, TOKEN_HEADER


def signed_in(monkeypatch, *roles: Role, name: str = "Ann") -> str:
    """Somebody with these roles is added, signed in, and looks through this window. Gives their cookie."""
    number = enrol(view.database(), name, roles, person()).number
    cookie = sign_in(view.database(), number, frozenset(), "127.0.0.1", "")
    open_with(monkeypatch, cookie)
    return cookie


def open_with(monkeypatch, cookie: str) -> None:
    """A window that was opened with this cookie, as the guard tells the page."""
    told = {SIGNED_HEADER: secret_hash(cookie), TOKEN_HEADER: "the token"}
    monkeypatch.setattr(who, "told_by_the_guard", lambda: told)
