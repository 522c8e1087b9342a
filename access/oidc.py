"""OpenID Connect, as a client: the address to which somebody is sent, and what the issuer says once they come back.

The code goes to the issuer over a connection of our own, with the verifier of this one sign-in (PKCE, S256). What it answers
is signed: its signature, issuer, audience, nonce and `exp` are looked at once, here.
"""

import time
from dataclasses import dataclass, field
from secrets import token_urlsafe
from threading import Lock
from urllib.parse import urlencode

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import InvalidKeyIdError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from requests import RequestException

from access.claims import Claims, leaves_out, says_roles
from access.issuer import Issuer, is_safe_address

SIGNED_WITH = [f"{kind}{size}" for kind in ("RS", "PS", "ES") for size in (256, 384, 512)]
"""What a signature may be made with: never `none`, and never the secret that both sides know."""

LEEWAY = 120  # seconds by which the clocks may differ
ANSWERS_IN = 10  # seconds
KEPT = 3600.0  # seconds for which what the issuer says of itself is not asked again

NO_ANSWER = (
    "The issuer that vouches for people must answer, got: {got}. Try again in a minute, and tell an administrator if it "
    "stays so. Nobody is signed in."
)
NOT_BELIEVED = (
    "What the issuer says must be signed by it, for this app and for this one sign-in, got: {got}. Begin again, and tell an "
    "administrator if it stays so. Nobody is signed in."
)


class NotVouched(Exception):  # noqa: N818 - what happened, as NotSignedIn is
    """The issuer vouches for nobody; its text is a sentence for whoever wanted to sign in."""


@dataclass(frozen=True, slots=True)
class Sent:
    """Somebody on the way to the issuer: `address` is where to, the rest is what their coming back is held against."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass(slots=True)
class OidcClient:
    """This app, as the issuer knows it. `back` is where people come back to. Safe to share between threads."""

    issuer: Issuer
    back: str
    _metadata: dict = field(default_factory=dict)
    _asked_at: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def send(self) -> Sent:
        """Where somebody is sent now. Raises NotVouched."""
        session, state, nonce, verifier = self._session(), token_urlsafe(32), token_urlsafe(32), token_urlsafe(48)
        address, _ = session.create_authorization_url(
            self._endpoint("authorization_endpoint"), state, verifier, nonce=nonce, prompt="select_account"
        )
        return Sent(address, state, nonce, verifier)

    def received(self, code: str, sent: Sent) -> Claims:
        """What the issuer says of who came back with this code. Raises NotVouched."""
        token = self._exchanged(code, sent)
        claims = self._believed(token, sent.nonce)
        if not says_roles(self.issuer, claims) and not leaves_out(self.issuer, claims):
            claims = self._with_userinfo(token, claims)
        return claims

    @property
    def way_out(self) -> str:
        """Where somebody signs out at the issuer as well; empty where that is not known."""
        place = self._metadata.get("end_session_endpoint")
        if not isinstance(place, str) or not is_safe_address(place):
            return ""
        return f"{place}{'&' if '?' in place else '?'}{urlencode({'client_id': self.issuer.client_id})}"

    def _session(self, token: dict | None = None) -> OAuth2Session:
        return OAuth2Session(
            self.issuer.client_id,
            self.issuer.client_secret,
            scope=self.issuer.scope,
            redirect_uri=self.back,
            code_challenge_method="S256",
            token=token,
            default_timeout=ANSWERS_IN,
            leeway=0,
        )

    def _exchanged(self, code: str, sent: Sent) -> dict:
        """What the issuer gives for a code. The client proves itself in the way that the issuer says it takes."""
        ways = self._known().get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        with self._session() as session:
            session.token_endpoint_auth_method = next(
                (way for way in ("client_secret_basic", "client_secret_post") if way in ways), "client_secret_basic"
            )
            try:
                place = self._endpoint("token_endpoint")
                return session.fetch_token(place, code=code, code_verifier=sent.verifier, allow_redirects=False)
            except AuthlibBaseError as refused:
                raise NotVouched(NOT_BELIEVED.format(got=f"a refusal ({str(refused.error)[:60]})")) from refused
            except (RequestException, ValueError) as broken:
                raise NotVouched(NO_ANSWER.format(got="no answer to the code")) from broken

    def _believed(self, token: dict, nonce: str) -> dict:
        """The claims of an id token, whose signature and words are looked at here and nowhere else."""
        told = token.get("id_token")
        if not isinstance(told, str):
            raise NotVouched(NOT_BELIEVED.format(got="no id token"))
        try:
            found = self._decoded(told)
            wanted = {
                "iss": {"essential": True, "value": self._known()["issuer"]},
                "aud": {"essential": True, "value": self.issuer.client_id},
            }
            params = {"nonce": nonce, "client_id": self.issuer.client_id, "access_token": token.get("access_token")}
            CodeIDToken(found.claims, found.header, wanted, params).validate(leeway=LEEWAY)
        except JoseError as wrong:
            raise NotVouched(NOT_BELIEVED.format(got=f"one that is not ({wrong.error})")) from wrong
        except (ValueError, TypeError, KeyError) as wrong:
            raise NotVouched(NOT_BELIEVED.format(got="one that cannot be read")) from wrong
        return found.claims

    def _decoded(self, told: str) -> jwt.Token:
        registry = JWSRegistry(algorithms=SIGNED_WITH, strict_check_header=False)
        try:
            return jwt.decode(told, self._keys(), registry=registry)
        except InvalidKeyIdError:  # the issuer may have changed its keys since they were asked for
            return jwt.decode(told, self._keys(anew=True), registry=registry)

    def _keys(self, anew: bool = False) -> KeySet:
        known = self._known()
        if anew or "jwks" not in known:
            known["jwks"] = self._asked(self._endpoint("jwks_uri"))
        return KeySet.import_key_set(known["jwks"])

    def _with_userinfo(self, token: dict, claims: dict) -> dict:
        """With what the issuer says elsewhere of the same person: some say no groups in the token itself."""
        if not self._known().get("userinfo_endpoint"):
            return claims
        more = self._asked(self._endpoint("userinfo_endpoint"), token)
        if more.get("sub") != claims["sub"]:
            raise NotVouched(NOT_BELIEVED.format(got="one that speaks of two people"))
        return more | claims

    def _endpoint(self, name: str) -> str:
        found = self._known().get(name)
        if not isinstance(found, str) or not is_safe_address(found):
            raise NotVouched(NO_ANSWER.format(got=f"no {name} by https in what it says of itself"))
        return found

    def _known(self) -> dict:
        """What the issuer says of itself, which must be that it is the one that is configured."""
        with self._lock:
            if not self._metadata or time.monotonic() - self._asked_at > KEPT:
                found = self._asked(f"{self.issuer.address}/.well-known/openid-configuration")
                if str(found.get("issuer", "")).rstrip("/") != self.issuer.address:
                    raise NotVouched(NO_ANSWER.format(got="one that calls itself otherwise than it is configured"))
                self._metadata, self._asked_at = found, time.monotonic()
            return self._metadata

    def _asked(self, address: str, token: dict | None = None) -> dict:
        """The object at an address of the issuer. Raises NotVouched."""
        try:
            with self._session(token) as session:
                answer = session.get(address, withhold_token=token is None)
                answer.raise_for_status()
                found = answer.json()
        except (RequestException, ValueError, AuthlibBaseError) as broken:
            raise NotVouched(NO_ANSWER.format(got="none that can be read")) from broken
        if not isinstance(found, dict):
            raise NotVouched(NO_ANSWER.format(got="none that can be read"))
        return found
