from dataclasses import replace
from datetime import UTC, datetime

from kpis.evidence import Evidence
from programme.parts import FIGURES, Part
from programme.quarter import Quarter
from record.receipts import Counts, State, expected, expected_next, figures_there, receipts, receipts_missing
from record.records import Records
from tests.reports.build import a_figure, a_version, records_of

Q3 = Quarter.parse("2024/25 Q3")
AFTER = datetime(2025, 3, 1, tzinfo=UTC)
BEFORE = datetime(2025, 1, 10, tzinfo=UTC)


def states(records, now=AFTER, **kind):
    return {receipt.workstream: receipt.state for receipt in receipts(records, [Q3], now, **kind)}


def test_on_time_late_and_missing_are_told_apart():
    records = records_of(
        versions=[
            a_version(1, workstreams=(1, 2), at=datetime(2025, 2, 5, tzinfo=UTC)),
            a_version(2, workstreams=(3,), at=datetime(2025, 2, 6, 9, tzinfo=UTC)),
        ]
    )
    assert states(records) == {1: State.ON_TIME, 2: State.ON_TIME, 3: State.LATE, 4: State.MISSING, 5: State.MISSING}


def test_those_that_are_missing_are_as_among_all():
    records = records_of(a_figure("plans_issued", 400), versions=[a_version(1, workstreams=(1, 2))])
    every = receipts(records, [Q3, Q3 + 1], AFTER)
    missing = receipts_missing(records, [Q3, Q3 + 1], AFTER)
    assert missing == [each for each in every if each.state is State.MISSING]
    assert [(each.quarter, each.workstream) for each in missing] == [(Q3, 3), (Q3, 4), (Q3, 5)]
    assert missing[0].boxes[0].counts.given == 1


def test_what_is_not_yet_due_is_not_missing():
    assert set(states(records_of(versions=[a_version(quarter="2024/25 Q2")]), now=BEFORE).values()) == {State.NOT_DUE}


def test_figures_of_the_history_workbook_stand_for_a_return():
    history = a_version(7, kind="history", quarter=None)
    records = records_of(a_figure("plans_issued", 400, version=7), versions=[history])
    assert states(records)[3] is State.HISTORY
    assert states(records)[1] is State.MISSING


def test_a_withdrawn_return_is_missing_again():
    records = records_of(versions=[a_version(1), a_version(2, withdraws=1)])
    assert states(records)[1] is State.MISSING


def test_one_organisations_returns_can_be_looked_at_alone():
    records = records_of(versions=[a_version(1, organisation="NHS Kent and Medway", workstreams=(5,))])
    assert states(records, organisation="NHS Kent and Medway")[5] is State.ON_TIME
    assert states(records, organisation="Kent County Council")[5] is State.MISSING


KCC, NHS = "Kent County Council", "NHS Kent and Medway"


def spoken(number, *makers, organisation=None, streams=(5,), **more):
    """A return that brings figures that these organisations owe, of its own organisation or the first of them."""
    made = a_version(number, organisation=organisation or makers[0], workstreams=streams, **more)
    parts = frozenset(Part(FIGURES, maker, made.cover.quarter, stream) for maker in makers for stream in streams)
    return replace(made, parts=parts)


def boxes(records, stream=5, quarter=Q3, now=AFTER, **kind):
    (found,) = (each for each in receipts(records, [quarter], now, **kind) if each.workstream == stream)
    return {box.organisation: box.state for box in found.boxes}, found.state


def test_a_workstream_has_a_box_for_each_organisation_that_owes_measures_in_it():
    records = records_of(versions=[spoken(1, KCC)])
    assert boxes(records) == ({KCC: State.ON_TIME, NHS: State.MISSING}, State.MISSING)
    assert boxes(records, stream=3) == ({KCC: State.MISSING}, State.MISSING)
    both = records_of(versions=[spoken(1, KCC, NHS)])
    assert boxes(both) == ({KCC: State.ON_TIME, NHS: State.ON_TIME}, State.ON_TIME)


def test_where_an_organisation_owes_nothing_it_is_not_missing():
    records = records_of(versions=[spoken(1, NHS)])
    assert boxes(records, stream=3, organisation=NHS) == ({}, State.NOT_OWED)
    assert boxes(records, organisation=NHS) == ({NHS: State.ON_TIME}, State.ON_TIME)


def test_a_partner_neither_supersedes_nor_is_superseded():
    records = records_of(versions=[spoken(1, KCC), spoken(2, NHS), spoken(3, KCC)])
    (found,) = (each for each in receipts(records, [Q3], AFTER) if each.workstream == 5)
    assert [(box.organisation, box.superseded) for box in found.boxes] == [(KCC, 1), (NHS, 0)]


def test_a_return_of_words_alone_brings_no_figures():
    words = replace(spoken(1, KCC), parts=frozenset({Part("Actions", KCC, Q3, 5)}))
    assert boxes(records_of(versions=[words]))[0] == {KCC: State.MISSING, NHS: State.MISSING}


def test_in_time_withdrawn_and_received_again_is_neither_late_nor_as_if_nothing_had_been():
    early, late = datetime(2025, 1, 20, tzinfo=UTC), datetime(2025, 2, 20, tzinfo=UTC)
    again = [spoken(1, KCC, NHS, at=early), spoken(2, KCC, withdraws=1, at=early), spoken(3, KCC, NHS, at=late)]
    assert boxes(records_of(versions=again))[1] is State.AGAIN
    assert boxes(records_of(versions=again[:2]))[1] is State.MISSING
    both_late = [replace(each, accepted_at=late) for each in again]
    assert boxes(records_of(versions=both_late))[1] is State.LATE
    soon = [*again[:2], spoken(3, KCC, NHS, at=early)]
    assert boxes(records_of(versions=soon))[1] is State.ON_TIME


def test_a_history_that_says_what_it_speaks_for_stands_for_whose_figures_it_brings():
    past = replace(a_version(7, kind="history", quarter=None), parts=frozenset({Part(FIGURES, KCC, Q3, 5)}))
    records = records_of(a_figure("children_without_provision", 4, version=7), versions=[past])
    assert boxes(records) == ({KCC: State.HISTORY, NHS: State.MISSING}, State.MISSING)


def test_how_many_figures_are_owed_given_and_symbols():
    records = records_of(a_figure("plans_issued", 400), a_figure("plans_issued_within_20_weeks", "x"))
    assert figures_there(records, Part(FIGURES, KCC, Q3, 3)) == Counts(101, 2, 1)
    assert figures_there(records, Part(FIGURES, NHS, Q3, 3)) == Counts(0, 0, 0)


def test_every_quarter_up_to_today_is_expected_however_many():
    records = records_of(a_figure("plans_issued", 400))
    assert [str(quarter) for quarter in expected(records, datetime(2026, 1, 10, tzinfo=UTC))] == [
        "2024/25 Q4",
        "2025/26 Q1",
        "2025/26 Q2",
        "2025/26 Q3",
    ]
    assert expected(records, AFTER) == [Q3 + 1]
    long_after = datetime(2045, 1, 10, tzinfo=UTC)
    assert len(expected(records, long_after)) == 80
    assert boxes(records, quarter=Quarter(2043, 4), now=long_after)[1] is State.MISSING


def test_what_is_expected_next():
    records = records_of(a_figure("plans_issued", 400))
    assert expected_next(records, AFTER) == Q3 + 1
    assert expected_next(Records(Evidence(), ()), AFTER) == Q3
