from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from programme.events import Event, events
from programme.quarter import Quarter
from reports.charts.events import event_trace, events_key, marked
from tests.reports.lines import NOW

ALL = Quarter(2019, 1).to(NOW)


def event(day: date, short: str) -> Event:
    return Event(day, None, f"{short} in full", short, "")


def test_events_of_one_quarter_share_a_letter():
    marks = marked([event(date(2022, 9, 27), "Revisit"), event(date(2022, 7, 1), "ICB formed")], ALL)
    assert [(mark.letter, str(mark.quarter), mark.names) for mark in marks] == [
        ("A", "2022/23 Q2", "ICB formed and Revisit")
    ]
    assert events_key(marks) == "What happened: A 2022/23 Q2 ICB formed and Revisit."
    assert marks[0].text == "1 July 2022: ICB formed in full; 27 September 2022: Revisit in full"


def test_events_outside_the_quarters_are_left_out():
    assert marked([event(date(2018, 1, 1), "Early"), event(date(2030, 1, 1), "Late")], ALL) == []


def test_no_two_letters_stand_in_one_place():
    marks = marked(events(), ALL)
    drawn = event_trace(marks, [0, 100])
    places = [(x, y) for x, y, text in zip(drawn.x, drawn.y, drawn.text, strict=True) if text]
    assert len(places) == len(set(places)) == len(marks) > 5
    assert {y for _, y in places} == {100}


@given(st.lists(st.integers(0, 22), max_size=60))
def test_letters_follow_time_and_are_never_used_twice(steps):
    marks = marked([event((ALL[0] + step).start, str(step)) for step in steps], ALL)
    assert [mark.quarter for mark in marks] == sorted({ALL[0] + step for step in steps})
    assert len({mark.letter for mark in marks}) == len(marks)


def test_more_quarters_than_letters():
    many = Quarter(2015, 1).to(Quarter(2023, 4))
    letters = [mark.letter for mark in marked([event(quarter.start, "x") for quarter in many], many)]
    assert letters[25:28] == ["Z", "A2", "B2"]
