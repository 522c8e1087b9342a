from web.sessions import IDLE, MOST_WINDOWS, Sessions, configured_most_windows, configured_session_key, same_token


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_session_is_known_by_its_cookie_alone():
    sessions = Sessions()
    cookie, session = sessions.begin()
    assert sessions.of(cookie) is session
    assert len(cookie) >= 43, "256 bits cannot be guessed"
    assert sessions.of("") is sessions.of("guessed") is sessions.of(session.id) is sessions.of(session.token) is None
    assert len({cookie, session.id, session.token}) == 3


def test_the_id_tells_whether_it_is_alive():
    sessions = Sessions()
    cookie, session = sessions.begin()
    assert sessions.alive(session.id)
    assert not sessions.alive(cookie) and not sessions.alive("")


def test_another_server_knows_none_of_them():
    cookie, session = Sessions().begin()
    assert Sessions().of(cookie) is None and not Sessions().alive(session.id)


def test_two_servers_with_one_key_know_a_person_by_the_same_id_and_token():
    key = configured_session_key({"WSOA_SESSION_KEY": "k" * 32})
    one, other, stranger = Sessions(key=key), Sessions(key=key), Sessions()
    cookie, session = one.begin()
    again = other.take_up(cookie)
    assert (again.id, again.token) == (session.id, session.token)
    assert stranger.take_up(cookie).token != session.token
    assert len(key) == 32
    assert configured_session_key({}) == b""


def test_a_session_ends_when_nobody_uses_it():
    clock = Clock()
    sessions = Sessions(clock=clock)
    cookie, session = sessions.begin()
    clock.now += IDLE
    assert sessions.of(cookie) is session, "and is used again from now on"
    clock.now += IDLE + 1
    assert sessions.of(cookie) is None and not sessions.alive(session.id)


def test_an_open_window_keeps_its_session():
    clock = Clock()
    sessions = Sessions(most=2, clock=clock)
    cookie, session = sessions.begin()
    session.windows = 1
    clock.now += 10 * IDLE
    for _ in range(5):
        newest, _ = sessions.begin()
    assert sessions.of(cookie) is session
    assert sessions.of(newest) is not None


def test_the_one_used_longest_ago_makes_room():
    clock = Clock()
    sessions = Sessions(most=2, clock=clock)
    (first, _), (second, _) = sessions.begin(), sessions.begin()
    clock.now += 1
    sessions.of(first)
    third, _ = sessions.begin()
    assert [sessions.of(cookie) is not None for cookie in (first, second, third)] == [True, False, True]


def test_windows_are_counted_over_all_sessions():
    sessions = Sessions(most_windows=3)
    (_, one), (_, other) = sessions.begin(), sessions.begin()
    one.windows, other.windows = 1, 1
    assert (sessions.windows, sessions.full) == (2, "")
    one.windows = 2
    assert sessions.full == (
        "At most 3 windows of the app can be open at once, got: 3 that are open already. "
        "Close one that is not needed, then load this page again. Nothing was lost."
    )


def test_a_token_is_the_sessions_own():
    sessions = Sessions()
    (_, session), (_, other) = sessions.begin(), sessions.begin()
    assert same_token(session, session.token)
    assert not same_token(session, other.token) and not same_token(session, "") and not same_token(session, "é")


def test_a_session_that_is_over_stays_as_long_as_a_window_must_still_be_told_so():
    sessions = Sessions()
    cookie, session = sessions.begin()
    session.windows = 1
    sessions.end(cookie)
    assert sessions.alive(session.id)
    session.windows = 0
    sessions.end(cookie)
    sessions.end(cookie)
    assert not sessions.alive(session.id)


def test_a_cookie_of_before_this_server_began_is_taken_up_once():
    sessions = Sessions()
    first = sessions.take_up("cookie")
    assert sessions.take_up("cookie") is first is sessions.of("cookie")
    assert (first.cookie, first.token == first.id) == ("cookie", False)
    assert "cookie" not in repr(first).replace("cookie=", "")


def test_how_many_windows_may_be_open_is_configured():
    assert configured_most_windows({}) == configured_most_windows({"WSOA_MOST_WINDOWS": "many"}) == MOST_WINDOWS
    sessions = Sessions(most_windows=configured_most_windows({"WSOA_MOST_WINDOWS": "1"}))
    _, session = sessions.begin()
    assert sessions.full == ""
    session.windows = 1
    assert sessions.full.startswith("At most 1 windows of the app can be open at once, got: 1 that are open already.")
