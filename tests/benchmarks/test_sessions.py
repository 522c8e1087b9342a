import os
import time

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.navigation import memory_of, worked
from benchmarks.sessions import WAYS, Clicked, OpenWindow, ways_from


def drawn(body: str, digest: str = "") -> ForwardMsg:
    message = ForwardMsg(hash=digest)
    message.delta.new_element.html.body = body
    return message


def test_an_answer_is_told_by_its_texts_and_charts_and_not_by_where_its_files_lie():
    window = OpenWindow(None)
    one, other = (drawn(f'<a href="/files/{shelf}/plans">Plans</a> 41%') for shelf in ("a1", "b2"))
    assert window.text_of(one) == window.text_of(other) == '<a href="plans">Plans</a> 41%'
    assert window.text_of(drawn("<p>42%</p>")) == "<p>42%</p>"
    chart = ForwardMsg()
    chart.delta.new_element.plotly_chart.spec = '{"data": [41]}'
    assert window.text_of(chart) == '{"data": [41]}'
    assert window.text_of(ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)) == ""


def test_what_was_sent_before_is_named_by_the_app_and_known_by_the_window():
    window = OpenWindow(None)
    window.text_of(drawn("<p>Plans</p>", "h1"))
    assert window.text_of(ForwardMsg(ref_hash="h1")) == "<p>Plans</p>"
    assert window.text_of(ForwardMsg(ref_hash="h2")) == "never sent"


def test_everybody_goes_the_same_ways_from_another_beginning():
    ways = ways_from(4)
    assert [next(ways) for _ in range(7)] == [*WAYS[4:], *WAYS[:5]]


def test_what_came_of_it_is_told_as_shares_of_what_is_allowed():
    told = Clicked(30, [0.2] * 10 + [0.3] * 10 + [0.9], 1, 321.4, 2.1).told
    assert told == (
        "  30 sessions,    21 clicks   median   300 ms,  50% of the 600 ms allowed, 95 of 100 below   840 ms, 1 wrong "
        "answers,  321 MB at most,  100 ms of a processor each"
    )


def test_what_a_process_took_is_told_of_it_alone():
    assert memory_of(os.getpid()) > 20 and 0 < worked(os.getpid()) <= time.process_time() + 0.1
