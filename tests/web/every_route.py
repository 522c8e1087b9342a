"""Run as a process of its own, because a server is one: prints what every route of the real app answers to strangers."""

import asyncio
import json
import re
import sys
from pathlib import Path

from starlette.routing import Mount, WebSocketRoute

from tests.web.asking import asked, described

STRANGERS = {
    "address": {"client": ("192.0.2.2", 1)},
    "host": {"host": "monitor.example"},
    "forwarded": {"headers": {"Via": "1.1 proxy"}},
    "page": {"headers": {"Origin": "http://evil.example"}},
}


async def answers() -> dict[str, dict[str, int]]:
    """The status for each stranger, by route and kind."""
    from app import app

    await asked(app, described("/livez"))  # builds it, and starts Streamlit
    found = {}
    for route in app._starlette_app.routes:
        path = re.sub(r"{[^}]*}", "1", route.path) + ("/1" if isinstance(route, Mount) else "")
        kind = "websocket" if isinstance(route, WebSocketRoute) else "http"
        for method in sorted(getattr(route, "methods", None) or ["GET"]):
            told = {
                name: (await asked(app, described(path, kind=kind, method=method, **stranger))).status
                for name, stranger in STRANGERS.items()
            }
            found[f"{kind} {method} {path}"] = told
    return found


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent.parent.parent))
    print(json.dumps(asyncio.run(answers())))
