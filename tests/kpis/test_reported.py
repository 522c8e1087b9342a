from dataclasses import replace

import pytest

from kpis.evidence import facts_of
from kpis.reported import disagreements
from programme.symbols import Symbol
from tests.kpis.test_evaluate_reported import counts
from tests.store.returns.test_period_figures import REPORTED


def found(told, *figures):
    return [(each.told, each.kpi.id, each.worked) for each in disagreements([told], facts_of(list(figures)))]


@pytest.mark.parametrize(
    "printed, value, in_time, differs",
    [
        ("50%", 50.0, 60, False),
        ("50.4%", 50.4, 60.5, False),
        ("50%", 50.0, 60.5, False),
        ("50.0%", 50.0, 60.5, True),
        ("51%", 51.0, 60, True),
        ("0.5042", 50.42, 60.5, False),
        ("41.5%", 41.5, 60, True),
        ("about half", 50.0, 60, False),
    ],
)
def test_they_agree_as_closely_as_the_value_was_printed(printed, value, in_time, differs):
    told = replace(REPORTED, value=value, as_printed=printed)
    assert bool(found(told, *counts(in_time=in_time))) is differs


def test_it_says_which_counts_come_to_what():
    (only,) = disagreements([REPORTED], facts_of(counts()))
    assert (only.told, only.kpi.id, only.worked) == (REPORTED, "plans_within_20_weeks", 50.0)
    assert [each.measure for each in only.counts] == ["plans_issued_within_20_weeks", "plans_issued"]


def test_without_all_counts_and_for_no_kpi_there_is_nothing_to_say():
    assert found(REPORTED, counts()[0]) == []
    assert found(REPORTED, *counts(issued=Symbol.SUPPRESSED)) == []
    assert found(replace(REPORTED, measure="cs01"), *counts()) == []
