from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from programme.events import Event, events
from programme.quarter import Quarter
from reports.charts.events import events_key, events_within, lettered
from tests.reports.lines import NOW

ALL = Quarter(2019, 1).to(NOW)


def event(day: date, short: str) -> Event:
    return Event(day, None, f"{short} in full", short, "")


def test_events_of_one_quarter_share_a_letter():
    marks = lettered([event(date(2022, 9, 27), "Revisit"), event(date(2022, 7, 1), "ICB formed")], ALL)
    assert [(mark.letter, str(mark.quarter), mark.names) for mark in marks] == [
        ("A", "2022/23 Q2", "ICB formed and Revisit")
    ]
    assert events_key(marks) == "What happened: A 2022/23 Q2 ICB formed and Revisit."
    assert [(each.date, each.event) for each in marks[0].events] == [
        (date(2022, 7, 1), "ICB formed in full"),
        (date(2022, 9, 27), "Revisit in full"),
    ]


def test_events_outside_the_quarters_are_left_out():
    outside = [event(date(2018, 1, 1), "Early"), event(date(2030, 1, 1), "Late")]
    assert (lettered(outside, ALL), events_within(outside, ALL)) == ([], ())


def test_events_on_a_chart_are_in_order_of_time_with_their_day_quarter_and_title():
    found = events_within([event(date(2022, 9, 27), "Revisit"), event(date(2019, 4, 2), "Letter")], ALL)
    assert [(each.date, str(each.quarter), each.short) for each in found] == [
        (date(2019, 4, 2), "2019/20 Q1", "Letter"),
        (date(2022, 9, 27), "2022/23 Q2", "Revisit"),
    ]


@given(st.lists(st.integers(0, 22), max_size=60))
def test_letters_follow_time_and_are_never_used_twice(steps):
    marks = lettered([event((ALL[0] + step).start, str(step)) for step in steps], ALL)
    assert [mark.quarter for mark in marks] == sorted({ALL[0] + step for step in steps})
    assert len({mark.letter for mark in marks}) == len(marks)


def test_more_quarters_than_letters():
    many = Quarter(2015, 1).to(Quarter(2023, 4))
    letters = [mark.letter for mark in lettered([event(quarter.start, "x") for quarter in many], many)]
    assert letters[25:28] == ["Z", "A2", "B2"]


def test_the_programmes_own_events_are_many():
    assert len(lettered(events(), ALL)) > 5
