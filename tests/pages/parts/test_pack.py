import json
import re
import shutil
from contextlib import nullcontext
from io import BytesIO
from types import SimpleNamespace
from zipfile import ZipFile

import pytest
import streamlit as st

from pages.parts import files, pack
from programme.access import Deed, Person, Role
from programme.quarter import Quarter
from reports.pack import files as pack_files
from store.database import Database
from web.shelf import Shelf

QUARTER = Quarter(2024, 3)


@pytest.fixture
def offers(monkeypatch):
    """What is offered to somebody on a quarter: each link with its file."""
    shelf, drawn = Shelf("a session"), []
    monkeypatch.setattr(files, "window", lambda: shelf)
    monkeypatch.setattr(st, "html", lambda text, **more: drawn.append(str(text)))

    def offered(role, quarters=(QUARTER,)):
        view = SimpleNamespace(
            take_away=nullcontext(),
            person=Person("Somebody", "", frozenset({role})),
            quarter=QUARTER,
            records=SimpleNamespace(quarters=quarters),
            as_at=None,
        )
        pack.offer_pack(view)
        return [(link, shelf.file(re.search(r'href="([^"]*)"', link)[1].rpartition("/")[2])) for link in drawn]

    return offered


def test_whoever_looks_is_offered_the_pack_for_readers_and_those_who_see_all_figures_the_other_too(offers):
    ((link, file),) = offers(Role.CHAIR)
    assert "Board pack of 2024/25 Q3: document, slides, workbook and data (ZIP)" in link
    assert (file.name, file.kind, file.deed) == ("board-pack-2024-25-Q3.zip", "application/zip", Deed.TAKE_AWAY)


def test_an_analyst_s_says_that_it_may_point_to_a_child_and_takes_the_deed(offers):
    (_, (link, file)) = offers(Role.ANALYST)
    assert "it may point to a child" in link
    assert (file.name, file.deed) == ("board-pack-2024-25-Q3-analyst-may-point-to-a-child.zip", Deed.SEE_HIDDEN)


def test_a_quarter_without_a_return_has_no_pack(offers):
    assert offers(Role.CHAIR, quarters=()) == []


def test_it_holds_every_file_and_is_the_same_when_it_is_made_again(offers, demonstration_file, tmp_path, monkeypatch):
    with Database.open(shutil.copy(demonstration_file, tmp_path / "wsoa.duckdb")) as database:
        monkeypatch.setattr(pack, "database", lambda: database)
        monkeypatch.setattr(pack_files, "FORMATS", {"csv": pack_files.FORMATS["csv"]})
        ((_, file),) = offers(Role.CHAIR)
        made = file.make()
        assert made == file.make()
    with ZipFile(BytesIO(made)) as zipped:
        manifest = json.loads(zipped.read("board-pack-2024-25-Q3-manifest.json"))
        assert zipped.namelist()[:-1] == [each["name"] for each in manifest["files"]]
    assert (manifest["role"], manifest["quarter"]) == ("reader", "2024/25 Q3")
