from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure import decide as deciding
from disclosure.decide import decider
from loaders.impact import figures_changed, foreseen_hiding, impact, impact_of_version, impact_of_withdrawal
from loaders.parsing.parse import figures_of, parse
from loaders.pipeline import check_file, load
from programme.access import NotAllowed, Role
from programme.areas import DISTRICTS, KENT
from programme.hidden import Item, WhyHidden
from programme.quarter import Quarter
from programme.submission import Submission
from programme.symbols import Status, Symbol
from record.records import read
from store.hiding.hidden import newest_decision
from store.returns.facts import facts
from store.returns.versions import accept, latest_change, versions, withdraw
from tests import factories
from tests.accepting import by, person
from tests.factories import QUARTER, cell_of, figure, read_here
from tests.loaders.rules.one_change import answered
from tests.store.submissions import EXCLUSIONS, Q3, exclusions

TODAY = date(2025, 6, 1)


def checked(content):
    found = check_file(content, "return.xlsx", today=TODAY, read=read_here)
    assert found.acceptable
    return found.submission


def test_a_first_return_is_all_new(database):
    foreseen = impact(database, checked(factories.standard_return()), person())
    assert (len(foreseen.new), foreseen.changed, foreseen.withdrawn, foreseen.unchanged) == (103, (), (), 0)
    assert (foreseen.quarters, foreseen.restated_quarters) == ([QUARTER], [])
    assert (foreseen.before, foreseen.seen) == ({}, 0)


def test_a_correction_names_what_changes_and_what_stays(database):
    def corrected(form):
        cell_of(form, "ep_advice_requested", "Kent").value = 1_700
        cell_of(form, "health_advice_requested", "Kent").value = "x"

    load(database, factories.standard_return(), "return.xlsx", by("Analyst"), today=TODAY, read=read_here)
    foreseen = impact(database, checked(factories.standard_return(change=corrected)), person())
    assert [(each.old.measure, each.old.value, each.new.value, each.new.symbol) for each in foreseen.changed] == [
        ("ep_advice_requested", 1_671, 1_700, None),
        ("health_advice_requested", 1_680, None, Symbol.NOT_AVAILABLE),
    ]
    assert (foreseen.new, foreseen.withdrawn, foreseen.unchanged) == ((), (), 101)
    assert foreseen.restated_quarters == [QUARTER]


def test_nothing_is_stored_by_looking(database):
    load(database, factories.standard_return(), "return.xlsx", by("Analyst"), today=TODAY, read=read_here)
    before = facts(database), versions(database), latest_change(database)
    history = factories.history(Quarter(2022, 1), Quarter(2023, 3), of=["plans_issued", "requests_received"])
    impact(database, checked(history), person())
    assert (facts(database), versions(database), latest_change(database)) == before


def test_a_history_touches_its_quarters_only(database):
    load(database, factories.standard_return(), "return.xlsx", by("Analyst"), today=TODAY, read=read_here)
    foreseen = impact(
        database, checked(factories.history(Quarter(2022, 1), Quarter(2022, 2), of=["plans_issued"])), person()
    )
    assert foreseen.quarters == [Quarter(2022, 1), Quarter(2022, 2)]
    assert len(foreseen.new) == 26


def test_a_settled_figure_is_a_change():
    provisional = figure("plans_issued", KENT, QUARTER, 4, Status.PROVISIONAL)
    final = figure("plans_issued", KENT, QUARTER, 4)
    (change,) = figures_changed({final.key: provisional}, {final.key: final})
    assert (change.old.status, change.new.status, change.quarter) == (Status.PROVISIONAL, Status.FINAL, QUARTER)
    assert figures_changed({final.key: final}, {final.key: final}) == []


def a_version(content_of):
    """One accepted return of any kind, from few drawn choices."""
    kind, value, streams = content_of
    if kind == "history":
        typed = [figure("ep_advice_requested", KENT, QUARTER, value)]
        return factories.history(QUARTER - 1, QUARTER, of=["ep_advice_requested"], typed=typed)

    def change(form):
        if 3 in streams:
            cell_of(form, "ep_advice_requested", "Kent").value = value
            cell_of(form, "ep_advice_in_6_weeks", "Kent").value = 0

    return factories.standard_return(QUARTER, streams, change=change)


RETURNS = st.tuples(
    st.sampled_from(["standard", "history"]), st.integers(1_000, 1_010), st.sampled_from([(3,), (4,), (3, 4)])
)


def test_a_withdrawal_is_foreseen_too(database):
    for version in (("standard", 1_000, (3,)), ("standard", 1_005, (3,))):
        accept(database, _here(a_version(version)), by("Analyst"))
    foreseen = impact_of_withdrawal(database, 2, person())
    withdraw(database, 2, by("Analyst", "mistaken"))
    assert figures_changed(foreseen.after, facts(database)) == []
    assert foreseen.restated_quarters == [QUARTER]
    assert (foreseen.new, foreseen.withdrawn) == ((), ())
    assert len(foreseen.changed) + foreseen.unchanged == len(foreseen.before)


@settings(max_examples=6, deadline=None)
@given(st.lists(st.one_of(RETURNS, st.just("withdraw")), max_size=4), RETURNS)
def test_what_is_foreseen_is_what_happens(empty_store, steps, last):
    """Whatever was accepted and withdrawn before: the store afterwards is what the impact said."""
    with empty_store() as database:
        for step in steps:
            _do(database, step)
        submission = _here(a_version(last))
        foreseen = impact(database, submission, person())
        accept(database, submission, by("Analyst", seen=foreseen.seen))
        now = facts(database)
    assert {key: each.value for key, each in foreseen.after.items()} == {key: each.value for key, each in now.items()}
    assert figures_changed(foreseen.after, now) == []


def _here(content):
    """The submission without a child process, for many of them."""
    parsed = parse(factories.read_here(content))
    digest = sha256(content).hexdigest()
    return Submission(parsed.cover, "return.xlsx", content, digest, figures_of(parsed), parsed.entries)


def _do(database, step):
    if step != "withdraw":
        accept(database, _here(a_version(step)), by("Analyst"))
        return
    known = versions(database)
    gone = {each.withdraws for each in known}
    standing = [each.number for each in known if each.withdraws is None and each.number not in gone]
    if standing:
        withdraw(database, standing[-1], by("Analyst", "mistaken"))


def test_what_leads_judged_is_foreseen_with_the_figures(database):
    def judged(form):
        rows = {"KPI": "plans_within_20_weeks", "Rating judgement": "amber", "Judgement reason": "two teams moved"}
        headings = {cell.value: cell.column for cell in form["Commentary"][1]}
        for heading, text in rows.items():
            form["Commentary"].cell(2, headings[heading]).value = text

    load(database, factories.standard_return(change=judged), "return.xlsx", by("Analyst"), today=TODAY, read=read_here)
    left = impact(database, checked(factories.standard_return()), person())
    assert left.judged_before == left.judged_after != ()
    emptied = factories.standard_return(change=answered("Commentary", "none any more"))
    foreseen = impact(database, checked(emptied), person())
    ((speaks_for, (row,)),) = foreseen.judged_before
    assert (speaks_for, row.quarter, row.source.version) == (frozenset({3}), QUARTER, 1)
    assert foreseen.judged_after == ()
    again = impact(database, checked(factories.standard_return(change=judged)), person())
    assert [speaks_for for speaks_for, _ in again.judged_after] == [frozenset({3})]


def test_what_a_version_changed_is_what_was_foreseen_of_it_however_much_came_after(database):
    def corrected(form):
        cell_of(form, "ep_advice_requested", "Kent").value = 1_700

    load(database, factories.standard_return(), "return.xlsx", by("Analyst"), today=TODAY, read=read_here)
    content = factories.standard_return(change=corrected)
    foreseen = impact(database, checked(content), person())
    second = load(database, content, "second.xlsx", by("Analyst"), today=TODAY, read=read_here).version
    load(database, factories.standard_return(streams=(2,)), "third.xlsx", by("Analyst"), today=TODAY, read=read_here)
    changed = impact_of_version(database, second.number, person())
    assert [(each.old.value, each.new.value) for each in changed.changes] == [(1_671, 1_700)]
    assert (changed.unchanged, changed.restated_quarters) == (foreseen.unchanged, foreseen.restated_quarters)


def test_what_accepting_would_hide_is_what_it_hides(database):
    small = Item(EXCLUSIONS, DISTRICTS[0].code, Q3, 1)
    accept(database, exclusions([9] * 12), by(), decider())
    correction = exclusions([3] + [9] * 11)
    told = foreseen_hiding(database, correction, person())
    assert told.hidden[small] is WhyHidden.SMALL
    assert read(database).hidden.items == frozenset()
    accept(database, correction, by(), decider())
    assert read(database).hidden.items == set(told.hidden)
    with pytest.raises(NotAllowed, match=r"may do this \(preview\), got: reader"):
        foreseen_hiding(database, correction, person().looking_as(Role.READER))


def test_what_was_foreseen_is_found_again_when_it_is_accepted_and_decided_anew_after_another_return(database, monkeypatch):
    chosen, conceal = [], deciding.conceal
    monkeypatch.setattr(deciding, "conceal", lambda known, secret: chosen.append(secret) or conceal(known, secret))
    accept(database, exclusions([9] * 12), by(), decider())
    chosen.clear()
    for between in ([], [exclusions([8] * 12)]):
        told = foreseen_hiding(database, exclusions([3] + [9] * 11), person())
        for each in between:
            accept(database, each, by(), decider())
        made = accept(database, exclusions([3] + [9] * 11), by(), decider())
        assert len(chosen) == 1 + 2 * len(between)
        assert (newest_decision(database) == told) == (not between)
        withdraw(database, made.number, by("Analyst", "to try again"), decider())
        chosen.clear()
