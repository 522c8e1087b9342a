import pytest

from tests.web.asking import described
from web.perimeter import foreign_page, in_the_clear, stranger

OPEN = "Open it in a browser on the machine where it runs, at http://localhost:8501. Nothing was shown or changed."
ONLY = "WSoA Monitor is served to this machine only, because nobody is asked to sign in:"


@pytest.mark.parametrize("host", ["localhost", "localhost:8501", "LocalHost:1", "127.0.0.1:8501", "127.0.0.1"])
@pytest.mark.parametrize("client", [("127.0.0.1", 1), ("127.8.0.1", 1), ("::1", 1), ("::ffff:127.0.0.1", 1)])
def test_this_machine_is_no_stranger(host, client):
    assert stranger(described(host=host, client=client)) == ""


@pytest.mark.parametrize("address", ["192.0.2.2", "10.0.0.1", "fd00::2", "::ffff:192.0.2.2", "testclient", ""])
def test_another_address_is_refused(address):
    found = stranger(described(client=(address, 50_000)))
    assert found == f"{ONLY} the address that asks must be the machine's own, got: {address}. {OPEN}"


def test_no_address_is_refused():
    assert stranger(described(client=None)) == f"{ONLY} the address that asks must be the machine's own, got: none. {OPEN}"


@pytest.mark.parametrize(
    "host",
    [
        "monitor.example",
        "localhost.evil.example",
        "evil.example:8501",
        "localhost:8501@evil.example",
        "127.0.0.1.evil.example",
        "127.0.0.2",
        "localhost:",
        "localhost:8501\n",
        "localhost, evil.example",
        "0.0.0.0:8501",
        "::1",
        "[::1]:8501",
        "",
    ],
)
def test_another_name_of_the_host_is_refused(host):
    found = stranger(described(host=host))
    must = "the address in the browser must be localhost or 127.0.0.1"
    assert found == f"{ONLY} {must}, got: {host or 'none'}. {OPEN}"


def test_two_names_and_no_name_of_the_host_are_refused():
    assert "got: localhost and evil.example." in stranger(
        described(host=None, headers=[("Host", "localhost"), ("Host", "evil.example")])
    )
    assert "got: none." in stranger(described(host=None))


@pytest.mark.parametrize(
    "name",
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X_Forwarded_For",
        "X-Forwarded",
        "X-Real-IP",
        "X-Client-IP",
        "Client-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Original-Host",
        "X-Cluster-Client-IP",
        "X-Envoy-External-Address",
    ],
)
def test_whatever_was_forwarded_is_refused(name):
    """Also where it says that it comes from here: who forwards speaks for somebody else."""
    found = stranger(described(headers={name: "127.0.0.1"}))
    shown = name.lower().replace("_", "-")
    assert found == f"{ONLY} no request may come through a proxy or a tunnel, got: the forwarding header {shown}. {OPEN}"


def test_the_port_that_is_served_is_named():
    assert "http://localhost:9000." in stranger(described(client=None) | {"server": ("127.0.0.1", 9000)})


@pytest.mark.parametrize("origin", ["http://localhost:8501", "HTTP://LOCALHOST:8501"])
def test_a_page_of_ours_may_ask(origin):
    assert foreign_page(described(headers={"Origin": origin})) == ""
    assert foreign_page(described(kind="websocket", headers={"Origin": origin})) == ""
    assert foreign_page(described()) == ""


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "http://localhost:8502", "https://localhost:8501", "http://127.0.0.1:8501", "null", ""]
)
def test_a_page_of_another_site_may_not(origin):
    assert foreign_page(described(headers={"Origin": origin})) == (
        f"Only pages of this app at http://localhost:8501 may ask this, got: a page of {origin}. "
        "Nothing was shown or changed."
    )


@pytest.mark.parametrize(
    ("request_of", "clear"),
    [
        ({"scheme": "https", "host": "wsoa.example", "client": ("192.0.2.2", 1)}, False),
        ({"scheme": "http", "host": "wsoa.example", "client": ("192.0.2.2", 1)}, True),
        ({"scheme": "http", "host": "wsoa.example"}, True),
        ({"scheme": "http", "host": "localhost:8501", "headers": {"X-Forwarded-For": "192.0.2.2"}}, True),
        ({"scheme": "http", "host": "localhost:8501"}, False),
    ],
)
def test_what_comes_by_http_from_elsewhere_can_be_read_on_the_way(request_of, clear):
    assert in_the_clear(described(**request_of)) is clear
