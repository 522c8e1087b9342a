from dataclasses import FrozenInstanceError, replace

import pytest

from programme.areas import KENT
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.stored import StoredCell, holds_symbol, sign_of, stored_figure, stored_source
from programme.symbols import Status, Symbol

Q3 = Quarter.parse("2024/25 Q3")
KEY = ("plans_issued", KENT.code, Q3)
CELL = StoredCell("Figures", "D7", "counted by hand")


@pytest.fixture
def looks():
    """The figures whose cells were looked at."""
    return []


@pytest.fixture
def source(looks):
    def cell(version, key):
        looks.append((version, key))
        return CELL

    return stored_source("return.xlsx", 3, KEY, cell)


def test_file_and_version_are_at_hand_and_the_cell_is_read_when_somebody_looks(source, looks):
    assert (source.file, source.version, looks) == ("return.xlsx", 3, [])
    assert (str(source), source.sheet, source.ref) == ("Figures!D7", "Figures", "D7")
    assert looks == [(3, KEY)]


def test_a_stored_source_is_the_same_as_one_at_hand(source):
    at_hand = Source("return.xlsx", "Figures", "D7", 3)
    assert source == at_hand and at_hand == source and hash(source) == hash(at_hand)
    assert source != Source("return.xlsx", "Figures", "D8", 3)
    assert source != "return.xlsx"


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("symbol", [None, *Symbol])
def test_symbol_and_status_are_one_small_number(symbol, status, source):
    figure = stored_figure(KEY, KENT, 41.0, sign_of(symbol, status), source)
    assert (figure.symbol, figure.status) == (symbol, status)
    assert figure.value == (None if symbol else 41.0)
    assert 0 <= sign_of(symbol, status) < 256
    assert holds_symbol(sign_of(symbol, status)) is (symbol is not None)


def test_a_stored_figure_is_the_same_as_one_at_hand(source, looks):
    figure = stored_figure(KEY, KENT, 41.0, sign_of(None, Status.PROVISIONAL), source)
    assert (figure.key, figure.value, looks) == (KEY, 41.0, [])
    same = Figure("plans_issued", KENT, Q3, 41.0, None, source, Status.PROVISIONAL, "counted by hand")
    assert figure == same and same == figure and hash(figure) == hash(same)
    assert figure.note == "counted by hand"
    assert figure != Figure("plans_issued", KENT, Q3, 41.0, None, source, Status.PROVISIONAL)


def test_figures_that_differ_are_told_apart_without_reading_a_cell(source, looks):
    figure = stored_figure(KEY, KENT, 41.0, sign_of(None, Status.FINAL), source)
    other = stored_figure(KEY, KENT, 42.0, sign_of(None, Status.FINAL), source)
    assert figure != other
    assert looks == []


def test_a_copy_with_something_else_in_it_has_all_the_rest(source):
    figure = stored_figure(KEY, KENT, 41.0, sign_of(None, Status.FINAL), source)
    other = replace(figure, value=42.0, source=replace(source, ref="D9"))
    assert other == Figure("plans_issued", KENT, Q3, 42.0, None, Source("return.xlsx", "Figures", "D9", 3), note=CELL.note)
    with pytest.raises(FrozenInstanceError):
        figure.value = 43.0


def test_what_is_no_part_of_a_figure_is_not_looked_for(source, looks):
    figure = stored_figure(KEY, KENT, 41.0, sign_of(None, Status.FINAL), source)
    assert not hasattr(figure, "colour") and not hasattr(source, "colour")
    assert looks == []
