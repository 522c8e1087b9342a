"""Stands before every route, those of Streamlit and ours, and before its websocket."""

from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from web.perimeter import SAFE_METHODS, foreign_page, header_of, stranger, values_of
from web.protection import protected
from web.refusals import refuse
from web.sessions import SESSIONS, Session, Sessions, same_token
from web.shelf import SESSION_HEADER
from web.uploads import UPLOADS, Uploads

STREAMLITS = ("/_stcore/", "/media/", "/component/", "/static/")
NEEDS_SESSION = ("/media/", "/originals/", "/files/", UPLOADS)
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/", "/auth/", "/oauth2callback")
GIVES_SESSION = ("/_stcore/host-config", "/_stcore/stream")
BEGINS = frozenset({"http.response.start", "websocket.http.response.start", "websocket.accept"})
TRUSTED = "x-wsoa-"

NO_SESSION = (
    "Files are given to an open session of the app, got: none, or one that has ended. "
    "Open the app in this browser, or load its page again, and follow the link there. Nothing was lost."
)
NOT_USED = "This address is not used here. Go to the start of the app: /."
NO_TOKEN = (
    "What is sent must come from a page of this app in this session, got: no page, or no token of this session. "
    "Load the page again and repeat it. Nothing was changed."
)

Refusal = tuple[HTTPStatus, str]


class Guard:
    """Middleware: refuses what must not be served, knows the session, and puts the protecting headers on every answer."""

    def __init__(self, app: ASGIApp, sessions: Sessions = SESSIONS, uploads: Uploads | None = None):
        self._app, self._sessions, self._uploads = app, sessions, uploads or Uploads(app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request or websocket."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        session = self._sessions.of(_cookie(scope))
        refusal = refused(scope, session, self._sessions)
        cookie = ""
        if refusal is None and session is None and scope["path"] in GIVES_SESSION:
            cookie, session = self._sessions.begin()
        answer = self._answering(scope, send, cookie, known=session is not None)
        if refusal is not None:
            await refuse(scope, receive, answer, *refusal)
        else:
            await self._serve(_known(scope, session), receive, answer, session)

    async def _serve(self, scope: Scope, receive: Receive, send: Send, session: Session | None) -> None:
        if scope["type"] == "websocket" and session:
            session.windows += 1
            try:
                await self._app(scope, receive, send)
            finally:
                session.windows -= 1
        elif scope["type"] == "http" and scope["path"].startswith(UPLOADS):
            await self._uploads(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _answering(self, scope: Scope, send: Send, cookie: str, known: bool) -> Send:
        """`send`, with our headers on what begins an answer, and the cookie of a session that begins with it."""

        async def answer(message: Message) -> None:
            if message["type"] in BEGINS:
                headers, given = protected(message.get("headers") or [], header_of(scope, "host")), cookie
                if not known and _is_page(message) and not _from_elsewhere(scope):
                    given, _ = self._sessions.begin()
                if given:
                    value = f"{cookie_name(scope)}={given}; Path=/; HttpOnly; SameSite=Strict"
                    headers.append((b"set-cookie", value.encode("latin-1")))
                message = {**message, "headers": headers}
            await send(message)

        return answer


def refused(scope: Scope, session: Session | None, sessions: Sessions) -> Refusal | None:
    """With which status and sentence a request is refused; None where it is served."""
    if sentence := stranger(scope):
        return HTTPStatus.SERVICE_UNAVAILABLE, sentence
    if sentence := foreign_page(scope):
        return HTTPStatus.FORBIDDEN, sentence
    path = scope["path"]
    if _under(path, CLOSED):
        return HTTPStatus.NOT_FOUND, NOT_USED
    if session is None and _under(path, NEEDS_SESSION):
        return HTTPStatus.UNAUTHORIZED, NO_SESSION
    if not _may_change(scope, session):
        return HTTPStatus.FORBIDDEN, NO_TOKEN
    if (scope["type"] == "websocket" or _for_a_page(scope)) and (sentence := sessions.full):
        return HTTPStatus.SERVICE_UNAVAILABLE, sentence
    return None


def cookie_name(scope: Scope) -> str:
    """The session's cookie: browsers give the cookies of one port to all the others of a host."""
    return f"wsoa_session_{(scope.get('server') or ('', 0))[1] or 0}"


def _may_change(scope: Scope, session: Session | None) -> bool:
    """A deed of ours needs a page of ours and the session's token; Streamlit asks for a token of its own."""
    if scope["type"] == "websocket" or scope["method"] in SAFE_METHODS or scope["path"].startswith(STREAMLITS):
        return True
    token = header_of(scope, "x-wsoa-token")
    return session is not None and bool(values_of(scope, "origin")) and same_token(session, token)


def _for_a_page(scope: Scope) -> bool:
    return scope["type"] == "http" and scope["method"] in SAFE_METHODS and "text/html" in header_of(scope, "accept")


def _is_page(message: Message) -> bool:
    """Whether an answer that begins is a page of the app."""
    kind = next((value for name, value in message.get("headers", ()) if name.lower() == b"content-type"), b"")
    return message.get("status") == HTTPStatus.OK and kind.startswith(b"text/html")


def _from_elsewhere(scope: Scope) -> bool:
    """Whether a link of another site was followed: the browser then leaves out the cookie that it may well hold.

    A new one would end the session of its other windows, so it is given only with what the page itself asks for next.
    """
    return header_of(scope, "sec-fetch-site") in ("cross-site", "same-site")


def _cookie(scope: Scope) -> str:
    try:
        found = SimpleCookie("; ".join(values_of(scope, "cookie"))).get(cookie_name(scope))
    except CookieError:
        return ""
    return found.value if found else ""


def _known(scope: Scope, session: Session | None) -> Scope:
    """The request as the app sees it: what strangers say of who they are is deleted, and our word for it is put in."""
    kept = [(name, value) for name, value in scope["headers"] if not _trusted(name)]
    if session is not None:
        kept.append((SESSION_HEADER.lower().encode("latin-1"), session.id.encode("latin-1")))
    return {**scope, "headers": kept, "wsoa.session": session}


def _trusted(name: bytes) -> bool:
    return name.decode("latin-1").lower().replace("_", "-").startswith(TRUSTED)


def _under(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place.rstrip("/") or path.startswith(f"{place.rstrip('/')}/") for place in places)
