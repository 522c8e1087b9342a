from access.oidc import Sent
from tests.access.test_delays import Clock
from web.flows import LIVES, Flows, OnTheWay


def sent(state="s1"):
    return Sent("https://login.example", state, "nonce", "verifier")


def test_who_left_comes_back_once_to_the_session_in_which_it_began():
    flows = Flows(clock=Clock())
    flows.leave(sent(), "session", "/plan")
    assert flows.come_back("s1", "another") is None, "somebody who was sent the address of another's return"
    assert flows.come_back("s2", "session") is None and flows.come_back("", "session") is None
    assert flows.come_back("s1", "session") == OnTheWay(sent(), "session", "/plan", 1_000.0 + LIVES)
    assert flows.come_back("s1", "session") is None


def test_two_windows_may_be_on_the_way_at_once():
    flows = Flows()
    for state, to in (("s1", "/plan"), ("s2", "/data")):
        flows.leave(sent(state), "session", to)
    assert [flows.come_back(state, "session").to for state in ("s2", "s1")] == ["/data", "/plan"]


def test_who_comes_back_late_or_was_forgotten_for_others_begins_again():
    clock = Clock()
    flows = Flows(most=2, clock=clock)
    flows.leave(sent(), "session", "/")
    clock.now += LIVES
    assert flows.come_back("s1", "session") is None
    for state in ("s1", "s2", "s3"):
        flows.leave(sent(state), "session", "/")
    assert [flows.come_back(state, "session") is None for state in ("s1", "s2", "s3")] == [True, False, False]
