import pytest

from kpis.basis import MS, R12M, annual
from kpis.examples import evidence_of, work_out
from kpis.formulas import Latest, PublishedValue
from kpis.kpi import Example
from kpis.outcome import Known, Reason, Unknown
from programme.quarter import Quarter
from programme.symbols import Symbol
from tests.kpis.building import a_kpi

BOTH = "plans_issued_within_20_weeks", "plans_issued"


def test_a_single_value_stands_in_the_examples_quarter():
    example = Example({BOTH[0]: 41, BOTH[1]: 100}, gives=41, quarter="2021/22 Q2")
    assert {quarter for _, _, quarter in evidence_of(a_kpi(), example).facts} == {Quarter(2021, 2)}
    assert work_out(a_kpi(), example) == Known(41, 41, 100)


def test_a_tuple_stands_in_the_quarters_of_the_period_and_none_is_no_return():
    example = Example({BOTH[0]: (1, None, 3, 4), BOTH[1]: (10, 10, 10, 10)}, gives=Reason.PERIOD_INCOMPLETE)
    facts = evidence_of(a_kpi(basis=R12M), example).facts
    assert sorted(str(quarter) for measure, _, quarter in facts if measure == BOTH[0]) == [
        "2023/24 Q4",
        "2024/25 Q2",
        "2024/25 Q3",
    ]
    assert work_out(a_kpi(basis=R12M), example) == Unknown(Reason.PERIOD_INCOMPLETE, "2024/25 Q1 not returned")


def test_a_symbol_is_a_symbol():
    (fact,) = evidence_of(a_kpi(), Example({BOTH[1]: "k"}, gives=Reason.NOT_RETURNED)).facts.values()
    assert (fact.value, fact.symbol) == (None, Symbol.ROUNDS_TO_ZERO)


def test_what_is_no_symbol_is_refused():
    with pytest.raises(ValueError, match="A figure has a value or a symbol"):
        work_out(a_kpi(), Example({BOTH[1]: "many"}, gives=1))


def test_a_snapshot_stands_at_the_end_of_the_period():
    kpi = a_kpi(formula=Latest(of="plans_in_place"), basis=MS)
    assert work_out(kpi, Example({"plans_in_place": 20000}, gives=20000)) == Known(20000)


def test_an_annual_example_may_stand_in_a_quarter_that_carries_it():
    kpi = a_kpi(formula=PublishedValue(series="ks2_rwm_ehcp"), basis=annual("academic", reported_in=3))
    assert work_out(kpi, Example({"ks2_rwm_ehcp": 8}, gives=8, quarter="2025/26 Q1")) == Known(8)
    assert work_out(kpi, Example({}, gives=Reason.NOT_PUBLISHED)) == Unknown(Reason.NOT_PUBLISHED, "2024")


def test_more_values_than_quarters_are_refused():
    with pytest.raises(ValueError, match="zip"):
        work_out(a_kpi(), Example({BOTH[1]: (1, 2)}, gives=1))
