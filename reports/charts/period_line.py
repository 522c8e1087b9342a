"""Figures of months or years as they were given: a line of their own, without a target, a rating or a limit."""

from calendar import month_abbr

from programme.period import Period, PeriodKind
from reports.charts.chart import Chart, Series, Sign, Stroke
from reports.charts.frame import suffix_of
from reports.palette import LINE
from reports.progress.period_lines import PeriodLine
from reports.sentences.period_lines import (
    amount_unit,
    by_period,
    line_subject,
    period_alternative,
    period_amount,
    period_headline,
)

MOST_DRAWN = 13
"""Months: the newest, and the same month of the year before. All of them stand in the table."""


def period_chart(line: PeriodLine) -> Chart:
    """The newest figures of a line; a month that nobody gave is a gap, and so is one that is hidden."""
    given = {each.period: each for each in line.figures}
    periods = _periods(line)[-MOST_DRAWN:]
    drawn = [given.get(period) for period in periods]
    unit, decimals = amount_unit(line)
    return Chart(
        subject=f"{line_subject(line)}, {by_period(line)}",
        headline=period_headline(line),
        alternative=period_alternative(line),
        periods=tuple(map(_name, periods)),
        series=(
            Series(
                line_subject(line),
                tuple(each and each.value for each in drawn),
                Stroke(LINE, width=2.5),
                (Sign("circle", LINE),) * len(periods),
                tuple(period_amount(each) if each else "" for each in drawn),
            ),
        ),
        suffix=suffix_of(unit),
        decimals=decimals,
    )


def _periods(line: PeriodLine) -> tuple[Period, ...]:
    """Every month from the first to the newest, so that a missing one shows; of other periods those given."""
    if line.length is not PeriodKind.MONTH:
        return tuple(each.period for each in line.figures)
    first, last = (12 * each.period.year + each.period.month - 1 for each in (line.figures[0], line.figures[-1]))
    return tuple(Period.of_month(at // 12, at % 12 + 1) for at in range(first, last + 1))


def _name(period: Period) -> str:
    return f"{month_abbr[period.month]} {period.year}" if period.kind is PeriodKind.MONTH else str(period)
