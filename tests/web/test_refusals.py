from http import HTTPStatus

from tests.web.asking import ask
from web.refusals import refuse

SENTENCE = "There is <no> room, got: 3 & more."


async def refusing(scope, receive, send):
    await refuse(scope, receive, send, HTTPStatus.SERVICE_UNAVAILABLE, SENTENCE)


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


def test_a_websocket_is_refused_before_it_opens():
    found = ask(refusing, kind="websocket")
    assert (found.status, found.text) == (503, f"{SENTENCE}\n")


def test_a_websocket_is_closed_where_the_server_can_say_no_more():
    assert ask(refusing, kind="websocket", extensions={}).status == 1008
