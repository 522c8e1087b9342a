"""Sums over time and area, worked out a second time in SQL over seeded random facts."""

import random
from dataclasses import dataclass

import duckdb
import pandas as pd
import pytest

from kpis.basis import R12M, YTD, Basis, Q
from kpis.ehcp_quality.oldest_open_assessment_weeks import KPI as OLDEST
from kpis.ehcp_quality.requests_received import KPI as RECEIVED
from kpis.evaluate import evaluate
from kpis.evidence import Evidence, facts_of
from programme.areas import DISTRICTS, KENT, Area
from programme.figure import Figure, Source
from programme.quarter import Quarter
from tests.kpis.series import kpi

TOP, BOTTOM, WEEKS, REQUESTS = (
    "plans_issued_within_20_weeks",
    "plans_issued",
    "oldest_open_assessment_weeks",
    "requests_received",
)
QUARTERS = Quarter.parse("2019/20 Q1").to(Quarter.parse("2023/24 Q4"))
SHARE_OVER = """
    with amounts as (
        select position, sum(value) filter (measure = $top) as top, sum(value) filter (measure = $bottom) as bottom,
               count(*) filter (measure = $top) as tops, count(*) filter (measure = $bottom) as bottoms
        from facts join periods on facts.ordinal between periods.first and periods.position
        where area = $area group by position)
    select position, 100.0 * top / bottom from amounts join periods using (position)
    where tops = length and bottoms = length and bottom > 0"""
OVER_DISTRICTS = """
    select ordinal, {combine}(value) from facts where measure = $measure and area <> $kent
    group by ordinal having count(*) = 12"""
OF_KENT = "select ordinal, value from facts where measure = $measure and area = $kent"


@dataclass(frozen=True)
class Facts:
    """The same random figures as evidence and as a table. Kent itself returns nothing in every third quarter."""

    evidence: Evidence
    table: duckdb.DuckDBPyConnection

    def answers(self, query: str, **names) -> dict[int, float]:
        return dict(self.table.execute(query, names).fetchall())


def ordinal(quarter: Quarter) -> int:
    return quarter - QUARTERS[0]


def is_returned(chance: random.Random, area: Area, quarter: Quarter) -> bool:
    return chance.random() > 0.02 and not (area == KENT and ordinal(quarter) % 3 == 0)


@pytest.fixture(scope="module", params=range(3))
def facts(request):
    chance = random.Random(request.param)
    figures = [
        Figure(measure, area, quarter, float(chance.randint(0, 40)), None, Source("random", "Figures", "D2"))
        for measure in (TOP, BOTTOM, WEEKS, REQUESTS)
        for area in (KENT, *DISTRICTS)
        for quarter in QUARTERS
        if is_returned(chance, area, quarter)
    ]
    columns = [(each.measure, each.area.code, ordinal(each.quarter), each.value) for each in figures]
    table = duckdb.connect()
    table.register("frame", pd.DataFrame(columns, columns=["measure", "area", "ordinal", "value"]))
    table.execute("create table facts as from frame")
    yield Facts(Evidence(facts_of(figures)), table)
    table.close()


def ours(facts: Facts, about, area: Area) -> dict[int, float]:
    results = [evaluate(about, area, quarter, facts.evidence) for quarter in QUARTERS]
    return {ordinal(each.quarter): each.value for each in results if each.value is not None}


def over(facts: Facts, basis: Basis, area: Area) -> dict[int, float]:
    """The share in SQL, where a period begins 3 quarters back (R12M) or with its financial year (YTD)."""
    first = "position - 3" if basis is R12M else "position - position % 4" if basis is YTD else "position"
    facts.table.execute(
        f"create or replace table periods as select position, {first} as first, position - ({first}) + 1 as length "
        f"from range({len(QUARTERS)}) as each(position)"
    )
    return facts.answers(SHARE_OVER, top=TOP, bottom=BOTTOM, area=area.code)


@pytest.mark.parametrize("basis", [Q, R12M, YTD], ids=lambda basis: basis.code)
def test_shares_over_time_are_quotients_of_sums(facts, basis):
    for district in DISTRICTS:
        expected = over(facts, basis, district)
        assert ours(facts, kpi(basis=basis), district) == pytest.approx(expected)
        assert expected


@pytest.mark.parametrize(("about", "measure", "combine"), [(RECEIVED, REQUESTS, "sum"), (OLDEST, WEEKS, "max")])
def test_kent_is_its_own_figure_or_else_its_districts_combined(facts, about, measure, combine):
    own = facts.answers(OF_KENT, measure=measure, kent=KENT.code)
    parts = facts.answers(OVER_DISTRICTS.format(combine=combine), measure=measure, kent=KENT.code)
    assert ours(facts, about, KENT) == pytest.approx(parts | own)
    assert set(parts) - set(own)


def test_a_rolling_year_of_kent_adds_districts_where_kent_itself_is_missing(facts):
    amounts = {}
    for measure in (TOP, BOTTOM):
        own = facts.answers(OF_KENT, measure=measure, kent=KENT.code)
        amounts[measure] = facts.answers(OVER_DISTRICTS.format(combine="sum"), measure=measure, kent=KENT.code) | own
    expected = {}
    for end in range(3, len(QUARTERS)):
        year = range(end - 3, end + 1)
        if all(each in amounts[measure] for each in year for measure in (TOP, BOTTOM)):
            expected[end] = 100 * sum(amounts[TOP][each] for each in year) / sum(amounts[BOTTOM][each] for each in year)
    assert ours(facts, kpi(basis=R12M), KENT) == pytest.approx(expected)
    assert expected
