import json
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.routing import Route

from tests.web.asking import ask
from web.refusals import other_method, send_refusal

SENTENCE = "There is <no> room, got: 3 & more."


async def refusing(scope, receive, send):
    await send_refusal(scope, receive, send, HTTPStatus.SERVICE_UNAVAILABLE, SENTENCE)


def test_a_person_gets_a_page():
    found = ask(refusing, headers={"Accept": "text/html,*/*;q=0.8"})
    assert found.status == 503
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    assert found.headers["cache-control"] == "no-store"
    assert "<h1>WSoA Monitor does not answer</h1><p>There is &lt;no&gt; room, got: 3 &amp; more.</p>" in found.text
    assert '<html lang="en-GB">' in found.text and "<title>WSoA Monitor does not answer · WSoA Monitor</title>" in found.text


def test_a_program_gets_the_sentence():
    found = ask(refusing)
    assert (found.status, found.text) == (503, f"{SENTENCE}\n")
    assert found.headers["content-type"] == "text/plain; charset=utf-8"


def test_a_program_that_asks_for_data_gets_the_sentence_as_json_whatever_it_accepts():
    for headers in ({}, {"Accept": "text/html"}):
        found = ask(refusing, "/api/v1/results.csv", headers=headers)
        assert (found.status, found.headers["content-type"]) == (503, "application/problem+json")
        assert json.loads(found.text) == {"status": 503, "title": "Service Unavailable", "detail": SENTENCE}


def test_a_way_in_which_a_route_cannot_be_asked_is_a_sentence():
    async def endpoint(_):
        raise AssertionError("it is not asked")

    app = Starlette(routes=[Route("/thing", endpoint, methods=["GET"])], exception_handlers={405: other_method})
    found = ask(app, "/thing", method="POST")
    assert found.status == 405 and set(found.headers["allow"].split(", ")) == {"GET", "HEAD"}
    assert found.text.startswith("This can be asked with ") and found.text.endswith(", got: POST. Nothing was changed.\n")


def test_a_websocket_is_refused_before_it_opens():
    found = ask(refusing, kind="websocket")
    assert (found.status, found.text) == (503, f"{SENTENCE}\n")


def test_a_websocket_is_closed_where_the_server_can_say_no_more():
    assert ask(refusing, kind="websocket", extensions={}).status == 1008
