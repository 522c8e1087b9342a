"""Whatever people do, in whatever order: a past moment never changes, and nothing stored is ever changed or lost."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings

from programme.measures import owed_by
from programme.parts import FIGURES, Part
from programme.submission import Submission, Version
from store.returns import facts, versions
from tests.asking import TABLES, facts_after, restatements, stored
from tests.store.doing import do, withdrawable
from tests.store.happenings import WORKSTREAM, steps
from tests.store.submissions import shown

START = datetime(2025, 1, 6, 9, tzinfo=UTC)


def second_route(known: list[Version], stored: dict[int, Submission]) -> dict:
    """The figures that count, from the rule as a person would say it: one return after the other puts its own in place,
    but since parts are recorded nobody puts theirs over those of whoever owes the measure."""
    alive = [number for number in withdrawable(known) if number in stored]
    found, by = {}, {}
    for number in alive:
        own, newer = stored[number], [stored[other] for other in alive if other > number]
        for each in own.figures:
            theirs = owed_by(each.measure) == by.get(each.key)
            stranger = own.cover.organisation != owed_by(each.measure)
            if not any(replaces(other, own, each.measure) for other in newer) and not (own.parts and stranger and theirs):
                found[each.key], by[each.key] = each.symbol or each.value, own.cover.organisation
    return found


def replaces(newer: Submission, older: Submission, measure: str) -> bool:
    """Whether a newer return speaks for the figures of a measure in the place of an older one."""
    if "history" in (newer.cover.kind, older.cover.kind) or newer.cover.organisation != older.cover.organisation:
        return False
    if newer.parts is None:
        return newer.cover.quarter == older.cover.quarter and WORKSTREAM[measure] in newer.cover.workstreams
    return Part(FIGURES, owed_by(measure), older.cover.quarter, WORKSTREAM[measure]) in newer.parts


@settings(max_examples=15, deadline=None)
@given(steps=steps)
def test_every_past_moment_reads_as_it_did_then_and_every_preview_keeps_its_promise(empty_store, steps):
    with empty_store() as database:
        then, stored = {START - timedelta(days=1): {}}, {}
        for day, step in enumerate(steps):
            promised = facts_after(database, step) if isinstance(step, Submission) else None
            made = do(database, step, START + timedelta(days=day))
            known, now = versions.versions(database), facts.facts(database)
            if made:
                stored[known[-1].number] = made
                assert now.keys() == promised.keys()
                assert shown(now) == shown(promised)
            then[START + timedelta(days=day)] = now
            assert shown(now) == second_route(known, stored)
        assert {moment: facts.facts(database, moment) for moment in then} == then


@settings(max_examples=8, deadline=None)
@given(steps=steps)
def test_nothing_stored_is_ever_changed_or_lost(empty_store, steps):
    with empty_store() as database:
        before = stored(database)
        for day, step in enumerate(steps):
            do(database, step, START + timedelta(days=day))
            after = stored(database)
            assert {table: [row for row in after[table] if row in before[table]] for table in TABLES} == before
            before = after


@settings(max_examples=10, deadline=None)
@given(steps=steps)
def test_restatements_lead_from_the_first_figures_to_those_of_today(empty_store, steps):
    with empty_store() as database:
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
