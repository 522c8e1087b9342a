from datetime import UTC, datetime

from programme.quarter import Quarter
from reports.computed import computed_figures
from tests.reports.build import a_version

ON_THE_DAY = datetime(2025, 2, 5, 23, 30, tzinfo=UTC)
A_DAY_LATER = datetime(2025, 2, 6, 9, tzinfo=UTC)


def values(*versions):
    return {figure.measure: figure.value for figure in computed_figures(versions, None)}


def test_a_return_on_its_due_day_is_on_time_and_one_the_day_after_is_late():
    found = values(a_version(1, workstreams=(1, 2), at=ON_THE_DAY), a_version(2, workstreams=(3,), at=A_DAY_LATER))
    assert found == {"returns_due": 5, "returns_received_on_time": 2}


def test_a_late_correction_does_not_make_a_return_late():
    found = values(a_version(1, at=ON_THE_DAY), a_version(2, at=A_DAY_LATER))
    assert found["returns_received_on_time"] == 5


def test_a_withdrawn_return_was_not_received():
    withdrawal = a_version(2, at=ON_THE_DAY, withdraws=1)
    assert values(a_version(1, at=ON_THE_DAY), withdrawal) == {}


def test_a_history_workbook_is_no_return():
    assert values(a_version(1, kind="history", quarter=None)) == {}


def test_the_figures_say_that_nobody_returned_them():
    figure, _ = computed_figures([a_version()], None)
    assert figure.source.sheet == "worked out from the returns"
    assert figure.quarter == Quarter.parse("2024/25 Q3")
