from kpis.rating import Rating
from kpis.registry import definitions_in_force
from programme.areas import DISTRICTS, KENT
from programme.symbols import Status
from programme.workstreams import weaknesses, workstreams
from reports.progress.judgement import RedGroup
from reports.progress.overview import GROUPS, overview, speaks_to, verdicts
from tests.reports.build import progress_in_force
from tests.reports.lines import NOW, count, plans

KPIS = len(definitions_in_force(NOW))
FALLING = [60, 55, 50, 45, 38, 30, 20]


def seen(*figures, area=KENT, quarter=NOW):
    return overview(progress_in_force(*figures), area, quarter)


def test_every_rating_is_counted_and_not_rated_is_one_of_them():
    counts = seen(*plans([90])).counts
    assert counts == {Rating.RED: 0, Rating.AMBER: 0, Rating.GREEN: 1, Rating.NOT_RATED: KPIS - 1}


def test_red_and_worsening_come_first_then_the_other_reds():
    figures = [*plans([10, 20, 25, 28]), *count("survey_confident", [36, 20]), *count("survey_responses", [100, 100])]
    found = seen(*figures)
    assert [each.line.kpi.id for each in found.reds] == [
        "parents_confident_in_local_area",
        "plans_within_20_weeks",
        "plans_within_20_weeks_rolling_year",
    ]
    assert [len(reds) for reds in found.red_groups.values()] == [1, 1, 0, 1]
    assert found.red_groups[RedGroup.WORSENING] == found.judged[:1]


def test_a_weakness_without_figures_has_no_rating_rather_than_a_green_one():
    found = seen(*plans(FALLING))
    assert found.group_counts[weaknesses()[8]][Rating.NOT_RATED] == sum(
        8 in kpi.weaknesses for kpi in definitions_in_force(NOW).values()
    )
    assert found.group_counts[weaknesses()[6]][Rating.RED] == 2


def test_a_district_is_shown_only_what_is_collected_for_it():
    found = overview(progress_in_force(), DISTRICTS[0], NOW)
    assert 0 < len(found.judged) < KPIS
    assert {each.line.area for each in found.judged} == {DISTRICTS[0]}


def test_provisional_figures_are_counted():
    assert seen(*plans([50], status=Status.PROVISIONAL)).provisional >= 1
    assert seen(*plans([50])).provisional == 0


def test_a_group_has_its_own_kpis():
    stream = workstreams()[3]
    own = verdicts(progress_in_force(*plans(FALLING)), KENT, NOW, stream)
    assert len(own) == sum(kpi.workstream == 3 for kpi in definitions_in_force(NOW).values())
    assert all(speaks_to(each.line.kpi, stream) for each in own)


def test_each_group_has_the_lines_of_its_own_kpis():
    lines = seen(*plans(FALLING)).group_lines
    assert list(lines) == list(GROUPS)
    assert all(speaks_to(line.kpi, about) for about, own in lines.items() for line in own)
    assert sum(len(lines[stream]) for stream in workstreams().values()) == len(definitions_in_force(NOW))
