from dataclasses import replace

from programme.quarter import Quarter
from record.logs import Logs
from reports.markup.workstream import workstream_record
from tests.reports.acting import log, progress_on
from tests.reports.progress.test_timescale import NOW, milestone


def href(thing, **choices):
    return f"{thing}?{'&'.join(f'{name}={value}' for name, value in choices.items())}"


def test_every_field_of_the_record_is_there():
    known = replace(log(Q3=[{"Partner": "IPSEA"}]), milestones=tuple(milestone(title="<b>80%</b>")))
    told = workstream_record(progress_on(known), 3, NOW, href)
    assert "<dt>Lead role</dt><dd>SEND assessment and placement lead</dd>" in told
    assert "<dt>Desired outcome</dt><dd>to be confirmed against the Written Statement</dd>" in told
    assert "<dt>Progress before submission</dt><dd>to be confirmed against the Written Statement</dd>" in told
    assert "<dt>Timescale</dt><dd>From 8 January 2024 to 30 September 2024; nothing is due after this quarter.</dd>" in told
    coming = workstream_record(progress_on(log(Q3=[{"Forecast": "2025-03-31"}])), 3, NOW, href)
    assert '; next due 31 March 2025: <a href="actions?action=APP-6.01&amp;at=APP-6.01">APP-6.01</a>, ' in coming
    assert ">&lt;b&gt;80%&lt;/b&gt;</td>" in told
    assert '>Director of SEND</td><td data-head="Partner">IPSEA</td>' in told
    assert "<summary>1 action with dates</summary>" in told
    assert '><a href="actions?action=APP-6.01&amp;at=APP-6.01">APP-6.01</a></td>' in told


def test_what_was_not_returned_is_said():
    told = workstream_record(progress_on(Logs()), 5, Quarter.parse("2019/20 Q1"), href)
    assert "<dd>No date is on record.</dd>" in told
    assert "<p>No milestone was returned.</p>" in told
