"""An issuer in a thread of this process, by OpenID Connect, that can be told to say whatever is wrong."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "wsoa", "a secret of the client's"


@cache
def key(kid: str) -> RSAKey:
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig", "alg": "RS256"})


class Provider:
    """`claims` is what it says of whoever comes, over what a right token says; `metadata`, `userinfo` likewise.

    `sign` makes the token of header and claims. `answers` are statuses and bodies to give instead, by path.
    """

    def __init__(self, address: str):
        self.address = address
        self.claims, self.metadata, self.userinfo, self.answers = {}, {}, {"sub": "ann-1"}, {}
        self.keys, self.kid = ["k1"], "k1"
        self.sign = lambda claims: jwt.encode({"alg": "RS256", "kid": self.kid}, claims, key(self.kid))
        self.asked: list[tuple[str, dict[str, str], dict[str, str]]] = []
        self.nonce = ""

    def token(self) -> str:
        now = int(time.time())
        right = {"iss": self.address, "aud": CLIENT, "sub": "ann-1", "iat": now, "exp": now + 60, "nonce": self.nonce}
        claims = right | {"name": "Ann Example"} | self.claims
        return self.sign({name: value for name, value in claims.items() if value is not None})

    def answer(self, path: str, sent: dict[str, str]) -> tuple[int, bytes]:
        if path in self.answers:
            return self.answers[path]
        if path == "/.well-known/openid-configuration":
            return 200, self._object({name: f"{self.address}/{name}" for name in ENDPOINTS} | {"issuer": self.address})
        if path == "/jwks_uri":
            return 200, json.dumps({"keys": [key(kid).as_dict(private=False) for kid in self.keys]}).encode()
        if path == "/userinfo_endpoint":
            return 200, json.dumps(self.userinfo).encode()
        if path == "/token_endpoint":
            given = {"access_token": "at", "token_type": "Bearer", "expires_in": 60, "id_token": self.token()}
            return 200, json.dumps(given).encode()
        return 404, b"{}"

    def _object(self, known: dict) -> bytes:
        told = known | self.metadata
        return json.dumps({name: value for name, value in told.items() if value is not None}).encode()

    def goes_there(self, address: str) -> dict[str, str]:
        """Somebody is sent to it: the query of the address, whose state the issuer sends back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.nonce = asked["nonce"]
        return asked


ENDPOINTS = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint", "jwks_uri", "end_session_endpoint")


@contextmanager
def provider() -> Iterator[Provider]:
    """One that listens on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
            sent = {name: values[0] for name, values in parse_qs(body).items()}
            path = urlsplit(self.path).path
            found.asked.append((path, dict(self.headers), sent))
            status, content = found.answer(path, sent)
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the same

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Provider(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
