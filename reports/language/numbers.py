"""Numbers and results in plain words. The same figure reads the same on a page, in a table and in a download."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from disclosure.rule import Hidden, NoFigure, Number, Shown
from kpis.kpi import Kpi, Target
from programme.figure import Figure
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.measures import measures
from programme.published import Published

PUBLISHED_DECIMALS = 1  # published rates have one
MOST_DECIMALS = 4  # to show a miss: what lies closer is said in words


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
            return figure_written(kpi, value, target)
        case Hidden():
            return HIDDEN_SIGN
        case NoFigure(reason):
            return f"no figure: {reason}"


def unknown_text(shown: Hidden | NoFigure) -> str:
    """Why there is no number to see: `not returned`, or the one sentence about what is hidden."""
    return str(shown.reason) if isinstance(shown, NoFigure) else HIDDEN_WORDS


def figure_written(kpi: Kpi, value: float, target: Target | None) -> str:
    """A figure with the decimals that show a miss: `59.96%`, and `60.0%, just below 60.0%` where no four of them do."""
    decimals = decimals_needed(kpi, value, target)
    closest = next((edge for edge in _missed(kpi, value, target) if _looks_met(value, edge, decimals)), None)
    just = f", just {'below' if value < closest else 'above'} {amount_text(kpi, closest)}" if closest is not None else ""
    return f"{amount_text(kpi, value, decimals)}{just}"


def decimals_needed(kpi: Kpi, value: float, target: Target | None) -> int:
    """The KPI's decimals, or as many more, four in all, as show what is missed as missed; the KPI's where no four do."""
    missed = _missed(kpi, value, target)
    enough = range(kpi.decimals, MOST_DECIMALS + 1)
    return next((each for each in enough if not any(_looks_met(value, edge, each) for edge in missed)), kpi.decimals)


def _looks_met(value: float, edge: float, decimals: int) -> bool:
    """Whether the two are written the same; what lies two last places apart is not, and most of what is missed is."""
    near = abs(value - edge) < 2 * 10**-decimals
    return near and number_text(value, decimals) == number_text(edge, decimals)


def _missed(kpi: Kpi, value: float, target: Target | None) -> list[float]:
    """The edges that the figure is on the wrong side of: of target and floor, or of the range that is expected."""
    below, above = _edges(kpi, target)
    return [edge for edge in below if value < edge] + [edge for edge in above if value > edge]


def _edges(kpi: Kpi, target: Target | None) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The values below which something is missed, and those above which it is."""
    if kpi.better is None:
        return ((kpi.expected.low,), (kpi.expected.high,)) if kpi.expected else ((), ())
    if target is None:
        return (), ()
    if kpi.better == "target":
        away = (target.tolerance or 0, target.floor)
        return tuple(target.value - each for each in away), tuple(target.value + each for each in away)
    both = (target.value, target.floor)
    return (both, ()) if kpi.better == "higher" else ((), both)


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


@lru_cache(maxsize=4096)
def described(reason: str) -> str:
    """A reason with every measure's id replaced by what it counts: readers do not know `plans_issued`."""
    return re.sub(r"[a-z0-9]+(?:_[a-z0-9]+)+", _description, reason)


def _description(match: re.Match) -> str:
    measure = measures().get(match[0])
    return f"“{measure.description}”" if measure else match[0]
