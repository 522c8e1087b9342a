from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from programme.areas import KENT, NHS_KENT_AND_MEDWAY
from programme.figure import Figure, Source
from programme.measures import measures
from programme.months import PartsAmiss, parts_amiss, quarter_figures, sums, with_sums
from programme.period import Period, months_of
from programme.period_figure import FigureKind, PeriodFigure
from programme.quarter import Quarter
from programme.symbols import Symbol

Q4 = Quarter(2022, 4)
MONTHS = months_of(Q4)
BANDS = ("0_to_1", "1_to_2", "2_to_4", "4_to_12", "12_to_18", "18_to_52", "over_52")


def count(measure, period, value, ref="B5", area=KENT, version=None, symbol=None):
    source = Source("months.xlsx", "Data", ref, version)
    return PeriodFigure(measure, area, period, value, symbol, f"{value}", source)


def bands(values, measure="community_paediatrics_waiting"):
    named = (f"{measure}_{band}_weeks" for band in BANDS)
    return [
        count(name, MONTHS[0], value, f"AL{row}", NHS_KENT_AND_MEDWAY)
        for row, (name, value) in enumerate(zip(named, values, strict=True), start=35)
    ]


def told(figures):
    return [(each.measure, str(each.quarter), each.value, str(each.source), each.note) for each in figures]


def test_of_a_snapshot_the_month_that_ends_the_quarter_is_the_quarters_with_its_own_cell():
    read = [count("plans_in_place", month, 100 + at, f"B{5 + at}") for at, month in enumerate(MONTHS)]
    assert told(quarter_figures(read)) == [("plans_in_place", "2022/23 Q4", 102, "Data!B7", "")]
    assert quarter_figures(read[:2]) == ()


def test_what_happens_in_a_quarter_is_summed_once_all_three_months_are_there():
    read = [count("requests_received", month, value, f"C{value}") for month, value in zip(MONTHS, (5, 6, 7), strict=True)]
    note = "The sum of 2023-01 (Data!C5), 2023-02 (Data!C6), 2023-03 (Data!C7)"
    assert told(quarter_figures(read)) == [("requests_received", "2022/23 Q4", 18, "Data!C7", note)]
    for left_out in range(3):
        assert quarter_figures([each for at, each in enumerate(read) if at != left_out]) == ()


def test_months_that_were_accepted_before_complete_a_quarter_and_what_is_read_counts_before_them():
    known = [count("requests_received", month, 5, "C5", version=3) for month in MONTHS]
    read = [count("requests_received", MONTHS[1], 9, "D9")]
    note = "The sum of 2023-01 (Data!C5 of version 3), 2023-02 (Data!D9), 2023-03 (Data!C5 of version 3)"
    assert told(quarter_figures(read, known)) == [("requests_received", "2022/23 Q4", 19, "Data!D9", note)]
    assert quarter_figures([], known) == ()


def test_a_month_that_is_suppressed_leaves_the_quarter_incomplete():
    read = [count("requests_received", month, 5) for month in MONTHS[:2]]
    assert quarter_figures([*read, count("requests_received", MONTHS[2], None, symbol=Symbol.SUPPRESSED)]) == ()


def test_a_snapshot_that_is_suppressed_at_the_quarters_end_is_suppressed():
    (made,) = quarter_figures([count("plans_in_place", MONTHS[2], None, symbol=Symbol.SUPPRESSED)])
    assert (made.value, made.symbol) == (None, Symbol.SUPPRESSED)


def test_the_largest_of_three_months(monkeypatch):
    largest = replace(measures()["requests_received"], months="largest")
    monkeypatch.setattr("programme.months.measures", lambda: {"requests_received": largest})
    (made,) = quarter_figures(
        [count("requests_received", month, value) for month, value in zip(MONTHS, (5, 9, 7), strict=True)]
    )
    assert made.value == 9
    assert made.note.startswith("The largest of 2023-01 (")


def test_people_who_may_come_again_next_month_are_not_added_up():
    assert quarter_figures([count("online_counselling_users", month, 50) for month in MONTHS]) == ()


def test_a_quarters_own_count_comes_before_what_its_months_make():
    read = [
        *(count("requests_received", month, 5) for month in MONTHS),
        count("requests_received", Period.of_quarter(Q4), 16),
    ]
    (made,) = quarter_figures(read)
    assert made == Figure("requests_received", KENT, Q4, 16, None, Source("months.xlsx", "Data", "B5"))


def test_reported_values_and_years_make_no_quarter():
    reported = replace(count("plans_in_place", Period.of_quarter(Q4), 41.5), kind=FigureKind.REPORTED)
    assert quarter_figures([reported, count("appeals_registered", Period.of_year(2014), 325)]) == ()


@given(st.permutations(range(3)), st.lists(st.integers(0, 10_000), min_size=3, max_size=3))
def test_the_order_of_the_columns_changes_nothing(order, values):
    read = [count("requests_received", MONTHS[at], values[at], f"C{at + 1}") for at in order]
    assert [each.value for each in quarter_figures(read)] == [sum(values)]


def test_the_bands_up_to_18_weeks_are_summed_where_they_are_all_there():
    read = bands((133, 171, 276, 837, 655, 2311, 125))
    made = with_sums(read)
    assert made[: len(read)] == tuple(read)
    assert {each.measure: (each.value, each.as_printed, each.source.ref, each.note) for each in made[len(read) :]} == {
        "community_paediatrics_waiting_within_18_weeks": (
            2072,
            "2072",
            "AL39",
            "The sum of Data!AL35, Data!AL36, Data!AL37, Data!AL38, Data!AL39",
        ),
    }
    assert [each.measure for each in with_sums(read[1:])[6:]] == []
    within = replace(read[0], measure="community_paediatrics_waiting_within_18_weeks", value=2070)
    assert [each.value for each in with_sums([*read, within]) if each.measure == within.measure] == [2070]


def test_a_whole_that_is_not_the_sum_of_its_parts_is_found():
    read = bands((133, 171, 276, 837, 655, 2311, 125))
    whole = replace(read[0], measure="community_paediatrics_waiting", value=4508, source=Source("m.xlsx", "Table 4", "AL35"))
    assert list(parts_amiss([whole, *read])) == []
    short = replace(whole, value=4600)
    assert list(parts_amiss([short, *read])) == [PartsAmiss(short, tuple(read), 4508)]
    assert list(parts_amiss([short, *read[1:]])) == []
    assert list(parts_amiss([replace(short, value=None, symbol=Symbol.NOT_AVAILABLE), *read])) == []


def test_every_sum_is_of_measures_that_there_are_and_only_layouts_give_its_parts():
    assert len(sums()) == 6
    assert [each.worked_out for each in sums().values()] == [False, True] * 3
    for measure, each in sums().items():
        assert {measures()[part].collected for part in each.parts} == {"layout"}
        assert measures()[measure].collected == "return"
