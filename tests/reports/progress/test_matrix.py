from dataclasses import replace

from kpis.spc import Assurance, Variation
from reports.progress.matrix import Standard, matrix, standard_of
from tests.reports.lines import STEADY, judged, plans

LOW, RISING = judged(plans(STEADY), quarters=13), judged(plans([10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 58]), quarters=11)
FEW = judged(plans([50, 51]), quarters=2)


def test_a_kpi_stands_in_one_field_by_level_and_limits():
    found = matrix([LOW, RISING, FEW])
    assert (found.placed, found.not_placed) == ((LOW, RISING), (FEW,))
    assert found.at(Variation.COMMON_CAUSE, Standard.MISSES) == (LOW,)
    assert RISING in found.at(Variation.IMPROVING, standard_of(RISING))
    fields = [found.at(variation, standard) for variation in Variation for standard in Standard]
    assert sum(map(len, fields)) == 2


def test_each_answer_of_process_control_has_its_column():
    columns = {each: standard_of(replace(LOW, assurance=each)) for each in (*Assurance, None)}
    assert columns == {
        Assurance.CONSISTENT_FAIL: Standard.MISSES,
        Assurance.INCONSISTENT: Standard.CHANCE,
        Assurance.CONSISTENT_PASS: Standard.MEETS,
        None: Standard.NONE,
    }


def test_a_chart_of_an_older_figure_places_nothing():
    gap = judged(plans([*STEADY, None]), quarters=14)
    assert matrix([gap]).placed == ()


def test_a_hidden_figure_is_not_placed():
    small = judged(plans([*STEADY, 40], of=10), quarters=14)
    assert small.reading.hidden
    assert matrix([small]).not_placed == (small,)
