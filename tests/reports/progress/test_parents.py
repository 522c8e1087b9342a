from datetime import date

from kpis.rating import Rating
from programme.areas import KENT
from programme.workstreams import weaknesses
from reports.progress.parents import for_parents
from tests.reports.lines import NOW


def test_what_is_better_is_better_by_the_rule_that_everybody_reads(demonstration):
    found = for_parents(demonstration, weaknesses()[6], NOW)
    shorts = [each.judged.line.kpi.short for each in found.better]
    assert {"Review decisions in 4 weeks", "Annual reviews overdue", "Assessments over 20 weeks"} <= set(shorts)
    assert all(each.before is not None for each in found.better)


def test_every_red_of_a_weakness_is_told_once(demonstration):
    for about in weaknesses().values():
        found = for_parents(demonstration, about, NOW)
        directed = {each.kpi.id for each in found.both.outcome.directed}
        seen = [each.judged for each in (*found.better, *found.not_better)]
        reds = {
            each.kpi.id
            for each in demonstration.current(KENT, NOW)
            if each.kpi.id in directed and each.rated.rating is Rating.RED
        }
        told = [each.line.kpi.id for each in seen]
        assert reds <= set(told)
        assert len(told) == len(set(told))


def test_what_comes_next_is_not_done_and_lies_ahead_soonest_first(demonstration):
    coming = for_parents(demonstration, weaknesses()[6], NOW).coming
    assert coming
    assert all(not each.now.done for each in coming)
    assert [each.expected for each in coming] == sorted(each.expected for each in coming)


def test_nothing_comes_next_whose_day_had_passed_when_the_quarter_could_first_be_read_of(demonstration):
    assert demonstration.now.date() == date(2025, 2, 6), "a day after the returns of the quarter were due"
    told = {quarter: for_parents(demonstration, weaknesses()[6], quarter).coming[0] for quarter in (NOW, NOW - 1, NOW + 1)}
    assert [each.expected for each in told.values()] == [date(2025, 2, 14), date(2024, 11, 19), date(2025, 4, 3)]
