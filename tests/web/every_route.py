"""Run as a process of its own, because a server is one: prints what every route of the real app answers, and to whom.

First while nobody is asked to sign in, then with people: who is signed in, in each role, and who is so no more.
"""

import asyncio
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

from starlette.routing import Mount, WebSocketRoute

import web.api
from access.signing import sign_in, sign_out
from programme.access import Role, person_here
from store.accounts.people import enrol, enrolled, strike
from store.database import Database
from tests.web.asking import asked, described
from web.sessions import SESSIONS
from web.shelf import Shelf

STRANGERS = {
    "address": {"client": ("192.0.2.2", 1)},
    "host": {"host": "monitor.example"},
    "forwarded": {"headers": {"Via": "1.1 proxy"}},
    "page": {"headers": {"Origin": "http://evil.example"}},
}


WINDOW = "1"
"""Stands in every address in place of what Streamlit would put there."""


Answers = dict[str, dict[str, int]]
"""The status of each who asks, by route and kind."""


async def answers() -> dict[str, Answers]:
    """What is answered while nobody is asked to sign in (to each stranger, to nobody, to each role), and with people."""
    web.api.MOST_A_MINUTE = 10_000  # everybody here is one machine
    from app import app, keeper

    await asked(app, described("/livez"))  # builds it, and starts Streamlit
    alone = await walked(app, STRANGERS | {"nobody": {}}, dict.fromkeys(Role, looking_as))
    store = keeper.store()
    over = {why: {"headers": {**OURS, **cookie(ended(store, why))}} for why in ENDS}
    inside = {role: enrol(store, f"a {role}", {role}, person_here("somebody")).number for role in Role}
    people = await walked(app, {"nobody": {}} | over, {role: signed_in(store, inside[role]) for role in Role})
    return {"alone": alone, "people": people}


async def walked(app, others: dict[str, dict], roles: dict[Role, Callable]) -> Answers:
    """Every route, asked by `others` and by somebody in each of the `roles`, in one browser for all routes."""
    found, browsers = {}, {role: await headers_of(app, role) for role, headers_of in roles.items()}
    for route in app._starlette_app.routes:
        path = re.sub(r"{[^}]*}", WINDOW, route.path) + (f"/{WINDOW}" if isinstance(route, Mount) else "")
        kind = "websocket" if isinstance(route, WebSocketRoute) else "http"
        for method in sorted(getattr(route, "methods", None) or ["GET"]):

            async def status(address=path, kind=kind, method=method, **who):
                return (await asked(app, described(address, kind=kind, method=method, **who))).status

            told = {name: await status(**who) for name, who in others.items()}
            for role, headers in browsers.items():
                told[role] = await status(f"{path}?look_as={role}", headers=headers)
            found[f"{kind} {method} {path}"] = told
    return found


ENDS = ("signed out", "removed", "unused", "too long", "made up")


def ended(store: Database, why: str) -> str:
    """The cookie of a session that is over, in the way that is named; where it is made up, of none that ever was."""
    number = enrol(store, f"Gone, {why}", {Role.ANALYST}, person_here("somebody")).number
    given = sign_in(store, number, frozenset(), "127.0.0.1", "")
    if why == "signed out":
        sign_out(store, given)
    elif why == "removed":
        strike(store, number, person_here("somebody"))
    elif why in ("unused", "too long"):
        column, hours = ("seen_at", 1) if why == "unused" else ("begun_at", 8)
        with store.transaction() as cursor:
            moved = f"UPDATE sessions SET {column} = {column} - INTERVAL {hours} HOUR WHERE person = ?"
            cursor.execute(moved, [number])
    return "made up" if why == "made up" else given


def signed_in(store: Database, number: int) -> Callable:
    """Gives the headers of a browser in which this person is signed in, with one window open."""
    given = sign_in(store, number, frozenset(), "127.0.0.1", "")
    person = enrolled(store, number).person(frozenset())

    async def headers_of(app, role: Role) -> dict[str, str]:
        SHELVES[role] = shelf = Shelf(SESSIONS.take_up(given).id, WINDOW)
        shelf.person = person
        return await streamlits(app, OURS | cookie(given))

    return headers_of


def cookie(value: str) -> dict[str, str]:
    return {"Cookie": f"wsoa_session_8501={value}"}


async def looking_as(app, role: Role) -> dict[str, str]:
    """The headers of a browser whose one window looks as `role`, with what Streamlit wants of its own pages."""
    value, session = SESSIONS.begin()
    SHELVES[role] = shelf = Shelf(session.id, WINDOW)
    shelf.person = person_here("somebody").looking_as(role)
    return await streamlits(app, OURS | cookie(value))


async def streamlits(app, browser: dict[str, str]) -> dict[str, str]:
    """The headers of a browser with what Streamlit gives its own pages besides."""
    given = (await asked(app, described("/_stcore/health", headers=browser))).cookie
    return browser | {"Cookie": f"{browser['Cookie']}; {given}", "X-Xsrftoken": given.partition("=")[2]}


OURS = {"Origin": "http://localhost:8501"}
SHELVES: dict[Role, Shelf] = {}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    print(json.dumps(asyncio.run(answers())))
