from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from programme.events import Event, events
from programme.quarter import Quarter
from reports.charts.events import APART, LETTER, events_key, events_within, uprights_of, worded
from reports.charts.paper import text_width
from tests.reports.lines import NOW

ALL = Quarter(2019, 1).to(NOW)


def event(day: date, short: str) -> Event:
    return Event(day, None, f"{short} in full", short, "")


def test_events_of_one_quarter_share_a_line():
    marks = uprights_of([event(date(2022, 9, 27), "Revisit"), event(date(2022, 7, 1), "ICB formed")], ALL)
    assert [(str(mark.quarter), mark.names) for mark in marks] == [("2022/23 Q2", "ICB formed and Revisit")]
    assert events_key(marks) == "What happened: 2022/23 Q2 ICB formed and Revisit."
    assert [(each.date, each.event) for each in marks[0].events] == [
        (date(2022, 7, 1), "ICB formed in full"),
        (date(2022, 9, 27), "Revisit in full"),
    ]


def test_events_outside_the_quarters_are_left_out():
    outside = [event(date(2018, 1, 1), "Early"), event(date(2030, 1, 1), "Late")]
    assert (uprights_of(outside, ALL), worded(outside, ALL), events_within(outside, ALL)) == ([], [], ())


def test_events_on_a_chart_are_in_order_of_time_with_their_day_quarter_and_title():
    found = events_within([event(date(2022, 9, 27), "Revisit"), event(date(2019, 4, 2), "Letter")], ALL)
    assert [(each.date, str(each.quarter), each.short) for each in found] == [
        (date(2019, 4, 2), "2019/20 Q1", "Letter"),
        (date(2022, 9, 27), "2022/23 Q2", "Revisit"),
    ]


@given(
    st.lists(st.tuples(st.integers(0, 22), st.text("iMW a", min_size=1, max_size=30)), max_size=40), st.integers(100, 1500)
)
def test_words_never_run_into_one_another_and_the_newest_has_its_own(told, width):
    happened = [event((ALL[0] + step).start, short) for step, short in told]
    found = worded(happened, ALL, width)
    middles = [((ALL.index(mark.quarter) + 0.5) * width / len(ALL), text_width(mark.names, LETTER) / 2) for mark in found]
    for (left, half), (right, other) in pairwise(middles):
        assert left + half + APART <= right - other + 1e-6
    newest = uprights_of(happened, ALL)[-1:]
    fits = [
        each for each in newest if text_width(each.names, LETTER) / 2 <= (ALL.index(each.quarter) + 0.5) * width / len(ALL)
    ]
    assert found[-1:] == fits or not fits


def test_what_does_not_fit_is_left_out_of_the_drawing_and_stays_in_the_key():
    happened = [
        event(date(2022, 7, 1), "A very long name of something"),
        event(date(2022, 10, 1), "Another as long as that"),
    ]
    assert [mark.names for mark in worded(happened, ALL, 400)] == ["Another as long as that"]
    assert "A very long name of something" in events_key(uprights_of(happened, ALL))


def test_of_the_programmes_own_events_more_than_five_are_drawn():
    assert len(worded(events(), ALL)) > 5
