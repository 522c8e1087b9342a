"""The door as a browser meets it: every request passes the guard, on a store with people."""

import re
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from access import passwords
from access.door import Door, SignInWay
from access.people import change_roles, invite, remove, set_first_password
from programme.access import Deed, Role
from store.accounts.people import enrolled, password_hash
from store.database import StoreError
from tests.accepting import person
from tests.web.asking import HERE, ask
from web.doorkeeper import Doorkeeper
from web.entrance import entrance_routes
from web.files import file_routes
from web.guard import Guard
from web.health import health_routes
from web.sessions import Sessions
from web.shelf import FileOffered, Shelf
from web.sign_in import SIGNED_OUT, STALE, DoorRoutes, own_path

GOOD = "otter lamp seven rivers"
ORIGIN = "http://localhost:8501"


class Browser:
    """One browser: it keeps the cookie that it was given and sends it back."""

    def __init__(self, app, origin=ORIGIN, host="localhost:8501"):
        self.app, self.origin, self.host, self.cookie = app, origin, host, ""

    def get(self, path, accept="text/html", **more):
        return self._asked(path, {"Accept": accept}, **more)

    def post(self, path, origin="", **fields):
        headers = {"Origin": origin or self.origin, "Accept": "text/html"}
        return self._asked(path, headers, method="POST", body=urlencode(fields).encode())

    def _asked(self, path, headers, **more):
        cookie = {"Cookie": self.cookie} if self.cookie else {}
        found = ask(self.app, path, headers=headers | cookie, host=self.host, **more)
        if "set-cookie" in found.headers:
            self.cookie = found.cookie
        return found

    def token(self, path="/sign-in"):
        return re.search(r'name="token" value="([^"]+)"', self.get(path).text)[1]

    def sign_in(self, name="Ann", password=GOOD, **more):
        return self.post("/sign-in", token=self.token(), name=name, password=password, **more)


@pytest.fixture
def database(empty_store, monkeypatch):
    monkeypatch.setattr(passwords, "COST", 2)
    monkeypatch.setattr(passwords, "_NOBODYS", passwords._NOBODYS.replace("$32768$", "$2$"))
    with empty_store() as opened:
        set_first_password(opened, invite(opened, "Ann", {Role.ANALYST}, person()).token, GOOD)
        yield opened


@pytest.fixture
def sessions():
    return Sessions()


def behind(database, sessions, door):
    keeper = Doorkeeper(lambda: database, door)
    routes = [*entrance_routes("<html></html>", ["measures"]), *health_routes(keeper.store), *file_routes(keeper.store)]
    return Starlette(
        routes=[*routes, *DoorRoutes(keeper, sessions).routes()],
        middleware=[Middleware(Guard, sessions=sessions, keeper=keeper)],
    )


@pytest.fixture
def app(database, sessions):
    return behind(database, sessions, Door())


@pytest.fixture
def browser(app):
    return Browser(app)


def test_a_deep_link_leads_to_the_form_and_from_there_to_the_same_view(browser):
    away = browser.get("/measures?kpi=a%20b&area=Ashford")
    assert (away.status, away.headers["location"]) == (303, "/sign-in?to=%2Fmeasures%3Fkpi%3Da%2520b%26area%3DAshford")
    form = browser.get(away.headers["location"])
    to = re.search(r'name="to" value="([^"]+)"', form.text)[1].replace("&amp;", "&")
    assert to == "/measures?kpi=a%20b&area=Ashford"
    inside = browser.sign_in(to=to)
    assert (inside.status, inside.headers["location"]) == (303, to)
    assert browser.get(to).status == 200


@pytest.mark.parametrize(
    "wanted",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "\\\\evil",
        "javascript:alert(1)",
        "",
        "measures",
        "/a\nb",
        "/a b",
    ],
)
def test_the_way_after_signing_in_is_one_of_this_app(browser, wanted):
    assert own_path(wanted) == "/"
    assert browser.sign_in(to=wanted).headers["location"] == "/"


@pytest.mark.parametrize("door", ["/sign-in?to=/x", "/sign-out", "/first-password"])
def test_signing_in_does_not_lead_back_to_the_door(door):
    assert own_path(door) == "/"


def test_the_cookie_is_new_after_signing_in_and_the_one_before_is_nobodys(browser):
    browser.get("/sign-in")
    before = browser.cookie
    found = browser.sign_in()
    assert browser.cookie != before
    assert found.headers["set-cookie"].endswith("; Path=/; HttpOnly; SameSite=Lax")
    browser.cookie = before
    assert browser.get("/").status == 303


def test_a_copied_cookie_is_refused_after_signing_out(browser, sessions):
    browser.sign_in()
    copied = browser.cookie
    token = sessions.of(copied.partition("=")[2]).token
    gone = browser.post("/sign-out", token=token)
    assert (gone.status, gone.headers["location"]) == (303, "/sign-in?out")
    assert "Max-Age=0" in gone.headers["set-cookie"]
    assert SIGNED_OUT in browser.get("/sign-in?out").text
    browser.cookie = copied
    assert browser.get("/").status == 303
    refused = browser.get("/files/a/b", accept="*/*")
    assert refused.status == 401
    assert "It was signed out, here or in another window." in refused.text


def test_signing_out_is_a_post_of_our_own_form(browser):
    browser.sign_in()
    assert browser.get("/sign-out").status == 405
    assert browser.post("/sign-out", token="guessed").status == 403
    assert browser.get("/").status == 200


def test_whatever_is_wrong_is_said_to_be_read_aloud_and_the_name_stays(browser):
    found = browser.sign_in(password="wrong", name='A"nn')
    assert found.status == 401
    assert "<title>Error: Sign in · WSoA Monitor</title>" in found.text
    assert '<div class="wrong" role="alert" tabindex="-1" id="wrong">' in found.text
    assert "The name and the password must belong together" in found.text
    assert 'value="A&#34;nn"' in found.text
    assert "wrong" not in re.findall(r'name="password"[^>]*', found.text)[0].replace('aria-describedby="wrong"', "")
    early = browser.sign_in(name='A"nn')
    assert (early.status, early.headers["retry-after"]) == (429, "1")


def test_a_form_is_ours_by_its_origin_and_by_a_token_bound_to_the_cookie(browser, app):
    other = Browser(app)
    for fields in ({}, {"token": ""}, {"token": "guessed"}, {"token": other.token()}):
        browser.get("/sign-in")
        found = browser.post("/sign-in", name="Ann", password=GOOD, **fields)
        assert found.status == 403 and STALE in found.text
    token = browser.token()
    foreign = browser.post("/sign-in", origin="http://evil.example", token=token, name="Ann", password=GOOD)
    assert foreign.status == 403
    nowhere = ask(app, "/sign-in", method="POST", headers={"Cookie": browser.cookie}, body=f"token={token}".encode())
    assert nowhere.status == 403
    assert browser.get("/").status == 303


@pytest.mark.parametrize("body", [b"x" * 20_000, b"\xff", b"token=a&token=b"])
def test_what_is_no_form_is_refused(app, body):
    assert ask(app, "/sign-in", method="POST", headers={"Origin": ORIGIN}, body=body).status == 403


def test_a_program_is_told_where_to_sign_in(app):
    for path in ("/", "/measures", "/originals/1", "/files/a/b"):
        found = ask(app, path)
        assert (found.status, found.text) == (
            401,
            "This is for people who are signed in, got: nobody. Nobody is signed in here. Sign in at "
            "http://localhost:8501/sign-in. Nothing was shown.\n",
        )
    assert ask(app, "/_stcore/stream", kind="websocket").status == 401
    assert (ask(app, "/livez").status, ask(app, "/readyz").status) == (200, 200)


def test_a_window_whose_session_ended_may_come_back_to_be_told_so(browser, app, database):
    browser.sign_in()
    remove(database, 1, person())
    found = ask(app, "/_stcore/stream", kind="websocket", headers={"Cookie": browser.cookie})
    assert found.status == 1000, "closed for want of a route here: the guard has let it pass"
    assert browser.get("/").status == 303


def test_who_is_removed_or_changed_is_so_at_the_next_download(browser, sessions, database):
    browser.sign_in()
    session = sessions.of(browser.cookie.partition("=")[2])
    shelf = Shelf(session.id)
    ann = enrolled(database, 1).person(frozenset())
    address = shelf.lay(FileOffered("a.csv", "text/csv", lambda: "a", ann, Deed.SEE_HIDDEN), "a")
    assert browser.get(address).status == 200
    other = shelf.lay(FileOffered("b.csv", "text/csv", lambda: "b", person("Bo"), Deed.TAKE_AWAY), "b")
    assert browser.get(other).status == 404, "drawn for somebody else"
    change_roles(database, 1, {Role.LEAD}, person())
    assert browser.get(address).status == 403
    remove(database, 1, person())
    assert browser.get(address, accept="*/*").status == 401


def test_a_sign_in_outlives_the_server(browser, database):
    browser.sign_in()
    again = Browser(behind(database, Sessions(), Door()))
    again.cookie = browser.cookie
    assert again.get("/").status == 200


def test_a_first_password_is_set_once_by_its_link_and_signs_in(browser, database):
    link = invite(database, "Bo", {Role.LEAD}, person()).token
    form = browser.get("/first-password")
    assert link not in form.text and "location.hash" in form.text
    token = browser.token("/first-password")
    assert browser.post("/first-password", token="guessed", link=link, password=GOOD, again=GOOD).status == 403
    differ = browser.post("/first-password", token=token, link=link, password=GOOD, again="other")
    assert differ.status == 400 and "Both boxes must hold the same password" in differ.text
    assert f'name="link" id="link" value="{link}"' in differ.text
    common = browser.post("/first-password", token=token, link=link, password="Password1234", again="Password1234")
    assert common.status == 400 and "A password must not be one that others try first" in common.text
    assert "Password1234" not in common.text
    inside = browser.post("/first-password", token=token, link=link, password=GOOD, again=GOOD)
    assert (inside.status, inside.headers["location"]) == (303, "/")
    assert browser.get("/").status == 200
    late = Browser(browser.app)
    refused = late.post("/first-password", token=late.token("/first-password"), link=link, password=GOOD, again=GOOD)
    assert refused.status == 400 and "A link to set a password can be used once" in refused.text
    assert password_hash(database, 2)


def test_by_https_the_cookie_goes_no_other_way_and_only_the_one_address_is_served(database, sessions):
    app = behind(database, sessions, Door(SignInWay.LOCAL, "https", "monitor.example"))
    browser = Browser(app, "https://monitor.example", "monitor.example")
    found = browser.sign_in()
    assert found.status == 303
    assert found.headers["set-cookie"].endswith("; Path=/; HttpOnly; SameSite=Lax; Secure")
    assert found.headers["strict-transport-security"] == "max-age=31536000"
    assert "wss://monitor.example" in found.headers["content-security-policy"]
    far = {"client": ("192.0.2.9", 1)}
    assert browser.get("/", **far).status == 200
    browser.host = "evil.example"
    assert browser.get("/").status == 503
    assert "WSoA Monitor is served at https://monitor.example only, got: evil.example." in browser.get("/").text
    assert ask(app, "/livez", client=HERE).status == 200, "whoever watches from this machine"
    http = Browser(app, "http://monitor.example", "monitor.example")
    assert http.sign_in().status == 403


def test_without_an_address_it_is_for_this_machine_though_people_sign_in(app):
    found = ask(app, "/", client=("192.0.2.9", 1))
    assert found.status == 503
    assert found.text.startswith(
        "WSoA Monitor is served to this machine only, because WSOA_ADDRESS does not say at which address people sign in: "
    )


def test_what_is_configured_wrongly_lets_nobody_in(database, sessions):
    app = behind(database, sessions, Door(wrong="WSOA_SIGN_IN must be local"))
    for path in ("/", "/sign-in", "/readyz", "/files/a/b"):
        assert (ask(app, path).status, ask(app, path).text) == (503, "WSOA_SIGN_IN must be local\n")


def test_while_the_store_cannot_be_read_the_door_stands_where_it_is_configured_and_gives_nothing(sessions):
    def broken():
        raise StoreError("The database cannot be read just now.")

    keeper = Doorkeeper(broken, Door(SignInWay.LOCAL, "https", "monitor.example"))
    routes = [*entrance_routes("<html></html>", ["measures"]), *file_routes(broken), *DoorRoutes(keeper, sessions).routes()]
    app = Starlette(routes=routes, middleware=[Middleware(Guard, sessions=sessions, keeper=keeper)])
    browser = Browser(app, "https://monitor.example", "monitor.example")
    assert [browser.get(path).status for path in ("/", "/originals/1", "/files/a/b")] == [200, 503, 503]
    refused = browser.sign_in()
    assert refused.status == 503 and "The database cannot be read just now." in refused.text
    browser.host = "evil.example"
    assert "is served at https://monitor.example only" in browser.get("/").text
