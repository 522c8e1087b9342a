import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.basis import MS, R12M, YTD, Q, annual
from kpis.evaluate import evaluate
from kpis.evidence import Evidence
from kpis.formulas import Count, Latest, Maximum, PublishedValue, Rate
from kpis.outcome import OF_SYMBOL, Known, Reason, Unknown
from programme.areas import DISTRICTS, ENGLAND, KENT, NHS_KENT_AND_MEDWAY
from programme.quarter import Quarter
from programme.symbols import Status, Symbol
from tests.kpis.building import a_kpi, evidence, figure, plans, printed

NOW = Quarter(2024, 3)
COUNT = a_kpi(formula=Count(of="plans_issued"), unit="count")
YEAR = ["2023/24 Q4", "2024/25 Q1", "2024/25 Q2", "2024/25 Q3"]


def outcome(kpi, known: Evidence, area=KENT, quarter=NOW):
    return evaluate(kpi, area, quarter, known).outcome


def in_year(in_time, issued):
    """Four quarters of plans, oldest first; None is a quarter without a return."""
    values = zip(YEAR, in_time, issued, strict=True)
    return [each for quarter, top, bottom in values if top is not None for each in plans(top, bottom, quarter=quarter)]


def test_a_result_remembers_every_figure_behind_it():
    used = plans(41, 100)
    result = evaluate(a_kpi(), KENT, NOW, evidence(*used))
    assert (result.outcome, result.value, result.inputs) == (Known(41, 41, 100), 41, tuple(used))
    assert (result.period, result.carried_from, result.provisional) == ("October to December 2024", None, False)


def test_one_provisional_figure_makes_a_provisional_result():
    known = evidence(figure("plans_issued_within_20_weeks", 41, status=Status.PROVISIONAL), figure("plans_issued", 100))
    assert evaluate(a_kpi(), KENT, NOW, known).provisional


@pytest.mark.parametrize(
    "symbol, reason",
    [
        ("c", Reason.SUPPRESSED),
        ("x", Reason.NOT_AVAILABLE),
        ("z", Reason.NOT_APPLICABLE),
        ("u", Reason.LOW_RELIABILITY),
    ],
)
def test_a_symbol_keeps_its_reason(symbol, reason):
    assert outcome(a_kpi(), evidence(*plans(symbol, 100))) == Unknown(reason, "plans_issued_within_20_weeks")


def test_a_missing_measure_is_not_returned_and_named():
    found = outcome(a_kpi(), evidence(figure("plans_issued", 100)))
    assert found == Unknown(Reason.NOT_RETURNED, "plans_issued_within_20_weeks for 2024/25 Q3")


def test_a_zero_denominator_gives_no_figure():
    assert outcome(a_kpi(), evidence(*plans(0, 0))) == Unknown(Reason.ZERO_DENOMINATOR, "plans_issued")


def test_a_quarter_before_the_first_is_not_collected_yet():
    found = outcome(COUNT, evidence(), quarter=Quarter(2018, 3))
    assert found == Unknown(Reason.NOT_COLLECTED_YET, "plans_issued is collected from 2018/19 Q4")


def test_a_measure_asked_for_in_another_quarter_is_not_due():
    found = outcome(a_kpi(formula=Count(of="phase_transfers")), evidence())
    assert found == Unknown(Reason.NOT_DUE, "phase_transfers in 2024/25 Q3")


def test_an_area_without_the_kpi_says_so():
    assert outcome(a_kpi(), evidence(), area=ENGLAND) == Unknown(Reason.NOT_COLLECTED_HERE, "England")


def test_districts_make_up_kent_when_all_of_them_are_there():
    parts = [figure("plans_issued", number, area=area) for number, area in enumerate(DISTRICTS, start=10)]
    result = evaluate(COUNT, KENT, NOW, evidence(*parts))
    assert (result.outcome, result.inputs) == (Known(sum(range(10, 22))), tuple(parts))


def test_eleven_districts_of_twelve_are_not_kent():
    parts = [figure("plans_issued", 10, area=area) for area in DISTRICTS[1:]]
    assert outcome(COUNT, evidence(*parts)).reason is Reason.NOT_RETURNED


@pytest.mark.parametrize("symbol, why", [(each, OF_SYMBOL[each]) for each in Symbol])
def test_the_symbol_of_a_part_does_not_speak_for_the_whole(symbol, why):
    parts = [figure("plans_issued", 10, area=area) for area in DISTRICTS[1:]]
    found = outcome(COUNT, evidence(figure("plans_issued", symbol, area=DISTRICTS[0]), *parts))
    assert found == Unknown(Reason.PART_UNKNOWN, f"Ashford {why}")


@pytest.mark.parametrize("symbol, why", [("low", "rounds to 0 but is not 0"), ("c", "suppressed"), ("u", "low reliability")])
def test_what_is_true_of_each_part_alone_is_not_true_of_the_whole(symbol, why):
    found = outcome(COUNT, evidence(*(figure("plans_issued", symbol, area=area) for area in DISTRICTS)))
    assert found == Unknown(Reason.PART_UNKNOWN, ", ".join(f"{area.name} {why}" for area in DISTRICTS))


@pytest.mark.parametrize("symbol, reason", [("x", Reason.NOT_AVAILABLE), ("z", Reason.NOT_APPLICABLE)])
def test_what_is_said_of_every_part_and_of_their_sum_is_said_of_the_whole(symbol, reason):
    found = outcome(COUNT, evidence(*(figure("plans_issued", symbol, area=area) for area in DISTRICTS)))
    assert found.reason is reason


def test_a_quarter_that_rounds_to_0_four_times_is_not_a_year_that_rounds_to_0():
    rolling = a_kpi(formula=Count(of="plans_issued"), basis=R12M)
    found = outcome(rolling, evidence(*(each for each in in_year(("low",) * 4, ("low",) * 4))))
    assert found.reason is Reason.PERIOD_INCOMPLETE
    assert found.detail.startswith("2023/24 Q4 rounds to 0 but is not 0, ")


@pytest.mark.parametrize("given", [("low", 200), (10, "low")])
def test_a_quotient_of_what_rounds_to_0_does_not_round_to_0(given):
    name = ("plans_issued_within_20_weeks", "plans_issued")[given.index("low")]
    assert outcome(a_kpi(), evidence(*plans(*given))) == Unknown(Reason.PART_UNKNOWN, f"{name} rounds to 0 but is not 0")


def test_a_count_that_rounds_to_0_says_so():
    assert outcome(COUNT, evidence(figure("plans_issued", "low"))).reason is Reason.ROUNDS_TO_ZERO


def test_kents_own_figure_goes_before_its_districts():
    parts = [figure("plans_issued", 10, area=area) for area in DISTRICTS]
    assert outcome(COUNT, evidence(figure("plans_issued", 125), *parts)) == Known(125)


def test_shares_are_combined_by_summing_both_and_never_by_averaging():
    parts = plans(9, 10, area=DISTRICTS[0]) + [each for area in DISTRICTS[1:] for each in plans(0, 100, area=area)]
    assert outcome(a_kpi(), evidence(*parts)) == Known(100 * 9 / 1110, 9, 1110)


def test_the_oldest_case_over_areas_is_the_largest():
    parts = [figure("oldest_open_assessment_weeks", weeks, area=area) for weeks, area in enumerate(DISTRICTS, start=20)]
    assert outcome(a_kpi(formula=Maximum(of="oldest_open_assessment_weeks"), basis=MS), evidence(*parts)) == Known(31)


def test_a_percentage_is_never_put_together_from_parts():
    parts = [figure("educational_psychology_posts_vacant", 20, area=area) for area in DISTRICTS]
    found = outcome(a_kpi(formula=Latest(of="educational_psychology_posts_vacant"), basis=MS), evidence(*parts))
    assert found.reason is Reason.NOT_RETURNED


def test_a_rolling_year_sums_both_sides():
    known = evidence(*in_year((20, 30, 10, 40), (100, 50, 50, 50)))
    result = evaluate(a_kpi(basis=R12M), KENT, NOW, known)
    assert (result.outcome, len(result.inputs), result.period) == (Known(40, 100, 250), 8, "12 months to December 2024")


@pytest.mark.parametrize("gap, why", [(None, "not returned"), ("c", "suppressed")])
def test_a_rolling_year_with_a_gap_is_incomplete_and_says_where(gap, why):
    found = outcome(a_kpi(basis=R12M), evidence(*in_year((20, gap, 10, 40), (100, 50, 50, 50))))
    assert found == Unknown(Reason.PERIOD_INCOMPLETE, f"2024/25 Q1 {why}")


def test_a_rolling_year_that_starts_before_the_first_return_is_incomplete():
    found = outcome(a_kpi(basis=R12M), evidence(*plans(5, 10, quarter="2018/19 Q4")), quarter=Quarter(2018, 4))
    assert found.reason is Reason.PERIOD_INCOMPLETE
    assert found.detail == "2018/19 Q1 not collected yet, 2018/19 Q2 not collected yet, 2018/19 Q3 not collected yet"


def test_a_rolling_year_with_nothing_at_all_is_simply_not_returned():
    assert outcome(a_kpi(basis=R12M), evidence()).reason is Reason.NOT_RETURNED


def test_a_year_to_date_starts_again_in_april():
    known = evidence(*in_year((20, 30, 10, 40), (100, 50, 50, 50)))
    assert outcome(a_kpi(basis=YTD), known) == Known(100 * 80 / 150, 80, 150)
    assert outcome(a_kpi(basis=YTD), known, quarter=Quarter(2024, 1)) == Known(60, 30, 50)


def test_a_snapshot_is_not_added_up_over_time():
    held = [figure("plans_in_place", 100 * each, quarter=quarter) for each, quarter in enumerate(YEAR, start=1)]
    complaints = [figure("complaints_received", 1, quarter=quarter) for quarter in YEAR]
    rate = a_kpi(formula=Rate(of="complaints_received", out_of="plans_in_place", per=1000), basis=R12M)
    assert outcome(rate, evidence(*held, *complaints)) == Known(10, 4, 400)


def test_an_annual_figure_is_carried_and_marked_as_carried():
    kpi = a_kpi(formula=Count(of="phase_transfers"), basis=annual("school", reported_in=4, published_after=-1))
    known = evidence(figure("phase_transfers", 3000, quarter="2023/24 Q4"))
    fresh, carried = evaluate(kpi, KENT, Quarter(2023, 4), known), evaluate(kpi, KENT, NOW, known)
    assert (fresh.outcome, fresh.carried_from) == (Known(3000), None)
    assert (carried.outcome, carried.carried_from, carried.period) == (Known(3000), Quarter(2023, 4), "school year 2023/24")


def test_what_was_never_there_is_not_called_carried():
    kpi = a_kpi(formula=Count(of="phase_transfers"), basis=annual("school", reported_in=4))
    result = evaluate(kpi, KENT, NOW, evidence())
    assert (result.outcome.reason, result.carried_from) == (Reason.NOT_RETURNED, None)


PUBLISHED = a_kpi(
    formula=PublishedValue(series="ks2_rwm_ehcp"),
    basis=annual("academic", reported_in=3),
    not_held={"2020": "no tests were held"},
)


def test_a_published_value_keeps_its_row():
    row = printed("ks2_rwm_ehcp", "2024", 8)
    result = evaluate(PUBLISHED, KENT, Quarter(2025, 1), evidence(published=[row]))
    assert (result.outcome, result.inputs, result.carried_from) == (Known(8), (row,), NOW)


def test_what_is_not_out_yet_is_not_published():
    assert outcome(PUBLISHED, evidence()) == Unknown(Reason.NOT_PUBLISHED, "2024")


def test_a_published_symbol_keeps_its_reason():
    assert outcome(PUBLISHED, evidence(published=[printed("ks2_rwm_ehcp", "2024", "c")])) == Unknown(
        Reason.SUPPRESSED, "2024"
    )


@pytest.mark.parametrize("rows", [[], [printed("ks2_rwm_ehcp", "2020", "x")]])
def test_tests_that_were_not_held_are_not_applicable_and_not_merely_missing(rows):
    found = outcome(PUBLISHED, evidence(published=rows), quarter=Quarter(2020, 3))
    assert found == Unknown(Reason.NOT_APPLICABLE, "2020: no tests were held")


def test_a_figure_published_by_month_stands_for_the_quarters_last_month():
    kpi = a_kpi(formula=PublishedValue(series="waits"), basis=Q, areas=(NHS_KENT_AND_MEDWAY,))
    rows = [printed("waits", f"2024-{month}", month, area=NHS_KENT_AND_MEDWAY) for month in (10, 11, 12)]
    result = evaluate(kpi, NHS_KENT_AND_MEDWAY, NOW, evidence(published=rows))
    assert (result.value, result.period) == (12, "December 2024")


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(500, 1000)), min_size=12, max_size=12))
def test_kent_lies_within_the_range_of_its_districts(counts):
    parts = [each for (top, bottom), area in zip(counts, DISTRICTS, strict=True) for each in plans(top, bottom, area=area)]
    shares = [100 * top / bottom for top, bottom in counts]
    assert min(shares) - 1e-9 <= outcome(a_kpi(), evidence(*parts)).number <= max(shares) + 1e-9
