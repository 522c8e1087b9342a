"""An address where no page is: one sentence, before Streamlit answers with an app that finds nothing there."""

from collections.abc import Iterable
from http import HTTPStatus

from starlette.routing import Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from web.perimeter import header_of
from web.refusals import send_refusal

NO_PAGE = (
    "No page of WSoA Monitor has this address. Take away what stands after the name of the server for the first page: its "
    "menu and search lead to everything. Nothing was lost."
)
STREAMLITS = {"media", "component", "static"}
"""First parts of Streamlit's own addresses; its others begin with an underscore or name a file."""


class UnknownAddresses:
    """Refuses whoever opens an address that no route has, or that goes on where a page's ends: nothing could be drawn there.

    Strokes at its end change nothing. Programs that ask for data are left to Streamlit.
    """

    def __init__(self, app: ASGIApp, routes: Iterable[Route]):
        self._app = app
        self._routes = tuple(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the place of the app, or let the app answer."""
        if scope["type"] == "http" and self._opened(scope) and not self._known(scope):
            await send_refusal(scope, receive, send, HTTPStatus.NOT_FOUND, NO_PAGE)
        else:
            await self._app(scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        asked = {**scope, "path": scope["path"].rstrip("/") or "/"}
        return _first(scope["path"]) in STREAMLITS or any(each.matches(asked)[0] is not Match.NONE for each in self._routes)

    @staticmethod
    def _opened(scope: Scope) -> bool:
        """Whether a person opens it in a browser, and it is neither Streamlit's own nor a file."""
        ours = not _first(scope["path"]).startswith("_") and "." not in scope["path"]
        return ours and scope["method"] == "GET" and "text/html" in header_of(scope, "accept")


def _first(path: str) -> str:
    return path.removeprefix("/").partition("/")[0]
