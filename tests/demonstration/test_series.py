"""Kent's series add up to what is published and pass through what is known."""

import pytest

from demonstration.seeds import seeds
from demonstration.series import FIRST, LAST, QUARTERS, published_total, series
from programme.areas import KENT, NHS_KENT_AND_MEDWAY
from programme.measures import measures
from programme.published import published_figures
from programme.quarter import Quarter


def calendar(measure: str, year: int) -> int:
    return sum(value for quarter, value in series(measure).items() if quarter.start.year == year)


def at(measure: str, quarter: str) -> float:
    return series(measure)[Quarter.parse(quarter)]


def share(part: str, whole: str, quarter: str) -> float:
    return round(100 * at(part, quarter) / at(whole, quarter), 1)


def test_the_quarters_are_six_whole_calendar_years():
    assert (str(FIRST), str(LAST), len(QUARTERS)) == ("2018/19 Q4", "2024/25 Q3", 24)


YEARS = {
    2019: (546, 1903, 1998, 827, 2992),
    2020: (601, 1904, 1976, 822, 3255),
    2021: (1181, 2852, 2882, 1230, 4047),
    2022: (904, 2198, 2216, 985, 3669),
    2023: (324, 1796, 1804, 1244, 3988),
    2024: (783, 2354, 2424, 2200, 4001),
}
COUNTED = ("plans_issued_within_20_weeks", "plans_issued", "plans_issued_all", "requests_refused", "requests_received")


@pytest.mark.parametrize("year", YEARS)
def test_calendar_years_come_to_the_published_counts(year):
    assert tuple(calendar(measure, year) for measure in COUNTED) == YEARS[year]


@pytest.mark.parametrize(
    ("measure", "year", "count"),
    [
        ("plans_issued_over_52_weeks", 2023, 212),
        ("plans_issued_over_52_weeks", 2024, 343),
        ("requests_decided", 2023, 4017),
        ("requests_decided_within_6_weeks", 2023, 2770),
        ("requests_decided", 2024, 3969),
        ("requests_decided_within_6_weeks", 2024, 3602),
        ("review_decisions", 2024, 9374),
        ("review_decisions_within_4_weeks", 2024, 3151),
    ],
)
def test_years_published_later_come_to_their_counts(measure, year, count):
    assert calendar(measure, year) == count


def test_every_seed_with_a_published_total_meets_it():
    met = 0
    for seed in seeds().values():
        for year in YEARS:
            total = published_total(seed, year)
            if total is not None:
                met += 1
                assert calendar(seed.measure, year) == total, (seed.measure, year)
    assert met == 46


def test_the_published_percentages_come_out_to_one_decimal():
    for year, printed in zip(YEARS, (28.7, 31.6, 41.4, 41.1, 18.0, 33.3), strict=True):
        within, issued = calendar("plans_issued_within_20_weeks", year), calendar("plans_issued", year)
        assert round(100 * within / issued, 1) == printed
        assert published_figures()["plans_within_20_weeks", KENT.code, str(year)].value == pytest.approx(printed)


def test_the_december_snapshot_is_the_january_census():
    censuses = [at("plans_in_place", f"{year}/{year % 100 + 1} Q3") for year in range(2019, 2025)]
    assert censuses == [13499, 15281, 17733, 18931, 19407, 20635]
    assert share("plans_in_mainstream", "plans_in_place", "2024/25 Q3") == 36.1
    assert share("plans_in_independent_special", "plans_in_place", "2024/25 Q3") == 7.2
    assert share("plans_in_independent_special", "plans_in_place", "2019/20 Q3") == 7.3


def test_the_fall_and_the_recovery_of_plans_within_20_weeks():
    names = ("2022/23 Q4", "2023/24 Q1", "2023/24 Q2", "2023/24 Q3", "2024/25 Q1", "2024/25 Q2", "2024/25 Q3")
    shares = [share("plans_issued_within_20_weeks", "plans_issued", name) for name in names]
    assert 2.3 < shares[2] < 13.2 < shares[1] < shares[0], "July to September 2023 holds August's 2.3%"
    assert 18 < shares[4] < shares[5] < 64 and shares[5] < shares[6] < 64


def test_the_backlog_goes_through_what_is_on_record():
    assert at("assessments_overdue", "2023/24 Q2") == 1080
    assert 397 < at("assessments_overdue", "2023/24 Q3") < 1080
    assert at("assessments_overdue", "2023/24 Q4") < 242
    assert [at("oldest_open_assessment_weeks", name) for name in ("2023/24 Q2", "2023/24 Q3", "2024/25 Q3")] == [
        121,
        118,
        23,
    ]
    assert share("annual_reviews_overdue", "plans_in_place", "2023/24 Q1") == pytest.approx(62.4, abs=0.5)
    assert share("annual_reviews_overdue", "plans_in_place", "2024/25 Q2") == pytest.approx(35.6, abs=2)
    assert share("phase_transfers_on_time", "phase_transfers", "2023/24 Q4") > 81.3, "81% had two weeks to go"
    assert share("plans_audited_good", "plans_audited", "2024/25 Q3") < 76


@pytest.mark.parametrize(("year", "rate"), [(2019, 3.5), (2020, 2.3), (2021, 2.2), (2022, 3.2), (2023, 3.6)])
def test_the_appeal_rate_is_the_published_one(year, rate):
    """A calendar year is reported in the January to March after it."""
    assert share("appeals_registered", "appealable_decisions", f"{year}/{(year + 1) % 100} Q4") == rate
    assert published_figures()["tribunal_appeal_rate", KENT.code, str(year)].value == rate


def test_money_absence_and_budgets_are_as_on_record():
    deficit = [
        round(100 * at("dsg_deficit_thousand_pounds", q) / at("dsg_income_thousand_pounds", q), 2)
        for q in ("2019/20 Q4", "2020/21 Q4", "2021/22 Q4")
    ]
    assert deficit == [1.76, 3.90, 6.83]
    missed, possible = at("sessions_missed_ehcp", "2019/20 Q3"), at("sessions_possible_ehcp", "2019/20 Q3")
    assert round(100 * missed / possible, 2) == 9.98
    assert share("sessions_missed_ehcp", "sessions_possible_ehcp", "2023/24 Q3") == 14.0
    assert (at("personal_budgets", "2019/20 Q3"), at("personal_budgets", "2024/25 Q3")) == (25, 64)


@pytest.mark.parametrize("service", ["speech_and_language", "occupational_therapy", "community_paediatrics"])
@pytest.mark.parametrize(("quarter", "month"), [("2022/23 Q4", "2023-03"), ("2023/24 Q1", "2023-06")])
def test_waiting_lists_are_the_published_months(service, quarter, month):
    name = service.replace("speech_and_language", "speech_and_language_therapy")
    code = NHS_KENT_AND_MEDWAY.code
    waiting, to_52, over_52 = (
        published_figures()[f"{name}_waiting{band}", code, month].value for band in ("", "_18_to_52_weeks", "_over_52_weeks")
    )
    assert at(f"{service}_waiting", quarter) == waiting
    assert at(f"{service}_waiting_within_18_weeks", quarter) == waiting - to_52 - over_52


def test_16_and_17_year_olds_are_near_the_published_percentage():
    for year in range(2020, 2025):
        printed = published_figures()["send_16_17_in_education_or_training", KENT.code, str(year)].value
        assert share("send_16_17_participating", "send_16_17", f"{year - 1}/{year % 100} Q4") == pytest.approx(
            printed, abs=1.2
        )


def test_people_and_places_are_as_on_record():
    assert at("engagement_participants", "2021/22 Q2") + at(
        "engagement_participants", "2021/22 Q3"
    ) * 2 / 3 == pytest.approx(2466, rel=0.02)
    assert at("survey_responses", "2019/20 Q3") == pytest.approx(670, rel=0.05)
    assert at("survey_responses", "2022/23 Q2") < 1500, "the almost 2,000 replies of September 2022 were to the inspectors"
    assert at("neurodevelopmental_waiting", "2020/21 Q3") == pytest.approx(2821, rel=0.05)
    assert share("neurodevelopmental_waiting_over_52_weeks", "neurodevelopmental_waiting", "2020/21 Q3") == pytest.approx(
        60, abs=1
    )
    assert sum(series("enquiries_received").values()) == pytest.approx(19900 * 21 / 25, rel=0.02)
    assert at("schools_using_nurture", "2021/22 Q3") == pytest.approx(150, abs=2)
    assert (at("special_schools", "2021/22 Q3"), at("special_schools_with_nurse", "2021/22 Q3")) == (24, 24)


def test_no_part_exceeds_its_whole_and_counts_are_whole_numbers():
    for measure in measures().values():
        if measure.collected != "return":
            continue
        for quarter, value in series(measure.id).items():
            assert value >= 0
            assert not measure.whole or value == int(value)
            assert not measure.at_most or value <= at(measure.at_most, str(quarter)), (measure.id, quarter)
    for quarter in QUARTERS:
        late_or_not = at("plans_issued_within_20_weeks", str(quarter)) + at("plans_issued_over_52_weeks", str(quarter))
        assert late_or_not <= at("plans_issued_all", str(quarter))
        assert at("plans_issued", str(quarter)) <= at("plans_issued_all", str(quarter))


def test_suspensions_are_highest_in_the_autumn_term():
    for year in (2021, 2022, 2023):
        term = {number: at("suspensions_sen_support", f"{year}/{year % 100 + 1} Q{number}") for number in (1, 2, 3, 4)}
        assert max(term, key=term.get) == 3 and min(term, key=term.get) == 2
