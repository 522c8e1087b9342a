"""One moment is one reading: whatever is accepted or taken back meanwhile, the parts of a snapshot belong together."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.moment import LONDON
from programme.published import PublishedFile, published_figures
from store import comparators
from store.database import Database
from store.meetings import meetings
from store.returns import versions
from store.returns.writing import write_words
from store.signing.sign_offs import approve_quarter, send_for_review
from store.snapshot import Snapshot, snapshot
from tests.accepting import by
from tests.store.doing import do
from tests.store.happenings import steps
from tests.store.holding import challenge
from tests.store.signatures import CHAIR, LEAD, because, later
from tests.store.submissions import ENTRY, IN_TIME, ISSUED, Q2, Q3, figure, history, in_kent, shown, standard
from tests.store.wordings import comes, comment

START = datetime(2025, 1, 6, 9, tzinfo=UTC)
READ = {
    "standing": lambda known: known.standing,
    "facts": lambda known: known.facts,
    "restatements": lambda known: known.restatements,
    "published": lambda known: known.published,
    "releases": lambda known: known.releases,
    "actions": lambda known: known.entries("Actions"),
    "rows": lambda known: [(version, [row.line for row in rows]) for version, rows in known.rows("Actions")],
    "versions": lambda known: known.versions,
    "change": lambda known: known.change,
}
"""What can be asked of a snapshot, each once."""


def elsewhere(work, *given) -> None:
    """Do it in another thread, with a cursor of its own, and wait for it."""
    other = threading.Thread(target=work, args=given)
    other.start()
    other.join()


def published_file(release: str, count: int) -> PublishedFile:
    return PublishedFile(release, "figures.csv", "f" * 64, tuple(published_figures().values())[:count])


def release(database: Database, number: int) -> None:
    published = published_file(f"release {number}", number + 1)
    comparators.save_release(database, published, by(confirmed=datetime.now(LONDON).date()))


def happen(database: Database, step, moment: datetime) -> None:
    """A return, a withdrawal, or a file of published figures."""
    if isinstance(step, int) and step > 6:
        release(database, step)
    else:
        do(database, step, moment)


def told(known: Snapshot, parts=tuple(READ)) -> dict:
    return {part: READ[part](known) for part in parts}


@settings(max_examples=15, deadline=None)
@given(before=steps, meanwhile=steps, order=st.permutations(sorted(READ)), as_at=st.sampled_from([None, START]))
def test_what_happens_while_it_is_read_is_in_none_of_its_parts(empty_store, before, meanwhile, order, as_at):
    with empty_store() as database:
        for hour, step in enumerate(before):
            happen(database, step, START + timedelta(hours=hour))
        with snapshot(database, as_at) as known:
            expected = told(known)
        with Database.open(database.place) as other, snapshot(other, as_at) as known:  # of which nothing was read yet
            found = {}
            for day, part in enumerate(order, start=1):
                found[part] = READ[part](known)
                for step in meanwhile[day - 1 : day]:
                    elsewhere(happen, database, step, START + timedelta(days=day))
            assert found == {part: expected[part] for part in order}


def test_a_reader_beside_a_writer_never_sees_a_mixture(database):
    done, wrong, seen = threading.Event(), [], set()

    def read() -> None:
        while not done.is_set():
            with snapshot(database) as known:
                facts, number = shown(known.facts), len(known.versions)
                entries = [version.number for version, _ in known.entries("Actions")]
                changed = [each.version.number for each in known.restatements]
            holds = known.change == number and changed == list(range(2, number + 1))
            last = known.versions[-1] if known.versions else None
            counts = last is not None and last.withdraws is None
            expected = (in_kent({ISSUED: last.number}), [last.number]) if counts else ({}, [])
            if not holds or (facts, entries) != expected:
                wrong.append((known.change, number, facts, entries, changed))
            seen.add(number)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 201, 2):
        made = versions.accept(database, standard({ISSUED: number}, entries=(ENTRY,)), by("analyst"))
        versions.withdraw(database, made.number, by("analyst", "wrong file"))
        if number > 15 and len(seen) > 1:
            break
    done.set()
    reader.join()
    assert wrong == []
    assert len(seen) > 1


def test_a_snapshot_is_read_while_somebody_writes_and_lets_others_write(database):
    versions.accept(database, standard({ISSUED: 100}), by("analyst"))
    with database.transaction() as cursor:
        cursor.execute("INSERT INTO files VALUES ('f1', ?)", [b"half"])
        with snapshot(database) as known:
            assert shown(known.facts) == in_kent({ISSUED: 100})
    with snapshot(database) as known:
        elsewhere(lambda: versions.withdraw(database, 1, by("analyst", "wrong file")))
        assert shown(known.facts) == in_kent({ISSUED: 100})
        assert known.change == 1
    assert versions.latest_change(database) == 2


def test_figures_are_read_once_while_words_alone_are_stored_and_anew_after_a_return(database):
    versions.accept(database, standard({ISSUED: 100}), by("analyst", at=START))
    with snapshot(database) as known:
        read = known.facts, known.restatements
    write_words(database, comment("Two left"), by(at=START + timedelta(days=1)))
    with snapshot(database) as known:
        assert known.change == 2
        assert (known.facts, known.restatements) == read and known.facts is read[0]
    with snapshot(database, START) as known:
        assert known.facts is not read[0] and shown(known.facts) == in_kent({ISSUED: 100})
    versions.accept(database, standard({ISSUED: 101}), by("analyst", at=START + timedelta(days=2)))
    with snapshot(database) as known:
        assert shown(known.facts) == in_kent({ISSUED: 101})
        assert [(each.old.value, each.new.value) for each in known.restatements] == [(100, 101)]


def test_a_snapshot_of_a_past_moment_says_the_change_it_was_read_at(database):
    versions.accept(database, history((figure(ISSUED, 90, quarter=Q2),)), by("analyst", at=START))
    versions.accept(database, standard({ISSUED: 100, IN_TIME: 41}), by("analyst", at=START + timedelta(days=1)))
    with snapshot(database, START) as known:
        assert (known.as_at, known.change, [version.number for version in known.versions]) == (START, 2, [1])
        assert known.standing == {1: {1, 2, 3, 4, 5}}
        assert shown(known.facts) == in_kent({ISSUED: 90}, Q2)


def test_releases_are_those_known_at_the_moment(database):
    for day in (0, 2):
        comparators.save_release(database, published_file(f"day {day}", 2), by(at=START + timedelta(days=day)))
    for as_at, names in ((START - timedelta(days=1), []), (START, ["day 0"]), (None, ["day 0", "day 2"])):
        with snapshot(database, as_at) as known:
            assert [each.release for each in known.releases] == names
            assert {each.loaded for each in known.published.values()} == ({len(names)} if names else set())


def test_every_part_is_read_with_one_cursor_and_one_reading_of_the_ledger(database, engine, monkeypatch):
    opened, read = [], []
    lent = {"file": "cursor", "server": "_lent"}[engine]
    cursor, ledger = getattr(type(database), lent), comparators.ledger.read_ledger
    monkeypatch.setattr(type(database), lent, lambda self: opened.append(1) or cursor(self))
    monkeypatch.setattr("store.order.ledger.read_ledger", lambda *given: read.append(1) or ledger(*given))
    with snapshot(database) as known:
        assert told(known)["versions"] == ()
    assert (len(opened), len(read)) == (1, 1)


def test_outside_the_block_what_was_read_stays_and_nothing_more_is_read(database):
    versions.accept(database, standard({ISSUED: 100}), by())
    with snapshot(database) as known:
        assert shown(known.facts) == in_kent({ISSUED: 100})
    assert shown(known.facts) == in_kent({ISSUED: 100})
    with pytest.raises(AttributeError, match="_cursor"):
        _ = known.restatements


@settings(max_examples=6)
@given(st.lists(st.sampled_from(["challenge", "comment", "approval"]), min_size=3, max_size=6))
def test_as_at_the_day_before_a_challenge_a_comment_or_an_approval_is_not_there(empty_store, steps):
    """Each is there from its moment on; the day before, and a moment before, all is as it was then."""
    with empty_store() as database:
        comes(database, 0)
        meetings.open_meeting(database, Q3, later(0).date(), because(CHAIR, at=later(0)))
        then = [(later(0), _said(database))]
        for day, step in enumerate(steps, start=1):
            _say(database, step, later(day))
            assert _said(database, later(day) - timedelta(microseconds=1)) == then[-1][1]
            now = _said(database)
            assert now != then[-1][1]
            then.append((later(day) + timedelta(hours=1), now))
        assert [_said(database, at) for at, _ in then] == [told for _, told in then]
        assert [_said(database, at - timedelta(days=1)) for at, _ in then[1:]] == [told for _, told in then[:-1]]


def _say(database, step: str, at: datetime) -> None:
    match step:
        case "challenge":
            meetings.record(database, 1, challenge(), because(CHAIR, at=at))
        case "comment":
            write_words(database, comment(f"Written at {at}"), because(LEAD, "more is known", at=at))
        case "approval":
            send_for_review(database, Q3, because(LEAD, at=at))
            approve_quarter(database, Q3, because(CHAIR, at=at + timedelta(minutes=30)))


def _said(database, as_at: datetime | None = None) -> tuple:
    """What the board asked, what leads wrote and who signed, as read with everything else at a moment."""
    with snapshot(database, as_at) as known:
        return known.meetings, known.wordings, known.sign_off.signatures
