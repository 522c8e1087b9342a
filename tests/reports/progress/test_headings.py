from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.headings import headline_areas, redesign_functions
from programme.quarter import Quarter
from record.records import Records
from reports.progress.headings import by_function, by_headline_area
from reports.progress.readings import Progress
from tests.reports.acting import DONE, log, progress_on
from tests.reports.build import a_figure, records_of

NOW = Quarter.parse("2024/25 Q3")
LOGS = log(
    Q3=[
        {"Ref": "APP-6.01", "Function": "Statutory assessment", "Headline area": "Focus on the child"},
        {"Ref": "APP-6.02", "Function": "statutory assessment", "Headline area": "New leadership", **DONE},
        {"Ref": "APP-6.03"},
    ]
)


def test_kpis_and_actions_belong_to_functions():
    records = records_of(a_figure("plans_issued_within_20_weeks", 50), a_figure("plans_issued", 100))
    progress = Progress(Records(records.evidence, records.versions, logs=LOGS), Role.READER)
    found = by_function(progress, NOW, KENT)
    assert [each.heading for each in found] == list(redesign_functions())
    assessment = found[0]
    assert [each.now.ref for each in assessment.delivered.actions] == ["APP-6.01", "APP-6.02"]
    assert len(assessment.judged) == 11
    shown = {each.line.kpi.id: each.reading.display for each in assessment.judged}
    assert shown["plans_within_20_weeks"] == "50.0%"
    assert all(not each.delivered.actions for each in found[1:])


def test_a_kpi_that_is_not_collected_for_a_district_shows_the_whole_area():
    found = by_function(progress_on(LOGS), NOW, DISTRICTS[0])[0]
    areas = {each.line.kpi.id: each.reading.area for each in found.judged}
    assert areas["plans_within_20_weeks"] == DISTRICTS[0]
    assert areas["requests_refused"] == KENT


def test_each_action_stands_in_one_headline_area_and_those_in_none_last():
    found = by_headline_area(progress_on(LOGS), NOW)
    assert [each.heading for each in found] == [*headline_areas(), None]
    assert [len(each.delivered.actions) for each in found] == [1, 1, 0, 0, 1]
    assert sum(len(each.delivered.actions) for each in found) == 3


def test_a_plan_that_names_no_area_has_none():
    assert by_headline_area(progress_on(log(Q3=[{}])), NOW) == ()
    assert by_headline_area(progress_on(LOGS), Quarter.parse("2019/20 Q1")) == ()
