"""Every figure that is published for Kent and held here is met exactly by the returns of the demonstration, or cannot be."""

import pytest

from demonstration.seeds import month_of, months_of, rows
from demonstration.series import FIRST, LAST, QUARTERS, series
from kpis.formulas import PublishedValue
from kpis.registry import registry
from programme.areas import KENT, NHS_KENT_AND_MEDWAY
from programme.measures import measures
from programme.published import Published, published_figures
from programme.quarter import Quarter

OURS = [
    figure
    for figure in published_figures().values()
    if figure.area_code in (KENT.code, NHS_KENT_AND_MEDWAY.code)
    and {figure.numerator, figure.denominator, figure.value} != {None}
]
COUNTS = {
    "plans_within_20_weeks": ("plans_issued_within_20_weeks", "plans_issued"),
    "plans_within_20_weeks_all": ("", "plans_issued_all"),
    "plans_over_52_weeks": ("plans_issued_over_52_weeks", "plans_issued_all"),
    "requests_refused": ("requests_refused", "requests_received"),
    "requests_decided_within_6_weeks": ("requests_decided_within_6_weeks", "requests_decided"),
    "annual_review_decisions_within_4_weeks": ("review_decisions_within_4_weeks", "review_decisions"),
    "assessments_without_plan": ("no_plan_decisions", ""),
    "no_plan_decisions_within_16_weeks": ("no_plan_decisions_within_16_weeks", "no_plan_decisions"),
}
"""The measures that add up, over a calendar year, to a published numerator and denominator."""

WAITS = {
    "speech_and_language_therapy": "speech_and_language",
    "occupational_therapy": "occupational_therapy",
    "community_paediatrics": "community_paediatrics",
}
NOT_RETURNED = {
    "annual_review_meetings_recorded": "meetings are not returned",
    "new_plans_in_mainstream": "placements of new plans are not returned",
    "pupils_on_sen_support": "the number of all pupils is not returned: see the test of the two shares together",
    "pupils_with_ehcp": "the number of all pupils is not returned: see the test of the two shares together",
    "special_school_absence": "absence is returned for pupils with plans, not for special schools",
    "special_school_persistent_absence": "persistent absence is returned for pupils with plans, not for special schools",
    "special_school_suspensions": "suspensions are returned for pupils with plans, not for special schools",
    "audiology": "audiology is not returned",
    "over_52_weeks": "waits over 52 weeks are not returned for therapies",
    "18_to_52_weeks": "returned as within 18 weeks, so met by its complement",
}
"""Series that no measure of a return carries, and why: their figures stand as published beside ours."""


def whole(measure: str, year: int) -> float | None:
    """The sum over a calendar year that lies wholly within the demonstration."""
    inside = FIRST.start.year <= year <= LAST.end.year and measures()[measure].first_quarter.start.year <= year
    return sum(value for quarter, value in series(measure).items() if quarter.start.year == year) if inside else None


def closing(period: str) -> Quarter | None:
    """The quarter that ends with a month."""
    return next((quarter for quarter in QUARTERS if quarter.end.strftime("%Y-%m") == period), None)


def decimals(figure: Published) -> int:
    return len(f"{figure.value:f}".rstrip("0").partition(".")[2])


def share(part: str, of: str, quarter: Quarter | None) -> float | None:
    held = quarter in series(part) and quarter in series(of)
    return 100 * series(part)[quarter] / series(of)[quarter] if held else None


def ours(figure: Published) -> list[tuple[float | None, float | None]]:
    """Each published number with what the demonstration's returns come to; nothing where its period lies outside."""
    name, period = figure.series, figure.period
    if name in COUNTS:
        part, of = COUNTS[name]
        counted = [
            (figure.numerator, part and whole(part, int(period))),
            (figure.denominator, of and whole(of, int(period))),
        ]
        return [(printed, came_to) for printed, came_to in counted if printed is not None and came_to not in (None, "")]
    if name == "plans_in_place_january":
        return [(figure.value, series("plans_in_place").get(closing(f"{int(period) - 1}-12")))]
    if name == "send_16_17_in_education_or_training":
        return [(figure.value, share("send_16_17_participating", "send_16_17", closing(f"{period}-03")))]
    if name == "tribunal_appeal_rate":
        return [(figure.value, share("appeals_registered", "appealable_decisions", closing(f"{int(period) + 1}-03")))]
    service = next(service for service in WAITS if name.startswith(service))
    waiting = f"{WAITS[service]}_waiting"
    if name == f"{service}_waiting":
        return [(figure.value, series(waiting).get(closing(period)))]
    within = share(f"{waiting}_within_18_weeks", waiting, closing(period))
    return [(figure.value, None if within is None else 100 - within)]


def why_not(name: str) -> str | None:
    return next((why for part, why in NOT_RETURNED.items() if part in name), None)


PUBLISHED_ONLY = {kpi.formula.series for kpi in registry().values() if isinstance(kpi.formula, PublishedValue)}
RESULTS = ("attainment_8", "good_level", "ks2", "level_", "phonics", "sustained", "autism")
TO_MEET = [
    figure
    for figure in OURS
    if (figure.series not in PUBLISHED_ONLY or figure.series.endswith("_waiting"))
    and not figure.series.startswith(RESULTS)  # results and first appointments are taken as published, never returned
    and not why_not(figure.series)
]


@pytest.mark.parametrize("figure", TO_MEET, ids=lambda figure: f"{figure.series}-{figure.period}")
def test_a_published_figure_is_met_exactly(figure):
    for printed, came_to in ours(figure):
        if came_to is not None:
            assert round(came_to, decimals(figure) if printed == figure.value else 0) == printed


def test_enough_of_them_lie_within_the_demonstration():
    met = [pair for figure in TO_MEET for pair in ours(figure) if pair[1] is not None]
    assert len(met) == 74


def test_the_two_shares_of_all_pupils_fit_one_number_of_pupils():
    """So many pupils on SEN support and so many with plans must be the published shares of the same number of pupils."""
    for year in range(2020, 2025):
        before = closing(f"{year - 1}-12")
        rooms = []
        for figure, measure in (("pupils_on_sen_support", "pupils_sen_support"), ("pupils_with_ehcp", "pupils_ehcp")):
            printed = published_figures()[figure, KENT.code, str(year)].value
            count = series(measure)[before]
            rooms.append((100 * count / (printed + 0.05), 100 * count / (printed - 0.05)))
        assert max(low for low, _ in rooms) <= min(high for _, high in rooms), (year, rooms)


def on_record() -> list[tuple[str, Quarter, str]]:
    """Measure, quarter and value of each anchor on public record that stands at the end of a quarter it is returned for."""
    found = []
    for row in rows("curves"):
        measure = measures()[row["measure"]]
        if row["basis"] == "known" and measure.period != "in the quarter":
            at = [each for each in series(measure.id) if months_of(each)[-1] == month_of(row["month"])]
            found += [(measure.id, quarter, row["value"]) for quarter in at]
    return found


def test_much_is_on_record():
    assert len(on_record()) > 25


@pytest.mark.parametrize(("measure", "quarter", "value"), on_record(), ids=str)
def test_a_figure_on_record_at_the_end_of_a_quarter_is_met(measure, quarter, value):
    out_of = next(each["out_of"] for each in rows("series") if each["measure"] == measure)
    came_to = series(measure)[quarter] * (100 / series(out_of)[quarter] if out_of else 1)
    places = min(len(value.partition(".")[2]), 2)
    assert round(came_to, places) == round(float(value), places)
