from programme.quarter import Quarter
from record.receipts import State
from reports.progress.received import received
from tests.reports.build import progress_of

Q3 = Quarter(2024, 3)


def test_receipts_are_worked_out_once_and_for_one_organisation_apart():
    progress = progress_of()
    found = received(progress, (Q3,))
    assert [each.state for each in found] == [State.ON_TIME] * 5
    assert received(progress, (Q3,)) is found
    assert [each.state for each in received(progress, (Q3,), "NHS Kent and Medway")] == [
        *[State.NOT_OWED] * 4,
        State.MISSING,
    ]
