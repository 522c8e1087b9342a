"""Whether the server is alive, and whether it is ready to show anything: for whoever watches it."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from store.database import Database, StoreError
from store.versions import latest_change

NO_STORE = {"cache-control": "no-store"}


def health_routes(store: Callable[[], Database]) -> list[Route]:
    """`/livez` and `/readyz`. `store` gives the one store of this server, opened where it is not yet, or a StoreError."""

    def alive(_: Request) -> PlainTextResponse:
        return PlainTextResponse("alive\n", headers=NO_STORE)

    def ready(_: Request) -> PlainTextResponse:
        try:
            latest_change(store())
        except StoreError as refusal:
            return PlainTextResponse(f"not ready: {refusal.outside}\n", HTTPStatus.SERVICE_UNAVAILABLE, NO_STORE)
        return PlainTextResponse("ready\n", headers=NO_STORE)

    return [Route("/livez", alive), Route("/readyz", ready)]
