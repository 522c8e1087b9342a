"""The addresses of before: each leads to where its page's content stands now, with all that it asked for."""

from collections.abc import Callable, Iterable, Mapping

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.routing import Route

Led = Callable[[str, Mapping[str, str]], str]
"""Gives the new address for an old one and its query."""


def moved_routes(old: Iterable[str], led: Led) -> list[Route]:
    """A route for every old address. It is not for good: no browser remembers where it led."""
    return [Route(f"/{name}", _leads(name, led)) for name in old]


def _leads(name: str, led: Led) -> Callable[[Request], RedirectResponse]:
    def lead(request: Request) -> RedirectResponse:
        return RedirectResponse(led(name, dict(request.query_params)))

    return lead
