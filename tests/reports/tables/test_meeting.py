from dataclasses import replace

from reports.language.linked import leads
from reports.progress.meeting import follow_ups, on_record
from reports.sentences.meeting import KEPT_BACK
from reports.tables.meeting import follow_ups_table, records_table
from tests.reports.cells import column, missing, texts
from tests.reports.meetings import EVERYTHING, LATER, held


def test_a_follow_up_is_named_with_its_source():
    table = follow_ups_table(follow_ups(held(*EVERYTHING), LATER))
    assert table.caption == "Follow-ups from meetings"
    assert texts(table) == [
        {
            "Ref": "M1-4",
            "Action": "Fill two posts.",
            "Source": "Meeting of 17 December 2024 on 2024/25 Q2",
            "About": "Plans within 20 weeks",
            "Lead role": "Head of SEND",
            "Status": "? No status",
            "Due": "14 February 2025",
            "How it stands": "Not done.",
            "Note": "",
        }
    ]
    assert table.rows[0][0].at == "M1-4"
    assert table.rows[0][2].linked == (leads("Meeting of 17 December 2024 on 2024/25 Q2", "records", at="meeting-1"),)


def test_everything_on_record_is_a_row():
    table = records_table(on_record(held(*EVERYTHING), LATER))
    assert column(table, "Kind") == ["Challenge", "Challenge", "Decision", "Follow-up"]
    assert column(table, "How it stands") == [
        "Not answered, 3 days overdue.",
        "The board is satisfied.",
        "agreed",
        "Not done.",
    ]
    assert texts(table)[0]["Words"] == "Why are plans late?"
    assert column(table, "Recorded by") == ["The chair"] * 4


def test_words_that_are_kept_back_stand_in_no_table():
    found = tuple(replace(each, kept_back=True) for each in on_record(held(*EVERYTHING), LATER))
    table = records_table(found)
    assert column(table, "Words") == [KEPT_BACK] * 4
    assert [each["Words"] for each in missing(table)] == [KEPT_BACK] * 4
    assert "We check now" not in str(texts(table))
