from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programme.parts import FIGURES, Part
from programme.sheets.book import WRITTEN
from programme.submission import Cover, Version
from programme.symbols import Status
from store.counting.standing import (
    ever_replaced,
    holding,
    not_withdrawn,
    prevailing,
    scopes_of,
    standing,
    streams_of,
)
from tests.store.submissions import COUNCIL, ISSUED, NHS, Q2, Q3, figure

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


def speaking(number, *parts, organisation=COUNCIL, **more) -> Version:
    """A version that recorded what it speaks for (each part as its sheet and whose it is; figures where none is named)."""
    made = version(number, organisation=organisation, **more)
    about, streams = made.cover.quarter, made.cover.workstreams
    spoken = [Part(*part, about, stream) for part in parts or [FIGURES_OF_COUNCIL] for stream in streams]
    return replace(made, parts=frozenset(spoken))


FIGURES_OF_COUNCIL, FIGURES_OF_NHS, ACTIONS = (FIGURES, COUNCIL), (FIGURES, NHS), ("Actions", COUNCIL)


def held(versions, sheet="") -> dict[int, set]:
    return {number: {part[:2] for part in parts} for number, parts in holding(versions, sheet).items()}


def test_a_version_from_before_parts_speaks_for_the_whole_of_its_scope():
    assert held([version(1)])[1] == {
        FIGURES_OF_COUNCIL,
        FIGURES_OF_NHS,
        *((sheet.name, COUNCIL) for sheet in WRITTEN),
    }
    assert held([version(1), version(2)])[1] == set()


def test_a_correction_of_figures_leaves_the_words_and_those_of_words_the_figures():
    first = speaking(1, FIGURES_OF_COUNCIL, ACTIONS)
    assert held([first, speaking(2, FIGURES_OF_COUNCIL)]) == {1: {ACTIONS}, 2: {FIGURES_OF_COUNCIL}}
    assert held([first, speaking(2, ACTIONS)]) == {1: {FIGURES_OF_COUNCIL}, 2: {ACTIONS}}
    assert held([version(1), speaking(2, FIGURES_OF_COUNCIL)], FIGURES) == {1: {FIGURES_OF_NHS}, 2: {FIGURES_OF_COUNCIL}}


def test_figures_of_another_organisation_that_a_correction_does_not_carry_stand():
    joint = speaking(1, FIGURES_OF_COUNCIL, FIGURES_OF_NHS)
    assert held([joint, speaking(2, FIGURES_OF_COUNCIL)]) == {1: {FIGURES_OF_NHS}, 2: {FIGURES_OF_COUNCIL}}


def test_what_one_organisation_returns_is_not_replaced_by_anothers():
    versions = [speaking(1, FIGURES_OF_NHS, ACTIONS), speaking(2, FIGURES_OF_NHS, ("Actions", NHS), organisation=NHS)]
    assert held(versions) == {1: {FIGURES_OF_NHS, ACTIONS}, 2: {FIGURES_OF_NHS, ("Actions", NHS)}}


def test_withdrawing_a_partial_version_puts_its_parts_back_and_nothing_else():
    versions = [speaking(1, FIGURES_OF_COUNCIL, ACTIONS), speaking(2, FIGURES_OF_COUNCIL), speaking(3, ACTIONS)]
    assert held([*versions, version(4, withdraws=2)]) == {1: {FIGURES_OF_COUNCIL}, 2: set(), 3: {ACTIONS}, 4: set()}
    assert held([*versions, version(4, withdraws=1)]) == {1: set(), 2: {FIGURES_OF_COUNCIL}, 3: {ACTIONS}, 4: set()}


def test_the_workstreams_of_a_sheet_are_told_apart_and_those_of_an_unknown_sheet_are_all():
    parts = frozenset({Part("Actions", COUNCIL, Q3, 3), Part(FIGURES, COUNCIL, Q3, 1)})
    assert (streams_of(parts, "Actions"), streams_of(parts, "Risks"), streams_of(parts, "Notes")) == ({3}, set(), {1, 3})


def given(number: int, measure: str, value: float):
    made = figure(measure, value)
    return replace(made, source=replace(made.source, version=number))


@pytest.mark.parametrize(
    ("versions", "number"),
    [
        ([version(1, organisation=NHS), version(2)], 2),
        ([version(1), version(2, organisation=NHS)], 2),
        ([speaking(1), speaking(2, organisation=NHS)], 1),
        ([speaking(1, organisation=NHS), speaking(2)], 2),
        ([version(1), speaking(2, organisation=NHS)], 1),
        ([version(1, organisation=NHS), speaking(2, organisation=NHS)], 2),
        ([version(1), version(2, organisation=NHS), speaking(3, organisation=NHS)], 3),
        ([version(1), version(2, organisation=NHS), speaking(3)], 3),
    ],
    ids=["before", "before too", "own", "own later", "own from before", "nobody's own", "overtaken before", "own at last"],
)
def test_where_two_give_a_figure_that_of_whoever_owes_it_counts_and_before_parts_the_newest(versions, number):
    known = {each.number: each for each in versions}
    candidates = [given(each.number, ISSUED, each.number) for each in reversed(versions)]
    assert prevailing(candidates, known).source.version == number
    assert prevailing([], known) is None
