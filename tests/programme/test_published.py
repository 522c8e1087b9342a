from plumbing.reference import rows
from programme.areas import ENGLAND, KENT
from programme.published import publication_of, published_figures
from programme.symbols import Symbol

ALL = published_figures()


def test_kents_twenty_week_figures_are_there_with_their_counts():
    counts = [
        (found.numerator, found.denominator, found.value)
        for year in range(2019, 2025)
        for found in [ALL["plans_within_20_weeks", KENT.code, str(year)]]
    ]
    assert counts == [
        (546, 1903, 28.7),
        (601, 1904, 31.6),
        (1181, 2852, 41.4),
        (904, 2198, 41.1),
        (324, 1796, 18.0),
        (783, 2354, 33.3),
    ]


def test_refusals_in_2024_are_55_percent_in_kent_and_25_2_in_england():
    assert ALL["requests_refused", KENT.code, "2024"].value == 55.0
    assert ALL["requests_refused", ENGLAND.code, "2024"].value == 25.2


def test_a_symbol_is_kept_and_is_no_value():
    found = ALL["ks2_rwm_ehcp", KENT.code, "2020"]
    assert (found.value, found.symbol) == (None, Symbol.NOT_AVAILABLE)


def test_each_row_has_a_value_or_a_symbol_and_names_its_source():
    assert {(found.value is None) != (found.symbol is None) for found in ALL.values()} == {True}
    assert all(found.source for found in ALL.values())


def test_no_two_rows_are_about_the_same():
    assert len(ALL) == len(rows("published_figures"))


def test_a_row_can_be_found_again_in_its_file():
    found = ALL["attainment_8_ehcp", KENT.code, "2024"]
    again = rows("published_figures")[found.row - 2]
    assert (found.file, again["series"], again["area"], again["value"]) == (
        "published_figures.csv",
        "attainment_8_ehcp",
        "Kent",
        "13.3",
    )


def test_a_provisional_year_is_found_under_its_year():
    assert ALL["phonics_ehcp", KENT.code, "2025"].value == 16


def test_a_share_agrees_with_its_counts():
    counted = [found for found in ALL.values() if found.unit == "percent" and found.value is not None and found.denominator]
    apart = {found for found in counted if abs(100 * found.numerator / found.denominator - found.value) > 0.051}
    assert len(counted) > 500
    assert {(found.series, found.area, found.period) for found in apart} == NOT_BY_ITS_COUNTS


NOT_BY_ITS_COUNTS = {  # as the DfE prints them: some councils' shares are not of the counts printed beside them
    ("requests_decided_within_6_weeks", area, year)
    for area, year in (
        ("East Sussex", "2023"),
        ("England", "2023"),
        ("Lancashire", "2024"),
        ("South East", "2023"),
        ("South East", "2024"),
        ("Swindon", "2023"),
    )
}


def test_a_period_is_named_with_its_kind():
    assert ALL["plans_within_20_weeks", KENT.code, "2024"].covers == "calendar year 2024"


def test_a_source_is_quoted_without_the_file_or_the_code_it_was_read_by():
    assert publication_of("DfE, EHC plans 2025 release, annual_reviews.csv") == "DfE, EHC plans 2025 release"
    assert publication_of("DfE, dashboard, measure SEN_TotStat") == "DfE, dashboard"
    assert publication_of("NHS England, waiting lists 2023") == "NHS England, waiting lists 2023"
