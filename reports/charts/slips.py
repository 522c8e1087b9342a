"""The slip chart: for each action the date it is forecast for, quarter after quarter, from the date agreed first."""

from collections.abc import Iterator, Sequence
from datetime import date

from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.actions import Action
from record.tracked import Tracked
from reports.charts.chart import Chart, Series, Sign, Steps, Stroke
from reports.palette import LINE, QUIET, TARGET
from reports.sentences.plan import slip_alternative, slip_headline

MOST = 8  # lines that can still be told apart
STYLES = ("solid", "dash", "dot", "dashdot")
SHAPES = ("circle", "square", "diamond", "cross", "triangle-up", "triangle-down", "x", "star")


def charted(actions: Sequence[Tracked]) -> list[Tracked]:
    """The actions worth drawing: those with a baseline and a forecast or actual date, furthest from it first."""
    known = [each for each in actions if each.slip is not None]
    return sorted(known, key=lambda each: -each.slip)[:MOST]


def slip_chart(actions: Sequence[Tracked]) -> Chart:
    """One line per action. Level is on its date; a line that climbs slips. The last point of a finished one is filled."""
    quarters = _whole(sorted({each.quarter for action in actions for each in action.returned}))
    alone = actions[0] if len(actions) == 1 else None
    return Chart(
        subject=f"How the date of {alone.now.ref} moved" if alone else "How the dates of actions moved",
        headline=slip_headline(actions),
        alternative=slip_alternative(actions),
        periods=quarters,
        series=tuple(_line(action, number, quarters) for number, action in enumerate(actions)),
        standards=tuple(_baseline(alone, quarters)) if alone else (),
        dated=True,
    )


def _whole(quarters: list[Quarter]) -> tuple[Quarter, ...]:
    return tuple(quarters[0].to(quarters[-1])) if quarters else ()


def _line(action: Tracked, number: int, quarters: Sequence[Quarter]) -> Series:
    """What was forecast last holds until a return says otherwise, so the line goes on over quarters without a log."""
    shape, colour = SHAPES[number % len(SHAPES)], LINE if number < len(STYLES) else QUIET
    by_quarter = {each.quarter: each for each in action.returned if _day(each)}
    returned = [by_quarter.get(quarter) for quarter in quarters]
    return Series(
        action.now.ref,
        tuple(each and _day(each) for each in returned),
        Stroke(colour, STYLES[number % len(STYLES)], 2),
        tuple(Sign(shape if each and each.done else f"{shape}-open", colour) for each in returned),
        tuple(_told(action, each) if each else "" for each in returned),
        bridged=True,
        keyed=True,
    )


def _day(returned: Action) -> date | None:
    return returned.actual or returned.forecast or returned.baseline


def _told(action: Tracked, returned: Action) -> str:
    return f"{action.now.ref}: {'done' if returned.done else 'forecast'} {day_text(_day(returned))}"


def _baseline(action: Tracked, quarters: Sequence[Quarter]) -> Iterator[Steps]:
    if action.baseline:
        yield Steps("First agreed date", (action.baseline,) * len(quarters), Stroke(TARGET), keyed=True)
