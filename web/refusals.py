"""How a refusal is told: a page to people, plain text to programs, and a closed door to websockets."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from types import MappingProxyType

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from web.perimeter import header_of
from web.protection import protected

_PAGE = Markup(
    """<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · WSoA Monitor</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.05rem/1.55 "Source Sans", "Segoe UI", Arial, sans-serif; margin: 12vh auto; max-width: 38rem;
  padding: 0 1.5rem; }}
h1 {{ font-size: 1.6rem; line-height: 1.25; }}
</style>
</head>
<body><main><h1>{title}</h1><p>{sentence}</p></main></body>
</html>
"""
)
_MISTAKE = (
    "This could not be made because of a mistake in WSoA Monitor, which stands in the log of the server. Tell whoever runs "
    "it what you asked for and when. Nothing was changed."
)
DATA = "/api/"
"""Where programs ask for data."""

NOTHING_MORE: Mapping[str, str] = MappingProxyType({})
OTHER_METHOD = "This can be asked with {allowed}, got: {got}. Nothing was changed."
_TITLES = {
    HTTPStatus.UNAUTHORIZED: "This session has ended",
    HTTPStatus.FORBIDDEN: "This is not yours to do",
    HTTPStatus.NOT_FOUND: "There is nothing here",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "There is no room for this file",
    HTTPStatus.INTERNAL_SERVER_ERROR: "This could not be made",
    HTTPStatus.SERVICE_UNAVAILABLE: "WSoA Monitor does not answer",
}


def answer_of(scope: Scope, status: HTTPStatus, sentence: str, more: Mapping[str, str] = NOTHING_MORE) -> Response:
    """The answer that says why not: as HTML where a person asks in a browser, to programs that ask for data as JSON
    (RFC 9457). `more` are headers."""
    headers = {"cache-control": "no-store", **more}
    if scope["path"].startswith(DATA):
        told = json.dumps({"status": int(status), "title": status.phrase, "detail": sentence}, ensure_ascii=False)
        return Response(told.encode("utf-8", "replace"), status, headers, "application/problem+json")
    if "text/html" in header_of(scope, "accept"):
        page = _PAGE.format(title=_TITLES.get(status, status.phrase), sentence=sentence)
        return HTMLResponse(page, status, headers)
    return PlainTextResponse(f"{sentence}\n", status, headers)


async def mistake(request: Request, _: Exception) -> Response:
    """The answer where the program itself is wrong: what went wrong stands in the log, and in no answer."""
    answer = answer_of(request.scope, HTTPStatus.INTERNAL_SERVER_ERROR, _MISTAKE)
    answer.raw_headers = protected(answer.raw_headers, header_of(request.scope, "host"))
    return answer


async def other_method(request: Request, refusal: HTTPException) -> Response:
    """The answer where a route is asked in another way than it can be."""
    allowed = (refusal.headers or {}).get("Allow", "GET, HEAD")
    sentence = OTHER_METHOD.format(allowed=allowed, got=request.method)
    return answer_of(request.scope, HTTPStatus.METHOD_NOT_ALLOWED, sentence, {"allow": allowed})


async def send_refusal(scope: Scope, receive: Receive, send: Send, status: HTTPStatus, sentence: str) -> None:
    """Send why not. A websocket is refused before it is opened, with the same status where the server can say it."""
    if scope["type"] == "http" or "websocket.http.response" in scope.get("extensions", {}):
        await answer_of(scope, status, sentence)(scope, receive, send)
    else:
        await receive()
        await send({"type": "websocket.close", "code": 1008, "reason": sentence[:120]})
