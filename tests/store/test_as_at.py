"""Whatever people do, in whatever order: a past moment never changes, and nothing stored is ever changed or lost."""

import re
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

import store
from programme.areas import DISTRICTS, KENT
from programme.submission import Submission, Version
from programme.symbols import Symbol
from store import facts, versions
from store.database import Database
from tests.store.submissions import COUNCIL, IN_TIME, ISSUED, NHS, Q2, Q3, figure, history, shown, standard

START = datetime(2025, 1, 6, 9, tzinfo=UTC)
TABLES = ("answered", "entries", "figures", "files", "published", "releases", "versions")
WORKSTREAM = {ISSUED: 3, IN_TIME: 3, "complaints_received": 1}

a_value = st.one_of(st.integers(0, 4).map(float), st.sampled_from(Symbol))


@st.composite
def a_standard_return(draw) -> Submission:
    streams = draw(st.sampled_from([(3,), (1,), (1, 3)]))
    covered = [measure for measure, stream in WORKSTREAM.items() if stream in streams]
    values = draw(st.dictionaries(st.sampled_from(covered), a_value))
    quarter, organisation = draw(st.sampled_from([Q2, Q3])), draw(st.sampled_from([COUNCIL, NHS]))
    return standard(values, workstreams=streams, quarter=quarter, organisation=organisation)


@st.composite
def a_history(draw) -> Submission:
    keys = st.tuples(st.sampled_from(sorted(WORKSTREAM)), st.sampled_from([KENT, DISTRICTS[0]]), st.sampled_from([Q2, Q3]))
    return history(
        tuple(
            figure(measure, value, area=area, quarter=quarter)
            for (measure, area, quarter), value in draw(st.dictionaries(keys, a_value, max_size=4)).items()
        )
    )


steps = st.lists(st.one_of(a_standard_return(), a_history(), st.integers(0, 9)), max_size=6)
"""What people do, one after another: accept a return, or withdraw one of those that can be (a number chooses which)."""


def withdrawable(known: list[Version]) -> list[int]:
    gone = {version.withdraws for version in known}
    return [version.number for version in known if version.withdraws is None and version.number not in gone]


def do(database: Database, step: Submission | int, moment: datetime) -> Submission | None:
    """Take one step; the submission that was stored, if any."""
    if isinstance(step, Submission):
        versions.accept(database, step, by="analyst", at=moment)
        return step
    choice = withdrawable(versions.versions(database))
    if choice:
        versions.withdraw(database, choice[step % len(choice)], by="analyst", reason="why", at=moment)
    return None


def second_route(known: list[Version], stored: dict[int, Submission]) -> dict:
    """The figures that count, from the rule as a person would say it: newest first, skipping what was replaced."""
    alive = [number for number in withdrawable(known) if number in stored]
    found = {}
    for number in reversed(alive):
        newer = [stored[other].cover for other in alive if other > number]
        for each in stored[number].figures:
            if not replaced(stored[number].cover, WORKSTREAM[each.measure], newer):
                found.setdefault(each.key, each.symbol or each.value)
    return found


def replaced(cover, stream: int, newer: Iterable) -> bool:
    return cover.kind == "standard" and any(
        (other.organisation, other.quarter) == (cover.organisation, cover.quarter) and stream in other.workstreams
        for other in newer
    )


def rows(database) -> dict[str, list[tuple]]:
    with database.cursor() as cursor:
        return {table: cursor.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall() for table in TABLES}


@settings(max_examples=15, deadline=None)
@given(steps=steps)
def test_every_past_moment_reads_as_it_did_then_and_every_preview_keeps_its_promise(steps):
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder) / "kent.duckdb") as database:
        then, stored = {START - timedelta(days=1): {}}, {}
        for day, step in enumerate(steps):
            promised = facts.facts_after(database, step) if isinstance(step, Submission) else None
            made = do(database, step, START + timedelta(days=day))
            known = versions.versions(database)
            if made:
                stored[known[-1].number] = made
                assert facts.facts(database).keys() == promised.keys()
                assert shown(facts.facts(database)) == shown(promised)
            then[START + timedelta(days=day)] = facts.facts(database)
            assert shown(facts.facts(database)) == second_route(known, stored)
        assert {moment: facts.facts(database, moment) for moment in then} == then


@settings(max_examples=8, deadline=None)
@given(steps=steps)
def test_nothing_stored_is_ever_changed_or_lost(steps):
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder) / "kent.duckdb") as database:
        for day, step in enumerate(steps):
            before = rows(database)
            do(database, step, START + timedelta(days=day))
            after = rows(database)
            assert {table: after[table][: len(before[table])] for table in TABLES} == before


@settings(max_examples=10, deadline=None)
@given(steps=steps)
def test_restatements_lead_from_the_first_figures_to_those_of_today(steps):
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder) / "kent.duckdb") as database:
        told = {}
        for day, step in enumerate(steps):
            do(database, step, START + timedelta(days=day))
            told |= {key: value for key, value in shown(facts.facts(database)).items() if key not in told}
        for each in facts.restatements(database):
            key = (each.measure, each.area.code, each.quarter)
            old, new = (found and shown({key: found})[key] for found in (each.old, each.new))
            assert told[key] == old
            told[key] = new
        assert {key: value for key, value in told.items() if value is not None} == shown(facts.facts(database))


def test_the_store_says_no_sql_that_changes_or_removes_a_row():
    forbidden = re.compile(r"\b(UPDATE|DELETE|DROP|TRUNCATE|ALTER|REPLACE|MERGE|UPSERT)\b")
    folder = Path(store.__file__).parent
    said = {
        path.name: forbidden.findall(path.read_text(encoding="utf-8"))
        for path in [*folder.glob("*.py"), *folder.glob("migrations/*.sql")]
    }
    assert len(said) > 10
    assert {name: words for name, words in said.items() if words} == {}
