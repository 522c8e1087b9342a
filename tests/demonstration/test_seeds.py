"""The seeds are complete, in order of time, and published points are the published values."""

import pytest

from demonstration.seeds import Anchor, Curve, month_of, months_of, rows, seeds
from programme.areas import KENT, NHS_KENT_AND_MEDWAY
from programme.measures import measures
from programme.published import published_figures
from programme.quarter import Quarter

MARCH, JUNE = month_of("2023-03"), month_of("2023-06")
LINE = Curve((Anchor(MARCH, 10.0, "published"), Anchor(JUNE, 40.0, "illustrative")))


def test_a_curve_is_straight_between_its_anchors_and_level_beyond_them():
    assert [LINE.at(MARCH + step) for step in (-5, 0, 1, 3, 9)] == [10, 10, 20, 40, 40]


def test_a_quarter_is_the_mean_of_its_months_and_closes_with_its_last():
    quarter = Quarter.parse("2023/24 Q1")
    assert list(months_of(quarter)) == [MARCH + 1, MARCH + 2, JUNE]
    assert LINE.over(quarter) == pytest.approx(30)
    assert LINE.closing(quarter) == 40


def test_only_points_that_are_not_ours_are_fixed():
    assert LINE.fixed(Quarter.parse("2022/23 Q4"))
    assert not LINE.fixed(Quarter.parse("2023/24 Q1"))


def test_every_returned_measure_has_a_seed_and_no_other():
    assert set(seeds()) == {measure.id for measure in measures().values() if measure.collected == "return"}


def test_anchors_are_in_order_of_time_and_say_their_basis():
    for seed in seeds().values():
        months = [anchor.month for anchor in seed.curve.anchors]
        assert months == sorted(set(months)), seed.measure
        assert {anchor.basis for anchor in seed.curve.anchors} <= {"published", "known", "illustrative", "held"}


APPEALS = {2019: (513, 14599), 2020: (375, 16408), 2021: (428, 19258), 2022: (648, 20329)}
"""Appeals registered and appealable decisions of Kent: Ministry of Justice, table SEND_2 of 2022."""


def _published(measure: str, month: str) -> float:
    """What publishers print for an anchor, in the terms of the curve."""
    year = int(month[:4])
    nhs, kent = NHS_KENT_AND_MEDWAY.code, KENT.code
    match measure:
        case "plans_in_place":
            return published_figures()["plans_in_place_january", kent, str(year + 1)].value
        case "send_16_17_participating":
            return published_figures()["send_16_17_in_education_or_training", kent, str(year)].value
        case "appeals_registered":
            return round(100 * APPEALS[year - 1][0] / APPEALS[year - 1][1], 6)
        case "appealable_decisions":
            return APPEALS[year - 1][1]
        case _:
            service = measure.replace("speech_and_language", "speech_and_language_therapy")
            if service.endswith("_within_18_weeks"):
                late = service.replace("_within_18_weeks", "_over_18_weeks_share")
                return 100 - published_figures()[late, nhs, month].value
            return published_figures()[service, nhs, month].value


def test_anchors_called_published_are_what_is_published():
    anchors = [row for row in rows("curves") if row["basis"] == "published"]
    assert len(anchors) == 44
    for row in anchors:
        assert float(row["value"]) == pytest.approx(_published(row["measure"], row["month"])), row
