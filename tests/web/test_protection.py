from access.door import Door, SignInWay
from web.protection import protected


def test_every_answer_says_what_a_browser_must_not_do():
    found = dict(protected([(b"content-type", b"text/html"), (b"X-Frame-Options", b"ALLOWALL")], "127.0.0.1:8501"))
    assert found == {
        b"content-type": b"text/html",
        b"x-frame-options": b"DENY",
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"same-origin",
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
        b"permissions-policy": b"camera=(), microphone=(), geolocation=()",
        b"content-security-policy": (
            b"frame-ancestors 'none'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; "
            b"connect-src 'self' ws://127.0.0.1:8501 wss://127.0.0.1:8501 data: blob:; frame-src 'self'; "
            b"object-src 'none'; base-uri 'self'; form-action 'self'"
        ),
    }


def test_a_foreign_host_is_not_written_into_the_policy():
    policy = dict(protected([], "evil.example; img-src *"))[b"content-security-policy"]
    assert b"evil" not in policy and b"ws://localhost wss://localhost" in policy


def test_what_is_said_twice_stays_twice():
    assert protected([(b"set-cookie", b"a=1"), (b"set-cookie", b"b=2")], "localhost")[:2] == [
        (b"set-cookie", b"a=1"),
        (b"set-cookie", b"b=2"),
    ]


def test_where_people_come_by_https_every_cookie_goes_no_other_way_also_those_of_streamlit():
    door = Door(SignInWay.LOCAL, "https", "monitor.example")
    given = [(b"Set-Cookie", b"_streamlit_xsrf=1; Path=/"), (b"set-cookie", b"a=1; Secure"), (b"content-type", b"text/html")]
    assert protected(given, "monitor.example", door)[:3] == [
        (b"Set-Cookie", b"_streamlit_xsrf=1; Path=/; Secure"),
        (b"set-cookie", b"a=1; Secure"),
        (b"content-type", b"text/html"),
    ]
    assert protected(given, "localhost:8501", door)[:3] == given, "whoever watches from this machine comes by http"
