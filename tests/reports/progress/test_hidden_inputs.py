from disclosure.seen import HiddenFigure
from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT, area_named
from programme.quarter import Quarter
from reports.progress.hidden_inputs import hidden_numbers, numbers_behind
from reports.progress.readings import Progress
from tests.reports.build import a_figure, records_of

NOW = Quarter.parse("2024/25 Q3")
ASHFORD = area_named("Ashford")
YEAR = registry()["plans_within_20_weeks_rolling_year"]
IN_TIME, ISSUED = YEAR.formula.measures
COUNTS = {"2024/25 Q3": (3, 20), "2024/25 Q2": (12, 21), "2024/25 Q1": (11, 19), "2023/24 Q4": (14, 23)}


def made(role: Role) -> Progress:
    return Progress(
        records_of(
            *(
                a_figure(measure, value, area=ASHFORD, quarter=quarter)
                for quarter, values in COUNTS.items()
                for measure, value in zip((IN_TIME, ISSUED), values, strict=True)
            )
        ),
        role,
    )


def hidden_of(role: Role) -> dict[tuple[str, str], bool]:
    progress = made(role)
    reading = progress.reading(YEAR, ASHFORD, NOW)
    assert not reading.hidden
    return {(used.measure, str(used.quarter)): isinstance(used, HiddenFigure) for used in reading.result.inputs}


def test_a_rolling_year_that_is_seen_does_not_give_its_hidden_quarter_away():
    kept = hidden_of(Role.READER)
    assert kept[IN_TIME, "2024/25 Q3"] and kept[ISSUED, "2024/25 Q3"]
    covers = {quarter for (_, quarter), hidden in kept.items() if hidden} - {"2024/25 Q3"}
    assert len(covers) == 1  # a second quarter, or the small one would be the year less the other three


def test_an_analyst_sees_every_input():
    assert not any(hidden_of(Role.ANALYST).values())


def test_the_inputs_of_a_hidden_figure_are_hidden():
    progress = made(Role.READER)
    reading = progress.reading(registry()["plans_within_20_weeks"], ASHFORD, NOW)
    assert reading.hidden
    assert all(isinstance(used, HiddenFigure) for used in reading.result.inputs)


def test_whole_areas_with_large_counts_are_seen():
    progress = Progress(records_of(a_figure(IN_TIME, 322), a_figure(ISSUED, 550)), Role.READER)
    reading = progress.reading(registry()["plans_within_20_weeks"], KENT, NOW)
    assert not any(isinstance(used, HiddenFigure) for used in reading.result.inputs)


def test_what_readers_do_not_see_of_a_figure_is_known_to_an_analyst():
    progress = made(Role.ANALYST)
    quarter = progress.reading(registry()["plans_within_20_weeks"], ASHFORD, NOW)
    assert [item.told for item in hidden_numbers(progress, quarter)] == [
        "Plans issued within 20 weeks of the request, excluding exceptions, Ashford, 2024/25 Q3"
    ]
    assert hidden_numbers(progress, progress.reading(YEAR, ASHFORD, NOW)) == ()
    assert [(item.measure, item.span) for item in numbers_behind(quarter)] == [(IN_TIME, 1), (ISSUED, 1)]
