"""Columns hold what counts, exactly as the figures read one by one."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from programme.areas import DISTRICTS, KENT
from programme.columns import given_in
from programme.symbols import Status, Symbol
from store.errors import StoreError
from store.returns import facts
from store.returns.versions import accept
from store.rows import figure_rows
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.doing import do
from tests.store.happenings import steps
from tests.store.submissions import IN_TIME, ISSUED, figure, history, standard

START = datetime(2025, 1, 6, 9, tzinfo=UTC)


def columns(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.facts


@settings(max_examples=25, deadline=None)
@given(happened=steps, after=st.integers(0, 8))
def test_columns_say_what_the_figures_say_one_by_one(empty_store, happened, after):
    with empty_store() as database:
        for hour, step in enumerate(happened):
            do(database, step, START + timedelta(hours=hour))
        for moment in (None, START + timedelta(hours=after)):
            found, expected = columns(database, moment), facts.facts(database, moment)
            assert dict(found) == expected
            assert len(found) == len(expected)
            assert given_in(found) == given_in(expected)


def test_symbols_statuses_and_notes_are_kept(database):
    typed = (
        figure(ISSUED, 4, status=Status.PROVISIONAL, note="counted by hand"),
        *(figure(ISSUED, symbol, area=area) for symbol, area in zip(Symbol, DISTRICTS, strict=False)),
        figure(IN_TIME, 0),
    )
    accept(database, history(typed), by())
    found = columns(database)
    assert {key: (each.value, each.symbol, each.status, each.note) for key, each in found.items()} == {
        each.key: (each.value, each.symbol, each.status, each.note) for each in typed
    }


def test_an_empty_store_has_empty_columns(database):
    assert (columns(database), len(columns(database)), given_in(columns(database))) == ({}, 0, frozenset())


def test_an_area_that_is_no_longer_known_is_a_sentence(database, monkeypatch):
    accept(database, standard({ISSUED: 100}), by())
    figure_rows.area_known.cache_clear()
    monkeypatch.setattr(figure_rows, "area_coded", {}.__getitem__)
    with pytest.raises(StoreError, match=rf"Every area with accepted figures must be in areas\.csv, got: {KENT.code}"):
        columns(database)
    figure_rows.area_known.cache_clear()
