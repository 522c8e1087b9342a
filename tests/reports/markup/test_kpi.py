import re
from dataclasses import replace
from datetime import date

from kpis.registry import registry
from kpis.trajectory import Trajectory
from programme.areas import KENT
from programme.figure import Source
from programme.sheets.commentary import Commentary
from programme.symbols import Status
from reports.markup.kpi import (
    behind_line,
    beneath_line,
    companions_markup,
    facts_line,
    figure_block,
    response_markup,
    way_back,
)
from reports.progress.companions import companions
from reports.progress.judgement import judge
from reports.tables.before_after import before_after_table
from reports.tables.table import Column, table_of
from tests.reports.acting import followed, log
from tests.reports.lines import NOW, PLANS, count, judged, line_of, plans, progress_with
from tests.reports.progress.test_before_after import HUB, around


def spoken(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split()).replace(" ,", ",")


def test_the_figure_stands_with_its_rating_its_target_and_what_the_target_rests_on():
    said = spoken(figure_block(judged(plans([50, 58.5], of=1000))))
    assert said.startswith(
        "58.5% ◆ Amber Kent, October to December 2024. Period: quarter. Target: at least 60.0%, floor 40.0%"
    )
    assert "Direction ↗ Improving since 2024/25 Q2 (then 50.0%): more than chance brings between such counts. " in said
    assert "Since last figure (Kent's scorecard rule) ↗ Improved since 2024/25 Q2 (then 50.0%). " in said.replace(
        "&#39;", "'"
    )
    assert "Trend (Kent's performance report rule) ~ No clear trend since 2024/25 Q2." in said.replace("&#39;", "'")
    assert "Planned course None is on record. Pace When the target of at least 60.0% is met cannot be said" in said


def test_what_is_carried_forward_or_provisional_says_so_beside_its_period():
    year = NOW - 3
    appeals = [*count("appeals_registered", [300], last=year), *count("appealable_decisions", [8000], last=year)]
    assert spoken(facts_line(judged(appeals, "tribunal_appeal_rate"))) == (
        "▲ Red Kent, calendar year 2023, carried forward (300 of 8,000) · target at most 2.0%, floor 3.5% · direction "
        "cannot be said"
    )
    assert spoken(facts_line(judged(plans([58.5], of=1000, status=Status.PROVISIONAL)))).startswith(
        "◆ Amber Kent, October to December 2024, provisional (585 of 1,000) · target"
    )


def test_a_planned_course_stands_with_where_the_figure_is():
    course = Trajectory({str(NOW): 60}, "Recovery plan", date(2024, 6, 20))
    said = spoken(figure_block(judge(line_of(plans([50, 58.5], of=1000)), course)))
    assert (
        "Planned course Planned for 2024/25 Q3: 60.0% (agreed on 20 June 2024; basis: Recovery plan); the figure is behind "
        "plan."
    ) in said


def test_without_a_target_there_is_no_plan_and_the_reason_is_said():
    said = spoken(figure_block(judged(count("requests_received", [900]), "requests_received")))
    assert said.endswith("Planned course None is on record.")


def href(page, **choices):
    return f"{page}?{'&'.join(f'{key}={value}' for key, value in choices.items())}"


def test_what_a_return_says_is_told_and_never_interpreted():
    written = Commentary(
        PLANS,
        NOW,
        "<b>fewer</b> staff",
        "![x](http://a)",
        "",
        "Recruit",
        "Head of SEN",
        date(2025, 5, 31),
        judgement="",
        judgement_reason="",
        source=Source("", "", ""),
    )
    written = replace(written, source=Source("return.xlsx", "Commentary", "A7", 6))
    html = response_markup(written, None, href)
    assert "&lt;b&gt;fewer&lt;/b&gt; staff" in html and "What next" not in html
    assert "Management action: Recruit (Head of SEN, by 31 May 2025)." in spoken(html)
    assert "Read from return.xlsx, Commentary!A7, version 6" in spoken(html)
    assert "(no owner, no date)" in response_markup(replace(written, owner_role="", due=None), None, href)
    assert 'version <a href="returns?at=version-6">6</a>.' in html
    planned = followed(log(Q3=[{}]))
    led = response_markup(replace(written, action="APP-6.01"), planned, href)
    assert '<b>Management action:</b> <a href="actions?action=APP-6.01&amp;at=APP-6.01">APP-6.01</a> (Head of SEN' in led


def test_the_key_stands_beneath_the_line():
    assert spoken(beneath_line(["▲ red.", "What happened: A <x>."])) == "▲ red. What happened: A &lt;x&gt;."


def test_behind_the_line_stand_the_quarters_and_then_the_events_with_what_they_do_not_show():
    events = before_after_table([around([30, 50, 60], event=replace(HUB, event="WSoA cleared"))])
    html = behind_line(table_of("Every quarter", {Column("Quarter"): str}, ["2024/25 Q3"]), events, href)
    quarters, _, around_events = html.partition("<h2>Before and after each event</h2>")
    assert ">2024/25 Q3</td>" in quarters
    assert "does not show what brought it about" in around_events
    assert ">WSoA cleared</td>" in around_events


def test_companions_stand_beside_it_with_figure_rating_and_link():
    found = companions(progress_with(plans([50, 58.5], of=1000)), registry()[PLANS], KENT, NOW)
    html = companions_markup(found, lambda page, **choices: f"{page}?{choices['kpi']}")
    assert html.count("<li>") == 4
    assert '<a href="kpi?plans_within_20_weeks_rolling_year">Plans issued within 20 weeks, rolling 12 months</a>' in html
    assert "The same over another period. Kent, " in spoken(html) and spoken(html).count("Never without it.") == 3


def test_the_way_back_is_the_list_and_the_weakness_that_it_speaks_to_first():
    assert way_back(registry()[PLANS], (None, None), href) == (
        '<nav class="way" aria-label="The way back"><a href="kpi?">Measures</a> › '
        '<a href="weakness?weakness=6">6 EHC process and plan quality</a> › '
        '<span aria-current="page">Plans within 20 weeks</span></nav>'
    )


def first_choice(page, **choices):
    return f"{page}?{next(iter(choices.values()), '')}"


def test_beside_the_way_back_stand_the_kpis_before_and_after_in_the_list():
    before, after = judged(plans([50, 51])), judged(plans([50, 51]))
    told = way_back(registry()[PLANS], (before, after), first_choice)
    assert told.endswith(
        '<span class="beside"><a href="kpi?plans_within_20_weeks">‹ Plans within 20 weeks</a> '
        '<a href="kpi?plans_within_20_weeks">Plans within 20 weeks ›</a></span></nav>'
    )
