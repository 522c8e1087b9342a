"""What stands beside the pages: the guard before everything, and the routes that are no pages."""

from collections.abc import Callable, Iterable

from starlette.middleware import Middleware
from starlette.routing import Route

from store.database import Database
from web.entrance import entrance_routes
from web.guard import Guard
from web.refusals import mistake
from web.unsound import unsound_routes


def middleware() -> list[Middleware]:
    """The guard, outside of everything that Streamlit puts there itself."""
    return [Middleware(Guard)]


def exception_handlers() -> dict[type[Exception], Callable]:
    """What is answered where a route breaks."""
    return {Exception: mistake}


def routes(store: Callable[[], Database], html: str = "", pages: Iterable[str] = (), *, sound: bool = True) -> list[Route]:
    """Every route of ours. `store` gives the one store of this server; each of `pages` begins with `html`.

    While a reference file is not `sound` there are no files, and nobody asks for the store.
    """
    if not sound:
        return [*entrance_routes(html, pages), *unsound_routes()]
    from web.files import file_routes  # made of the reference files, like the one below
    from web.health import health_routes

    return [*entrance_routes(html, pages), *health_routes(store), *file_routes(store)]
