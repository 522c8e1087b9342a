"""What programs ask for: results, actions, changes and the dictionary, with a token, a session, or on this machine."""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from access.door import Door
from access.tokens import PREFIX, Token, TokenRefused, holder_of
from programme.access import Deed, NotAllowed, Person, Role, demand, sight
from programme.log import Logged
from store.database import Database, StoreError
from web.files import asking, looking
from web.limits import PerMinute
from web.perimeter import came_from, in_the_clear, values_of
from web.refusals import answer_of

if TYPE_CHECKING:
    from api.answers import FeedAnswer, FeedAnswers
    from api.asked import FeedAsked

ROOT = "/api/v1"
SETS = ("results", "actions", "changes", "dictionary", "columns")
FORMATS = ("csv", "json")
MOST_A_MINUTE = 60

CHALLENGE = 'Basic realm="WSoA Monitor", Bearer realm="WSoA Monitor"'
KEPT = {"cache-control": "private, no-cache", "vary": "Authorization, Cookie"}
"""Whoever keeps a copy asks each time whether it still holds, and keeps one for each who asks."""

NOT_IN_ADDRESS = (
    "A token must be in the header Authorization, got: one in the address, where logs keep it. Nothing was given. Have it "
    "revoked, and another made."
)
NOT_BY_HTTP = (
    "A token must come by https, got: http, where others can read it. Nothing was given. Have it revoked and another made; "
    "where a proxy stands before this, it must say X-Forwarded-Proto and be one that the server believes."
)
NO_TOKEN = (
    "This must be asked with a token (Authorization: Bearer, or Basic with the token as the password) or by who is signed "
    "in, got: neither. Nothing was given."
)
NOT_UNDERSTOOD = (
    "The header Authorization must be Bearer and a token, or Basic with the token as the password, and be sent once, got: "
    "something else. Nothing was given."
)
TOO_OFTEN = "At most {most} questions in a minute are answered, got: more. Ask again in {wait} seconds. Nothing was given."
NOTHING_HERE = "What can be asked for is one of {names}, as .csv or .json, got: another address. Nothing was given."


class Unasked(Exception):  # noqa: N818 - what happened, as NotSignedIn is
    """A question that is not answered: with which status, in which words, and which headers beside."""

    def __init__(self, status: HTTPStatus, sentence: str, **headers: str):
        super().__init__(sentence)
        self.status, self.headers = status, {key.replace("_", "-"): value for key, value in headers.items()}


@dataclass(frozen=True, slots=True)
class Program:
    """Who asks: the person, as which role they are shown things, and with which token, if any."""

    person: Person
    role: Role
    token: Token | None = None

    def asked_for(self, what: str) -> tuple[Logged, Person, str]:
        """What the log says of a question that was answered."""
        told = f"{what}, as {self.role}"
        if self.token is None:
            return Logged.TOOK_AWAY, self.person, told
        return Logged.TOOK_BY_TOKEN, self.person, f"{told}, by {self.token.called}"


@dataclass(slots=True)
class ApiRoutes:
    """The routes, with what they share: whom they ask, how often each may ask, and what was answered."""

    store: Callable[[], Database]
    often: PerMinute
    answers: "FeedAnswers | None" = None

    def routes(self) -> list[Route]:
        """One address for each set and format, and an answer to every other under the same root."""
        named = [Route(f"{ROOT}/{name}.{form}", self.feed) for name in SETS for form in FORMATS]
        return [*named, Route("/api/{rest:path}", self.nothing)]

    def feed(self, request: Request) -> Response:
        """One set, or 304 where whoever asks has it already."""
        return self._answered(request, lambda program: self._feed(request, program))

    def nothing(self, request: Request) -> Response:
        """An address under which nothing is."""

        def none(_: Program) -> Response:
            raise Unasked(HTTPStatus.NOT_FOUND, NOTHING_HERE.format(names=", ".join(SETS)))

        return self._answered(request, none)

    def _answered(self, request: Request, answer: Callable[[Program], Response]) -> Response:
        try:
            if any(PREFIX in part for pair in request.query_params.multi_items() for part in pair):
                raise Unasked(HTTPStatus.BAD_REQUEST, NOT_IN_ADDRESS)
            return answer(self._asking(request))
        except Unasked as refusal:
            return answer_of(request.scope, refusal.status, str(refusal), refusal.headers)
        except NotAllowed as refusal:
            return answer_of(request.scope, HTTPStatus.FORBIDDEN, str(refusal))
        except ValueError as refusal:
            return answer_of(request.scope, HTTPStatus.BAD_REQUEST, str(refusal))
        except StoreError as refusal:
            return answer_of(request.scope, HTTPStatus.SERVICE_UNAVAILABLE, refusal.outside)

    def _asking(self, request: Request) -> Program:
        """Who asks. Raises Unasked where nobody does who may, or too often; StoreError."""
        door: Door | None = request.scope.get("wsoa.door")
        sent = values_of(request.scope, "authorization")
        if sent:
            program = self._by_token(request, door or Door(), sent)
        elif door is not None and request.scope.get("wsoa.signed") is None:
            self._count(("nobody", came_from(request.scope)))
            raise Unasked(HTTPStatus.UNAUTHORIZED, NO_TOKEN, www_authenticate=CHALLENGE)
        else:
            program = _in_a_session(request)
        self._count(("token", program.token.number) if program.token else ("person", program.person.owner))
        demand(program.person, Deed.TAKE_AWAY)
        return program

    def _by_token(self, request: Request, door: Door, sent: list[str]) -> Program:
        where = came_from(request.scope)
        if in_the_clear(request.scope):
            self._count(("nobody", where))
            raise Unasked(HTTPStatus.FORBIDDEN, NOT_BY_HTTP)
        database = self.store()
        try:
            holder = holder_of(database, door, _token_in(sent))
        except TokenRefused as refusal:
            self._count(("nobody", where))
            if token := refusal.token:
                who = Person(token.account, token.account, frozenset(), came_from=where)
                database.looks.note(Logged.TOKEN_REFUSED, who, token.called)
            raise Unasked(HTTPStatus.UNAUTHORIZED, str(refusal), www_authenticate=CHALLENGE) from None
        person = replace(holder.person, came_from=where)
        return Program(person, sight(looking(person, request)), holder.token)

    def _count(self, who: tuple[str, object]) -> None:
        if wait := self.often.wait(who):
            told = TOO_OFTEN.format(most=MOST_A_MINUTE, wait=wait)
            raise Unasked(HTTPStatus.TOO_MANY_REQUESTS, told, retry_after=str(wait))

    def _feed(self, request: Request, program: Program) -> Response:
        from api.answers import FeedAnswers  # brings all that reports need: only once somebody asks
        from api.asked import feed_asked

        name, form = request.url.path.rpartition("/")[2].split(".")
        asked = feed_asked(name, form, request.query_params.multi_items())
        database, self.answers = self.store(), self.answers or FeedAnswers()
        question = self.answers.question(database, program.role, asked)
        headers = KEPT | {"etag": question.tag}
        if question.tag in _held(request):
            response = Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        else:
            response = _whole(request, asked, self.answers.answer(database, question), headers)
        database.looks.note(*program.asked_for(_named(asked)))
        return response


def api_routes(store: Callable[[], Database]) -> list[Route]:
    """`/api/v1/…`. `store` gives the one store of this server, or a StoreError."""
    return ApiRoutes(store, PerMinute(MOST_A_MINUTE)).routes()


def _in_a_session(request: Request) -> Program:
    """Who is signed in, or whoever is at this machine. What goes out of the app is a reader's, unless the address asks for
    what another of their roles is shown: a workbook is handed on more easily than a page."""
    person = asking(request)
    role = sight(person) if "look_as" in request.query_params else Role.READER
    return Program(person, role)


def _token_in(sent: list[str]) -> str:
    """The token in the header. Raises Unasked."""
    kind, _, told = sent[0].strip().partition(" ")
    told = told.strip()
    try:
        if len(sent) == 1 and kind.lower() == "bearer" and told:
            return told
        if len(sent) == 1 and kind.lower() == "basic":
            return base64.b64decode(told, validate=True).decode("utf-8").partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        pass
    raise Unasked(HTTPStatus.UNAUTHORIZED, NOT_UNDERSTOOD, www_authenticate=CHALLENGE)


def _held(request: Request) -> Iterator[str]:
    """The tags of what whoever asks holds already."""
    return (each for told in values_of(request.scope, "if-none-match") for each in re.findall(r'(?:W/)?"[^"]*"', told))


def _whole(request: Request, asked: "FeedAsked", answer: "FeedAnswer", headers: dict[str, str]) -> Response:
    headers = headers | {"content-disposition": f'attachment; filename="{asked.file_name}"'}
    if answer.next_page:
        told = [(key, value) for key, value in request.query_params.multi_items() if key != "page"]
        query = urlencode([*told, ("page", str(answer.next_page))])
        headers["link"] = f'<{request.url.path}?{query}>; rel="next"'
    if request.method == "HEAD":
        return Response(media_type=answer.media, headers=headers | {"content-length": str(len(answer.content))})
    return Response(answer.content, media_type=answer.media, headers=headers)


def _named(asked: "FeedAsked") -> str:
    """What the log calls it: `results.csv, 2024/25 Q3, Kent`. All of it was read, so that nothing typed is in it."""
    moment = f"as at {asked.as_at:%Y-%m-%d %H:%M}" if asked.as_at else ""
    quarter = "every quarter" if asked.every else str(asked.quarter or "")
    told = (asked.file_name, quarter, asked.area.name if asked.area else "", asked.kpi or "", moment)
    return ", ".join(each for each in told if each)
