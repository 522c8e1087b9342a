from dataclasses import replace
from datetime import date

from kpis.registry import registry
from kpis.trajectory import Trajectory
from programme.access import Role
from programme.areas import KENT, area_named
from programme.figure import Source
from programme.quarter import Quarter
from programme.sheets.trajectory import PlannedPoint
from record.logs import Logs
from reports.progress.courses import course_of
from reports.progress.readings import Progress
from tests.reports.build import a_version, records_of
from tests.reports.lines import NOW, PLANS, plans

KPI = registry()[PLANS]
ASHFORD = area_named("Ashford")
JUNE, SEPTEMBER = date(2024, 6, 20), date(2024, 9, 20)


def point(quarter: Quarter, value, agreed_on=JUNE, *, area=None, version=1, basis="Recovery plan") -> PlannedPoint:
    return PlannedPoint(PLANS, area, quarter, value, basis, agreed_on, Source("return.xlsx", "Trajectory", "A2", version))


def progress(*points, versions=()) -> Progress:
    records = records_of(*plans([50, 55]), versions=versions)
    return Progress(replace(records, logs=Logs(trajectory=points)), Role.READER)


def test_what_a_return_plans_is_one_course_for_each_day_on_which_it_was_agreed():
    found = course_of(progress(point(NOW, 60), point(NOW + 1, 65, basis="Board")), KPI, KENT, NOW)
    assert found == Trajectory({str(NOW): 60, str(NOW + 1): 65}, "Recovery plan; Board", JUNE)


def test_the_course_agreed_last_counts():
    known = progress(point(NOW, 60), point(NOW, 70, SEPTEMBER))
    assert course_of(known, KPI, KENT, NOW).points == {str(NOW): 70}


def test_a_quarter_knows_no_course_that_a_later_return_tells_of():
    versions = (a_version(1, quarter="2024/25 Q2"), a_version(2, quarter="2024/25 Q3"))
    known = progress(point(NOW, 60), point(NOW, 70, SEPTEMBER, version=2), versions=versions)
    assert [course_of(known, KPI, KENT, NOW - back) for back in (2, 1)] == [
        None,
        Trajectory({str(NOW): 60}, "Recovery plan", JUNE),
    ]
    assert course_of(known, KPI, KENT, NOW).agreed_on == SEPTEMBER


def test_a_history_tells_of_it_from_the_quarter_in_which_it_was_agreed():
    known = progress(point(NOW, 60), versions=(a_version(1, quarter=None, kind="history"),))
    assert course_of(known, KPI, KENT, Quarter.containing(JUNE) - 1) is None
    assert course_of(known, KPI, KENT, Quarter.containing(JUNE)).agreed_on == JUNE


def test_each_area_and_kpi_has_its_own():
    known = progress(point(NOW, 60), point(NOW, 40, area=ASHFORD))
    assert course_of(known, KPI, ASHFORD, NOW).points == {str(NOW): 40}
    assert course_of(known, KPI, area_named("Dover"), NOW) is None
    assert course_of(known, registry()["plans_over_52_weeks"], KENT, NOW) is None


def test_the_definition_can_plan_one_from_the_day_it_was_agreed():
    own = Trajectory({str(NOW): 55}, "definition", SEPTEMBER)
    defined = replace(KPI, trajectory=own, area_trajectories={ASHFORD: replace(own, points={str(NOW): 35})})
    known = progress()
    assert [course_of(known, defined, KENT, quarter) for quarter in (NOW - 2, NOW - 1)] == [None, own]
    assert course_of(known, defined, ASHFORD, NOW).points == {str(NOW): 35}
    assert course_of(known, defined, area_named("Dover"), NOW) is None


def test_a_newer_return_takes_the_place_of_the_definition():
    defined = replace(KPI, trajectory=Trajectory({str(NOW): 55}, "definition", JUNE))
    assert course_of(progress(point(NOW, 60)), defined, KENT, NOW).basis == "Recovery plan"
    later = replace(KPI, trajectory=Trajectory({str(NOW): 55}, "definition", SEPTEMBER))
    assert course_of(progress(point(NOW, 60)), later, KENT, NOW).basis == "definition"
