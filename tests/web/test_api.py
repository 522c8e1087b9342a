import base64
import json
from datetime import timedelta

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from access.door import Door, SignInWay
from access.signing import sign_in
from access.tokens import asked_token, make_token, revoke_token
from programme.access import Role, person_here
from programme.log import Logged
from store import moments
from store.accounts.people import enrol
from store.database import Database
from store.errors import explained
from store.log.log import log_rows
from store.returns import versions
from store.signing.sign_offs import publish_quarter
from tests.accepting import by
from tests.reports.pack.test_data_csv import read
from tests.store.signatures import CHAIR, approved, because, later, opened
from tests.store.submissions import IN_TIME, ISSUED, Q3, standard
from tests.web.asking import ask
from web import api
from web.api import ApiRoutes, api_routes
from web.doorkeeper import Doorkeeper
from web.guard import Guard
from web.limits import PerMinute
from web.server import exception_handlers
from web.sessions import Sessions

DOOR = Door(way=SignInWay.LOCAL, scheme="https", host="wsoa.example")
FIGURES = "/api/v1/results.csv?kpi=permanent_exclusions_send"
HERE = person_here("an administrator")


@pytest.fixture(scope="module")
def database(demonstration_copy, tmp_path_factory):
    with Database.open(demonstration_copy(tmp_path_factory.mktemp("api"))) as opened_there:
        yield opened_there


@pytest.fixture(scope="module")
def tokens(database):
    """Of somebody in each role: their number, and their token."""
    found = {}
    for role in (Role.ANALYST, Role.LEAD, Role.READER):
        owner = enrol(database, f"A {role}", {role}, HERE)
        made = make_token(database, DOOR, asked_token(f"Excel of the {role}", role, 90), owner, HERE)
        found[role] = owner.number, made.secret
    return found


def app(store, door=DOOR, often=None):
    """The routes behind the guard; where there is no `door`, nobody is asked to sign in."""
    routes = ApiRoutes(store, often).routes() if often else api_routes(store)
    guard = Middleware(Guard, sessions=Sessions(), keeper=Doorkeeper(store, door) if door else None)
    return Starlette(routes=routes, middleware=[guard], exception_handlers=exception_handlers())


@pytest.fixture
def served(database, tokens):
    """Asks where people sign in, by https and through a proxy, with what of headers is given."""
    inside = app(lambda: database)

    def asking(address=FIGURES, token="", held="", **more):
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        headers |= ({"If-None-Match": held} if held else {}) | more.pop("headers", {})
        told = {"host": "wsoa.example", "scheme": "https", "client": ("192.0.2.7", 1)} | more
        return ask(inside, address, headers=headers, **told)

    return asking


def problem(found) -> str:
    """The sentence of an answer that says why not, once its shape was looked at: it is one for all of them."""
    told = json.loads(found.content)
    assert found.headers["content-type"] == "application/problem+json" and found.headers["cache-control"] == "no-store"
    assert list(told) == ["status", "title", "detail"] and told["status"] == found.status
    assert "access-control-allow-origin" not in found.headers
    return told["detail"]


def cell(found, area="Kent", name="display"):
    heading, *rows = read(found.content)
    return next(row for row in rows if row[heading.index("area")] == area)[heading.index(name)]


def small(found) -> int:
    """How many figures of an answer are hidden."""
    heading, *rows = read(found.content)
    return sum(row[heading.index("display")] == "c" for row in rows)


def test_analyst_then_reader_then_nobody_with_what_the_other_holds(served, tokens):
    """In every order each is given their own, whatever copy they, or a cache before them, hold already."""
    (_, analysts), (_, readers) = tokens[Role.ANALYST], tokens[Role.READER]
    first = served(token=analysts)
    second = served(token=readers, held=first.headers["etag"])
    third = served(held=first.headers["etag"])
    assert (first.status, second.status, third.status) == (200, 200, 401)
    assert small(first) == 0 and small(second) > 0
    assert first.headers["etag"] != second.headers["etag"] and "etag" not in third.headers
    for found in (first, second):
        assert found.headers["cache-control"] == "private, no-cache"
        assert found.headers["vary"] == "Authorization, Cookie"
        assert found.headers["content-disposition"] == 'attachment; filename="results.csv"'
    assert served(token=analysts).content == first.content and served(token=readers).content == second.content
    for token, found in ((analysts, first), (readers, second)):
        again = served(token=token, held=found.headers["etag"])
        assert (again.status, again.content) == (304, b"")
        assert {again.headers[name] for name in ("etag", "vary", "cache-control")} == {
            found.headers[name] for name in ("etag", "vary", "cache-control")
        }
        assert served(token=token, held=f'"other", {found.headers["etag"]}').status == 304
    assert served(token=analysts, held=second.headers["etag"]).content == first.content


def test_a_token_is_taken_as_bearer_or_as_the_password_of_basic(served, tokens):
    _, token = tokens[Role.READER]
    basic = base64.b64encode(f"anybody:{token}".encode()).decode()
    assert served(headers={"Authorization": f"Basic {basic}"}).content == served(token=token).content


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": "Basic not-base64"},
        {"Authorization": "Basic " + base64.b64encode(b"\xff:\xff").decode()},
        {"Authorization": "Digest a"},
        {"Authorization": ""},
        {"Authorization": "Bearer"},
        [("Authorization", "Bearer a"), ("Authorization", "Bearer b")],
    ],
)
def test_a_header_that_is_not_understood_is_asked_for_again(database, tokens, headers):
    found = ask(app(lambda: database), FIGURES, host="wsoa.example", scheme="https", headers=headers)
    assert found.status == 401 and found.headers["www-authenticate"].startswith('Basic realm="WSoA Monitor"')
    assert problem(found).startswith("The header Authorization must be Bearer and a token, or Basic with the token as the")


def test_nobody_and_a_token_that_is_none_are_told_how_to_ask(served):
    assert problem(served()).startswith("This must be asked with a token (Authorization: Bearer, or Basic with the token as")
    made_up = served(token="wsoa_" + "a" * 43)
    assert made_up.status == 401
    assert problem(made_up) == (
        "This must be asked with a token that lives, got: one that is none. Ask for another. Nothing was shown."
    )


def test_a_token_in_the_address_is_refused_and_not_said_again(served, tokens):
    _, token = tokens[Role.READER]
    for address in (
        f"/api/v1/results.csv?token={token}",
        f"/api/v1/results.csv?kpi={token}",
        f"/api/v1/results.csv?{token}=1",
    ):
        found = served(address)
        assert found.status == 400 and token not in found.text
        assert problem(found).startswith("A token must be in the header Authorization, got: one in the address, where logs")


def test_a_token_does_not_come_by_http_but_on_this_machine(served, database, tokens):
    _, token = tokens[Role.READER]
    for more in ({"scheme": "http"}, {"scheme": "http", "client": ("127.0.0.1", 1)}):
        found = served(token=token, **more)
        assert found.status == 403 and problem(found).startswith("A token must come by https, got: http, where others can")
    assert served(token=token, scheme="http", host="localhost:8501", client=("127.0.0.1", 1)).status == 200


def test_a_revoked_token_opens_nothing_also_with_a_copy(served, database):
    owner = enrol(database, "Cy", {Role.READER}, HERE)
    made = make_token(database, DOOR, asked_token("Old", Role.READER, 1), owner, HERE)
    held = served(token=made.secret).headers["etag"]
    revoke_token(database, made.token.number, HERE)
    found = served(token=made.secret, held=held)
    assert found.status == 401
    assert problem(found) == (
        f"This must be asked with a token that lives, got: {made.token.called}, but it was revoked. Ask for another. "
        "Nothing was shown."
    )


def test_each_use_is_logged_also_of_what_one_has_already(served, database, tokens):
    number, token = tokens[Role.ANALYST]
    held = served("/api/v1/actions.json?quarter=2024/25+Q3", token=token).headers["etag"]
    served("/api/v1/actions.json?quarter=2024/25+Q3", token=token, held=held)
    database.looks.flush()
    with database.cursor() as cursor:
        rows = [row for row in log_rows(cursor) if row.deed == Logged.TOOK_BY_TOKEN and row.what.startswith("actions.json")]
    assert [(row.name, row.account, row.came_from) for row in rows] == [("A analyst", f"local:{number}", "192.0.2.7")] * 2
    assert {row.what for row in rows} == {f"actions.json, 2024/25 Q3, as analyst, by token {number} (Excel of the analyst)"}
    assert all(token not in row.what for row in rows)


def test_a_token_sees_as_its_role_and_no_other(served, tokens):
    _, token = tokens[Role.READER]
    found = served(f"{FIGURES}&look_as=analyst", token=token)
    assert (found.status, problem(found)) == (400, "A person can look as reader, got: analyst. Nothing was shown.")
    assert small(served(f"{FIGURES}&look_as=reader", token=token)) > 0


def test_sixty_a_minute_for_each_token_and_then_a_wait(database, tokens):
    clock = [0.0]
    inside = app(lambda: database, often=PerMinute(2, lambda: clock[0]))

    def status(token):
        request = {"host": "wsoa.example", "scheme": "https", "headers": {"Authorization": f"Bearer {token}"}}
        return ask(inside, "/api/v1/columns.csv", **request)

    (_, analysts), (_, readers) = tokens[Role.ANALYST], tokens[Role.READER]
    assert [status(readers).status for _ in range(3)] == [200, 200, 429]
    refused = status(readers)
    assert refused.headers["retry-after"] == "60"
    assert (
        problem(refused)
        == "At most 60 questions in a minute are answered, got: more. Ask again in 60 seconds. Nothing was given."
    )
    assert status(analysts).status == 200
    assert [status(f"wsoa_{'a' * 43}").status for _ in range(3)] == [401, 401, 429], "of nobody's, by their address"
    clock[0] = 60.0
    assert status(readers).status == 200
    assert api.MOST_A_MINUTE == 60


def test_head_gives_the_headers_and_no_other_way_is_open(served, tokens):
    _, token = tokens[Role.READER]
    whole, head = served(token=token), served(token=token, method="HEAD")
    assert (head.status, head.content) == (200, b"")
    same = ("content-length", "content-type", "etag", "cache-control", "vary")
    assert {name: head.headers[name] for name in same} == {name: whole.headers[name] for name in same}
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        found = served(token=token, method=method)
        assert found.status == 405 and set(found.headers["allow"].split(", ")) == {"GET", "HEAD"}
        assert problem(found).endswith(f", got: {method}. Nothing was changed.")


def test_a_page_of_another_site_is_given_nothing(served, tokens):
    _, token = tokens[Role.READER]
    found = served(token=token, headers={"Origin": "https://evil.example"})
    assert found.status == 403 and problem(found).startswith("Only pages of this app at https://wsoa.example may ask this")
    own = served(token=token, headers={"Origin": "https://wsoa.example"})
    assert own.status == 200 and not any(name.startswith("access-control") for name in own.headers)


def test_what_is_not_understood_is_the_domains_own_sentence_in_the_one_shape(served, tokens):
    _, token = tokens[Role.READER]
    said = {
        "/api/v1/results.csv?quarter=Q3": (400, "A quarter is written like 2021/22 Q3, got: Q3"),
        "/api/v1/results.json?page=9": (400, "A page must be there, got: page 9 of 1. Nothing was given."),
        "/api/v1/nothing.csv": (
            404,
            "What can be asked for is one of results, actions, changes, dictionary, columns, as .csv or .json, got: another "
            "address. Nothing was given.",
        ),
        "/api/v1/results.xml": (
            404,
            "What can be asked for is one of results, actions, changes, dictionary, columns, as .csv or .json, got: another "
            "address. Nothing was given.",
        ),
    }
    for address, (status, sentence) in said.items():
        if "page=9" in address:
            address += "&kpi=permanent_exclusions_send"
        found = served(address, token=token)
        assert (found.status, problem(found)) == (status, sentence)
        assert served(address).status == 401, "whoever asks is asked for first"
    stranger = served(token=token, host="evil.example")
    assert stranger.status == 503 and problem(stranger).startswith("WSoA Monitor is served at https://wsoa.example only")


def test_the_next_page_is_a_link(served, tokens):
    _, token = tokens[Role.READER]
    first = served(f"{FIGURES}&rows=8", token=token)
    assert first.headers["link"] == '</api/v1/results.csv?kpi=permanent_exclusions_send&rows=8&page=2>; rel="next"'
    second = served(first.headers["link"].partition(">")[0][1:], token=token)
    assert "link" not in second.headers and read(second.content)[0] == read(first.content)[0]


def test_who_is_signed_in_is_given_a_readers_and_more_where_they_ask(served, database, tokens):
    def signed(role):
        cookie = sign_in(database, tokens[role][0], frozenset(), "192.0.2.7", "")
        return {"headers": {"Cookie": f"wsoa_session_8501={cookie}"}}

    analyst, reader = signed(Role.ANALYST), signed(Role.READER)
    assert small(served(**analyst)) > 0, "a workbook is handed on more easily than a page"
    assert small(served(f"{FIGURES}&look_as=analyst", **analyst)) == 0
    assert served(f"{FIGURES}&look_as=analyst", **reader).status == 400
    assert served(headers={"Cookie": "wsoa_session_8501=made-up"}).status == 401


def test_where_nobody_signs_in_this_machine_is_given_a_readers_and_more_where_it_asks(demonstration_copy, tmp_path):
    with Database.open(demonstration_copy(tmp_path)) as alone:
        inside = app(lambda: alone, door=None)
        found, seen = ask(inside, FIGURES), ask(inside, f"{FIGURES}&look_as=analyst")
        made = make_token(alone, Door(), asked_token("Excel", Role.ANALYST, 1), None, HERE)
        by_token = ask(inside, FIGURES, headers={"Authorization": f"Bearer {made.secret}"})
        refused = ask(inside, FIGURES, headers={"Authorization": "Bearer wsoa_no"})
        assert ask(inside, FIGURES, client=("192.0.2.2", 1)).status == 503
    assert small(found) > 0 and small(seen) == 0
    assert by_token.content == seen.content
    assert refused.status == 401, "who shows a token is who it says, or nobody"


def test_an_embargo_ends_without_anything_stored_and_copies_of_before_hold_no_more(tmp_path, monkeypatch):
    with opened(tmp_path) as store:
        inside = app(lambda: store, door=None)
        versions.accept(store, standard({ISSUED: 100, IN_TIME: 60}), by(at=later(0.5)))
        approved(store)
        versions.accept(store, standard({ISSUED: 100, IN_TIME: 70}), by(at=later(2.5)))
        monkeypatch.setattr(moments, "now", lambda: moments.stored(later(3)))
        publish_quarter(store, Q3, because(CHAIR), embargo=later(4))
        address = "/api/v1/results.json?kpi=plans_within_20_weeks"
        before = ask(inside, address)
        assert ask(inside, address, headers={"If-None-Match": before.headers["etag"]}).status == 304
        monkeypatch.setattr(moments, "now", lambda: moments.stored(later(4)))
        after = ask(inside, address, headers={"If-None-Match": before.headers["etag"]})
        analysts = ask(inside, f"{address}&look_as=analyst", headers={"If-None-Match": after.headers["etag"]})
    assert after.status == 200 and after.headers["etag"] != before.headers["etag"]
    rows = [json.loads(found.content)["rows"][0] for found in (before, after, analysts)]
    told = [row["sign_off"] for row in rows]
    assert not told[0].startswith("Published") and told[1].startswith("Published on ")
    assert [row["value"] for row in rows] == [70, 60, 70], "readers are given what was signed, others what stands"


def test_a_store_that_cannot_be_read_gives_nothing_to_anybody(tmp_path):
    def held():
        raise explained(duckdb.IOException("Could not set lock on file: held"), tmp_path / "a")

    for door in (DOOR, None):
        found = ask(app(held, door=door), FIGURES, scheme="https", host="wsoa.example" if door else "localhost:8501")
        assert found.status == 503 and str(tmp_path) not in found.text and problem(found)


def test_a_token_lives_as_long_as_it_was_said(served, database, tokens):
    owner = enrol(database, "Di", {Role.READER}, HERE)
    made = make_token(database, DOOR, asked_token("Short", Role.READER, 1), owner, HERE)
    with database.transaction() as cursor:
        cursor.execute(
            "UPDATE tokens SET expires_at = ? WHERE number = ?", [moments.now() - timedelta(1), made.token.number]
        )
    assert "but it has expired" in problem(served(token=made.secret))
