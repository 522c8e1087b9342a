from reports.progress.voices import numbers_by_period
from reports.tables.voices import periods_table
from tests.reports.cells import texts, values
from tests.reports.progress.test_voices import known, voice


def test_the_published_total_has_a_row_and_a_period_of_its_own():
    table = periods_table(numbers_by_period(known()))
    assert texts(table)[:2] == [
        {
            "Counted in": "July to November 2021",
            "What is counted": "published total",
            "Number of activities": "221",
            "Number of people": "2,466",
        },
        {
            "Counted in": "2021/22 Q3",
            "What is counted": "3 entries",
            "Number of activities": "12",
            "Number of people": "438",
        },
    ]
    assert table.notes == (
        "Someone who came more than once is counted each time. A published total is never added to other entries.",
    )


def test_a_number_that_nobody_gave_is_not_zero():
    table = periods_table(numbers_by_period((voice(),)))
    assert values(table)[0]["Number of people"] is None
    assert texts(table)[0] | {"Counted in": ""} == {
        "Counted in": "",
        "What is counted": "1 entry",
        "Number of activities": "not given",
        "Number of people": "not given",
    }


def test_what_may_be_a_total_is_not_added_up_and_says_so():
    (row,) = texts(periods_table(numbers_by_period((voice(published="", people="41"),))))
    assert row["What is counted"] == "1 entry, of which nobody says whether one is a published total"
    assert row["Number of people"] == "not added up"
