import psycopg
import pytest
from psycopg import errors
from psycopg_pool import PoolTimeout

from store.engines.server_errors import explained_by_server, is_mistake
from store.place import Place

THERE = Place(address="postgresql://wsoa:s3cret@db.kent.gov.uk/wsoa")
TOLD = "postgresql://wsoa:…@db.kent.gov.uk/wsoa"
NOTHING = "Nothing of this was stored, and what was accepted before is kept."

LOST = (
    f"The connection to the database {TOLD} was lost in the middle, because its server or the way to it broke off. "
    f"Try again in a minute. {NOTHING}"
)
UNREACHABLE = (
    f"The database {TOLD} must be reached, got: no answer from its server. See that it runs, that its name and port "
    "are right and that nothing between refuses them, then try again. Nothing was changed."
)
REFUSED = (
    f"The database {TOLD} must let its user in, got: it was refused. See that the name and the password in "
    "WSOA_DATABASE are right and that the server lets this machine in. Nothing was changed."
)
ONLY_READ = (
    f"To store anything, the database {TOLD} must be writable, got: one that can only be read, because it follows another "
    "server or its user may not write. Name the server that is written to, or another user, in WSOA_DATABASE. "
    "Nothing was stored."
)
FULL = (
    f"There must be room on the disk of the server for the database {TOLD}, got: none. Free some space and try again. "
    f"{NOTHING}"
)

CASES = [
    (errors.AdminShutdown("terminating connection due to administrator command"), LOST),
    (psycopg.OperationalError("server closed the connection unexpectedly"), LOST),
    (psycopg.OperationalError("the connection is lost"), LOST),
    (psycopg.OperationalError('connection to server at "10.0.0.1", port 5432 failed: Connection refused'), UNREACHABLE),
    (psycopg.OperationalError("could not translate host name"), UNREACHABLE),
    (PoolTimeout("couldn't get a connection after 10.00 sec"), UNREACHABLE),
    (psycopg.OperationalError('FATAL:  password authentication failed for user "wsoa"'), REFUSED),
    (errors.InvalidPassword("password authentication failed"), REFUSED),
    (errors.ReadOnlySqlTransaction("cannot execute INSERT in a read-only transaction"), ONLY_READ),
    (errors.InsufficientPrivilege("permission denied for table versions"), ONLY_READ),
    (errors.DiskFull("could not extend file: Auf dem Gerät ist kein Speicherplatz mehr verfügbar"), FULL),
    (
        errors.TooManyConnections("sorry, too many clients already"),
        f"The server of the database {TOLD} must have room for one more connection, got: too many at once. Try again in a "
        f"minute; if it stays so, let the server take more (max_connections). {NOTHING}",
    ),
    (
        errors.SerializationFailure("could not serialize access"),
        f"Somebody else was storing something in {TOLD} at the same moment. Look at what has changed and try again. "
        f"{NOTHING}",
    ),
    (
        errors.OutOfMemory("out of memory"),
        f"This needs more memory than the server of the database {TOLD} may use. Try again in a minute. {NOTHING}",
    ),
    (
        errors.QueryCanceled("canceling statement due to statement timeout"),
        f"The server of the database {TOLD} must let this finish, got: it took longer than the server allows. {NOTHING}",
    ),
    (
        psycopg.OperationalError('FATAL:  database "wsoa" does not exist'),
        f"The database {TOLD} must be there, got: a server that has none of this name. Have it made (createdb, or "
        "CREATE SCHEMA where the address names one), or name another in WSOA_DATABASE. Nothing was created.",
    ),
    (
        psycopg.InternalError("something at postgresql://wsoa:s3cret@db/wsoa"),
        f"The database {TOLD} could not be used. {NOTHING} Start the app again; if that does not help, give this to its "
        "maintainer: something at postgresql://wsoa:…@db/wsoa",
    ),
]


@pytest.mark.parametrize(("error", "sentence"), CASES, ids=[type(error).__name__ for error, _ in CASES])
def test_each_complaint_becomes_a_sentence(error, sentence):
    assert str(explained_by_server(error, THERE)) == sentence
    assert not is_mistake(error)


def test_readers_are_not_told_where_it_is():
    told = explained_by_server(errors.DiskFull(""), THERE).outside
    assert told.startswith("There must be room on the disk of the server for the database of this app, got: none.")


@pytest.mark.parametrize(
    "kind", [errors.UndefinedTable, errors.SyntaxError, errors.UniqueViolation, errors.NotNullViolation]
)
def test_a_mistake_of_ours_is_no_sentence(kind):
    assert is_mistake(kind("relation does not exist"))
