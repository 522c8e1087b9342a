from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from kpis.comparators import last_day
from programme.moment import end_of
from programme.published import published_figures
from programme.quarter import Quarter
from programme.signoff import CorrectionKind
from record.known_by import came_out, out_by, printed_since

KENT = "E10000016"
NHS = "E54000032"
SECOND = timedelta(seconds=1)
WAITS = [
    f"{service}_{what}"
    for service in ("audiology", "community_paediatrics", "occupational_therapy", "speech_and_language_therapy")
    for what in ("waiting", "waiting_18_to_52_weeks", "waiting_over_18_weeks_share", "waiting_over_52_weeks")
]
OUT = {
    **dict.fromkeys(
        (
            "plans_within_20_weeks",
            "plans_within_20_weeks_all",
            "plans_over_52_weeks",
            "requests_refused",
            "requests_decided_within_6_weeks",
            "assessments_without_plan",
            "no_plan_decisions_within_16_weeks",
            "annual_review_decisions_within_4_weeks",
            "annual_review_meetings_recorded",
            "new_plans_in_mainstream",
            "tribunal_appeal_rate",
        ),
        (KENT, "2024", date(2025, 6, 30)),
    ),
    **dict.fromkeys(
        ("plans_in_place_january", "pupils_on_sen_support", "pupils_with_ehcp"), (KENT, "2025", date(2025, 6, 30))
    ),
    **dict.fromkeys(
        (
            "ks2_rwm_ehcp",
            "ks2_rwm_sen_support",
            "good_level_of_development_ehcp",
            "good_level_of_development_sen_support",
            "phonics_ehcp",
            "phonics_sen_support",
        ),
        (KENT, "2024", date(2024, 12, 31)),
    ),
    "attainment_8_ehcp": (KENT, "2024", date(2025, 2, 28)),
    "attainment_8_sen_support": (KENT, "2023", date(2024, 2, 29)),
    "special_school_absence": (KENT, "2024", date(2025, 3, 31)),
    "special_school_persistent_absence": (KENT, "2024", date(2025, 3, 31)),
    "special_school_suspensions": (KENT, "2022/23", date(2024, 7, 31)),
    "sustained_destination_ehcp": (KENT, "2022", date(2024, 10, 31)),
    "sustained_destination_sen_support": (KENT, "2022", date(2024, 10, 31)),
    "level_2_by_19_ehcp": (KENT, "2024", date(2025, 5, 31)),
    "level_3_by_19_ehcp": (KENT, "2024", date(2025, 5, 31)),
    "send_16_17_in_education_or_training": (KENT, "2024", date(2024, 9, 30)),
    "autism_first_appointment_after_13_weeks_age_under_10": (NHS, "2023-04", date(2023, 9, 13)),
    "autism_first_appointment_after_13_weeks_age_10_to_17": (NHS, "2023-06", date(2023, 9, 13)),
    "autism_first_appointment_after_13_weeks_age_18_to_24": (NHS, "2023-05", date(2023, 9, 13)),
    **dict.fromkeys(WAITS, (NHS, "2023-03", date(2023, 6, 14))),
}
"""One figure of each series, and the day by which it was out: not a moment earlier may a reader see it."""


def test_every_series_is_here_with_its_day():
    assert set(OUT) == set(came_out()) == {figure.series for figure in published_figures().values()}


@pytest.mark.parametrize("figure", OUT)
def test_an_as_at_view_lets_nothing_through_early(figure):
    area, period, day = OUT[figure]
    assert (figure, area, period) in published_figures()
    assert (figure, area, period) not in out_by(published_figures(), end_of(day) - SECOND)
    assert (figure, area, period) in out_by(published_figures(), end_of(day))


def test_nothing_is_out_before_its_period_has_ended():
    for figure in published_figures().values():
        assert came_out()[figure.series].on(last_day(figure)) > last_day(figure)


def test_what_was_brought_out_since_is_told_by_publication_with_the_first_day_of_each():
    signed, quarter = datetime(2025, 2, 6, 16, 30, tzinfo=UTC), Quarter(2024, 3)
    told = printed_since(published_figures(), quarter, signed, datetime(2026, 1, 1, tzinfo=UTC))
    assert [(each.kind, each.named, each.at.date(), each.number) for each in told] == [
        (CorrectionKind.PRINTED, "DfE, Local Authority Interactive Tool, April 2026 data", date(2025, 2, 28), 0),
        (CorrectionKind.PRINTED, "DfE, Education, health and care plans 2025 release", date(2025, 6, 30), 0),
    ]
    assert printed_since(published_figures(), quarter, signed, datetime(2025, 6, 1, tzinfo=UTC)) == told[:1]
    loaded = {key: replace(each, loaded=1) for key, each in published_figures().items()}
    assert printed_since(loaded, quarter, signed, datetime(2026, 1, 1, tzinfo=UTC)) == ()


def test_now_everything_is_known():
    assert out_by(published_figures(), None) is published_figures()


def test_before_the_inspection_only_what_was_out_is_known():
    known = out_by(published_figures(), datetime(2019, 3, 29, tzinfo=UTC))
    assert ("attainment_8_ehcp", KENT, "2018") in known
    assert ("plans_within_20_weeks", KENT, "2018") not in known
