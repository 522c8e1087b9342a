"""The whole app under Streamlit's own test harness, on databases made for the test."""

import logging
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from copy import copy
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.navigation import page
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner_utils import script_run_context
from streamlit.testing.v1 import AppTest, app_test, local_script_runner

from loaders.forms.saving import save
from pages.parts import view
from plumbing.kept import Kept
from record.known import Moments
from reports.progress.readings import KNOWN
from store.database import Database
from store.engines import in_file
from store.engines.engine import MOST_HISTORIES, MOST_KEPT
from store.place import FILE
from store.returns.stored_cells import StoredCells
from tests.pages.laid_down import LaidDown, works_out_anew
from tests.pages.test_data import usual
from tests.pages.typed import add_typed

WORKED_OUT = Moments._answer
ROOT = Path(__file__).parent.parent.parent


def opened(path: Path, monkeypatch) -> AppTest:
    monkeypatch.setenv("WSOA_DATABASE", str(path))
    return AppTest.from_file(str(ROOT / "frame.py"), default_timeout=30)


@pytest.fixture(scope="session", autouse=True)
def collector():
    """A server sets its records aside; here that would undo what tests/conftest.py has set aside, and collect each time."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(view, "_spare_the_collector", lambda: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def components():
    """A server looks once through all that is installed for components of pages; the harness would at every page drawn."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(BidiComponentManager, "discover_and_register_components", lambda self, *, start_file_watching: None)
        yield


@pytest.fixture(scope="session", autouse=True)
def harness():
    """The harness looks a thousand times a second whether a page is drawn, and holds it up each time: here it waits.

    Nor does it warn here that no server is there, whenever something is put into a session.
    """

    def until_drawn(runner: local_script_runner.LocalScriptRunner, timeout: float = 3) -> None:
        runner._script_thread.join(timeout)
        assert runner.script_stopped(), f"the page was not drawn within {timeout} seconds"

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(local_script_runner, "require_widgets_deltas", until_drawn)
        patched.setattr(logging.getLogger(script_run_context.__name__), "disabled", True)
        yield


class FollowedOnce(type(Path())):
    """A path that is followed once to where it leads."""

    __slots__ = ()
    resolve = cache(Path.resolve)


def found_once(make: Callable[..., page.Page]) -> Callable[..., page.Page]:
    """Makes a page by looking for its file, and from then on another of the same: each is run once."""
    first = cache(make)
    return lambda *given, **named: copy(first(*given, **named))


@pytest.fixture(scope="session", autouse=True)
def server():
    """A server has one runtime and compiles a page once; the harness would mock the whole of one, and compile anew, at every
    page drawn. Here a runtime is what the harness puts into it, without browsers, and what was compiled stays.

    So does where the files of pages were found, and how they are told apart: harness and menu look for all of them at every
    page drawn.
    """
    compiled = ScriptCache()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(app_test, "Path", FollowedOnce)
        patched.setattr(st, "Page", found_once(st.Page))
        patched.setattr(page, "_create_page", found_once(page._create_page))
        patched.setattr(page, "calc_hash", cache(page.calc_hash))
        patched.setattr(app_test, "MagicMock", lambda *, spec: SimpleNamespace(get_client=lambda session: None))
        patched.setattr(app_test, "ScriptCache", lambda: compiled)
        patched.setattr(local_script_runner, "ScriptCache", lambda: compiled)
        yield


@pytest.fixture(scope="session")
def staying_open() -> Iterator[Callable[[Path], Database]]:
    """Opens a store that stays open, whatever tests clear of what a server keeps: who opens it again is given that one."""
    opens, there = Database.opened_by[FILE], {}
    with ExitStack() as held, pytest.MonkeyPatch.context() as patched:

        def opened_for_good(path: Path) -> Database:
            store = held.enter_context(Database.open(path))
            there[store.place] = store
            return store

        patched.setitem(Database.opened_by, FILE, lambda place, *, create: there.get(place) or opens(place, create=create))
        yield opened_for_good
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def shared_path(demonstration_file, staying_open, laid_down, tmp_path_factory):
    path = Path(shutil.copy(demonstration_file, tmp_path_factory.mktemp("shared") / "wsoa.duckdb"))
    laid_down.returns_known_to(staying_open(path))
    return path


@pytest.fixture
def app(shared_path, known_already, laid_down, monkeypatch):
    """A new session of the app with the demonstration data. Tests that use it only read."""
    monkeypatch.setattr(Moments, "_answer", known_already)
    laid_down.asked_by_pages(monkeypatch)
    return opened(shared_path, monkeypatch)


@pytest.fixture
def alone():
    """Nothing that a server keeps between sessions comes from another test, nor goes on to the next.

    The file is thrown away with the test: closing it need not bring it up to date with its log, which takes most of that.
    """
    st.cache_resource.clear()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(in_file, "LOCKED_DOWN", ("PRAGMA disable_checkpoint_on_shutdown", *in_file.LOCKED_DOWN))
        yield
        view.database().close()
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def known_already(demonstration_records):
    """What the demonstration says as long as a copy of it is as it was laid down: worked out once for every test.

    What it says after a change follows it, as if a page had been looked at before.
    """
    found, newest = {}, demonstration_records.change

    def laid_down(make, role, on, today):
        key = (make, role, on, today)
        if key not in found:
            found[key] = make(demonstration_records, role, on, None)
        return found[key]

    def answer(self, database, asked):
        if self is KNOWN and (asked.exchanged, asked.as_at) == (0, None):
            first, kept = asked._replace(change=newest), self._of(asked)
            if asked == first or not (self.holds(asked) or kept.newest(asked.follows)):
                kept.answer(first, lambda: laid_down(self._make, asked.role, asked.on, asked.today))
        return WORKED_OUT(self, database, asked)

    return answer


@pytest.fixture(scope="session")
def laid_down(demonstration_file, tmp_path_factory):
    """What upload and versions say of a copy of the demonstration as it was laid down: worked out once for every test."""
    with Database.open(shutil.copy(demonstration_file, tmp_path_factory.mktemp("laid down"))) as database:
        yield LaidDown(database)


@pytest.fixture
def own_app(demonstration_file, tmp_path, alone, known_already, laid_down, monkeypatch):
    """The app with the demonstration data, on a database that the test may change."""
    monkeypatch.setattr(Moments, "_answer", known_already)
    monkeypatch.setattr(StoredCells, "__eq__", lambda some, others: isinstance(others, StoredCells))  # a copy has the same
    laid_down.asked_by_pages(monkeypatch)
    path = tmp_path / "wsoa.duckdb"
    shutil.copy(demonstration_file, path)
    app = opened(path, monkeypatch)
    laid_down.returns_known_to(view.database())
    return app


@pytest.fixture
def tampered_app(own_app, monkeypatch):
    """The same for a test that writes into the tables itself, of which no change tells: everything is worked out."""
    monkeypatch.setattr(Moments, "_answer", WORKED_OUT)
    works_out_anew(monkeypatch)
    monkeypatch.setattr(view.database(), "histories", Kept(MOST_HISTORIES))
    monkeypatch.setattr(view.database(), "kept", Kept(MOST_KEPT))
    return own_app


@pytest.fixture(scope="session")
def typed_store(demonstration_file, staying_open, laid_down, tmp_path_factory) -> Database:
    """The demonstration with a return on top in which every text is full of signs."""
    path = Path(shutil.copy(demonstration_file, tmp_path_factory.mktemp("typed") / "wsoa.duckdb"))
    add_typed(path)
    store = staying_open(path)
    laid_down.returns_known_to(store)
    return store


@pytest.fixture
def typed_app(typed_store, monkeypatch):
    """A new session of the app on that database. Tests that use it only read."""
    st.cache_resource.clear()
    yield opened(typed_store.place.file, monkeypatch)
    st.cache_resource.clear()


@pytest.fixture(scope="session")
def usual_form(demonstration_records) -> bytes:
    """Workstream 3's form for the next quarter, with figures of which no rule has anything to ask, pickled."""
    return pickle.dumps(usual(demonstration_records))


@pytest.fixture(scope="session")
def usual_return(usual_form) -> bytes:
    """The same as a file, for tests that drop it in as it is."""
    return save(pickle.loads(usual_form))


@pytest.fixture
def form(usual_form):
    """The same for a test that types something else: unpickled in a seventh of the time that making one takes."""
    return pickle.loads(usual_form)


@pytest.fixture
def empty_app(tmp_path, alone, monkeypatch):
    """The app on an empty database."""
    return opened(tmp_path / "wsoa.duckdb", monkeypatch)
