from datetime import date

from programme.sheets.participation import participation_in
from tests.programme.rows import rows


def test_what_was_said_and_done_is_read():
    (row,) = participation_in(
        rows(
            "Participation",
            {
                "Ref": "P-1",
                "You said": "Nobody rings back",
                "We did": "Call-backs",
                "Difference made": "",
                "Activities": "6",
                "People": "1,084",
                "Date": "2024-02-22",
                "Weaknesses": "1;3",
            },
        )
    )
    assert (row.activities, row.people, row.day, row.weaknesses, row.difference) == (6, 1084, date(2024, 2, 22), (1, 3), "")


def test_a_number_that_is_missing_is_unknown_and_not_zero():
    (row,) = participation_in(rows("Participation", {"Ref": "P-1", "You said": "Ask us", "People": "many"}))
    assert (row.activities, row.people) == (None, None)


def test_a_row_that_says_nothing_is_left_out():
    assert participation_in(rows("Participation", {"Ref": "P-1"})) == []


def test_a_quotation_stands_only_with_its_source():
    quoted, unsourced = participation_in(
        rows(
            "Participation",
            {"You said": "Listen", "Quotation": "I rang forty times", "Source of quotation": "illustrative"},
            {"You said": "Listen", "Quotation": "I rang forty times"},
        )
    )
    assert (quoted.quoted, unsourced.quoted) == ("I rang forty times", "")


def test_what_is_said_under_a_heading_by_whom_and_to_whom_is_read():
    (found,) = participation_in(
        rows(
            "Participation",
            {
                "You said": "We want to meet the professionals",
                "Said under": "listening more",
                "Kind of activity": "Meet the professionals",
                "Teams met": "Transport; Equipment service",
                "Published total": "yes",
                "Counted over": "July to November 2021",
            },
        )
    )
    assert (found.heading, found.activity, found.teams) == (
        "Listening more",
        "meet the professionals",
        ("Transport", "Equipment service"),
    )
    assert (found.published, found.period) == (True, "July to November 2021")


def test_an_entry_is_found_by_the_version_and_the_row_it_was_read_from():
    (entry,) = participation_in(rows("Participation", {"You said": "Nobody rang us back"}))
    assert entry.place == f"voice-{entry.source.version}-{entry.source.ref}"
