from kpis.evidence import Evidence
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.impact import Foreseen
from programme.quarter import Quarter
from record.records import Records
from reports.progress import impact
from reports.progress.judgement import judgement_of
from reports.progress.readings import Progress
from tests.programme.rows import rows
from tests.reports.build import a_figure

NOW, NEXT = Quarter(2024, 2), Quarter(2024, 3)
ASHFORD = DISTRICTS[0]


def facts_of(*figures):
    return {figure.key: figure for figure in figures}


def issued(in_time, issued=100, quarter=NOW, area=KENT, **more):
    return facts_of(
        a_figure("plans_issued_within_20_weeks", in_time, quarter=str(quarter), area=area, **more),
        a_figure("plans_issued", issued, quarter=str(quarter), area=area, **more),
    )


def kpi_impact(before, after, role=Role.ANALYST, **judged):
    return impact.kpi_impact(Foreseen((), 0, before, after, **judged), role)


def of(changes, kpi="plans_within_20_weeks"):
    return [change for change in changes if change.after.kpi.id == kpi]


def test_a_figure_that_changes_changes_the_value_and_the_rating():
    (change,) = of(kpi_impact(issued(59), issued(60)))
    assert (change.before.display, change.after.display) == ("59.0%", "60.0%")
    assert (change.before.rated.rating, change.after.rated.rating) == ("amber", "green")
    assert (change.after.area, change.after.quarter) == (KENT, NOW)


def test_a_return_that_says_the_same_changes_nothing():
    assert kpi_impact(issued(59), issued(59)) == []


def test_a_first_figure_is_a_change_from_none():
    (change,) = of(kpi_impact({}, issued(59)))
    assert (change.before.display, change.after.display) == ("no figure: not returned", "59.0%")
    assert (change.before.rated.rating, change.after.rated.rating) == ("not rated", "amber")


def test_a_district_that_changes_changes_kent_where_kent_is_their_sum():
    before = {key: figure for area in DISTRICTS for key, figure in issued(50, area=area).items()}
    changes = of(kpi_impact(before, before | issued(62, area=ASHFORD)))
    assert [(change.after.area.name, change.after.display) for change in changes] == [
        ("Kent", "51.0%"),
        ("Ashford", "62.0%"),
    ]


def test_a_correction_is_felt_in_the_rolling_year_and_in_the_direction():
    year = {}
    for quarter in Quarter(2023, 4).to(NEXT):
        year |= issued(50, quarter=quarter)
    changes = kpi_impact(year, year | issued(70, quarter=NOW))
    rolling = of(changes, "plans_within_20_weeks_rolling_year")
    assert [(str(change.after.quarter), change.after.display) for change in rolling] == [("2024/25 Q3", "55.0%")]
    in_quarter = {str(change.after.quarter): change for change in of(changes)}
    assert list(in_quarter) == ["2024/25 Q3", "2024/25 Q2"]
    later = in_quarter["2024/25 Q3"]
    assert (later.before.display, later.after.display) == ("50.0%", "50.0%")
    assert (later.direction_before, later.direction_after) == ("no real change", "worsening")


def test_a_direction_is_the_one_that_a_judgement_of_everything_known_would_say():
    """Where nothing can be felt, the readings of before serve; they serve wherever a quarter is taken out of a series."""
    every = [issued(30 + 7 * (place % 3), quarter=quarter) for place, quarter in enumerate(Quarter(2021, 1).to(NOW))]
    after = {key: figure for each in every for key, figure in each.items()}
    for taken in every:
        before = {key: figure for key, figure in after.items() if key not in taken}
        old, new = (Progress(Records(Evidence(facts), ()), Role.ANALYST) for facts in (before, after))
        changes = kpi_impact(before, after)
        assert changes
        for change in changes:
            about = change.after.kpi, change.after.area, change.after.quarter
            assert change.direction_before == judgement_of(old, *about).direction
            assert change.direction_after == judgement_of(new, *about).direction


def test_quarters_without_any_figure_are_not_listed():
    assert {change.after.quarter for change in kpi_impact(issued(50), issued(51))} == {NOW}


def test_a_withdrawn_figure_is_a_change_to_none():
    stays = issued(50, quarter=NOW - 1)
    (change,) = [
        each for each in of(kpi_impact(stays | issued(59, quarter=NOW - 2), stays)) if each.after.quarter == NOW - 2
    ]
    assert change.after.display == "no figure: not returned"


def test_the_newest_quarter_is_told_too_where_all_of_it_goes():
    """It is no quarter of what would be left."""
    stays = issued(50, quarter=NOW - 1)
    gone = of(kpi_impact(stays | issued(59, quarter=NOW), stays), "plans_within_20_weeks")
    (change,) = [each for each in gone if each.after.quarter == NOW]
    assert (change.before.display, change.after.display) == ("59.0%", "no figure: not returned")


def test_a_reader_sees_no_small_numbers():
    before, after = issued(3, 9), issued(4, 9)
    assert of(kpi_impact(before, after, Role.ANALYST), "plans_within_20_weeks")
    assert of(kpi_impact(before, after, Role.READER), "plans_within_20_weeks") == []


def test_only_kpis_on_the_measure_are_touched():
    touched = {change.after.kpi.id for change in kpi_impact(issued(59), issued(60))}
    using = {
        kpi.id for kpi in registry().values() if {"plans_issued", "plans_issued_within_20_weeks"} & set(kpi.formula.measures)
    }
    assert touched <= using


def judged(rating, reason="two teams moved", kpi="plans_within_20_weeks", streams=(3,)):
    """The commentary of one return, which speaks for its workstreams."""
    typed = {"KPI": kpi, "Rating judgement": rating, "Judgement reason": reason}
    return ((frozenset(streams), tuple(rows("Commentary", typed, quarter=NOW))),)


def test_a_rating_stands_as_its_lead_judged_it():
    (change,) = of(kpi_impact(issued(30), issued(31), judged_before=judged("amber"), judged_after=judged("amber")))
    assert (change.before.rated.rating, change.after.rated.rating) == ("amber", "amber")
    assert change.after.rated.reason == "judged amber in the return (two teams moved); worked out from the figure: red"


def test_a_judgement_that_comes_or_goes_is_a_change_where_no_figure_changes():
    (comes,) = kpi_impact(issued(30), issued(30), judged_after=judged("amber"))
    assert (comes.before.rated.rating, comes.after.rated.rating) == ("red", "amber")
    assert (comes.after.kpi.id, comes.after.area, comes.after.quarter) == ("plans_within_20_weeks", KENT, NOW)
    (goes,) = kpi_impact(issued(30), issued(30), judged_before=judged("amber"))
    assert (goes.before.rated.rating, goes.after.rated.rating) == ("amber", "red")


def test_a_judgement_of_a_return_that_no_longer_speaks_for_the_workstream_does_not_count():
    assert kpi_impact(issued(30), issued(30), judged_after=judged("amber", streams=(1,))) == []
    assert kpi_impact(issued(30), issued(30), judged_after=judged("amber", reason="")) == []


def test_the_same_judgement_in_other_letters_is_no_change():
    assert kpi_impact(issued(30), issued(30), judged_before=judged("amber"), judged_after=judged("Amber")) == []
