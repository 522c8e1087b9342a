from reports.progress.matrix import Matrix, matrix
from reports.sentences.measures import matrix_headline
from tests.reports.lines import STEADY, judged, plans

FALLING = judged(plans([50, 48, 46, 44, 42, 40, 38, 36, 34, 32, 30, 20]), quarters=12)
RISING = judged(plans([10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32]), quarters=12)
STILL = judged(plans(STEADY), quarters=13)


def test_the_worst_field_is_said_first():
    assert matrix_headline(matrix([FALLING, RISING, STILL])) == (
        "One KPI usually misses its target at a concerning level; 1 more at an improving one"
    )
    assert matrix_headline(matrix([FALLING, FALLING])) == (
        "Two KPIs usually miss their target at a concerning level; 0 more at an improving one"
    )
    assert matrix_headline(matrix([STILL])) == (
        "No KPIs usually miss their target at a concerning level; 0 more at an improving one"
    )


def test_where_nothing_is_placed_it_says_so():
    assert matrix_headline(Matrix((), (STILL,))) == "Process control says nothing of 1 KPI"


def test_those_that_meet_their_target_now_are_not_called_missing():
    meets = judged(plans([10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 85]), quarters=12)
    assert matrix_headline(matrix([RISING, meets])) == (
        "No KPIs usually miss their target at a concerning level; 2 more at an improving one, of which 1 meets it now"
    )
