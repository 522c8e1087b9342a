from starlette.applications import Starlette

from tests.web.asking import ask
from web.doorkeeper import Doorkeeper
from web.server import routes
from web.unsound import NOT_READY, unsound_routes


def test_a_server_with_a_slip_in_a_reference_file_is_alive_and_not_ready():
    app = Starlette(routes=unsound_routes())
    assert ask(app, "/livez").status == 200
    answered = ask(app, "/readyz")
    assert (answered.status, answered.text) == (503, NOT_READY)


def test_it_has_its_pages_and_no_files_and_asks_for_no_store():
    found = routes(Doorkeeper(), "<html>", ["overview"])
    assert [route.path for route in found] == ["/", "/overview", "/livez", "/readyz"]
