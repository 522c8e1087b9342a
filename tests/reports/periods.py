"""Figures of months, and lines of them, for the tests of what is shown of them."""

from dataclasses import replace

from programme.areas import NHS_KENT_AND_MEDWAY
from programme.period import Period
from reports.progress.period_lines import period_lines
from reports.progress.readings import Progress
from tests.reports.build import records_of
from tests.store.returns.test_period_figures import REPORTED, WAITING, count

BAND = "community_paediatrics_waiting_over_52_weeks"


def months(measure, values, area=NHS_KENT_AND_MEDWAY):
    """Published counts of months: `{"2024-10": 7020}`."""
    read = (count(measure, Period.parse(month), value, area) for month, value in values.items())
    return tuple(replace(each, open_to_readers=True) for each in read)


def reported(period, value=41.5, measure="plans_within_20_weeks"):
    """One value as a scorecard reports it."""
    return replace(REPORTED, measure=measure, period=Period.parse(period), value=value, as_printed=f"{value}%")


def progress_with(*figures, role="reader", facts=()):
    """Progress over these figures of months and years."""
    return Progress(replace(records_of(*facts), period_figures=figures), role)


def line_of(*figures, role="reader"):
    """The only line that there is of these figures."""
    progress = progress_with(*figures, role=role)
    ((line,),) = period_lines(progress, figures[-1].period.quarter).values()
    return line


WAITING_MONTHS = months(WAITING, {"2024-07": 7000, "2024-08": 7010, "2024-10": 7020})
