"""The routes of the door: signing in and out, and setting a first password. Each form's Origin and token are looked at."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from access.delays import Delays
from access.door import Door
from access.people import set_first_password
from access.signing import NotSignedIn, sign_in, sign_out, vouched_for
from programme.access import Role
from store.accounts.people import Enrolled
from store.errors import StoreError
from web.doorkeeper import Doorkeeper
from web.guard import FORMS, cookie_held, cookie_line
from web.limits import TooMany, Turns
from web.perimeter import came_from
from web.sessions import Session, Sessions, same_token
from web.sign_in_page import FormNote, first_password_page, sign_in_page

MOST_SENT = 16_384  # bytes of a form
AT_ONCE, WAIT = 2, 20.0  # people whose passwords are looked at, and the seconds that others wait for their turn

STALE = "This form had been open for too long, or came from elsewhere. Nothing was lost: fill it in once more."
NOT_THE_SAME = "Both boxes must hold the same password, got: two that differ. Type it twice."
BUSY = "So many people sign in at this moment that you would wait long. Try again in a minute."
SIGNED_OUT = "You are signed out, in all windows of this browser."
OWN_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def own_path(wanted: str) -> str:
    """The view that somebody wanted, where it is one of this app; else the start."""
    door_itself = wanted.partition("?")[0] in FORMS
    return wanted if OWN_PATH.fullmatch(wanted) and not door_itself else "/"


@dataclass(slots=True)
class DoorRoutes:
    """What the routes share: whom they ask, the sessions in memory, and what is bounded."""

    keeper: Doorkeeper
    sessions: Sessions
    delays: Delays = field(default_factory=Delays)
    turns: Turns = field(default_factory=lambda: Turns(AT_ONCE, WAIT, BUSY))

    def routes(self) -> list[Route]:
        """The routes of the door."""
        return [
            Route("/sign-in", self.form, methods=["GET"]),
            Route("/sign-in", self.entered, methods=["POST"]),
            Route("/sign-out", self.left, methods=["POST"]),
            Route("/first-password", self.first, methods=["GET"]),
            Route("/first-password", self.set_first, methods=["POST"]),
        ]

    def form(self, request: Request) -> Response:
        """The form; where nobody is asked to sign in, the start of the app."""
        if _door(request) is None:
            return RedirectResponse("/", HTTPStatus.SEE_OTHER)
        note = SIGNED_OUT if "out" in request.query_params else ""
        return self._form(request, own_path(request.query_params.get("to", "/")), FormNote(note=note))

    async def entered(self, request: Request) -> Response:
        """Name and password: in, with a new cookie and where one wanted to go; or the form again, with why not."""
        sent = await sent_form(request)
        to, name = own_path(sent.get("to", "/")), sent.get("name", "")
        if _door(request) is None:
            return RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
        if not _is_ours(request, sent):
            return self._form(request, to, FormNote(STALE), name, HTTPStatus.FORBIDDEN)
        store, password = self.keeper.store, sent.get("password", "")
        try:
            found = await self._in_turn(lambda: vouched_for(store(), self.delays, name, password, came_from(request.scope)))
            return await run_in_threadpool(self.let_in, request, found.number, to, frozenset())
        except NotSignedIn as refused:
            status = HTTPStatus.TOO_MANY_REQUESTS if refused.wait else HTTPStatus.UNAUTHORIZED
            return self._form(request, to, FormNote(str(refused), wait=refused.wait), name, status)
        except TooMany as refused:
            return self._form(request, to, FormNote(str(refused), wait=60), name, HTTPStatus.SERVICE_UNAVAILABLE)
        except StoreError as refused:
            return self._form(request, to, FormNote(refused.outside), name, HTTPStatus.SERVICE_UNAVAILABLE)

    async def left(self, request: Request) -> Response:
        """Out, in every window: the cookie is worth nothing any more, whoever has a copy of it."""
        sent = await sent_form(request)
        if not _is_ours(request, sent):
            return self._form(request, "/", FormNote(STALE), "", HTTPStatus.FORBIDDEN)
        held = cookie_held(request.scope)
        try:
            await run_in_threadpool(sign_out, self.keeper.store(), held)
        except StoreError as refused:
            return self._form(request, "/", FormNote(refused.outside), "", HTTPStatus.SERVICE_UNAVAILABLE)
        self.sessions.end(held)
        answer = RedirectResponse("/sign-in?out", HTTPStatus.SEE_OTHER)
        answer.headers.append("set-cookie", cookie_line(request.scope, "", _door(request), gone=True))
        return answer

    def first(self, request: Request) -> Response:
        """The form for a first password."""
        if _door(request) is None:
            return RedirectResponse("/", HTTPStatus.SEE_OTHER)
        return first_password_page(_session(request).token, "", FormNote(), HTTPStatus.OK)

    async def set_first(self, request: Request) -> Response:
        """The password set, and in; or the form again, with why not."""
        sent = await sent_form(request)
        link, password = sent.get("link", ""), sent.get("password", "")
        token, where = _session(request).token, came_from(request.scope)
        if _door(request) is None:
            return RedirectResponse("/", HTTPStatus.SEE_OTHER)
        if not _is_ours(request, sent):
            return first_password_page(token, link, FormNote(STALE), HTTPStatus.FORBIDDEN)
        if password != sent.get("again", ""):
            return first_password_page(token, link, FormNote(NOT_THE_SAME), HTTPStatus.BAD_REQUEST)
        try:
            found = await self._in_turn(lambda: set_first_password(self.keeper.store(), link, password, where))
            return await run_in_threadpool(self.let_in, request, found.number, "/", frozenset())
        except ValueError as refused:
            return first_password_page(token, link, FormNote(str(refused)), HTTPStatus.BAD_REQUEST)
        except TooMany as refused:
            return first_password_page(token, link, FormNote(str(refused), wait=60), HTTPStatus.SERVICE_UNAVAILABLE)
        except StoreError as refused:
            return first_password_page(token, link, FormNote(refused.outside), HTTPStatus.BAD_REQUEST)

    def let_in(self, request: Request, number: int, to: str, claimed: frozenset[Role]) -> Response:
        """A session begins with a new cookie, and the one before is over. Raises StoreError."""
        held = cookie_held(request.scope)
        cookie = sign_in(self.keeper.store(), number, claimed, came_from(request.scope), held)
        self.sessions.end(held)
        self.sessions.take_up(cookie)
        answer = RedirectResponse(to, HTTPStatus.SEE_OTHER, {"cache-control": "no-store"})
        answer.headers.append("set-cookie", cookie_line(request.scope, cookie, _door(request)))
        return answer

    def _form(
        self, request: Request, to: str, told: FormNote, name: str = "", status: HTTPStatus = HTTPStatus.OK
    ) -> Response:
        return sign_in_page(_session(request).token, to, name[:80], told, status)

    async def _in_turn(self, work: Callable[[], Enrolled]) -> Enrolled:
        """The outcome of `work` in a thread: hashing takes memory and time, and must not take them from the others."""
        async with self.turns.turn():
            return await run_in_threadpool(work)


async def sent_form(request: Request) -> Mapping[str, str]:
    """The fields of a form that was sent, each once; none where it is too long or no form."""
    content = b""
    async for part in request.stream():
        content += part
        if len(content) > MOST_SENT:
            return {}
    try:
        found = parse_qs(content.decode("utf-8"), keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items() if len(values) == 1}


def _is_ours(request: Request, sent: Mapping[str, str]) -> bool:
    """Whether the form is one that this browser was given: the guard has looked at the Origin, here is the token."""
    return same_token(_session(request), sent.get("token", ""))


def _door(request: Request) -> Door | None:
    return request.scope.get("wsoa.door")


def _session(request: Request) -> Session:
    """The browser's session, which the guard begins before a form is shown."""
    return request.scope["wsoa.session"]
