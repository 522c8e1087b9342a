import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.access import Role
from store.database import Database
from store.log.log import log_rows
from store.meetings.tellings import GONE, Digest, tell, told_last
from tests.accepting import person

CHAIR, READER = Role.CHAIR, Role.READER
STATES = st.lists(st.dictionaries(st.sampled_from("abc"), st.sampled_from("12")), max_size=6)


def said(database, states, role=CHAIR) -> dict:
    """What a digest says of these states; nothing where it says nothing."""
    written: list[Digest] = []
    told = tell(database, role, states, person(), written.append)
    assert written == ([told] if told else [])
    return dict(told.news) if told else {}


def rows(database, table) -> int:
    with database.cursor() as cursor:
        return cursor.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def test_a_thing_is_said_once_when_its_state_changes(database):
    assert said(database, {"action A": "late", "risk R": "12"}) == {"action A": (None, "late"), "risk R": (None, "12")}
    assert said(database, {"action A": "late", "risk R": "12"}) == {}
    assert said(database, {"action A": "done", "risk R": "12"}) == {"action A": ("late", "done")}
    assert said(database, {"action A": "late", "risk R": "12"}) == {"action A": ("done", "late")}
    assert told_last(database, CHAIR) == {"action A": "late", "risk R": "12"}


def test_what_is_not_there_any_more_is_said_once_and_said_again_when_it_is_back(database):
    said(database, {"action A": "late", "risk R": "12"})
    assert said(database, {"risk R": "12"}) == {"action A": ("late", GONE)}
    assert said(database, {"risk R": "12"}) == {}
    assert said(database, {"action A": "late", "risk R": "12"}) == {"action A": (GONE, "late")}


def test_what_one_role_was_told_another_was_not(database):
    said(database, {"risk R": "12"})
    assert told_last(database, READER) == {}
    assert said(database, {"risk R": "12"}, READER) == {"risk R": (None, "12")}
    assert said(database, {"risk R": "12"}, READER) == said(database, {"risk R": "12"}) == {}


def test_where_nothing_changed_nothing_is_kept_and_nothing_is_logged(database):
    assert said(database, {}) == {}
    assert (rows(database, "tellings"), rows(database, "told"), rows(database, "log")) == (0, 0, 0)


def test_a_digest_that_cannot_be_written_is_said_by_the_next(database):
    def full(digest):
        raise ValueError(f"no room for digest {digest.number}")

    with pytest.raises(ValueError, match=r"^no room for digest 1$"):
        tell(database, CHAIR, {"risk R": "12"}, person(), full)
    assert (rows(database, "tellings"), rows(database, "told"), rows(database, "log")) == (0, 0, 0)
    assert said(database, {"risk R": "12"}) == {"risk R": (None, "12")}


def test_it_is_logged_for_whom_and_how_much(database):
    said(database, {"action A": "late", "risk R": "12"})
    with database.cursor() as cursor:
        (row,) = log_rows(cursor)
    assert (row.deed, row.name, row.what) == ("told what changed", "analyst", "digest 1 for chair: 2 changes")


def test_it_is_kept_over_closing_the_store(tmp_path):
    with Database.open(tmp_path / "a.duckdb") as database:
        said(database, {"risk R": "12"})
    with Database.open(tmp_path / "a.duckdb") as again:
        assert said(again, {"risk R": "12"}) == {}


@settings(max_examples=8)
@given(STATES)
def test_each_change_is_told_once_whatever_comes_and_goes(empty_store, replay):
    """The second way: what a thing was at each digest, one after the other, with runs of the same taken together."""
    with empty_store() as database:
        told = [said(database, states) for states in replay]
    for thing in "abc":
        course, last = [], None
        for states in replay:
            now = states.get(thing, GONE if last else None)
            if now != last:
                course.append((last, now))
            last = now
        assert [news[thing] for news in told if thing in news] == course
