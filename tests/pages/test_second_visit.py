"""What one visit worked out is there for the next, whoever comes: a second visit to any page works nothing out."""

from functools import cache

import pytest

from disclosure import seen
from pages.parts import view
from pages.parts.places import PAGES, PLACES
from record import known
from record.known import Moments
from reports.markup import grids, multiples
from reports.progress import delivery, judgement, outcomes
from reports.progress.readings import Progress
from tests.pages.conftest import opened
from tests.pages.looking import go

TABS = ["Trend", "Places", "Compared", "Reliability", "Definition and source"]
WORK = {known: "read", seen: "evaluate", judgement: "verdict", outcomes: "movement", delivery: "tracked"}
DRAWN = {grids: "_kpi_row", multiples: "_multiple"}


@pytest.fixture(scope="module")
def read_once():
    """`known.read` that comes back with the same records for the same moment: reading is counted, and done once."""
    return cache(known.read)


@pytest.fixture
def work(monkeypatch, read_once):
    """What was worked out, by name, in order; and nothing that an earlier test worked out is there."""
    done = []
    for module, name in (WORK | DRAWN).items():
        original = read_once if name == "read" else getattr(module, name)

        def counted(*given, _name=name, _original=original, **named):
            done.append(_name)
            return _original(*given, **named)

        monkeypatch.setattr(module, name, counted)
    monkeypatch.setattr(view, "KNOWN", Moments(Progress))
    return done


def test_a_second_visit_to_any_page_works_nothing_out(shared_path, work, monkeypatch):
    """Somebody opens every page, and then somebody else does."""
    first = opened(shared_path, monkeypatch)
    first.session_state["unfolded list"] = True
    for page in (*PAGES, *PLACES):
        go(first, page)
    assert {*WORK.values(), *DRAWN.values()} <= set(work)
    second, again = opened(shared_path, monkeypatch), {}
    second.session_state["unfolded list"] = True
    for page in (*PAGES, *PLACES):
        work.clear()
        go(second, page)
        again[page] = list(work)
    assert again == {page: [] for page in (*PAGES, *PLACES)}


@pytest.mark.parametrize("tab", TABS)
def test_nor_does_a_second_look_behind_a_tab(tab, app, shared_path, work, monkeypatch):
    go(app, "kpi", kpi="plans_within_20_weeks", tab=tab)
    assert work.count("evaluate") > 100
    work.clear()
    go(opened(shared_path, monkeypatch), "kpi", kpi="plans_within_20_weeks", tab=tab)
    assert work == []


def test_delivery_shares_what_the_overview_worked_out(app, work):
    go(app, "overview")
    assert {"read", "evaluate", "verdict", "movement", "tracked"} <= set(work)
    work.clear()
    go(app, "delivery")
    assert work == []
