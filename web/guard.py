"""Stands before every route, those of Streamlit and ours, and before its websocket."""

from dataclasses import dataclass
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from access.door import Door
from store.accounts.people import secret_hash
from store.accounts.sessions import Ended, SignedIn
from store.errors import StoreError
from web.doorkeeper import Doorkeeper
from web.perimeter import SAFE_METHODS, came_from, foreign_page, header_of, stranger, values_of
from web.protection import protected
from web.refusals import send_refusal
from web.sessions import SESSIONS, Session, Sessions, same_token
from web.shelf import FROM_HEADER, SESSION_HEADER, SIGNED_HEADER, TOKEN_HEADER
from web.uploads import UPLOADS, Uploads

STREAMLITS = ("/_stcore/", "/media/", "/component/", "/static/")
NEEDS_SESSION = ("/media/", "/originals/", "/files/", UPLOADS)
CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent/", "/auth/", "/oauth2callback")
GIVES_SESSION = ("/_stcore/host-config", "/_stcore/stream")
FORMS = ("/sign-in", "/sign-in/issuer", "/signed-in", "/sign-out", "/first-password")
"""Pages of ours that are none of Streamlit's: they begin a session before they answer, and look at its token themselves."""

BY_TOKEN = ("/api/",)
"""Asked by programs, which may hold a token in place of a session: their route asks who it is. Nothing there changes."""

OPEN_TO_ALL = (*FORMS, "/livez", "/readyz", "/static/", "/_stcore/health", "/_stcore/host-config")
STREAM = "/_stcore/stream"
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
SIGN_IN_FIRST = "This is for people who are signed in, got: nobody. {why} Sign in at {address}/sign-in. Nothing was shown."

Refusal = tuple[HTTPStatus, str]


@dataclass(frozen=True, slots=True)
class WhoAsks:
    """Who asks: at which `door` (None: nobody is asked to sign in), who is signed in, and why nobody can tell that."""

    door: Door | None = None
    signed: SignedIn | Ended | None = None
    unsure: str = ""


class Guard:
    """Middleware: refuses what must not be served, knows the session, and puts the protecting headers on every answer."""

    def __init__(
        self,
        app: ASGIApp,
        sessions: Sessions = SESSIONS,
        uploads: Uploads | None = None,
        keeper: Doorkeeper | None = None,
    ):
        self._app, self._sessions, self._uploads = app, sessions, uploads or Uploads(app)
        self._keeper = keeper or Doorkeeper()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request or websocket."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        held = cookie_held(scope)
        session, asks = self._sessions.of(held), await run_in_threadpool(self._who_asks, scope, held)
        if session is None and isinstance(asks.signed, SignedIn):
            session = self._sessions.take_up(held)
        refusal = refused(scope, session, self._sessions, asks)
        cookie = ""
        if refusal is None and session is None and scope["path"] in (*GIVES_SESSION, *FORMS):
            cookie, session = await run_in_threadpool(self._begun, held, asks)
        known = session is not None or bool(held and asks.unsure)
        answer = self._answering(scope, send, cookie, asks.door, known=known)
        if refusal is not None:
            await send_refusal(scope, receive, answer, *refusal)
        elif isinstance(asks.signed, Ended) and not _may_stay(scope, asks.signed):
            await _to_the_door(scope, receive, answer, asks)
        else:
            await self._serve(_known(scope, session, asks), receive, answer, session)

    def _who_asks(self, scope: Scope, cookie: str) -> WhoAsks:
        """Asked in a thread: it may open the store."""
        try:
            door = self._keeper.door_as_configured if scope["path"] == "/livez" else self._keeper.at_the_door()
            if door is None or door.wrong or _under(scope["path"], OPEN_TO_ALL):
                return WhoAsks(door)
            return WhoAsks(door, self._keeper.who(cookie))
        except StoreError as refusal:
            return WhoAsks(self._keeper.door_as_configured, unsure=refusal.outside)

    def _begun(self, held: str, asks: WhoAsks) -> tuple[str, Session]:
        """A session, with the cookie that is given for it. None is given in place of one that the store knows, as after this
        server was started again, or cannot be asked about: that would end a sign-in in all its windows, and tell nobody.
        """
        if held and asks.unsure:
            return "", self._sessions.begin()[1]
        if held and asks.door is not None:
            try:
                found = self._keeper.who(held)
            except StoreError:
                return "", self._sessions.begin()[1]
            if isinstance(found, SignedIn) or found.known:
                return "", self._sessions.take_up(held)
        return self._sessions.begin()

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

    def _answering(self, scope: Scope, send: Send, cookie: str, door: Door | None, known: bool) -> Send:
        """`send`, with our headers on what begins an answer, and the cookie of a session that begins with it."""

        async def answer(message: Message) -> None:
            if message["type"] in BEGINS:
                headers = protected(message.get("headers") or [], header_of(scope, "host"), door)
                given = cookie
                if not known and _is_page(message) and not _from_elsewhere(scope):
                    given, _ = self._sessions.begin()
                if given:
                    headers.append((b"set-cookie", cookie_line(scope, given, door).encode("latin-1")))
                message = {**message, "headers": headers}
            await send(message)

        return answer


def refused(scope: Scope, session: Session | None, sessions: Sessions, asks: WhoAsks) -> Refusal | None:
    """With which status and sentence a request is refused; None where it is served."""
    door = asks.door
    if door is not None and door.wrong:
        return HTTPStatus.SERVICE_UNAVAILABLE, door.wrong
    if sentence := stranger(scope, door):
        return HTTPStatus.SERVICE_UNAVAILABLE, sentence
    if sentence := foreign_page(scope, door):
        return HTTPStatus.FORBIDDEN, sentence
    path = scope["path"]
    if _under(path, CLOSED):
        return HTTPStatus.NOT_FOUND, NOT_USED
    if asks.unsure and _under(path, (*NEEDS_SESSION, *BY_TOKEN)):
        return HTTPStatus.SERVICE_UNAVAILABLE, asks.unsure
    if door is None and session is None and _under(path, NEEDS_SESSION):
        return HTTPStatus.UNAUTHORIZED, NO_SESSION
    if not _may_change(scope, session):
        return HTTPStatus.FORBIDDEN, NO_TOKEN
    if (scope["type"] == "websocket" or _for_a_page(scope)) and (sentence := sessions.full):
        return HTTPStatus.SERVICE_UNAVAILABLE, sentence
    return None


def cookie_name(scope: Scope) -> str:
    """The session's cookie: browsers give the cookies of one port to all the others of a host."""
    return f"wsoa_session_{(scope.get('server') or ('', 0))[1] or 0}"


def cookie_line(scope: Scope, value: str, door: Door | None, gone: bool = False) -> str:
    """What is said of the session's cookie. Where people sign in it comes with a link that they follow from elsewhere."""
    site = "Strict" if door is None else "Lax"
    secure = "; Secure" if door is not None and door.secure else ""
    return f"{cookie_name(scope)}={value}; Path=/; HttpOnly; SameSite={site}{secure}{'; Max-Age=0' if gone else ''}"


def cookie_held(scope: Scope) -> str:
    """The value of the session's cookie; empty where there is none."""
    try:
        found = SimpleCookie("; ".join(values_of(scope, "cookie"))).get(cookie_name(scope))
    except CookieError:
        return ""
    return found.value if found else ""


async def _to_the_door(scope: Scope, receive: Receive, send: Send, asks: WhoAsks) -> None:
    """A person is led to the form, and from there to where they wanted to go; a program is told."""
    if _for_a_page(scope):
        wanted = scope["path"] + (f"?{scope['query_string'].decode('latin-1')}" if scope["query_string"] else "")
        away = RedirectResponse(f"/sign-in?to={quote(wanted, safe='')}", HTTPStatus.SEE_OTHER, {"cache-control": "no-store"})
        await away(scope, receive, send)
        return
    sentence = SIGN_IN_FIRST.format(why=asks.signed.why, address=asks.door.address)
    await send_refusal(scope, receive, send, HTTPStatus.UNAUTHORIZED, sentence)


def _may_stay(scope: Scope, ended: Ended) -> bool:
    """A window whose session has just ended comes back by its websocket to be told so; a run shows it nothing else."""
    if _under(scope["path"], BY_TOKEN):
        return True
    return scope["type"] == "websocket" and scope["path"] == STREAM and ended.known


def _may_change(scope: Scope, session: Session | None) -> bool:
    """A deed of ours needs a page of ours and the session's token; Streamlit asks for a token of its own."""
    if scope["type"] == "websocket" or scope["method"] in SAFE_METHODS or scope["path"].startswith((*STREAMLITS, *BY_TOKEN)):
        return True
    if not values_of(scope, "origin"):
        return False
    if scope["path"] in FORMS:
        return True
    return session is not None and same_token(session, header_of(scope, "x-wsoa-token"))


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


def _known(scope: Scope, session: Session | None, asks: WhoAsks) -> Scope:
    """The request as the app sees it: what strangers say of who they are is deleted, and our word for it is put in."""
    kept = [(name, value) for name, value in scope["headers"] if not _trusted(name)]
    if session is not None:
        said = {SESSION_HEADER: session.id, FROM_HEADER: came_from(scope)}
        if asks.door is not None:
            said |= {SIGNED_HEADER: secret_hash(session.cookie), TOKEN_HEADER: session.token}
        kept += [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in said.items()]
    signed = asks.signed if isinstance(asks.signed, SignedIn) else None
    return {**scope, "headers": kept, "wsoa.session": session, "wsoa.door": asks.door, "wsoa.signed": signed}


def _trusted(name: bytes) -> bool:
    return name.decode("latin-1").lower().replace("_", "-").startswith(TRUSTED)


def _under(path: str, places: tuple[str, ...]) -> bool:
    return any(path == place.rstrip("/") or path.startswith(f"{place.rstrip('/')}/") for place in places)
