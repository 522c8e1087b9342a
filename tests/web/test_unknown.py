import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.web.asking import ask
from web.unknown import NO_PAGE, UnknownAddresses

BROWSER = {"accept": "text/html,application/xhtml+xml"}


def answered(request):
    return PlainTextResponse("here")


ROUTES = [Route("/", answered), Route("/plan", answered), Route("/files/{window}/{file}", answered)]
ANYTHING = Route("/{path:path}", answered)  # as Streamlit does
APP = Starlette(routes=[*ROUTES, ANYTHING], middleware=[Middleware(UnknownAddresses, routes=ROUTES)])


@pytest.mark.parametrize(
    "address", ["/nonsense", "/nonsense/deeper", "/Plan", "/plans?quarter=banana", "/plan/risks", "/plan//risks", "/files/1"]
)
def test_an_address_where_no_page_is_gets_one_sentence_and_nothing_more(address):
    found = ask(APP, address, headers=BROWSER)
    assert found.status == 404
    assert "<h1>There is nothing here</h1>" in found.text and NO_PAGE in found.text


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/plan?tab=Risks",
        "/plan/",
        "/plan//?tab=Risks",
        "/files/1/2",
        "/_stcore/health",
        "/static/js/index.js",
        "/favicon.png",
        "/media/1",
    ],
)
def test_what_is_ours_or_streamlits_passes(address):
    assert ask(APP, address, headers=BROWSER).text == "here"


def test_a_program_that_asks_for_no_page_is_left_to_streamlit():
    assert ask(APP, "/nonsense", headers={"accept": "*/*"}).text == "here"
