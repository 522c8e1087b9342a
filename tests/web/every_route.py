"""Run as a process of its own, because a server is one: prints what every route of the real app answers, and to whom."""

import asyncio
import json
import re
import sys
from pathlib import Path

from starlette.routing import Mount, WebSocketRoute

from programme.access import Role, person_here
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


async def answers() -> dict[str, dict[str, int]]:
    """The status for each stranger, for nobody (no session), and for a session as each role, by route and kind."""
    from app import app

    await asked(app, described("/livez"))  # builds it, and starts Streamlit
    found = {}
    for route in app._starlette_app.routes:
        path = re.sub(r"{[^}]*}", WINDOW, route.path) + (f"/{WINDOW}" if isinstance(route, Mount) else "")
        kind = "websocket" if isinstance(route, WebSocketRoute) else "http"
        for method in sorted(getattr(route, "methods", None) or ["GET"]):

            async def status(address=path, kind=kind, method=method, **who):
                return (await asked(app, described(address, kind=kind, method=method, **who))).status

            told = {name: await status(**stranger) for name, stranger in STRANGERS.items()}
            told["nobody"] = await status()
            for role in Role:
                told[role] = await status(f"{path}?look_as={role}", headers=await looking_as(app, role))
            found[f"{kind} {method} {path}"] = told
    return found


async def looking_as(app, role: Role) -> dict[str, str]:
    """The headers of a browser whose one window looks as `role`, with what Streamlit wants of its own pages."""
    cookie, session = SESSIONS.begin()
    SHELVES[role] = shelf = Shelf(session.id, WINDOW)
    shelf.person = person_here("somebody").looking_as(role)
    browser = {"Cookie": f"wsoa_session_8501={cookie}", "Origin": "http://localhost:8501"}
    given = (await asked(app, described("/_stcore/health", headers=browser))).cookie
    return browser | {"Cookie": f"{browser['Cookie']}; {given}", "X-Xsrftoken": given.partition("=")[2]}


SHELVES: dict[Role, Shelf] = {}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    print(json.dumps(asyncio.run(answers())))
