from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders import __main__ as loaders
from reports import __main__ as reports
from store import __main__ as store
from store.database import Database, StoreError
from store.place import DEFAULT, SERVERS, Place, place_named

ADDRESS = "mysql://wsoa:s3cret@db.kent.gov.uk:3306/wsoa"
REFUSED = (
    "A database must be a file, or one of a PostgreSQL server (postgresql://…), got: "
    "mysql://wsoa:…@db.kent.gov.uk:3306/wsoa. "
    "WSoA Monitor knows no database of the kind mysql. Name another with --database or WSOA_DATABASE. Nothing was created."
)
SILENT = "postgresql://wsoa:s3cret@127.0.0.1:1/wsoa"
UNREACHED = (
    "The database postgresql://wsoa:…@127.0.0.1:1/wsoa must be reached, got: no answer from its server. See that it "
    "runs, that "
    "its name and port are right and that nothing between refuses them, then try again. Nothing was changed."
)


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A folder to stand in, in which nothing may appear."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WSOA_DATABASE", raising=False)
    yield tmp_path
    assert list(tmp_path.iterdir()) == []


def refused(named) -> str:
    with pytest.raises(StoreError) as error:
        Database.open(named)
    return str(error.value)


@pytest.mark.parametrize(
    "name", ["wsoa.duckdb", "data/wsoa.duckdb", "/srv/wsoa.duckdb", "C:/wsoa.duckdb", "q3: final", "a:b"]
)
def test_a_name_without_a_kind_is_a_file(name):
    place = place_named(name)
    assert (place, place.kind, str(place)) == (Place(Path(name)), "file", name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (ADDRESS, "mysql"),
        (SILENT, "postgresql"),
        ("postgresql:/wsoa", "postgresql"),
        ("MySQL://db/wsoa", "mysql"),
        ("postgresql+psycopg://db/wsoa", "postgresql+psycopg"),
        ("file:///srv/wsoa.duckdb", "file"),
        ("s3://bucket/wsoa.duckdb", "s3"),
        ("://db", ""),
    ],
)
def test_what_names_its_kind_is_an_address(name, kind):
    place = place_named(name)
    assert (place.address, place.file, place.kind) == (name, None, kind)


def test_a_place_is_read_once(empty, monkeypatch):
    assert place_named() == Place(DEFAULT)
    assert place_named("") == Place(DEFAULT)
    monkeypatch.setenv("WSOA_DATABASE", "kent.duckdb")
    assert place_named() == Place(Path("kent.duckdb"))
    assert place_named(Path("other.duckdb")) == Place(Path("other.duckdb"))
    assert place_named(place_named("other.duckdb")) == Place(Path("other.duckdb"))


def test_only_a_file_can_be_known_to_be_missing(tmp_path):
    assert place_named(tmp_path / "none.duckdb").missing
    assert not place_named(tmp_path).missing
    assert not place_named(ADDRESS).missing


def test_an_address_of_a_kind_that_nobody_knows_is_a_sentence_and_creates_nothing(empty):
    assert refused(ADDRESS) == REFUSED
    assert refused(place_named(ADDRESS)) == REFUSED
    assert "got: mysql:/wsoa:…@db.kent.gov.uk" in refused(Path(ADDRESS))
    assert "knows no database of the kind nothing." in refused("://db")


def test_the_environment_may_not_name_one_either(empty, monkeypatch):
    monkeypatch.setenv("WSOA_DATABASE", ADDRESS)
    assert refused(None) == REFUSED


@pytest.mark.parametrize(
    ("run", "arguments"),
    [
        (loaders, ["load", "return.xlsx", "--by", "analyst", "--database", ADDRESS]),
        (loaders, ["withdraw", "1", "--by", "analyst", "--reason", "why", "--database", ADDRESS]),
        (loaders, ["template", "--quarter", "2024/25 Q3", "--workstream", "3", "--output", "f.xlsx", "--database", ADDRESS]),
        (loaders, ["demonstration", "--database", ADDRESS]),
        (reports, ["results", "--quarter", "2024/25 Q3", "--database", ADDRESS]),
        (store, ["backup", "--database", ADDRESS]),
    ],
)
@pytest.mark.parametrize(("there", "sentence"), [(ADDRESS, REFUSED), (SILENT, UNREACHED)], ids=["unknown", "unreached"])
def test_every_command_refuses_an_address_with_one_sentence(empty, capsys, run, arguments, there, sentence):
    assert run.main([there if each == ADDRESS else each for each in arguments]) == 1
    assert capsys.readouterr() == ("", f"{sentence}\n")


@pytest.mark.parametrize("kind", ["postgresql", "postgres", "PostgreSQL"])
def test_what_is_on_a_server_that_we_know_is_said_by_its_kind(kind):
    assert place_named(f"{kind}://db/wsoa").kind in SERVERS
    assert place_named(f"{kind}+psycopg://db/wsoa").kind not in SERVERS
    assert place_named(kind).kind not in SERVERS


def test_wrong_use_of_a_command_says_no_password(empty, capsys):
    with pytest.raises(SystemExit) as left:
        store.main(["backup", ADDRESS])
    assert left.value.code == 64
    said = capsys.readouterr().err
    assert "unrecognized arguments: mysql://wsoa:…@db.kent.gov.uk:3306/wsoa" in said
    assert "s3cret" not in said


@given(password=st.text(min_size=1))
def test_no_password_is_ever_told(password):
    place = place_named(f"postgresql://wsoa:<{password}>@db/wsoa")
    assert str(place) == "postgresql://wsoa:…@db/wsoa"
    assert repr(place) == "Place(file=None)"
