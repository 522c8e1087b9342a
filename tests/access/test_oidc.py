"""The issuer is a real server on this machine, told to be wrong in every way that a client must look at."""

import base64
import json
import time

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from access.issuer import Issuer
from access.oidc import NO_ANSWER, NOT_BELIEVED, NotVouched, OidcClient
from programme.access import Role
from tests.provider import CLIENT, SECRET, key, provider

BACK = "http://localhost:8501/signed-in"


@pytest.fixture
def there():
    with provider() as found:
        yield found


@pytest.fixture
def client(there):
    issuer = Issuer(there.address, CLIENT, SECRET, (("wsoa-analysts", Role.ANALYST),), "groups", "openid profile groups")
    return OidcClient(issuer, BACK)


def signed_in(client, there):
    """What is believed of somebody who goes there and comes back."""
    sent = client.send()
    there.goes_there(sent.address)
    return client.received("the code", sent)


def test_whoever_is_sent_has_a_state_a_nonce_and_a_challenge_of_their_own(client, there):
    one, other = client.send(), client.send()
    asked = there.goes_there(one.address)
    assert one.address.startswith(f"{there.address}/authorization_endpoint?")
    assert asked["client_id"] == CLIENT
    assert (asked["redirect_uri"], asked["response_type"], asked["scope"]) == (BACK, "code", "openid profile groups")
    assert (asked["state"], asked["nonce"], asked["prompt"]) == (one.state, one.nonce, "select_account")
    assert asked["code_challenge_method"] == "S256" and one.verifier not in one.address
    assert len({one.state, other.state, one.nonce, other.nonce, one.verifier, other.verifier}) == 6
    assert [path for path, _, _ in there.asked] == ["/.well-known/openid-configuration"], "asked once"


def test_what_the_issuer_says_is_believed_once_it_is_signed_for_us(client, there):
    there.claims = {"groups": ["wsoa-analysts"]}
    claims = signed_in(client, there)
    assert (claims["sub"], claims["groups"]) == ("ann-1", ["wsoa-analysts"])
    _, headers, sent = next(each for each in there.asked if each[0] == "/token_endpoint")
    assert (sent["code"], sent["redirect_uri"], sent["grant_type"]) == ("the code", BACK, "authorization_code")
    assert len(sent["code_verifier"]) >= 43
    proof = base64.b64decode(headers["Authorization"].removeprefix("Basic ")).decode()
    assert proof == f"{CLIENT}:{SECRET}" or proof == f"{CLIENT}:a%20secret%20of%20the%20client%27s"
    assert "client_secret" not in sent


def test_an_issuer_that_wants_the_secret_in_the_form_gets_it_there(client, there):
    there.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    there.claims = {"groups": []}
    signed_in(client, there)
    _, headers, sent = next(each for each in there.asked if each[0] == "/token_endpoint")
    assert (sent["client_id"], sent["client_secret"]) == (CLIENT, SECRET)
    assert "Authorization" not in headers


NOW = int(time.time())


@pytest.mark.parametrize(
    ("claims", "got"),
    [
        ({"exp": NOW - 600}, "expired_token"),
        ({"exp": None}, "missing_claim"),
        ({"iat": None}, "missing_claim"),
        ({"iss": "https://login.example"}, "invalid_claim"),
        ({"iss": None}, "missing_claim"),
        ({"aud": "another app"}, "invalid_claim"),
        ({"aud": ["another app"]}, "invalid_claim"),
        ({"aud": "another app", "azp": CLIENT}, "invalid_claim"),
        ({"aud": [CLIENT, "another app"], "azp": "another app"}, "invalid_claim"),
        ({"nonce": "of another sign-in"}, "invalid_claim"),
        ({"nonce": None}, "missing_claim"),
        ({"sub": None}, "missing_claim"),
        ({"nbf": NOW + 3600}, "invalid_claim"),
        ({"at_hash": "of another token"}, "invalid_claim"),
    ],
)
def test_a_token_that_is_late_or_for_somebody_else_is_not_believed(client, there, claims, got):
    there.claims = {"groups": ["wsoa-analysts"]} | claims
    with pytest.raises(NotVouched) as refused:
        signed_in(client, there)
    assert str(refused.value) == NOT_BELIEVED.format(got=f"one that is not ({got})")


def test_the_clocks_may_differ_by_two_minutes(client, there):
    there.claims = {"groups": [], "exp": int(time.time()) - 60}
    assert signed_in(client, there)["sub"] == "ann-1"


def _plain(part: dict) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


def _known_to_both(claims):
    return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET), algorithms=["HS256"])


@pytest.mark.parametrize(
    "sign",
    [
        lambda claims: f"{_plain({'alg': 'none'})}.{_plain(claims)}.",
        _known_to_both,
        lambda claims: jwt.encode({"alg": "RS256", "kid": "k1"}, claims, key("k2")),
        lambda claims: jwt.encode({"alg": "RS256", "kid": "k2"}, claims, key("k2")),
        lambda claims: jwt.encode({"alg": "RS256", "kid": "k1"}, claims | {"nonce": "x"}, key("k1"))[:-8],
        lambda claims: "no token at all",
        lambda claims: "",
        lambda claims: 7,
    ],
    ids=["unsigned", "by the secret", "by another key", "by an unknown key", "cut", "no token", "empty", "a number"],
)
def test_a_token_that_is_not_signed_by_the_issuer_is_not_believed(client, there, sign):
    there.sign = sign
    with pytest.raises(
        NotVouched, match=r"^What the issuer says must be signed by it, for this app and for this one sign-in"
    ):
        signed_in(client, there)


def test_keys_that_the_issuer_changed_are_asked_for_again(client, there):
    there.claims = {"groups": []}
    signed_in(client, there)
    there.keys, there.kid = ["k2"], "k2"
    assert signed_in(client, there)["sub"] == "ann-1"
    assert [path for path, _, _ in there.asked].count("/jwks_uri") == 2


def test_groups_that_are_said_elsewhere_are_asked_for_of_the_same_person(client, there):
    there.userinfo = {"sub": "ann-1", "groups": ["wsoa-analysts"], "iss": "http://elsewhere"}
    claims = signed_in(client, there)
    assert (claims["groups"], claims["iss"]) == (["wsoa-analysts"], there.address)
    there.userinfo = {"sub": "bo-2", "groups": ["wsoa-analysts"]}
    with pytest.raises(NotVouched, match=r"got: one that speaks of two people\."):
        signed_in(client, there)
    there.metadata = {"userinfo_endpoint": None}
    again = OidcClient(client.issuer, BACK)
    assert "groups" not in signed_in(again, there)


def test_groups_that_are_too_many_are_asked_for_nowhere_else(client, there):
    there.claims = {"hasgroups": True}
    assert signed_in(client, there)["hasgroups"] is True
    assert "/userinfo_endpoint" not in [path for path, _, _ in there.asked]


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/.well-known/openid-configuration", 500, b"{}"),
        ("/.well-known/openid-configuration", 200, b"<html>"),
        ("/.well-known/openid-configuration", 200, b"[]"),
        ("/jwks_uri", 404, b"{}"),
        ("/token_endpoint", 500, b"{}"),
        ("/token_endpoint", 200, b"<html>"),
        ("/userinfo_endpoint", 403, b"{}"),
    ],
)
def test_an_issuer_that_does_not_answer_lets_nobody_in(client, there, path, status, body):
    there.answers[path] = (status, body)
    with pytest.raises(NotVouched, match=r"^The issuer that vouches for people must answer, got: .* Nobody is signed in\.$"):
        signed_in(client, there)


def test_a_code_that_the_issuer_refuses_is_a_sentence(client, there):
    there.answers["/token_endpoint"] = (400, b'{"error": "invalid_grant"}')
    with pytest.raises(NotVouched) as refused:
        signed_in(client, there)
    assert str(refused.value) == NOT_BELIEVED.format(got="a refusal (invalid_grant)")


@pytest.mark.parametrize("body", [b"{}", b'{"access_token": "at", "token_type": "Bearer"}', b'"text"', b"[]", b"null"])
def test_an_answer_without_an_id_token_lets_nobody_in(client, there, body):
    there.answers["/token_endpoint"] = (200, body)
    with pytest.raises(NotVouched):
        signed_in(client, there)


def test_an_issuer_that_calls_itself_otherwise_or_is_not_there_is_not_asked_to_sign_anybody_in(client, there):
    there.metadata = {"issuer": "https://another.example"}
    with pytest.raises(NotVouched) as refused:
        client.send()
    assert str(refused.value) == NO_ANSWER.format(got="one that calls itself otherwise than it is configured")
    there.metadata = {"issuer": f"{there.address}/"}
    assert client.send()
    gone = OidcClient(Issuer("http://127.0.0.1:9", CLIENT, SECRET, ()), BACK)
    with pytest.raises(NotVouched, match=r"^The issuer that vouches for people must answer"):
        gone.send()


def test_nothing_is_sent_where_it_could_be_read_on_the_way(client, there):
    there.metadata = {"authorization_endpoint": "http://login.example/authorize"}
    with pytest.raises(NotVouched, match=r"got: no authorization_endpoint by https in what it says of itself\."):
        client.send()


def test_the_way_out_at_the_issuer_is_known_once_it_was_asked(client, there):
    assert client.way_out == ""
    client.send()
    assert client.way_out == f"{there.address}/end_session_endpoint?client_id={CLIENT}"
    for told in (None, "javascript:alert(1)", "http://login.example/out", 7):
        there.metadata = {"end_session_endpoint": told}
        again = OidcClient(client.issuer, BACK)
        again.send()
        assert again.way_out == ""
