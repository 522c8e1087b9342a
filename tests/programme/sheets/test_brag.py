from datetime import date

import pytest

from programme.sheets.actions import ACTIONS, Brag, actions_in
from programme.sheets.brag import BragShown, brag_shown, overdue
from tests.programme.rows import rows

ON = date(2024, 12, 31)
DUE, PASSED = date(2025, 3, 31), date(2024, 9, 30)


def action(status="", **typed):
    (found,) = actions_in(rows(ACTIONS.name, ACTIONS.typed(ref="A-1", status=status, **typed)))
    return found


DONE = {"actual": "2024-11-29"}
EVIDENCED = DONE | {"evidence": "Paper 7"}


@pytest.mark.parametrize(
    ("status", "typed", "baseline", "expected"),
    [
        ("Blue", EVIDENCED, DUE, BragShown(Brag.BLUE)),
        ("Blue", DONE, DUE, BragShown(Brag.GREEN, "returned as Blue, but there is no reference to evidence")),
        ("Blue", {}, DUE, BragShown(Brag.GREEN, "returned as Blue, but it has no actual date")),
        ("Green", {}, DUE, BragShown(Brag.GREEN)),
        ("Green", {}, None, BragShown(Brag.GREEN)),
        ("Green", {}, PASSED, BragShown(Brag.RED, "returned as Green, but its date has passed")),
        ("Amber", {"forecast": "2024-11-30"}, PASSED, BragShown(Brag.RED, "returned as Amber, but its date has passed")),
        (
            "Green",
            {"forecast": "2025-02-28"},
            PASSED,
            BragShown(Brag.AMBER, "returned as Green, but the date agreed first has passed"),
        ),
        ("Amber", {"forecast": "2025-02-28"}, PASSED, BragShown(Brag.AMBER)),
        ("Red", {}, DUE, BragShown(Brag.RED)),
        ("Not started", {}, DUE, BragShown(Brag.NOT_STARTED)),
        ("Not started", {}, PASSED, BragShown(Brag.RED, "returned as Not started, but its date has passed")),
        ("Not started", EVIDENCED, DUE, BragShown(Brag.BLUE, "returned as Not started, but it is complete")),
        ("", {}, DUE, BragShown(Brag.NOT_STATED)),
        ("", {}, PASSED, BragShown(Brag.RED, "no status was returned")),
        ("", EVIDENCED, DUE, BragShown(Brag.BLUE, "no status was returned")),
    ],
)
def test_a_status_is_shown_unless_it_is_better_than_dates_and_evidence_allow(status, typed, baseline, expected):
    assert brag_shown(action(status, **typed), baseline, ON) == expected


def test_a_later_forecast_does_not_make_an_overdue_action_timely():
    assert overdue(action("Amber", forecast="2025-06-30"), PASSED, ON)


def test_on_its_day_an_action_is_not_yet_overdue():
    assert not overdue(action("Green"), ON, ON)


def test_what_is_done_or_has_no_date_is_not_overdue():
    assert not overdue(action("Blue", **DONE), PASSED, ON)
    assert not overdue(action("Green"), None, ON)
