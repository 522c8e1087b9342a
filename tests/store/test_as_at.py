"""Whatever people do, in whatever order: a past moment never changes, and nothing stored is ever changed or lost."""

import re
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings

import store
from programme.submission import Submission, Version
from store import facts, versions
from store.database import Database
from tests.asking import facts_after, restatements
from tests.store.doing import do, withdrawable
from tests.store.happenings import WORKSTREAM, steps
from tests.store.submissions import shown

START = datetime(2025, 1, 6, 9, tzinfo=UTC)
TABLES = ("answered", "entries", "figures", "files", "published", "releases", "versions")


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
            promised = facts_after(database, step) if isinstance(step, Submission) else None
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
        for each in restatements(database):
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
