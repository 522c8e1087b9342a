import shutil
from datetime import UTC, date, datetime, timedelta
from threading import Event, Thread
from unittest.mock import patch

import pytest

from programme.access import Role
from programme.areas import KENT
from record import known
from record.known import MOST_IN_LINE, MOST_MOMENTS, Moments
from record.records import read
from reports.progress.readings import KNOWN
from store.database import Database, StoreError
from store.moments import stored
from store.returns.versions import accept
from store.signing.sign_offs import approve_quarter, publish_quarter, send_for_review, withdraw_publication
from tests.accepting import by
from tests.store.signatures import CHAIR, LEAD, approved, because, later, opened, published
from tests.store.submissions import IN_TIME, ISSUED, Q3, standard

DAY = date(2025, 2, 1)


@pytest.fixture
def reads(monkeypatch):
    """The moments that were read from a store, in order."""
    moments = []
    monkeypatch.setattr(known, "read", lambda database, as_at: moments.append(as_at) or read(database, as_at))
    return moments


def asking(database, made=None):
    """A function that asks, and the list of what was made for whom."""
    made = [] if made is None else made

    def make(records, role, today, before):
        made.append((len(records.versions), role, today))
        return records, role, today

    kept = Moments(make)

    def ask(role=Role.READER, as_at=None, on=DAY):
        asked = kept.asked(database, role, as_at, on)
        held = kept.holds(asked)
        before = len(made)
        answer = kept.answer(database, asked)
        assert held == (len(made) == before)
        return answer

    return ask, made


def test_the_same_question_is_answered_with_the_same_object(database, reads):
    ask, made = asking(database)
    assert ask() is ask()
    assert (len(made), reads) == (1, [None])


def test_roles_and_days_have_their_own_answer_on_the_same_records(database, reads):
    ask, made = asking(database)
    reader, analyst, tomorrow = ask(), ask(Role.ANALYST), ask(on=date(2025, 2, 2))
    assert [each[1:] for each in made] == [(Role.READER, DAY), (Role.ANALYST, DAY), (Role.READER, date(2025, 2, 2))]
    assert reader[0] is analyst[0] is tomorrow[0]
    assert reads == [None]


def test_after_a_change_everything_is_read_again(database, reads):
    ask, made = asking(database)
    past = datetime(2020, 1, 1, tzinfo=UTC)
    ask(), ask(as_at=past)
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by())
    assert len(ask()[0].versions) == 1
    assert len(ask(as_at=past)[0].versions) == 0
    assert reads == [None, past, None, past]
    assert [versions for versions, *_ in made] == [0, 0, 1, 0]


@pytest.fixture
def told():
    """What was made last, as it was handed to whoever asks; and `ask`, which gives what is made."""
    handed = []
    kept = Moments(lambda records, role, on, before: handed.append(before) or (records.change, role))
    return handed, lambda database, *asked: kept.answer(database, kept.asked(database, *asked))


def test_what_a_role_was_told_last_is_handed_on_until_it_asks_again(database, told):
    handed, ask = told
    readers, analysts = ask(database, Role.READER), ask(database, Role.ANALYST)
    accept(database, standard({IN_TIME: 322, ISSUED: 551}), by())
    ask(database, Role.ANALYST), ask(database, Role.READER)
    assert handed == [None, None, analysts, readers]


def test_of_another_moment_day_or_file_nothing_is_handed_on(database, told, monkeypatch):
    handed, ask = told
    ask(database, Role.READER), ask(database, Role.READER, datetime(2020, 1, 1, tzinfo=UTC))
    ask(database, Role.READER, None, DAY)
    monkeypatch.setattr(database, "exchanged", database.exchanged + 1)
    ask(database, Role.READER)
    assert handed == [None] * 4


def test_only_the_moments_asked_for_last_are_kept(database, reads):
    ask, _ = asking(database)
    moments = [datetime(2020, 1, day, tzinfo=UTC) for day in range(1, MOST_MOMENTS + 2)]
    for each in moments:
        ask(as_at=each)
    ask(as_at=moments[-1])
    assert reads == moments
    ask(as_at=moments[0])
    assert reads == [*moments, moments[0]]


def test_two_stores_are_kept_apart(database, tmp_path):
    kept = Moments(lambda records, *_: records)
    accept(database, standard({IN_TIME: 322, ISSUED: 550}), by())
    with Database.open(tmp_path / "other.duckdb") as other:
        accept(other, standard({IN_TIME: 1, ISSUED: 2}), by())
        first, second = (kept.answer(each, kept.asked(each, Role.READER)) for each in (database, other))
        assert kept.answer(database, kept.asked(database, Role.READER)) is first
    assert [each.evidence.figure(IN_TIME, KENT.code, Q3).value for each in (first, second)] == [322, 1]


def test_without_a_day_it_is_today(database):
    assert Moments(lambda *given: given).asked(database, Role.READER).today == date.today()


def test_who_asks_for_many_moments_takes_no_place_from_now(database, reads):
    ask, _ = asking(database)
    now = ask()
    for day in range(1, 29):
        ask(as_at=datetime(2020, 1, day, tzinfo=UTC))
    assert ask() is now
    assert reads.count(None) == 1


def test_past_moments_wait_for_one_another_and_now_waits_for_none(database):
    begun, leave = Event(), Event()

    def make(records, *_):
        if records.as_at is not None:
            begun.set()
            leave.wait()
        return records

    kept = Moments(make)

    def ask(as_at=None):
        return kept.answer(database, kept.asked(database, Role.READER, as_at, DAY))

    threads = [Thread(target=ask, args=(datetime(2020, 1, day, tzinfo=UTC),)) for day in range(1, MOST_IN_LINE + 1)]
    for each in threads:
        each.start()
    begun.wait()
    while kept._line._here < MOST_IN_LINE:
        pass
    assert ask() is ask()
    with pytest.raises(StoreError) as refusal:
        ask(datetime(2021, 1, 1, tzinfo=UTC))
    assert str(refusal.value) == (
        "Past moments are read one after the other, at most 6 at once, got: 6 that others are waiting for. Try again in a "
        "few seconds; the newest figures are there meanwhile. Nothing was lost."
    )
    leave.set()
    for each in threads:
        each.join()
    assert ask(datetime(2020, 1, 1, tzinfo=UTC)).as_at == datetime(2020, 1, 1, tzinfo=UTC)


# What a reader is given once something is published


@pytest.fixture(scope="module")
def published_file(tmp_path_factory):
    """The file of a store in which Q3 was published as it stood on a day, and corrected and followed by Q4 since."""
    with opened(tmp_path_factory.mktemp("published")) as found:
        published(found)
        accept(found, standard({ISSUED: 50}), by(at=later(4)))
        accept(found, standard({ISSUED: 60}, quarter=Q3 + 1), by(at=later(5)))
    return found.path


@pytest.fixture(scope="module")
def only_read(published_file):
    """The store in that file, in which nothing more is stored."""
    with Database.open(published_file) as found:
        yield found


@pytest.fixture
def published_one(published_file, tmp_path):
    """A copy of its own, in which more may be stored."""
    with Database.open(shutil.copy(published_file, tmp_path)) as found:
        yield found


def given(database, role, as_at=None):
    asked = KNOWN.asked(database, role, as_at)
    return KNOWN.answer(database, asked).records


def issued(records, quarter=Q3):
    figure = records.evidence.facts.get((ISSUED, KENT.code, quarter))
    return figure and figure.value


@pytest.mark.parametrize("role", Role)
def test_a_reader_is_given_what_was_published_and_who_works_on_it_what_stands(only_read, role):
    records = given(only_read, role)
    if role in (Role.READER, Role.ADMINISTRATOR):
        assert (issued(records), issued(records, Q3 + 1), records.newest) == (41, None, Q3)
        assert [each.number for each in records.versions] == [1]
        assert (records.given.at, records.given.shows_at) == (later(3), later(1))
    else:
        assert (issued(records), issued(records, Q3 + 1), records.newest, records.given) == (50, 60, Q3 + 1, None)
    (corrected,) = records.corrected
    assert (corrected.number, corrected.moved) == (2, ((ISSUED, KENT.code, Q3),))


def test_a_reader_who_looks_back_is_given_what_readers_were_given_then(only_read):
    assert given(only_read, Role.READER, later(2.5)).given is None
    assert not given(only_read, Role.READER, later(2.5)).sign_off.publication
    assert given(only_read, Role.READER, later(3)).given.at == later(3)
    assert given(only_read, Role.READER, later(3)).corrected == ()
    assert issued(given(only_read, Role.READER, later(6))) == 41


def test_where_none_was_ever_published_all_are_given_what_stands(tmp_path):
    with opened(tmp_path) as found:
        approved(found)
        accept(found, standard({ISSUED: 60}, quarter=Q3 + 1), by(at=later(5)))
        records = given(found, Role.READER)
        assert (issued(records), issued(records, Q3 + 1), records.given) == (41, 60, None)
        assert KNOWN.asked(found, Role.LEAD) == KNOWN.asked(found, Role.READER)


def test_a_later_quarter_is_given_once_it_is_published_and_not_before_its_embargo_ends(published_one):
    later_one, now = Q3 + 1, datetime.now(UTC)
    send_for_review(published_one, later_one, because(LEAD, at=later(6)))
    approve_quarter(published_one, later_one, because(CHAIR, at=later(7)))
    made = publish_quarter(published_one, later_one, because(CHAIR, at=later(8)), now + timedelta(days=1))
    assert given(published_one, Role.READER).newest == Q3
    with patch("store.moments.now", lambda: stored(made.embargo)):
        records = given(published_one, Role.READER)
    assert (issued(records), issued(records, later_one), records.corrected) == (50, 60, ())


def test_a_withdrawn_publication_is_given_no_more_and_nothing_else_where_there_is_none(published_one):
    withdraw_publication(published_one, Q3, because(CHAIR, "a slip", at=later(6)))
    records = given(published_one, Role.READER)
    assert (records.empty, records.given.note, records.newest) == (True, "a slip", None)
    assert issued(given(published_one, Role.LEAD)) == 50


def test_ten_corrections_leave_what_is_published_as_it_was_and_are_all_told(published_one):
    for number in range(9):
        accept(published_one, standard({ISSUED: 70 + number}), by(at=later(6 + number)))
    records = given(published_one, Role.READER)
    assert (issued(records), len(records.corrected)) == (41, 10)
