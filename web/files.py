"""Files by our own routes, given to who may see them: originals as handed in, and what a window offers."""

from collections.abc import Callable
from dataclasses import replace
from http import HTTPStatus
from mimetypes import guess_type
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from programme.access import HERE, NotAllowed, Person, Role, demand, person_here
from programme.log import Logged
from store.accounts.sessions import SignedIn
from store.database import Database, StoreError
from store.returns.versions import original_file, version
from web.perimeter import came_from
from web.refusals import answer_of
from web.sessions import Session
from web.shelf import FILES, shelf_of

NOT_OFFERED = (
    "A file can be taken away while a page that offers it is open, got: one that is offered no more, or to somebody else. "
    "Load the page again and follow its link. Nothing was lost."
)
NO_ROLE = "A person can look as {roles}, got: {got}. Nothing was shown."


def file_routes(store: Callable[[], Database]) -> list[Route]:
    """`/originals/{version}` and what windows offer. `store` gives the one store of this server, or a StoreError."""

    def original(request: Request) -> Response:
        try:
            number, database = request.path_params["version"], store()
            content = original_file(database, number, asking(request))
            return _attached(content, version(database, number).file_name)
        except (NotAllowed, StoreError, ValueError) as refusal:
            return _refusal(request, refusal)

    def offered(request: Request) -> Response:
        return _offered(request, store)

    return [Route("/originals/{version:int}", original), Route(f"/{FILES}/{{shelf}}/{{place}}", offered)]


def asking(request: Request) -> Person:
    """Who asks: who is signed in, or whoever is at this machine, who holds every role; or looks as the one they name."""
    signed: SignedIn | None = request.scope.get("wsoa.signed")
    person = signed.person if signed else person_here(HERE)
    return looking(replace(person, came_from=came_from(request.scope)), request)


def looking(person: Person, request: Request) -> Person:
    """The person, narrowed to the role that the address names. Raises ValueError for one that they do not hold."""
    wanted = request.query_params.getlist("look_as")
    if not wanted:
        return person
    if len(wanted) > 1 or wanted[0] not in {str(role) for role in person.roles}:
        roles = ", ".join(role for role in Role if role in person.roles)
        raise ValueError(NO_ROLE.format(roles=roles, got=" and ".join(wanted) or "none"))
    return person.looking_as(Role(wanted[0]))


def _offered(request: Request, store: Callable[[], Database]) -> Response:
    session: Session | None = request.scope.get("wsoa.session")
    shelf = shelf_of(request.path_params["shelf"], session.id) if session else None
    told_of = shelf.exchanged if shelf else 0
    file = shelf.file(request.path_params["place"]) if shelf else None
    if file is None:
        return answer_of(request.scope, HTTPStatus.NOT_FOUND, NOT_OFFERED)
    signed: SignedIn | None = request.scope.get("wsoa.signed")
    if signed and signed.person.owner != file.person.owner:
        return answer_of(request.scope, HTTPStatus.NOT_FOUND, NOT_OFFERED)
    try:
        demand(file.person, file.deed)
        if signed:  # what somebody could do when the page was drawn they may do no more
            demand(signed.person, file.deed)
        made, database = _attached(file.make(), file.name, file.kind), store()
        if told_of != database.exchanged:  # the page was drawn before an exchange
            return answer_of(request.scope, HTTPStatus.NOT_FOUND, NOT_OFFERED)
        database.looks.note(Logged.TOOK_AWAY, replace(file.person, came_from=came_from(request.scope)), file.name)
        return made
    except (NotAllowed, StoreError) as refusal:
        return _refusal(request, refusal)


def _refusal(request: Request, refusal: Exception) -> Response:
    if isinstance(refusal, NotAllowed):
        return answer_of(request.scope, HTTPStatus.FORBIDDEN, str(refusal))
    sentence = refusal.outside if isinstance(refusal, StoreError) else str(refusal)
    return answer_of(request.scope, HTTPStatus.NOT_FOUND, sentence)


def _attached(content: bytes | str, name: str, kind: str = "") -> Response:
    """A file to keep under its own name, whatever signs that holds; no browser and nobody on the way keeps a copy."""
    headers = {
        "content-disposition": f"attachment; filename*=utf-8''{quote(name, safe='')}",
        "cache-control": "private, no-store",
    }
    return Response(content, media_type=kind or guess_type(name)[0] or "application/octet-stream", headers=headers)
