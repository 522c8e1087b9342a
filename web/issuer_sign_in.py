"""The routes of another issuer: somebody is sent to it, and comes back as somebody it vouches for, or as nobody."""

from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from access.claims import vouched
from access.door import Door
from access.oidc import NotVouched, OidcClient
from access.signing import NotSignedIn, admitted
from store.accounts.people import Enrolled
from store.errors import StoreError
from web.flows import Flows, OnTheWay
from web.limits import TooMany, Turns
from web.perimeter import came_from, header_of
from web.sign_in import BUSY, SIGNED_OUT, DoorRoutes, own_path
from web.sign_in_page import FormNote, issuer_page

AT_ONCE, WAIT = 8, 20.0  # people for whom the issuer is asked, and the seconds that others wait for their turn
RETURN = "/signed-in"

NOT_EXPECTED = (
    "A sign-in must come back within ten minutes, once, to the browser in which it began, got: one that does not. Nothing "
    "was lost: begin again."
)
REFUSED_THERE = "The issuer must vouch for whoever signs in, got: it does not ({error}). Nobody is signed in: begin again."


@dataclass(slots=True)
class IssuerRoutes:
    """What the routes share: the door's own routes, which let people in, the issuer, and who is on the way to it."""

    inside: DoorRoutes
    client: OidcClient
    flows: Flows = field(default_factory=Flows)
    turns: Turns = field(default_factory=lambda: Turns(AT_ONCE, WAIT, BUSY))

    def routes(self) -> list[Route]:
        """The routes of the door where an issuer vouches for people; no password of ours is asked for or taken."""
        return [
            Route("/sign-in", self.form, methods=["GET"]),
            Route("/sign-in/issuer", self.leave, methods=["GET"]),
            Route(RETURN, self.come_back, methods=["GET"]),
            Route("/sign-out", self.inside.left, methods=["POST"]),
        ]

    def form(self, request: Request) -> Response:
        """The way to the issuer, at the one address to which it sends people back."""
        to = own_path(request.query_params.get("to", "/"))
        out = "out" in request.query_params
        if header_of(request.scope, "host").lower() != self._door.host:
            rest = "out" if out else f"to={quote(to, safe='')}"
            return RedirectResponse(f"{self._door.address}/sign-in?{rest}", HTTPStatus.SEE_OTHER)
        return self._page(to, FormNote(note=SIGNED_OUT if out else ""), out=out)

    async def leave(self, request: Request) -> Response:
        """To the issuer, which sends whoever it is back to us."""
        to = own_path(request.query_params.get("to", "/"))
        try:
            async with self.turns.turn():
                sent = await run_in_threadpool(self.client.send)
        except (NotVouched, TooMany) as refused:
            return self._page(to, FormNote(str(refused), wait=60), HTTPStatus.SERVICE_UNAVAILABLE)
        self.flows.leave(sent, request.scope["wsoa.session"].id, to)
        return RedirectResponse(sent.address, HTTPStatus.SEE_OTHER, {"cache-control": "no-store"})

    async def come_back(self, request: Request) -> Response:
        """In, with a new cookie and to the view that was wanted; or the way to the issuer again, with why not."""
        asked = request.query_params
        flow = self.flows.come_back(asked.get("state", ""), request.scope["wsoa.session"].id)
        if flow is None:
            return self._page("/", FormNote(NOT_EXPECTED), HTTPStatus.BAD_REQUEST)
        if "code" not in asked or "error" in asked:
            error = "".join(sign for sign in asked.get("error", "no code") if sign.isprintable())[:60]
            return self._page(flow.to, FormNote(REFUSED_THERE.format(error=error)), HTTPStatus.UNAUTHORIZED)
        try:
            async with self.turns.turn():
                return await run_in_threadpool(self._received, request, asked["code"], flow)
        except NotSignedIn as refused:
            return self._page(flow.to, FormNote(str(refused)), HTTPStatus.FORBIDDEN, title="No access")
        except (NotVouched, ValueError) as refused:
            return self._page(flow.to, FormNote(str(refused)), HTTPStatus.UNAUTHORIZED)
        except TooMany as refused:
            return self._page(flow.to, FormNote(str(refused), wait=60), HTTPStatus.SERVICE_UNAVAILABLE)
        except StoreError as refused:
            return self._page(flow.to, FormNote(refused.outside), HTTPStatus.SERVICE_UNAVAILABLE)

    def _received(self, request: Request, code: str, flow: OnTheWay) -> Response:
        told = vouched(self.client.issuer, self.client.received(code, flow.sent))
        found: Enrolled = admitted(self.inside.keeper.store(), told, came_from(request.scope))
        return self.inside.let_in(request, found.number, flow.to, told.roles)

    @property
    def _door(self) -> Door:
        return self.inside.keeper.door

    def _page(
        self, to: str, told: FormNote, status: HTTPStatus = HTTPStatus.OK, title: str = "Sign in", out: bool = False
    ) -> Response:
        leads_out = self.client.way_out if out else ""
        return issuer_page(
            f"/sign-in/issuer?to={quote(to, safe='')}", self.client.issuer.called, told, status, title, leads_out
        )
