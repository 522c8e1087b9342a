"""The HTML with which every page of the app begins: Streamlit's own, told where the app lies."""

from collections.abc import Callable, Iterable

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

_WHERE = '<script>window.__streamlit = { BACKEND_BASE_URL: new URL("/", window.location.href).href }</script>\n    '
_MENU_CLOSED = (  # Streamlit remembers that a phone's menu was open, and lays it over whatever page is opened next
    "<script>try { for (const key of Object.keys(localStorage)) "
    'if (key.startsWith("stSidebarCollapsed")) localStorage.removeItem(key) } catch {}</script>\n    '
)


def entrance_routes(html: str, pages: Iterable[str], ahead: Callable[[], None] | None = None) -> list[Route]:
    """The start of the app and each of its `pages`, by the names that stand in their addresses.

    Once one is given, `ahead` is called in a thread: a browser is about to ask.
    """
    told = entrance(html)

    def begin(_: Request) -> HTMLResponse:
        return HTMLResponse(told, headers={"cache-control": "no-cache"}, background=ahead and BackgroundTask(ahead))

    return [Route(address, begin) for address in ("/", *(f"/{page}" for page in pages))]


def entrance(html: str) -> str:
    """Streamlit's page as ours, its menu closed.

    Left to itself it looks for the app below each page's address first, and is told 404.
    """
    named = html.replace("<title>Streamlit</title>", "<title>WSoA Monitor</title>", 1)
    return named.replace("<script", f"{_WHERE}{_MENU_CLOSED}<script", 1)
