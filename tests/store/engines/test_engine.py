"""What holds of the store whichever engine keeps it."""

import threading

import pytest

from programme.log import Logged
from store.database import Database, StoreError
from store.engines.in_file import FileDatabase, in_a_file
from store.log.log import log_deed
from tests.accepting import person

COUNT = "SELECT count(*) FROM files"
ADD = "INSERT INTO files VALUES (?, 'x'::BYTEA)"


def files(database) -> int:
    with database.cursor() as cursor:
        return cursor.execute(COUNT).fetchone()[0]


def test_what_was_stored_is_there_after_opening_again(database):
    with database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
    database.close()
    with Database.open(database.place, create=False) as again:
        assert files(again) == 1


def test_every_call_gets_a_cursor_of_its_own(database):
    with database.cursor() as one, database.cursor() as other:
        assert one is not other
        one.execute("SELECT 1")
        other.execute("SELECT 2")
        assert (one.fetchone(), other.fetchone()) == ((1,), (2,))


def test_threads_never_get_one_anothers_rows(database):
    wrong, start = [], threading.Barrier(8)

    def read(own: int) -> None:
        start.wait()
        for step in range(50):
            asked = own * 1000 + step
            with database.cursor() as cursor:
                got = cursor.execute("SELECT ?::INTEGER FROM generate_series(1, 200) AS many", [asked]).fetchall()
            if set(got) != {(asked,)}:
                wrong.append((asked, got))

    threads = [threading.Thread(target=read, args=(own,)) for own in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_writers_wait_for_one_another(database):
    inside, most = [], []

    def write(own: int) -> None:
        with database.transaction() as cursor:
            inside.append(own)
            most.append(len(inside))
            cursor.execute(ADD, [str(own)])
            inside.remove(own)

    threads = [threading.Thread(target=write, args=(own,)) for own in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert files(database) == 8


def test_an_error_inside_leaves_nothing(database):
    with pytest.raises(RuntimeError, match="stop"), database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
        raise RuntimeError("stop")
    assert files(database) == 0


def test_an_interruption_from_the_keyboard_leaves_nothing_and_the_next_writer_gets_in(database):
    with pytest.raises(KeyboardInterrupt), database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
        raise KeyboardInterrupt
    with database.transaction() as cursor:
        cursor.execute(ADD, ["two"])
    assert files(database) == 1


def test_an_error_that_somebody_swallowed_does_not_pass_for_a_commit(database):
    with pytest.raises(StoreError, match="aborted"), database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
        with pytest.raises(database.engine_errors):
            cursor.execute(ADD, ["one"])
    assert files(database) == 0


def test_a_mistake_in_our_own_sql_stays_what_it_is(database):
    with pytest.raises(database.engine_errors, match="nowhere"), database.cursor() as cursor:
        cursor.execute("SELECT * FROM nowhere")


def test_a_mark_is_one_holders_and_gone_with_them(database):
    with database.marked("copying") as ours, database.marked("copying") as another, database.marked("moving") as other:
        assert (ours, another, other) == (True, False, True)
        assert database.is_marked("copying")
    assert not database.is_marked("copying")


def test_an_answer_comes_so_many_rows_at_a_time(database):
    with database.transaction() as cursor:
        assert list(map(len, database.batches(cursor, "SELECT number FROM migrations WHERE number < 8", 3))) == [3, 3, 1]
        assert list(database.batches(cursor, "SELECT number FROM migrations WHERE number < 0", 3)) == []


@pytest.mark.about_files
def test_a_file_is_known_to_be_one(database):
    assert isinstance(in_a_file(database, "", ""), FileDatabase)


def test_what_every_click_asks_is_read_once_until_something_is_stored(database):
    """By whomever of this process, which alone holds a file; where others may store as well, it is read each time."""
    read = []

    def asked() -> int:
        read.append(1)
        return files(database)

    def told(times: int) -> list[int]:
        return [database.unchanged("files", asked) for _ in range(times)]

    assert told(3) == [0, 0, 0]
    assert (database.stored is None, len(read)) == ((False, 1) if isinstance(database, FileDatabase) else (True, 3))
    with database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
        assert told(1) == [0], "what is not stored yet is not told"
    assert told(1) == [1]
    with Database.open(database.place) as other, other.transaction() as cursor:
        cursor.execute(ADD, ["two"])
    assert told(1) == [2]
    read.clear()
    with database.logging() as cursor:
        log_deed(cursor, Logged.LOOKED_AT_HIDDEN, person(), "/")
    assert (told(1), len(read)) == ([2], 0 if isinstance(database, FileDatabase) else 1), "what was looked at stores nothing"
    with pytest.raises(ZeroDivisionError), database.transaction() as cursor:
        cursor.execute(ADD, ["three"])
        raise ZeroDivisionError
    assert told(1) == [2]
