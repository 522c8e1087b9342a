"""A database of the demonstration for each case, and its figures to fill forms with."""

import pickle
import shutil
from functools import cache

import pytest

from tests.cases.imports import Database, facts
from tests.cases.playing import filled_form
from tests.kept_returns import all_read, give_returns


@pytest.fixture(scope="session")
def untouched(demonstration_file, tmp_path_factory):
    """The demonstration as it was laid down, of which everything that was typed in it is read already."""
    with Database.open(shutil.copy(demonstration_file, tmp_path_factory.mktemp("known"))) as opened:
        all_read(opened)
        yield opened


@pytest.fixture
def database(untouched, demonstration_file, tmp_path):
    """The demonstration, for the case alone."""
    with Database.open(shutil.copy(demonstration_file, tmp_path / "case.duckdb")) as opened:
        give_returns(untouched, opened)
        yield opened


@pytest.fixture(scope="session")
def known_figures(untouched) -> dict:
    return dict(facts(untouched))


@pytest.fixture(scope="session")
def form(known_figures):
    """`form(quarter, streams, over)`: a form filled with the newest earlier figures, but for those that `over` replaces.

    Each is one of its own, unpickled: filling it takes several times as long.
    """

    @cache
    def pickled(quarter, streams, over) -> bytes:
        return pickle.dumps(filled_form(known_figures, quarter, streams, dict(over)))

    def make(quarter="2024/25 Q4", streams=(3,), over=None):
        return pickle.loads(pickled(quarter, streams, tuple((over or {}).items())))

    return make
