import pytest

from kpis.basis import R12M, YTD, annual
from kpis.direction import Barrier, Direction, Proof
from kpis.formulas import Count
from kpis.kpi import Target
from kpis.movement import REVISIT as THEN
from kpis.movement import Reference, movement, references_at, stands_for, told_since
from kpis.outcome import Known
from kpis.verdict import verdict
from programme.areas import KENT
from programme.quarter import Quarter
from tests.kpis.series import kpi, series

YEARLY = annual("academic", reported_in=3)
BASELINE, REVISIT, LAST_YEAR = Reference
TARGET = Target("2019/20 Q1", 60, 40, "plan")


def seen(first, *values, of=200):
    return {
        quarter: None if value is None else Known(float(value), value * of / 100, of)
        for quarter, value in series(first, *values).items()
    }


def moved(about, figures):
    return movement(about, KENT, figures, TARGET, verdict(about, KENT, figures, TARGET).step)


def quarter_of(about, figures, reference):
    found = stands_for(about, figures, reference)
    return found and str(found)


def test_the_references_are_said_as_they_are():
    assert [str(each) for each in Reference] == ["since 2019/20", "since the revisit (2022/23 Q2)", "since last year"]


def test_each_reference_is_a_figure_of_its_time():
    figures = seen("2019/20 Q1", *[40] * 23)
    assert [quarter_of(kpi(), figures, each) for each in Reference] == ["2019/20 Q3", "2022/23 Q2", "2023/24 Q3"]


def test_a_seasonal_kpi_stands_in_its_own_season():
    figures = seen("2019/20 Q1", *[40] * 23)
    assert quarter_of(kpi(seasonal=True), figures, REVISIT) == "2021/22 Q3"
    assert quarter_of(kpi(basis=YTD), figures, REVISIT) == "2021/22 Q3"
    without = {quarter: known for quarter, known in figures.items() if str(quarter) not in ("2019/20 Q3", "2021/22 Q3")}
    assert [quarter_of(kpi(seasonal=True), without, each) for each in (BASELINE, REVISIT)] == [None, None]


def test_without_the_same_quarter_of_2019_20_the_first_of_that_year_stands():
    figures = seen("2019/20 Q1", None, 40, None, *[41] * 20)
    assert quarter_of(kpi(), figures, BASELINE) == "2019/20 Q2"


def test_the_figure_in_force_at_the_revisit_stands_where_its_own_quarter_has_none():
    figures = seen("2021/22 Q4", 40, 41, None, *[42] * 9)
    assert quarter_of(kpi(), figures, REVISIT) == "2022/23 Q1"
    assert quarter_of(kpi(), seen("2022/23 Q3", *[42] * 9), REVISIT) is None


def test_an_annual_figure_is_held_against_the_one_then_in_force():
    yearly = {Quarter(year, 3): Known(40.0 + year - 2019, 1, 1) for year in range(2019, 2025)}
    found = [quarter_of(kpi(basis=YEARLY), yearly, each) for each in Reference]
    assert found == ["2019/20 Q3", "2021/22 Q3", "2023/24 Q3"]


def test_nothing_stands_for_a_time_that_has_not_passed():
    figures = seen("2019/20 Q1", *[40] * 14)
    assert max(figures) == Quarter(2022, 2)
    assert quarter_of(kpi(), figures, REVISIT) is None
    assert quarter_of(kpi(), seen("2019/20 Q1", 40, 41, 42, 43), BASELINE) is None
    assert stands_for(kpi(), {}, BASELINE) is None


def test_rolling_years_stand_a_year_apart():
    figures = seen("2019/20 Q1", *[40] * 16)
    assert str(max(figures)) == "2022/23 Q4"
    assert quarter_of(kpi(basis=R12M), figures, REVISIT) == "2021/22 Q4"
    assert quarter_of(kpi(basis=R12M), figures, LAST_YEAR) == "2021/22 Q4"


def test_a_figure_from_enough_stands_before_one_from_too_few():
    figures = seen("2019/20 Q1", *[40] * 23)
    figures[Quarter(2019, 3)] = Known(50.0, 1, 2)
    assert quarter_of(kpi(rated_from=10), figures, BASELINE) == "2019/20 Q1"
    only = {Quarter(2019, 3): Known(50.0, 1, 2), Quarter(2024, 3): Known(50.0, 100, 200)}
    assert moved(kpi(rated_from=10), only).since[BASELINE].barrier is Barrier.TOO_FEW_BEFORE


@pytest.mark.parametrize(
    ("better", "up", "down"), [("higher", "improving", "worsening"), ("lower", "worsening", "improving")]
)
def test_steps_follow_polarity_and_are_real_or_not(better, up, down):
    def since(now):
        figures = {Quarter(2019, 3): Known(40.0, 80, 200), Quarter(2024, 3): Known(now / 2, now, 200)}
        return moved(kpi(better=better), figures).since[BASELINE]

    assert (since(100).direction, since(60).direction, since(90).direction) == (up, down, "no real change")
    assert since(100).proof is Proof.SAMPLES


def test_a_break_keeps_apart():
    figures = seen("2019/20 Q1", *[40] * 22, 80)
    found = moved(kpi(breaks={"2022/23 Q4": "another return"}), figures)
    assert (found.since[BASELINE].barrier, found.since[REVISIT].barrier) == (Barrier.BREAK, Barrier.BREAK)
    assert found.since[BASELINE].broken.quarter == Quarter(2022, 4)
    assert found.since[LAST_YEAR].direction is Direction.IMPROVING


def test_no_figure_now_is_neither_better_nor_worse():
    found = moved(kpi(), seen("2019/20 Q1", *[40] * 22, None))
    assert [step.barrier for step in found.since.values()] == [Barrier.NO_FIGURE] * 3
    assert found.latest.barrier is Barrier.NO_FIGURE


def test_one_of_two_actions_in_2019_makes_no_weakness_worse():
    about = kpi(formula=Count("complaints_received"), unit="count", better="lower", rated_from=0)
    figures = {Quarter(2019, 3): Known(1.0), Quarter(2024, 3): Known(2.0)}
    assert moved(about, figures).since[BASELINE].direction is Direction.NO_REAL_CHANGE


def test_close_to_target_is_held_against_the_target_in_force_now():
    close = Target(since="2019/20 Q1", value=180, floor=60, basis="now", tolerance=20)
    about = kpi(better="target", targets=(close,), least_change=10.0)
    figures = {Quarter(2019, 3): Known(110.0), Quarter(2024, 3): Known(200.0)}
    step = verdict(about, KENT, figures, close).step
    assert movement(about, KENT, figures, close, step).since[BASELINE].direction is Direction.IMPROVING


def test_up_to_its_own_quarter_nothing_is_held_against_the_revisit():
    assert references_at(THEN) == (BASELINE, LAST_YEAR)
    assert references_at(THEN + 1) == (BASELINE, REVISIT, LAST_YEAR)
    assert [told_since(THEN + each) for each in (-9, 0, 1)] == [BASELINE, BASELINE, REVISIT]
