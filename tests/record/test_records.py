from dataclasses import replace
from datetime import UTC, datetime

import pytest

import store.order.ledger
from loaders.pipeline import load
from programme.access import Role
from programme.hidden import HiddenThen
from programme.quarter import Quarter
from record.records import _unseen, given_to, read
from store.engines.in_file import FileDatabase
from store.returns.versions import withdraw
from tests import factories
from tests.accepting import by
from tests.disclosure.tables import kent
from tests.disclosure.test_totals import IN_PRINT, RECEIVED
from tests.factories import read_here

EARLY, LATE = datetime(2025, 4, 10, tzinfo=UTC), datetime(2025, 6, 10, tzinfo=UTC)
Q4 = Quarter.parse("2024/25 Q4")


def test_an_empty_store_is_empty_and_still_knows_what_is_published(database):
    records = read(database)
    assert records.empty
    assert records.newest is None
    assert records.quarters == []
    assert not records.illustrative
    assert records.evidence.published["plans_within_20_weeks", "E10000016", "2024"].numerator == 783


def test_what_is_read_is_what_was_known_at_the_moment(database):
    load(database, factories.standard_return(Q4), "first.xlsx", by("analyst", at=EARLY), read=read_here)
    form = factories.standard_return(
        Q4, change=lambda form: factories.cell_of(form, "requests_received", "Kent").__setattr__("value", 5_000)
    )
    later = load(database, form, "second.xlsx", by("analyst", "corrected", reasons="checked", at=LATE), read=read_here)
    assert later.version, later.refusal
    before, now = read(database, EARLY), read(database)
    key = "requests_received", "E10000016", Q4
    assert before.evidence.facts[key].source.file == "first.xlsx"
    assert now.evidence.facts[key].value == 5_000
    assert [restated.new.value for restated in now.restatements] == [5_000]
    assert before.restatements == ()
    assert [version.number for version in before.versions] == [1]
    assert now.newest == Q4


def test_one_reading_of_the_store_gives_all_of_the_records(database, monkeypatch):
    load(database, factories.standard_return(Q4), "first.xlsx", by("analyst", at=EARLY), read=read_here)
    opened, ledgers = [], []
    cursor, ledger = FileDatabase.cursor, store.order.ledger.read_ledger
    monkeypatch.setattr(FileDatabase, "cursor", lambda self: opened.append(1) or cursor(self))
    monkeypatch.setattr("store.order.ledger.read_ledger", lambda *given: ledgers.append(1) or ledger(*given))
    records = read(database)
    assert (len(opened), len(ledgers)) == (1, 1)
    assert (records.change, [version.number for version in records.versions], records.releases) == (1, [1], ())


def test_the_returns_own_times_become_figures(database):
    load(database, factories.standard_return(Q4), "first.xlsx", by("analyst", at=EARLY), read=read_here)
    facts = read(database).evidence.facts
    assert facts["returns_due", "E10000016", Q4].value == 5
    assert facts["returns_received_on_time", "E10000016", Q4].value == 1


def test_demonstration_data_is_marked_until_it_is_withdrawn(database):
    def illustrative(form):
        factories.answer_of(form, "Figures are").value = "illustrative"

    load(database, factories.standard_return(Q4, change=illustrative), "demo.xlsx", by("analyst", at=EARLY), read=read_here)
    assert read(database).illustrative
    assert [version.number for version in read(database).kept] == [1]
    withdraw(database, 1, by("analyst", "only a demonstration", at=LATE))
    assert not read(database).illustrative
    assert read(database).kept == []


def test_a_total_kept_back_by_a_return_is_found_in_the_release_that_printed_it_before():
    """It was kept back when a later edition decided anew: the return brought its counts, the release was loaded earlier."""
    year, other = kent(RECEIVED, span=4), replace(IN_PRINT, period="2023")
    then = HiddenThen(kept_back=frozenset({(3, year)}))
    found = _unseen({1: (IN_PRINT, other), 4: (replace(IN_PRINT, source="later"),)}, then)
    assert IN_PRINT in found and other not in found
    assert all(each.source != "later" for each in found)
    assert _unseen({3: (IN_PRINT,), 1: (replace(IN_PRINT, source="earlier"),)}, then) == [IN_PRINT]


@pytest.mark.parametrize(("role", "asked"), [(Role.LEAD, []), (Role.ANALYST, []), (Role.READER, [1])])
def test_what_is_published_is_read_for_those_alone_who_are_shown_nothing_else(database, role, asked):
    known, read_for = read(database), []
    published = replace(known, change=99)
    records = replace(known, publishing=lambda: read_for.append(1) or published)
    assert given_to(records, role) is (published if asked else records)
    assert read_for == asked
