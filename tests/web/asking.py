"""Asks an app as a server would: one request or one websocket, described as ASGI does, without a network."""

import asyncio
from dataclasses import dataclass

import pytest

from tests.running import run_awaited

HERE = ("127.0.0.1", 50_000)


@dataclass(frozen=True)
class Answer:
    """What came back. `headers` by their names in small letters; of several with one name, the last."""

    status: int
    headers: dict[str, str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8")

    @property
    def cookie(self) -> str:
        """The session's cookie as a browser would send it back."""
        return self.headers.get("set-cookie", "").split(";")[0]


def described(
    path="/", method="GET", kind="http", client=HERE, host="localhost:8501", headers=(), extensions=None, scheme="http"
):
    """A request as ASGI describes it. `headers` are pairs; `host=None` leaves the header out."""
    path, _, query = path.partition("?")
    given = [*([("host", host)] if host is not None else []), *(headers.items() if isinstance(headers, dict) else headers)]
    return {
        "type": kind,
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "scheme": "ws" if kind == "websocket" else scheme,
        "server": ("127.0.0.1", 8501),
        "client": client,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in given],
        "extensions": {"websocket.http.response": {}} if extensions is None else extensions,
        "subprotocols": [],
    } | ({"method": method} if kind == "http" else {})


def ask(app, path="/", body=b"", fails=(), **request) -> Answer:
    """The answer of `app`, an ASGI app; `fails` is what it raises once it has answered, for the log."""
    return run_awaited(asked(app, described(path, **request), body, fails))


async def asked(app, scope, body=b"", fails=()) -> Answer:
    """The same inside of a loop that runs. Whoever asks stays until the answer is there; a websocket is left at once."""
    sent, answered = [], asyncio.Event()
    incoming = [{"type": "websocket.connect"}] if scope["type"] == "websocket" else [{"type": "http.request", "body": body}]

    async def receive():
        if incoming:
            return incoming.pop(0)
        if scope["type"] == "http":
            await answered.wait()
        return {"type": f"{scope['type']}.disconnect", "code": 1000}

    async def send(message):
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            answered.set()

    if fails:
        with pytest.raises(fails):
            await app(scope, receive, send)
    else:
        await app(scope, receive, send)
    begun = next(each for each in sent if each["type"].endswith((".start", ".accept", ".close")))
    status = begun.get("status", 101 if begun["type"].endswith(".accept") else begun.get("code"))
    headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in begun.get("headers") or []}
    content = b"".join(each.get("body", b"") for each in sent if each["type"].endswith(".body"))
    return Answer(status, headers, content)


async def echo(scope, receive, send):
    """An app that says what reached it: the headers, one a line, as HTML; it opens every websocket."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept", "headers": []})
        return
    told = "\n".join(f"{name.decode('latin-1')}: {value.decode('latin-1')}" for name, value in scope["headers"])
    kind = b"text/html; charset=utf-8" if scope["path"] == "/" else b"text/plain"
    headers = [(b"content-type", kind), (b"X-Frame-Options", b"ALLOWALL")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": told.encode()})
