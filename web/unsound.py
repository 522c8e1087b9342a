"""What a server answers beside its pages while a reference file is not sound: that it is alive, and not ready."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

NO_STORE = {"cache-control": "no-store"}
NOT_READY = "not ready: a reference file must be put right first; the pages say which\n"


def unsound_routes() -> list[Route]:
    """`/livez` and `/readyz`, and no files: nothing can be read or given out."""

    def alive(_: Request) -> PlainTextResponse:
        return PlainTextResponse("alive\n", headers=NO_STORE)

    def not_ready(_: Request) -> PlainTextResponse:
        return PlainTextResponse(NOT_READY, HTTPStatus.SERVICE_UNAVAILABLE, NO_STORE)

    return [Route("/livez", alive), Route("/readyz", not_ready)]
