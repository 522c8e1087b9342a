"""The feed of what was published, at an address of its own: for programs that tell people of it."""

from collections.abc import Callable
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from access.door import Door
from programme.access import Deed, NotAllowed, demand
from reports.documents.feed import FEED, FEED_PLACE
from reports.documents.published_feed import published_feed
from store.database import Database, StoreError
from store.returns.versions import versions
from store.signing.signoff_rows import sign_off_of
from web.files import asking
from web.refusals import answer_of

KEPT_NOWHERE = {"cache-control": "private, no-store"}
"""An embargo ends, and a publication is withdrawn: no copy on the way may say otherwise."""


def feed_routes(store: Callable[[], Database]) -> list[Route]:
    """`/feed.atom`, for whoever may read: the same for every role. `store` gives the one store of this server, or a
    StoreError."""

    def feed(request: Request) -> Response:
        try:
            demand(asking(request), Deed.TAKE_AWAY)
            database = store()
            illustrative = any(each.cover.illustrative for each in versions(database))
            content = published_feed(sign_off_of(database), illustrative, _home(request))
        except NotAllowed as refusal:
            return answer_of(request.scope, HTTPStatus.FORBIDDEN, str(refusal))
        except ValueError as refusal:
            return answer_of(request.scope, HTTPStatus.NOT_FOUND, str(refusal))
        except StoreError as refusal:
            return answer_of(request.scope, HTTPStatus.SERVICE_UNAVAILABLE, refusal.outside)
        return Response(content, media_type=FEED, headers=KEPT_NOWHERE)

    return [Route(FEED_PLACE, feed)]


def _home(request: Request) -> str:
    """Where the app is open: at its door, or where it was asked for, which the guard has looked at."""
    door: Door | None = request.scope.get("wsoa.door")
    return door.address if door and door.host else str(request.base_url).rstrip("/")
