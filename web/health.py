"""Whether the server is alive, and whether it is ready to show anything: for whoever watches it."""

from collections.abc import Callable
from http import HTTPStatus
from secrets import token_hex

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from access.upkeep import what_is_amiss
from store.database import Database, StoreError
from store.returns.versions import latest_change
from web.perimeter import stranger

NO_STORE = {"cache-control": "no-store"}
STARTED = {"wsoa-started": token_hex(8)}
"""What tells this process from the one before: a page that was drawn by another is drawn anew (`pages/parts/links.js`)."""


def health_routes(store: Callable[[], Database]) -> list[Route]:
    """`/livez` and `/readyz`. `store` gives the one store of this server, opened where it is not yet, or a StoreError.

    What is amiss with backups, and a log that cannot be written, take nobody the pages away: the server is ready, and says
    so with a warning. Why it is not, and what is amiss, are told to this machine only: anybody may ask.
    """

    def alive(_: Request) -> PlainTextResponse:
        return PlainTextResponse("alive\n", headers=NO_STORE | STARTED)

    def ready(request: Request) -> PlainTextResponse:
        here = not stranger(request.scope)
        try:
            database = store()
            latest_change(database)
            amiss = what_is_amiss(database) if here else []
        except StoreError as refusal:
            why = f": {refusal.outside}" if here else ""
            return PlainTextResponse(f"not ready{why}\n", HTTPStatus.SERVICE_UNAVAILABLE, NO_STORE)
        return PlainTextResponse("".join(["ready\n", *(f"warning: {said}\n" for said in amiss)]), headers=NO_STORE)

    return [Route("/livez", alive), Route("/readyz", ready)]
