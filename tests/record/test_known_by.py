from datetime import UTC, datetime

import pytest

from programme.published import published_figures
from record.known_by import OUT_AFTER, out_by

KENT = "E10000016"


@pytest.mark.parametrize(
    ("figure", "period", "day"),
    [
        ("plans_within_20_weeks", "2024", datetime(2025, 6, 30, tzinfo=UTC)),
        ("attainment_8_ehcp", "2024", datetime(2024, 12, 14, tzinfo=UTC)),
    ],
)
def test_a_figure_is_known_only_after_it_came_out(figure, period, day):
    key = figure, KENT, period
    assert key not in out_by(published_figures(), day)
    assert key in out_by(published_figures(), day.replace(year=day.year + 1))


def test_now_everything_is_known():
    assert out_by(published_figures(), None) is published_figures()


def test_every_kind_of_period_has_its_calendar():
    assert {figure.period_basis for figure in published_figures().values()} == set(OUT_AFTER)
