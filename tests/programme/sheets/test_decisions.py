from datetime import date

from programme.sheets.decisions import decisions_in
from tests.programme.rows import rows


def test_a_decision_is_read_from_its_row():
    (found,) = decisions_in(
        rows(
            "Decisions",
            {
                "Reference": "21/00019",
                "Title": "SEND Strategy",
                "Key decision": "Yes",
                "Notice date": "4 February 2021",
                "Status": "taken",
            },
        )
    )
    assert (found.reference, found.key, found.notice, found.decided, found.status) == (
        "21/00019",
        True,
        date(2021, 2, 4),
        None,
        "taken",
    )


def test_whether_it_is_a_key_decision_may_be_unknown():
    unknown, no = decisions_in(
        rows("Decisions", {"Reference": "1", "Key decision": "perhaps"}, {"Title": "2", "Key decision": "no"})
    )
    assert (unknown.key, no.key) == (None, False)


def test_what_a_decision_touches_is_read_as_lists():
    (found,) = decisions_in(
        rows(
            "Decisions",
            {
                "Reference": "ILL-1",
                "Linked KPIs": "plans_within_20_weeks, assessments_overdue",
                "Linked actions": "APP-6.03; app-6.04",
                "Weaknesses": "6; 9",
                "Linked risks": "R-03",
                "Not before": "5 March 2021",
            },
        )
    )
    assert (found.kpis, found.actions, found.weaknesses, found.risks) == (
        ("plans_within_20_weeks", "assessments_overdue"),
        ("APP-6.03", "APP-6.04"),
        (6, 9),
        ("R-03",),
    )
    assert found.not_before == date(2021, 3, 5)
