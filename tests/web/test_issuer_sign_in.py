"""Another issuer vouches: the whole way as a browser goes it, past the guard, to a real server on this machine."""

import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from access.claims import TOO_MANY_GROUPS
from access.door import Door, SignInWay
from access.issuer import Issuer
from access.oidc import OidcClient
from access.people import remove
from access.signing import NO_ACCESS, TAKEN_AWAY
from programme.access import Role
from store.accounts.people import everybody, secret_hash
from store.accounts.sessions import session_of
from tests.accepting import person
from tests.provider import CLIENT, SECRET, provider
from tests.web.test_sign_in import Browser
from web.doorkeeper import Doorkeeper
from web.entrance import entrance_routes
from web.guard import Guard
from web.issuer_sign_in import NOT_EXPECTED, RETURN, IssuerRoutes
from web.sessions import Sessions
from web.sign_in import SIGNED_OUT, DoorRoutes

ROLES = (("wsoa-analysts", Role.ANALYST), ("wsoa-chairs", Role.CHAIR))
VIEW = "/measures?kpi=a%20b&area=Ashford"


@pytest.fixture
def there():
    with provider() as found:
        found.claims = {"groups": ["wsoa-analysts", "others"]}
        yield found


@pytest.fixture
def app(database, there):
    return behind(database, Issuer(there.address, CLIENT, SECRET, ROLES, "groups", called="Kent <b>Example</b>"))


def behind(database, issuer, scheme="http", host="localhost:8501"):
    keeper, sessions = Doorkeeper(lambda: database, Door(SignInWay.OIDC, scheme, host, issuer=issuer)), Sessions()
    door = IssuerRoutes(DoorRoutes(keeper, sessions), OidcClient(issuer, f"{keeper.door.address}{RETURN}"))
    return Starlette(
        routes=[*entrance_routes("<html></html>", ["measures"]), *door.routes()],
        middleware=[Middleware(Guard, sessions=sessions, keeper=keeper)],
    )


@pytest.fixture
def browser(app):
    return Browser(app)


def way_there(browser, wanted=VIEW):
    """From a view that is wanted to the address at the issuer."""
    form = browser.get(browser.get(wanted).headers["location"])
    way = re.search(r'<a class="act" href="([^"]+)"', form.text)[1].replace("&amp;", "&")
    return browser.get(way).headers["location"]


def sign_in(browser, there, wanted=VIEW):
    asked = there.goes_there(way_there(browser, wanted))
    return browser.get(f"{RETURN}?code=c&state={asked['state']}")


def test_a_deep_link_leads_to_the_issuer_and_back_to_the_same_view(browser, there, database):
    inside = sign_in(browser, there)
    assert (inside.status, inside.headers["location"]) == (303, VIEW)
    assert inside.headers["set-cookie"].endswith("; Path=/; HttpOnly; SameSite=Lax")
    assert browser.get(VIEW).status == 200
    signed = session_of(database, secret_hash(browser.cookie.partition("=")[2]))
    assert (signed.person.name, signed.person.account, signed.claimed) == (
        "Ann Example",
        f"{there.address} ann-1",
        {Role.ANALYST},
    )
    assert signed.enrolled.roles == frozenset(), "what the issuer says is as old as the sign-in, and no role of our list"


def test_the_page_says_where_one_signs_in_and_asks_for_no_password(browser):
    page = browser.get("/sign-in?to=/plan").text
    assert "Sign in with Kent &lt;b&gt;Example&lt;/b&gt;" in page and "password" not in page.lower()
    token_less = browser.post("/sign-in", name="Ann", password="otter lamp seven rivers")
    assert token_less.status == 405
    assert browser.get("/first-password", accept="*/*").status == 404


@pytest.mark.parametrize(
    "wanted", ["//evil.example", "/\\evil", "https://evil.example", "/signed-in?code=1", "/sign-in/issuer"]
)
def test_the_way_after_signing_in_is_one_of_this_app(browser, there, wanted):
    away = browser.get("/sign-in")
    assert away.status == 200
    asked = there.goes_there(browser.get(f"/sign-in/issuer?to={wanted}").headers["location"])
    assert browser.get(f"{RETURN}?code=c&state={asked['state']}").headers["location"] == "/"


def test_the_cookie_is_new_after_signing_in_and_the_one_before_is_nobodys(browser, there):
    asked = there.goes_there(way_there(browser))
    before = browser.cookie
    browser.get(f"{RETURN}?code=c&state={asked['state']}")
    assert browser.cookie != before
    browser.cookie = before
    assert browser.get("/").status == 303


def test_a_return_is_taken_once_and_by_the_browser_that_left(browser, app, there):
    asked = there.goes_there(way_there(browser))
    back = f"{RETURN}?code=c&state={asked['state']}"
    victim = Browser(app)
    refused = victim.get(back)
    assert refused.status == 400 and NOT_EXPECTED in refused.text and 'role="alert"' in refused.text
    assert victim.get("/").status == 303, "nobody is signed in as somebody else by following a link"
    assert browser.get(back).status == 303
    assert browser.get(back).status == 400
    for wrong in (RETURN, f"{RETURN}?code=c", f"{RETURN}?state=guessed&code=c"):
        assert Browser(app).get(wrong).status == 400


def test_who_has_no_role_reads_that_they_have_no_access(browser, there, database):
    there.claims = {"groups": ["others"]}
    found = sign_in(browser, there)
    assert found.status == 403
    assert "<title>Error: No access · WSoA Monitor</title>" in found.text and "<h1>No access</h1>" in found.text
    assert NO_ACCESS.format(name="Ann Example", account=f"{there.address} ann-1") in found.text
    assert everybody(database) == []
    assert browser.get("/").status == 303


def test_several_groups_give_all_their_roles(browser, there, database):
    there.claims = {"groups": ["wsoa-analysts", "wsoa-chairs"]}
    sign_in(browser, there)
    assert session_of(database, secret_hash(browser.cookie.partition("=")[2])).claimed == {Role.ANALYST, Role.CHAIR}


def test_groups_that_are_too_many_are_a_sentence(browser, there):
    there.claims = {"groups": None, "_claim_names": {"groups": "src1"}}
    found = sign_in(browser, there)
    assert found.status == 401 and TOO_MANY_GROUPS in found.text


def test_who_is_removed_is_out_at_once_and_does_not_come_back_by_the_issuers_word(browser, there, database):
    sign_in(browser, there)
    remove(database, 1, person())
    assert browser.get("/").status == 303
    found = sign_in(browser, there)
    assert found.status == 403
    assert TAKEN_AWAY.format(name="Ann Example", account=f"{there.address} ann-1") in found.text


def test_what_is_wrong_at_the_issuer_is_said_and_leads_back_to_the_view(browser, there, app):
    there.claims = {"exp": 1}
    found = sign_in(browser, there)
    assert found.status == 401 and "What the issuer says must be signed by it" in found.text
    assert 'href="/sign-in/issuer?to=%2Fmeasures%3Fkpi%3Da%2520b%26area%3DAshford"' in found.text
    asked = there.goes_there(way_there(browser))
    denied = browser.get(f"{RETURN}?error=access_denied%3Cb%3E&state={asked['state']}")
    assert denied.status == 401 and "(access_denied&lt;b&gt;)" in denied.text
    there.answers["/.well-known/openid-configuration"] = (500, b"")
    away = Browser(app)
    away.get("/sign-in")
    assert away.get("/sign-in/issuer").status == 303, "what it said of itself an hour ago is known"
    late = Browser(behind(app.user_middleware[0].kwargs["keeper"].store(), Issuer(there.address, CLIENT, SECRET, ROLES)))
    late.get("/sign-in")
    silent = late.get("/sign-in/issuer?to=/plan")
    assert silent.status == 503 and "The issuer that vouches for people must answer" in silent.text


def test_out_in_all_windows_and_the_way_out_at_the_issuer_is_shown(browser, there, app):
    sign_in(browser, there)
    copied = browser.cookie
    sessions = app.user_middleware[0].kwargs["sessions"]
    gone = browser.post("/sign-out", token=sessions.of(copied.partition("=")[2]).token)
    assert gone.headers["location"] == "/sign-in?out"
    page = browser.get("/sign-in?out").text
    assert SIGNED_OUT in page and f'href="{there.address}/end_session_endpoint?client_id={CLIENT}"' in page
    browser.cookie = copied
    assert browser.get("/").status == 303


def test_people_are_sent_where_the_issuer_sends_them_back_to(browser):
    browser.host = "127.0.0.1:8501"
    found = browser.get("/sign-in?to=%2Fplan")
    assert (found.status, found.headers["location"]) == (303, "http://localhost:8501/sign-in?to=%2Fplan")


def test_by_https_the_cookie_goes_no_other_way(database, there):
    issuer = Issuer(there.address, CLIENT, SECRET, ROLES, "groups")
    browser = Browser(behind(database, issuer, "https", "monitor.example"), "https://monitor.example", "monitor.example")
    address = way_there(browser)
    assert "redirect_uri=https%3A%2F%2Fmonitor.example%2Fsigned-in" in address
    inside = browser.get(f"{RETURN}?code=c&state={there.goes_there(address)['state']}")
    assert inside.headers["set-cookie"].endswith("; Path=/; HttpOnly; SameSite=Lax; Secure")
    assert browser.get("/").status == 200
