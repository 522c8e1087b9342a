"""Files on their way up, by Streamlit's own route: taken of whoever may upload, so many at once and so many bytes."""

from http import HTTPStatus

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from programme.access import Deed, refusal
from web.limits import TooMany, Turns
from web.perimeter import header_of
from web.refusals import send_refusal
from web.shelf import Shelf, open_shelves, shelf_in

UPLOADS = "/_stcore/upload_file/"
MEGABYTE = 1024 * 1024
MOST_OF_A_SESSION = 60 * MEGABYTE
MOST_OF_ALL = 300 * MEGABYTE
LEAST = 4096
"""What a file counts however small it is: each takes a place in memory."""

NO_WINDOW = (
    "A file is taken from a page of this app that is open in this session, got: none, or one of another session. "
    "Load the page again and choose the file there. Nothing of this file was stored."
)
TOO_MUCH = (
    "The files that {whose} has open may be {most} MB together, got: more. Take away what is not needed, or close the "
    "windows that hold it, and try again in two minutes. Nothing of this file was stored."
)


class TooMuch(Exception):  # noqa: N818 - what happened, as TooMany is
    """There is no room for these bytes; its text is a sentence for whoever sent them."""


class Uploads:
    """Stands before `app` on its route for uploads. `turns` are how many can be on their way at once.

    What a window sent counts until it takes it back or is closed: so long it is held in memory.
    """

    def __init__(
        self,
        app: ASGIApp,
        turns: Turns | None = None,
        most_of_a_session: int = MOST_OF_A_SESSION,
        most_of_all: int = MOST_OF_ALL,
    ):
        self._app, self._turns = app, turns or Turns()
        self._of_a_session, self._of_all = most_of_a_session, most_of_all

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one file, let one go, or refuse it. `scope` bears the session that the guard knows."""
        window, _, file = scope["path"].removeprefix(UPLOADS).partition("/")
        shelf = shelf_in(window, scope["wsoa.session"].id)
        if shelf is None or shelf.person is None:
            await send_refusal(scope, receive, send, HTTPStatus.FORBIDDEN, NO_WINDOW)
        elif scope["method"] != "PUT":
            await self._app(scope, receive, send)
            if scope["method"] == "DELETE":
                shelf.held.pop(file, None)
        elif said := refusal(shelf.person, Deed.UPLOAD) or _not_any_more(scope):
            await send_refusal(scope, receive, send, HTTPStatus.FORBIDDEN, said)
        else:
            await self._put(scope, receive, send, shelf, file)

    async def _put(self, scope: Scope, receive: Receive, send: Send, shelf: Shelf, file: str) -> None:
        taken = False

        async def answered(message: Message) -> None:
            nonlocal taken
            if message["type"] == "http.response.start":
                taken = message["status"] < HTTPStatus.BAD_REQUEST
            await send(message)

        try:
            async with self._turns.turn():
                shelf.held[file] = LEAST
                self._look(shelf, expected=_told_length(scope))
                await self._app(scope, self._counting(receive, shelf, file), answered)
        except TooMany as full:
            await send_refusal(scope, receive, send, HTTPStatus.SERVICE_UNAVAILABLE, str(full))
        except TooMuch as full:
            await send_refusal(scope, receive, send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, str(full))
        finally:
            if not taken:
                shelf.held.pop(file, None)

    def _counting(self, receive: Receive, shelf: Shelf, file: str) -> Receive:
        """`receive`, which counts what comes, however much was said to come."""

        async def counted() -> Message:
            message = await receive()
            shelf.held[file] = shelf.held.get(file, LEAST) + len(message.get("body", b""))
            self._look(shelf)
            return message

        return counted

    def _look(self, shelf: Shelf, expected: int = 0) -> None:
        """Raise TooMuch where a session or all of them hold too much, with what is `expected` still to come."""
        shelves = open_shelves()
        own = sum(each.bytes_held for each in shelves if each.session == shelf.session)
        if own + expected > self._of_a_session:
            raise TooMuch(TOO_MUCH.format(whose="one browser", most=self._of_a_session // MEGABYTE))
        if sum(each.bytes_held for each in shelves) + expected > self._of_all:
            raise TooMuch(TOO_MUCH.format(whose="everybody together", most=self._of_all // MEGABYTE))


def _not_any_more(scope: Scope) -> str:
    """Why who is signed in may not upload now, though the page that they look at was drawn for one who may."""
    signed = scope.get("wsoa.signed")
    return refusal(signed.person, Deed.UPLOAD) if signed else ""


def _told_length(scope: Scope) -> int:
    told = header_of(scope, "content-length")
    return int(told) if told.isascii() and told.isdigit() else 0
