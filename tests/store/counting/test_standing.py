from datetime import UTC, datetime

from programme.submission import Cover, Version
from programme.symbols import Status
from store.counting.standing import ever_replaced, not_withdrawn, scopes_of, standing
from tests.store.submissions import COUNCIL, NHS, Q2, Q3

ALL = frozenset({1, 2, 3, 4, 5})


def version(number, *, workstreams=(3,), quarter=Q3, organisation=COUNCIL, kind="standard", withdraws=None) -> Version:
    cover = Cover(kind, quarter, workstreams, organisation, "Lead", "Analyst", None, Status.FINAL)
    return Version(number, cover, "return.xlsx", "f" * 64, datetime(2024, 11, number, tzinfo=UTC), "by", "", withdraws)


def history(number, **more) -> Version:
    return version(number, quarter=None, kind="history", workstreams=(1, 2, 3, 4, 5), **more)


def test_a_standard_return_speaks_for_each_of_its_workstreams():
    assert list(scopes_of(version(1, workstreams=(2, 3)).cover)) == [(COUNCIL, Q3, 2), (COUNCIL, Q3, 3)]
    assert list(scopes_of(history(1).cover)) == []


def test_the_newer_return_for_the_same_scope_replaces_the_older_one():
    assert standing([version(1), version(2)]) == {1: frozenset(), 2: {3}}


def test_another_quarter_or_organisation_replaces_nothing():
    held = standing([version(1), version(2, quarter=Q2), version(3, organisation=NHS)])
    assert held == {1: {3}, 2: {3}, 3: {3}}


def test_a_return_for_one_workstream_takes_that_one_out_of_a_return_for_all():
    assert standing([version(1, workstreams=(1, 2, 3, 4, 5)), version(2)]) == {1: {1, 2, 4, 5}, 2: {3}}


def test_a_withdrawal_puts_the_one_before_back():
    versions = [version(1), version(2), version(3, withdraws=2)]
    assert standing(versions) == {1: {3}, 2: frozenset(), 3: frozenset()}


def test_withdrawing_the_one_before_leaves_the_newer_in_force():
    assert standing([version(1), version(2), version(3, withdraws=1)]) == {1: frozenset(), 2: {3}, 3: frozenset()}


def test_a_history_workbook_counts_beside_returns_until_it_is_withdrawn():
    assert standing([history(1), version(2)]) == {1: ALL, 2: {3}}
    assert standing([history(1), version(2), history(3, withdraws=1)]) == {1: frozenset(), 2: {3}, 3: frozenset()}


def test_ever_replaced_names_every_version_that_may_have_ceased_to_count():
    versions = [history(1), version(2, quarter=Q2), version(3), version(4), history(5, withdraws=1)]
    assert ever_replaced(versions) == {1, 3, 4}
    assert ever_replaced([version(1), version(2, quarter=Q2)]) == set()


def test_neither_a_withdrawal_nor_what_it_takes_back_is_kept():
    versions = [version(1), history(2), version(3, withdraws=1)]
    assert [each.number for each in not_withdrawn(versions)] == [2]
    assert [each.number for each in not_withdrawn(versions[:2])] == [1, 2]
