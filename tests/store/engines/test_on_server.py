import shutil
import threading
from contextlib import closing
from urllib.parse import quote

import psycopg
import pytest

from store.database import Database, StoreError
from store.engines.migrate import migrate, steps
from store.engines.on_server import MOST_CONNECTIONS, ServerDatabase
from store.errors import Busy
from store.place import Place
from tests.serving import made
from tests.store.engines.test_engine import ADD, files

pytestmark = pytest.mark.postgres


@pytest.fixture
def database(server_database):
    return server_database


def refused(named) -> str:
    with pytest.raises(StoreError) as said:
        Database.open(named)
    return str(said.value)


def test_an_empty_database_becomes_a_store_and_is_found_again(server):
    address = made(server, "empty")
    with pytest.raises(StoreError, match="must hold a store") as said:
        Database.open(address, create=False)
    assert str(said.value) == (
        f"The database must hold a store, got: {address}, which is empty. Name another with --database or WSOA_DATABASE, or "
        "load a return first. Nothing was created."
    )
    with Database.open(address) as database, database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
    with Database.open(address, create=False) as again, again.cursor() as cursor:
        assert cursor.execute("SELECT count(*), max(number) FROM migrations").fetchone() == (len(steps()), len(steps()))
        assert files(again) == 1


def test_several_that_find_it_empty_make_it_once(server):
    address, wrong = made(server, "empty"), []

    def opened() -> None:
        try:
            Database.open(address).close()
        except (StoreError, psycopg.Error, threading.BrokenBarrierError) as error:
            wrong.append(error)

    threads = [threading.Thread(target=opened) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    with Database.open(address) as database, database.cursor() as cursor:
        assert cursor.execute("SELECT count(*) FROM migrations").fetchone() == (len(steps()),)


def test_each_schema_of_a_database_is_a_store_of_its_own(server):
    address = made(server, "empty")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA kent; CREATE SCHEMA medway")
    kent, medway = (f"{address}&options={quote(f'-csearch_path={name}')}" for name in ("kent", "medway"))
    with Database.open(kent) as one, Database.open(medway) as other:
        with one.transaction() as cursor, closing(psycopg.connect(medway)) as beside:
            cursor.execute(ADD, ["one"])
            assert beside.execute("SELECT pg_try_advisory_xact_lock(7305, hashtext(current_schema()))").fetchone() == (True,)
        assert (files(one), files(other)) == (1, 0)


def test_a_database_of_another_program_is_left_alone(server):
    address = made(server, "empty")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE pupils (name VARCHAR)")
    assert refused(address) == (
        f"The database {address} must hold a store of WSoA Monitor, or nothing, got: a database with the tables pupils. "
        "Name another database, or another schema of this one, in WSOA_DATABASE. Nothing was changed."
    )


def test_a_newer_edition_is_left_alone(server):
    address = made(server, "empty")
    with Database.open(address) as database, database.transaction() as cursor:
        cursor.execute("INSERT INTO migrations VALUES (?, 'later', now())", [len(steps()) + 1])
    assert refused(address).endswith(
        "It was written by a newer release of WSoA Monitor: use that release. Nothing was changed."
    )


def test_an_address_that_is_none_is_not_repeated():
    assert refused("postgresql:/wsoa:s3cret@db/wsoa") == (
        "The address of a database must be like postgresql://name:password@host:5432/database, got: one that is written "
        "otherwise. Name another with --database or WSOA_DATABASE. Nothing was created."
    )


def test_a_server_that_is_not_there_or_has_no_such_database_is_a_sentence(server):
    assert "must be reached, got: no answer from its server" in refused("postgresql://wsoa:s3cret@127.0.0.1:1/wsoa")
    assert "must be there, got: a server that has none of this name" in refused(f"postgresql://wsoa@/nowhere?host={server}")
    assert "must let its user in, got: it was refused" in refused(f"postgresql://stranger@/postgres?host={server}")


def test_who_may_only_read_reads_and_is_refused_the_rest(database, shared_address):
    with psycopg.connect(shared_address, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS auditor; CREATE ROLE auditor LOGIN IN ROLE pg_read_all_data")
    with Database.open(shared_address.replace("wsoa@", "auditor@")) as only:
        assert (only.read_only, files(only)) == (True, 0)
        with pytest.raises(StoreError, match="must be writable, got: one that can only be read"), only.transaction():
            pass


def test_a_snapshot_is_one_state_while_another_process_writes(database, shared_address):
    with psycopg.connect(shared_address) as other, database.reading() as cursor:
        before = cursor.execute("SELECT count(*) FROM files").fetchone()
        other.execute("INSERT INTO files VALUES ('one', 'x')")
        other.commit()
        assert cursor.execute("SELECT count(*) FROM files").fetchone() == before == (0,)
        assert files(database) == 1


def test_a_writer_waits_for_another_process_and_sees_what_it_stored(database, shared_address):
    with Database.open(shared_address) as other:  # its threads share our lock: the server's is what is tried
        with psycopg.connect(shared_address) as elsewhere:
            elsewhere.execute("SELECT pg_advisory_xact_lock(7305, hashtext(current_schema()))")
            with pytest.raises(Busy, match="Only one at a time can write"), other.transaction(longest=0.01):
                pass
            elsewhere.execute("INSERT INTO files VALUES ('one', 'x')")
        with other.transaction(longest=5) as cursor:
            assert cursor.execute("SELECT count(*) FROM files").fetchone() == (1,)


def test_a_connection_that_the_server_ends_is_a_sentence_and_the_next_question_is_answered(database, shared_address):
    with pytest.raises(StoreError, match="was lost in the middle") as said, database.transaction() as cursor:
        cursor.execute(ADD, ["one"])
        (own,) = cursor.execute("SELECT pg_backend_pid()").fetchone()
        with psycopg.connect(shared_address, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [own])
        cursor.execute(ADD, ["two"])
    assert str(said.value).endswith("Nothing of this was stored, and what was accepted before is kept.")
    assert files(database) == 0


def test_whether_it_was_stored_is_not_claimed_where_nobody_can_know(database, shared_address, monkeypatch):
    def ended(connection) -> None:
        with psycopg.connect(shared_address, autocommit=True) as other:
            other.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.info.backend_pid])
        commit(connection)

    commit = database._commit
    monkeypatch.setattr(database, "_commit", ended)
    unknown = pytest.raises(StoreError, match="it cannot be known from here whether it was stored: look before")
    with unknown, database.transaction() as cursor:
        cursor.execute(ADD, ["one"])


def test_one_who_reads_and_asks_again_never_waits_for_another_who_does(database):
    """As many as there are connections read at once, and each asks for one more: none is left waiting."""
    many, wrong = 20, []
    all_in = threading.Barrier(16)

    def read(number: int) -> None:
        try:
            with database.reading() as cursor:
                if number < 16:
                    all_in.wait(20)
                cursor.execute("SELECT 1")
                with database.cursor() as inner:
                    inner.execute("SELECT 1")
        except (StoreError, psycopg.Error, threading.BrokenBarrierError) as error:
            wrong.append(error)

    threads = [threading.Thread(target=read, args=(number,)) for number in range(many)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_where_as_many_ask_as_can_the_next_is_told_so(database):
    database._pool.timeout = 0.05
    held = [database._pool.getconn(timeout=30) for _ in range(MOST_CONNECTIONS)]
    with pytest.raises(Busy) as said, database.cursor():
        pass
    for each in held:
        database._pool.putconn(each)
    assert str(said.value) == (
        f"At most 16 at once can ask the database {database.place} from here, got: as many who did for 0 seconds. Try "
        "again in a moment. Nothing was lost."
    )
    assert files(database) == 0


def test_a_store_of_an_earlier_edition_is_brought_up_to_date_with_its_rows(server, tmp_path):
    address = made(server, "empty")
    place = Place(address=address)
    before = ServerDatabase(place, address, read_only=False)
    for step in steps()[:16]:
        shutil.copy(step, tmp_path)
    migrate(before, tmp_path)
    with before.transaction() as cursor:
        cursor.execute(ADD, ["one"])
    before.close()
    with Database.open(address) as now, now.cursor() as cursor:
        assert cursor.execute("SELECT max(number) FROM migrations").fetchone() == (len(steps()),)
        assert files(now) == 1


def test_a_place_is_told_without_its_password():
    assert str(Place(address="postgresql://wsoa:s3cret@db/wsoa")) == "postgresql://wsoa:…@db/wsoa"
