from starlette.applications import Starlette

from store.database import Database
from tests.web.asking import ask
from web.guard import Guard
from web.server import middleware, routes


def test_no_deed_is_done_by_asking():
    """Whatever a route of ours does when it is asked with GET, it changes nothing: those that change are named here."""
    found = {route.path: route.methods for route in routes(lambda: None)}
    asked = {"GET", "HEAD"}
    addresses = ("/livez", "/readyz", "/originals/{version:int}", "/files/{shelf}/{place}")
    assert found == dict.fromkeys(addresses, asked)


def test_the_guard_stands_before_every_route(tmp_path):
    assert [each.cls for each in middleware()] == [Guard]
    with Database.open(tmp_path / "own.duckdb") as database:
        app = Starlette(routes=routes(lambda: database), middleware=middleware())
        found = {route.path: ask(app, route.path).status for route in app.routes}
        refused = {ask(app, route.path, host="monitor.example").status for route in app.routes}
    assert found == {"/livez": 200, "/readyz": 200, "/originals/{version:int}": 401, "/files/{shelf}/{place}": 401}
    assert refused == {503}
