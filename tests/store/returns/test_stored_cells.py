"""Of the cell of a figure, and its note, is read what somebody looks at, whenever that is."""

import pytest

from programme.areas import KENT
from store.database import Database
from store.errors import StoreError
from store.returns.stored_cells import StoredCells
from store.returns.versions import accept, withdraw
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.submissions import IN_TIME, ISSUED, Q2, Q3, figure, history, standard

KEY = (ISSUED, KENT.code, Q3)


def columns(database):
    with snapshot(database) as known:
        return known.facts


def test_a_moment_that_has_passed_still_knows_its_cells(database):
    accept(database, standard({IN_TIME: 41, ISSUED: 100}), by())
    before = columns(database)
    accept(database, standard({ISSUED: 110}, file_name="second.xlsx"), by())
    withdraw(database, 1, by(reason="wrong file"))
    assert (str(before[KEY].source), before[KEY].source.file) == ("Figures!D5", "return.xlsx")
    assert (str(columns(database)[KEY].source), columns(database)[KEY].source.file) == ("Figures!D4", "second.xlsx")


def test_cells_are_read_a_measure_at_a_time_and_once(database, monkeypatch):
    accept(database, history((figure(ISSUED, 1), figure(ISSUED, 2, quarter=Q2), figure(IN_TIME, 3))), by())
    found, read = columns(database), []
    original = StoredCells._read
    monkeypatch.setattr(StoredCells, "_read", lambda self, measure: read.append(measure) or original(self, measure))
    assert {str(each.source) for each in found.values()} == {"Figures!D4"}
    assert {each.note for each in found.values()} == {""}
    assert sorted(read) == sorted([ISSUED, IN_TIME])


def test_as_many_cells_are_kept_as_there_is_room_for_and_read_again_after_that(database, monkeypatch):
    accept(database, history((figure(ISSUED, 1), figure(ISSUED, 2, quarter=Q2), figure(IN_TIME, 3))), by())
    monkeypatch.setattr("store.returns.stored_cells.MOST_CELLS", 2)
    found, read = columns(database), []
    original = StoredCells._read
    monkeypatch.setattr(StoredCells, "_read", lambda self, measure: read.append(measure) or original(self, measure))
    for measure, quarter in ((ISSUED, Q3), (IN_TIME, Q3), (ISSUED, Q2)):
        assert str(found[measure, KENT.code, quarter].source) == "Figures!D4"
    assert read == [ISSUED, IN_TIME, ISSUED]


def test_a_cell_that_cannot_be_read_any_more_is_a_sentence(tmp_path):
    with Database.open(tmp_path / "kent.duckdb") as database:
        accept(database, standard({ISSUED: 100}), by())
        found = columns(database)
    assert found[KEY].value == 100
    with pytest.raises(StoreError, match=r"kent\.duckdb"):
        str(found[KEY].source)
