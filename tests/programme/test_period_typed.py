from datetime import date, datetime

import pytest
from hypothesis import given

from programme.period_typed import NO_PERIOD, period_in, quarter_read, read_period
from tests.programme.test_period import periods

ONE_WAY = {
    "2023/24 Q1": [
        *("2023/24 Q1", "2023-24-Q1", "2023-24 q1", "Q1 2023/24", "Quarter 1 2023/24", "Qtr 1, 2023/24", "Q1 of 2023/24"),
        *("2023/24 Q1 Actual", "Actual: Q1 2023/24", "2023/24 Quarter 1", "First quarter 2023/24", "Q1 (2023/24)"),
        *("FY24 Q1", "Q1 FY24", "FY24Q1", "FY2024 Q1", "FY2023/24 Q1", "Q1 23/24", "Q1 2023-2024", "Q1\xa02023/24 *"),
        *("Apr-Jun 2023", "April to June 2023", "Apr 2023 – Jun 2023", "Apr-Jun 23", "Apr-Jun 2023/24", "Q1 (Apr-Jun 2023)"),
        *("Q1 2023/24: Apr 2023 - Jun 2023", "Q1 2023 (Apr-Jun 2023)", "1 April to 30 June 2023", "01/04/2023 - 30/06/2023"),
        *("Quarter ending June 2023", "three months to 30 June 2023", "Q/E 30/06/2023", "2023/24 Q1 [note 3]"),
    ],
    "2024/25 Q4": ["Q4 2024/25: Jan 2025 - Mar 2025", "Jan to Mar 2025", "Q4 24/25", "2024-25 Q4 (provisional)"],
    "2022/23 Q4": ["CY 2023 Q1", "Q1 calendar year 2023"],
    "2023-06": ["2023-06", "Jun-23", "June 2023", "30/06/2023", "2023-06-30", "01/06/23", "Jun 23", "JUNE 2023†", "06/2023"],
    "2023-01": ["January 2023", "as at 31 January 2023", "end of Jan 2023", "31st January 2023", "2023-01-31 00:00:00"],
    "2023-09": ["Sept 2023", "Sep-23", "Month ending 30 September 2023"],
    "2015": ["2015", "2015 *", "Calendar year 2015", "2015 [r]", "Jan-Dec 2015", "Year ending December 2015"],
    "2023/24": [
        "2023/24",
        "2023/2024",
        "23/24",
        "FY24",
        "Financial year 2023/24",
        "Apr 2023 - Mar 2024",
        "Year ending March 2024",
    ],
    "2023/24 academic year": ["2023/24 academic year", "Academic year 2023/24", "Sep 2023 - Aug 2024"],
}


@pytest.mark.parametrize("written, text", [(written, text) for written, texts in ONE_WAY.items() for text in texts])
def test_a_way_that_people_write_a_period_is_read(written, text):
    read = read_period(text)
    assert (str(read.period), bool(read)) == (written, True)
    assert read.note == ("" if text == written else f"“{text}” was read as {written}")


@pytest.mark.parametrize(
    "text, readings",
    [
        ("Q1 2023", ["2022/23 Q4", "2023/24 Q1", "2022/23 Q1"]),
        ("2023 Q4", ["2023/24 Q3", "2023/24 Q4", "2022/23 Q4"]),
        ("2010-11", ["2010/11", "2010-11"]),
        ("Q1 2023/24 (Jan-Mar 2024)", ["2023/24 Q1", "2023/24 Q4"]),
        ("15/06/2023", ["2023-06"]),
        ("28 June 2023", ["2023-06"]),
    ],
)
def test_what_may_be_meant_otherwise_is_asked(text, readings):
    read = read_period(text)
    assert list(map(str, read.readings)) == readings
    assert (read.period, read.note) == (None, "")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "Q1",
            "Total",
            "5",
            "2023/24 Q1 Forecast",
            "Target 2023/24",
            "03/04",
            "23 June",
            "2023/25",
            "Quarter 5 2023/24",
        ),
        *(
            "31/02/2023",
            "13/2023",
            "2023-00",
            "Dec 2022 - Feb 2023",
            "Apr-Sep 2023",
            "may",
            "Q1 (Jul-Sep 2024) x",
            "2023-24-25",
        ),
        *("Quarter ending May 2023", "Q2 (Jan-Mar 2025)", "1899", "x" * 91),
    ],
)
def test_what_is_no_period_is_none(text):
    assert read_period(text) == NO_PERIOD
    assert not read_period(text)


@given(periods)
def test_whatever_a_period_prints_is_read_back(period):
    assert period in read_period(str(period)).readings
    assert read_period(str(period)).period == period or 2000 <= period.year <= 2011  # 2010-11 is November or a year


def test_a_cell_of_the_kind_of_a_date_is_the_month_that_it_begins_or_ends():
    assert str(read_period(date(2023, 6, 1)).period) == str(read_period(datetime(2023, 6, 30)).period) == "2023-06"
    asked = read_period(date(2023, 6, 15))
    assert (asked.period, list(map(str, asked.readings))) == (None, ["2023-06"])


@pytest.mark.parametrize(
    "sentence, found, sure",
    [
        ("Community Health Services Waiting Lists, England, January 2023", ["2023-01"], True),
        ("Table 4: Kent and Medway, January 2023 (published 2024)", ["2023-01"], True),
        ("Waiting list at 31 January 2023 (published 9 March 2023)", ["2023-01", "2023-03"], False),
        ("Appeals, 2014 to 2022", ["2014", "2022"], False),
        ("scorecard Q3 2024/25.xlsx", ["2024/25 Q3"], True),
        ("kent_2024-25-Q3_NHS.xlsx", ["2024/25 Q3"], True),
        ("community_health_2023-03-01.xlsx", ["2023-03"], True),
        ("Children waiting, Q1 2023", ["2022/23 Q4", "2023/24 Q1", "2022/23 Q1"], False),
        ("Table 4", [], False),
    ],
)
def test_the_period_of_a_title_is_found_in_it(sentence, found, sure):
    read = period_in(sentence)
    assert list(map(str, read.readings)) == found
    assert (read.period is not None) is sure


@pytest.mark.parametrize(
    "text, quarter",
    [
        *(
            ("2024/25 Q3", "2024/25 Q3"),
            ("Q3 2024/25", "2024/25 Q3"),
            ("Dec-24", "2024/25 Q3"),
            ("31/12/2024", "2024/25 Q3"),
        ),
        *(("Nov-24", "None"), ("2024/25", "None"), ("2024", "None"), ("Q3 2024", "None"), ("spring", "None")),
    ],
)
def test_a_quarter_is_one_or_the_month_that_ends_it(text, quarter):
    assert str(quarter_read(text)[0]) == quarter
