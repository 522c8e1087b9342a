from reports.tables.workstream import accountable_table, milestones_table
from tests.reports.acting import delivered, log
from tests.reports.cells import texts, values
from tests.reports.progress.test_timescale import followed, milestone


def test_milestones_with_the_day_agreed_first():
    assert texts(milestones_table(followed(milestone("2024/25 Q1"), milestone(due="2024-12-31")))) == [
        {
            "Ref": "APP-M3.1",
            "Milestone": "Backlog cleared",
            "First due": "29 March 2024",
            "How it stands": "expected 31 December 2024, 277 days late",
            "As returned for": "2024/25 Q3",
        }
    ]


def test_who_is_accountable_and_takes_part_is_counted_and_what_is_missing_too():
    part = delivered(
        log(
            Q3=[
                {"Ref": "APP-6.01", "Partner": "NHS Kent and Medway"},
                {"Ref": "APP-6.02", "Partner": "NHS Kent and Medway"},
                {"Ref": "APP-6.03", "Accountable role": ""},
            ]
        )
    )
    assert texts(accountable_table(part)) == [
        {"Accountable role": "Director of SEND", "Partner": "NHS Kent and Medway", "Number of actions": "2"},
        {"Accountable role": "not given", "Partner": "none named", "Number of actions": "1"},
    ]
    assert [row["Number of actions"] for row in values(accountable_table(part))] == [2, 1]
