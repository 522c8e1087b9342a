import pytest

from kpis.student_t import critical, within


@pytest.mark.parametrize(
    ("freedom", "tabled"),
    [
        (1, 12.706),
        (2, 4.303),
        (3, 3.182),
        (4, 2.776),
        (5, 2.571),
        (6, 2.447),
        (10, 2.228),
        (21, 2.080),
        (30, 2.042),
        (120, 1.980),
    ],
)
def test_critical_values_are_those_of_the_printed_tables(freedom, tabled):
    assert round(critical(freedom), 3) == tabled


@pytest.mark.parametrize(
    ("t", "freedom", "probability"), [(1, 1, 0.5), (0, 7, 0), (2.132, 4, 0.90), (3.365, 5, 0.98), (2.861, 19, 0.99)]
)
def test_probabilities_are_those_of_the_printed_tables(t, freedom, probability):
    assert within(t, freedom) == pytest.approx(probability, abs=1e-4)


def test_critical_values_fall_towards_the_normal_one():
    values = [critical(freedom) for freedom in range(1, 200)]
    assert values == sorted(values, reverse=True)
    assert values[-1] > 1.95996
