"""Numbers and results in plain words. The same figure reads the same on a page, in a table and in a download."""

import re
from decimal import ROUND_HALF_UP, Decimal

from disclosure.rule import Hidden, NoFigure, Number, Shown
from kpis.kpi import Kpi, Target
from programme.figure import Figure
from programme.measures import measures
from programme.published import Published

PUBLISHED_DECIMALS = 1  # published rates have one


def number_text(value: float, decimals: int) -> str:
    """`1,080` or `41.4`: rounded half away from zero, thousands separated, a true minus sign."""
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{abs(rounded):,.{decimals}f}" if rounded >= 0 else f"−{abs(rounded):,.{decimals}f}"


def typed_text(value: float) -> str:
    """A number as it was typed: whole ones without decimals, others with one."""
    return number_text(value, 0 if float(value).is_integer() else 1)


def count_text(count: float | None) -> str:
    """A numerator or denominator; empty where there is none."""
    return "" if count is None else number_text(count, 0)


def figure_text(figure: Figure | None) -> str:
    """A figure as it was typed, its symbol, or that there is none."""
    if figure is None:
        return "no figure"
    return str(figure.symbol) if figure.value is None else typed_text(figure.value)


def amount_text(kpi: Kpi, value: float, decimals: int | None = None) -> str:
    """A value of `kpi` with its unit: `41.4%`, `8.2 per 1,000 plans`, `26 weeks`."""
    number = number_text(value, kpi.decimals if decimals is None else decimals)
    match kpi.unit:
        case "percent":
            return f"{number}%"
        case "rate":
            return f"{number} {kpi.per}"
        case "weeks":
            return f"{number} weeks" if number != "1" else "1 week"
        case _:
            return number


def published_text(published: Published, rate: float | None) -> str:
    """A rate in the unit of a published figure: `45.9%`."""
    if rate is None:
        return "not published"
    return f"{number_text(rate, PUBLISHED_DECIMALS)}{'%' if published.unit == 'percent' else ''}"


def shown_text(kpi: Kpi, shown: Shown, target: Target | None = None) -> str:
    """What stands on the screen for a figure: the amount, or `c` and the like with its meaning."""
    match shown:
        case Number(value):
            return amount_text(kpi, value, decimals_needed(kpi, value, target))
        case Hidden(why):
            return f"c (hidden: {why})"
        case NoFigure(reason):
            return f"no figure: {reason}"


def unknown_text(shown: Hidden | NoFigure) -> str:
    """Why there is no number to see: `not returned`, `hidden: fewer than 5 children`."""
    return str(shown.reason) if isinstance(shown, NoFigure) else f"hidden: {shown.why}"


def decimals_needed(kpi: Kpi, value: float, target: Target | None) -> int:
    """The KPI's decimals, or one more when rounding would show a missed target or floor as met."""
    lines = (target.value, target.floor) if target and kpi.better != "target" else ()
    hides = any(
        value != line and number_text(value, kpi.decimals) == number_text(line, kpi.decimals) and _short_of(kpi, value, line)
        for line in lines
    )
    return kpi.decimals + hides


def _short_of(kpi: Kpi, value: float, line: float) -> bool:
    return value < line if kpi.better == "higher" else value > line


def target_text(kpi: Kpi, target: Target | None) -> str:
    """The target in words: `at least 60%`, `at most 26 weeks`, `180, give or take 20`."""
    if target is None:
        return "none"
    if kpi.better == "target":
        return f"{amount_text(kpi, target.value)}, give or take {number_text(target.tolerance, kpi.decimals)}"
    return f"{'at least' if kpi.better == 'higher' else 'at most'} {amount_text(kpi, target.value)}"


def target_and_floor(kpi: Kpi, target: Target | None) -> str:
    """Both standards in words: `at least 60%, floor 40%`."""
    if target is None:
        return "none"
    if kpi.better == "target":
        return f"{target_text(kpi, target)}, floor {number_text(target.floor, kpi.decimals)} away"
    return f"{target_text(kpi, target)}, floor {amount_text(kpi, target.floor)}"


def title_in_sentence(kpi: Kpi) -> str:
    """The KPI's title where a sentence begins: no sentence begins with a number."""
    return f"KPI “{kpi.title}”" if kpi.title[0].isdigit() else kpi.title


def described(reason: str) -> str:
    """A reason with every measure's id replaced by what it counts: readers do not know `plans_issued`."""
    return re.sub(r"[a-z0-9]+(?:_[a-z0-9]+)+", _description, reason)


def _description(match: re.Match) -> str:
    measure = measures().get(match[0])
    return f"“{measure.description}”" if measure else match[0]
