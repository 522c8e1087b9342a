import pytest

from loaders.published.against import doubts_against
from tests.loaders.published.published_series import figure, keyed
from tests.loaders.well_said import badly_said

YEARS = [str(year) for year in range(2018, 2025)]
COUNTS = [(411, 1_000), (424, 1_010), (402, 1_023), (433, 1_031), (445, 1_044), (450, 1_052), (463, 1_061)]


def series(counts=COUNTS, years=YEARS, area="Kent", loaded=None):
    return [
        figure(area=area, period=year, counts=each, value=round(100 * each[0] / each[1], 1), loaded=loaded)
        for year, each in zip(years, counts, strict=True)
    ]


KNOWN = keyed(series(loaded=1))


def told(figures, known=KNOWN):
    found = doubts_against(figures, known)
    assert [badly_said(finding.message) for finding in found if badly_said(finding.message)] == []
    return [(finding.rule, finding.message) for finding in found]


def test_what_was_published_before_is_not_asked_about():
    assert told(series()) == []
    assert told(series([(top + 4, bottom + 9) for top, bottom in COUNTS])) == []


def test_a_series_that_is_one_year_late_is_asked_about():
    (found,) = told(series([(400, 990), *COUNTS[:-1]]))
    assert found == (
        "release_shifted",
        "Requests refused, 2019, 2020, 2021, 2022, 2023 and 2024 must be of its own period, not of the one before, "
        "got: 6 figures as they were published for the period before (Kent)",
    )


def test_a_part_of_a_series_moved_the_other_way_is_asked_about():
    (found,) = told(series([*COUNTS[:2], *COUNTS[3:6], *COUNTS[5:]]))
    assert found[0] == "release_shifted"
    assert found[1].startswith(
        "Requests refused, 2020, 2021 and 2022 must be of its own period, not of the one after, got: "
    )


def test_small_shares_that_moved_are_asked_about():
    small = [
        figure(period=year, counts=(None, None), value=value)
        for year, value in zip(YEARS, [1.1, 1.4, 0.9, 2.2, 3.1, 2.8, 3.6], strict=True)
    ]
    late = [
        figure(period=year, counts=(None, None), value=value)
        for year, value in zip(YEARS, [1.0, 1.1, 1.4, 0.9, 2.2, 3.1, 2.8], strict=True)
    ]
    assert [rule for rule, _ in told(late, keyed(small))] == ["release_shifted"]


def test_areas_that_moved_by_one_period_are_asked_about_together():
    places = ["Kent", "Surrey", "Essex", "Devon"]
    two = [
        each
        for at, area in enumerate(places)
        for each in series([(100 + at, 300 + at), (150 + at, 400 + at)], YEARS[:2], area)
    ]
    late = [each for at, area in enumerate(places) for each in series([(100 + at, 300 + at)], YEARS[1:2], area)]
    assert [rule for rule, _ in told(late, keyed(two))] == ["release_shifted"]


@pytest.mark.parametrize(("counts", "asked"), [((4_630, 10_610), 2), ((46, 106), 2), ((463, 1_061), 0)])
def test_a_new_period_of_another_size_is_asked_about(counts, asked):
    found = told(series([*COUNTS, counts], [*YEARS, "2025"])[-1:])
    assert [rule for rule, _ in found] == ["release_jump"] * asked


def test_a_jump_is_said_with_the_size_of_the_others():
    (first, _) = told(series([*COUNTS, (4_630, 10_610)], [*YEARS, "2025"])[-1:])
    assert (
        first[1]
        == "Requests refused, Kent, 2025 (number counted) must be about as large as in its other periods, 433, got: 4,630"
    )


def test_a_revision_to_the_double_is_asked_about():
    revised = series([(926, 1_061)], ["2024"])
    assert told(revised) == [
        (
            "release_revised_far",
            "Requests refused, Kent, 2024 (number counted) must be near what was published before, 463, got: 926",
        ),
        (
            "release_revised_far",
            "Requests refused, Kent, 2024 (per cent) must be near what was published before, 43.6, got: 87.3",
        ),
    ]


def test_a_year_that_repeats_the_last_one_everywhere_is_asked_about():
    places = [f"Authority {number}" for number in range(12)]
    before = keyed(each for at, area in enumerate(places) for each in series([(100 + at, 300 + at)], ["2024"], area))
    again = [each for at, area in enumerate(places) for each in series([(100 + at, 300 + at)], ["2025"], area)]
    assert told(again, before) == [
        ("release_repeats", "Requests refused must be of 2025, not of 2024, got: the same figures in 12 of 12 areas")
    ]


def test_beside_the_figures_that_come_with_the_system_one_far_off_is_asked_about_where_the_others_agree():
    slipped = series([*COUNTS[:-1], (4_630, 10_610)])
    assert [rule for rule, _ in told(slipped, keyed(series()))] == ["release_revised_far"] * 2
    elsewhere = series([(10 * top, 10 * bottom) for top, bottom in COUNTS])
    assert told(elsewhere, keyed(series())) == []
