from datetime import date

import pytest

from tests.loaders.rules.one_change import Row, answered, labelled, nothing, written


def on_cover(name, label, value, rule, cell, message):
    return Row(name, answered(label, value), ((rule, f"Cover!{cell}", message),))


def titled(sheet, title):
    """A change to a form: a title above the headings of a sheet."""

    def change(form):
        form[sheet].insert_rows(1)
        form[sheet]["A1"] = title

    return change


ROWS = [
    on_cover(
        "a quarter that there is not",
        "Quarter",
        "2024/25 Q5",
        "quarter_on_cover_unknown",
        "B4",
        "Quarter must be written like 2024/25 Q3, got: 2024/25 Q5",
    ),
    on_cover(
        "a quarter that may mean three",
        "Quarter",
        "Q1 2025",
        "quarter_on_cover_unknown",
        "B4",
        "Quarter must be written like 2024/25 Q3: did you mean 2024/25 Q4, 2025/26 Q1 or 2024/25 Q1? got: Q1 2025",
    ),
    on_cover(
        "no quarter",
        "Quarter",
        None,
        "quarter_on_cover_unknown",
        "B4",
        "Quarter must be written like 2024/25 Q3, got: nothing",
    ),
    on_cover(
        "a quarter that has not ended",
        "Quarter",
        "2025/26 Q1",
        "quarter_in_future",
        "B4",
        "Quarter must have ended before today, 1 June 2025, got: 2025/26 Q1",
    ),
    on_cover(
        "a workstream that there is not",
        "Workstream",
        7,
        "workstream_unknown",
        "B5",
        "Workstream must be a number from 1 to 5, or all, got: 7",
    ),
    on_cover(
        "a misspelt title",
        "Workstream",
        "Service provison",
        "workstream_unknown",
        "B5",
        "Workstream must be a number from 1 to 5, or all: did you mean 5? got: Service provison",
    ),
    on_cover(
        "a misspelt organisation",
        "Organisation",
        "Kent Council",
        "organisation_unknown",
        "B6",
        "Organisation must be Kent County Council or NHS Kent and Medway: did you mean Kent County Council? "
        "got: Kent Council",
    ),
    on_cover(
        "a misspelt status",
        "Status",
        "finall",
        "status_on_cover_unknown",
        "B10",
        "Status must be provisional or final: did you mean final? got: finall",
    ),
    on_cover(
        "figures that are neither real nor illustrative",
        "Figures are",
        "ilustrative",
        "figures_are_unknown",
        "B11",
        "Figures are must be answered real or illustrative: did you mean illustrative? got: ilustrative",
    ),
    on_cover(
        "a day that is none",
        "Data as at",
        "soon",
        "data_as_at_unknown",
        "B9",
        "Data as at must be a date, like 31 March 2025, got: soon",
    ),
    on_cover(
        "a day that the calendar does not have",
        "Data as at",
        "31 June 2025",
        "data_as_at_unknown",
        "B9",
        "Data as at must be a day that there is, and June 2025 has 30 days, got: 31 June 2025",
    ),
    on_cover(
        "a day before the quarter ended",
        "Data as at",
        date(2025, 3, 1),
        "data_as_at_odd",
        "B9",
        "Data as at must not be before 2024/25 Q4 ended on 31 March 2025 (Cover!B4), got: 1 March 2025",
    ),
    on_cover(
        "a day to come",
        "Data as at",
        date(2025, 7, 1),
        "data_as_at_odd",
        "B9",
        "Data as at must be no later than today, 1 June 2025, got: 1 July 2025",
    ),
    Row(
        "a misspelt line",
        labelled("Quarter", "Quater"),
        (
            (
                "cover_line_missing",
                "Cover!A4",
                "Cover must have a line Quarter, with its answer in column B: did you mean Quarter? got: Quater",
            ),
        ),
    ),
    Row(
        "a line that is not there",
        labelled("Status", "Maturity"),
        (("cover_line_missing", "Cover", "Cover must have a line Status, with its answer in column B, got: no such line"),),
    ),
    Row(
        "a file named for another quarter",
        nothing,
        (
            (
                "file_name_disagrees",
                "Cover!B4",
                "Quarter must be the one in the file's name, 2024/25 Q3 (return-2024-25-Q3.xlsx), got: 2024/25 Q4",
            ),
        ),
        file_name="return-2024-25-Q3.xlsx",
    ),
    Row(
        "a file's name that says another quarter in another way",
        nothing,
        (
            (
                "file_name_disagrees",
                "Cover!B4",
                "Quarter must be the one in the file's name, 2024/25 Q3 (KCC return Oct-Dec 2024 v2.xlsx), got: 2024/25 Q4",
            ),
        ),
        file_name="KCC return Oct-Dec 2024 v2.xlsx",
    ),
    Row(
        "last quarter's form with this quarter's answer",
        written("Cover", "A1", "Quarterly return, 2024/25 Q3"),
        (
            (
                "title_disagrees",
                "Cover!A1",
                "The title must be of 2024/25 Q4, as Cover!B4 says, got: Quarterly return, 2024/25 Q3",
            ),
        ),
    ),
    Row(
        "a title of another quarter above the figures",
        titled("Figures", "Figures for Q3 2024-25 (KCC)"),
        (
            (
                "title_disagrees",
                "Figures!A1",
                "The title must be of 2024/25 Q4, as Cover!B4 says, got: Figures for Q3 2024-25 (KCC)",
            ),
        ),
    ),
    Row("a title that names the quarter in another way", titled("Figures", "Jan - Mar 2025"), ()),
    Row("a title that may be of several quarters", titled("Figures", "Figures for Q3 2024"), ()),
    Row(
        "a history by an unknown organisation",
        answered("Organisation", "Kent"),
        (
            (
                "organisation_unknown",
                "Cover!B4",
                "Organisation must be Kent County Council or NHS Kent and Medway, got: Kent",
            ),
        ),
        history=("plans_issued",),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Prepared by", None),
        ("Lead role", None),
        ("Data as at", None),
        ("Figures are", None),
        ("Data as at", "2 April 2025"),
        ("Workstream", "Workstream 3"),
        ("Workstream", "Quality of Education, Health and Care Plans (EHCPs)"),
        ("Organisation", "kent county council "),
        ("Status", "Provisional"),
        ("Quarter", "2024-25-Q4"),
    ],
)
def test_an_answer_that_can_be_understood_has_no_finding(label, value):
    assert Row("", answered(label, value), ()).found == ()


def test_a_file_named_for_its_own_quarter_has_no_finding():
    assert Row("", nothing, (), file_name="Return 2024-25 Q4 final.xlsx").found == ()


def test_a_history_needs_no_cover():
    def without_cover(form):
        del form["Cover"]

    assert Row("", without_cover, (), history=("plans_issued",)).found == ()
