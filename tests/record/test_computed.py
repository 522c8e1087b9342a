from datetime import UTC, datetime

from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from record.computed import action_figures, computed_figures
from record.logs import Logs
from tests.reports.acting import DONE, LATER, log
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


def on_time(logs, quarter="2024/25 Q2"):
    found = {(figure.measure, str(figure.quarter)): figure.value for figure in action_figures(logs)}
    return found.get(("actions_due", quarter)), found.get(("actions_completed_on_time", quarter))


def test_an_action_is_due_in_the_quarter_of_the_date_agreed_first_whatever_became_of_it():
    logs = log(Q2=[ACTIONS.typed(baseline="2024-09-30")], Q3=[ACTIONS.typed(baseline=LATER, forecast=LATER)])
    assert (on_time(logs), on_time(logs, "2024/25 Q3")) == ((1, 0), (0, 0))


def test_done_by_that_date_is_on_time_and_a_day_later_is_not():
    late = DONE | {"Ref": "APP-6.02", "Actual": "2024-10-01"}
    assert on_time(log(Q2=[DONE, late], Q3=[DONE, late])) == (2, 1)


def test_an_action_carried_over_is_due_once_by_its_first_date():
    first = {"Ref": "WSOA-3.04", "Baseline due": "2022-09-30", "Forecast": "2022-09-30"}
    logs = log(W2=[first], A1=[ACTIONS.typed(former_ref="WSOA-3.04", baseline="2024-03-31")])
    assert on_time(logs, "2022/23 Q2") == (1, 0)


def test_a_quarter_without_an_action_log_has_no_figure():
    assert on_time(log(Q3=[{}]), "2024/25 Q2") == (None, None)
    assert action_figures(Logs()) == []
