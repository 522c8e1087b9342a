"""The whole app under Streamlit's own test harness, on databases made for the test."""

import shutil
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from pages.parts import view

ROOT = Path(__file__).parent.parent.parent


def opened(path: Path, monkeypatch) -> AppTest:
    monkeypatch.setenv("WSOA_DATABASE", str(path))
    st.cache_resource.clear()
    return AppTest.from_file(str(ROOT / "app.py"), default_timeout=30)


@pytest.fixture
def app(demonstration_file, tmp_path, monkeypatch):
    """The app with the demonstration data, on a database of this test's own."""
    path = tmp_path / "wsoa.duckdb"
    shutil.copy(demonstration_file, path)
    yield opened(path, monkeypatch)
    view.database().close()
    st.cache_resource.clear()


@pytest.fixture
def empty_app(tmp_path, monkeypatch):
    """The app on an empty database."""
    yield opened(tmp_path / "wsoa.duckdb", monkeypatch)
    view.database().close()
    st.cache_resource.clear()
