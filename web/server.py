"""What stands beside the pages: the guard before everything, and the routes that are no pages."""

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.routing import Route

from access.issuer import Issuer
from store.database import place_named
from store.log.looks import write_what_waits
from web.doorkeeper import Doorkeeper
from web.entrance import entrance_routes
from web.guard import Guard
from web.refusals import mistake, other_method
from web.sessions import SESSIONS
from web.unsound import unsound_routes

if TYPE_CHECKING:
    from web.nightly import Nightly
    from web.sign_in import DoorRoutes


def middleware(keeper: Doorkeeper | None = None) -> list[Middleware]:
    """The guard, outside of everything that Streamlit puts there itself."""
    return [Middleware(Guard, keeper=keeper)]


def exception_handlers() -> dict[type[Exception] | int, Callable]:
    """What is answered where a route breaks, or is asked in another way than it can be."""
    return {Exception: mistake, int(HTTPStatus.METHOD_NOT_ALLOWED): other_method}


def upkeep(keeper: Doorkeeper) -> "Nightly | None":
    """What is done beside the pages, not begun yet; None while a reference file is not sound."""
    if keeper.store is None:
        return None
    from web.nightly import Nightly

    return Nightly(keeper.store, place_named().backups)


def lifespan(nightly: "Nightly | None") -> Callable:
    """What begins with the server, and what is done in order when it ends."""

    @asynccontextmanager
    async def living(_: object) -> AsyncIterator[None]:
        if nightly:
            nightly.start()
        try:
            yield
        finally:
            if nightly:
                nightly.stop()
            await run_in_threadpool(write_what_waits)

    return living


def routes(
    keeper: Doorkeeper, html: str = "", pages: Iterable[str] = (), ahead: Callable[[], None] | None = None
) -> list[Route]:
    """Every route of ours. The `keeper` has the one store of this server; each of `pages` begins with `html`, and with
    `ahead`, which works out what is asked for next.

    While a reference file is not sound there is no store, and there are no files.
    """
    if keeper.store is None:
        return [*entrance_routes(html, pages), *unsound_routes()]
    from web.api import api_routes
    from web.feed import feed_routes  # made of the reference files, like those below
    from web.files import file_routes
    from web.health import health_routes
    from web.sign_in import DoorRoutes

    store, door = keeper.store, DoorRoutes(keeper, SESSIONS)
    ours = [*entrance_routes(html, pages, ahead), *health_routes(store), *file_routes(store), *feed_routes(store)]
    ours += api_routes(store)
    return [*ours, *_at_an_issuer(door, keeper.door.issuer)] if keeper.door.issuer else [*ours, *door.routes()]


def _at_an_issuer(door: "DoorRoutes", issuer: Issuer) -> list[Route]:
    from access.oidc import OidcClient  # half a second, which nobody waits for who does not need it
    from web.issuer_sign_in import RETURN, IssuerRoutes

    return IssuerRoutes(door, OidcClient(issuer, f"{door.keeper.door.address}{RETURN}")).routes()
