from datetime import UTC, datetime

from kpis.evidence import Evidence
from programme.quarter import Quarter
from record.receipts import State, expected_next, receipts
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


def test_what_is_expected_next():
    records = records_of(a_figure("plans_issued", 400))
    assert expected_next(records, AFTER) == Q3 + 1
    assert expected_next(Records(Evidence(), ()), AFTER) == Q3
