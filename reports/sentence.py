"""One plain sentence for every result: what it is, against what, since when, how sure."""

from kpis.rating import Rating
from kpis.spc import Variation
from kpis.trend import Direction, Travel
from programme.quarter import Quarter
from reports.disclosure import Hidden, NoFigure, Number
from reports.judgement import Judgement
from reports.progress import Reading
from reports.wording import amount_text, number_text, target_text

VERBS = {
    Direction.IMPROVED: "has improved",
    Direction.WORSENED: "has worsened",
    Direction.RISING: "has risen",
    Direction.FALLING: "has fallen",
    Direction.SAME: "has not changed",
}
TRENDS = {
    Direction.IMPROVING: "the trend since {} is improving",
    Direction.WORSENING: "the trend since {} is worsening",
    Direction.RISING: "the trend since {} is rising",
    Direction.FALLING: "the trend since {} is falling",
    Direction.NO_CLEAR_TREND: "there is no clear trend since {}",
}
SURENESS = {
    Variation.IMPROVING: "process control sees a real improvement",
    Variation.CONCERNING: "process control sees a real deterioration",
    Variation.NEITHER: "process control sees a real change",
    Variation.COMMON_CAUSE: "the latest movement is within the usual variation",
}


def sentence(judged: Judgement) -> str:
    """The sentence for a line's newest reading. It never begins with a number."""
    reading = judged.reading
    about = f"{reading.kpi.title} ({reading.area.name}, {_covers(reading)})"
    match reading.shown:
        case NoFigure(reason, detail):
            return f"{about}: there is no figure, because it is {reason}{f' ({detail})' if detail else ''}."
        case Hidden(why):
            return f"{about}: the figure is hidden, because {_because(why)}."
    parts = [
        f"{about} stood at {reading.display}{_counts(reading)}, {_against(reading)}",
        *_since(judged),
        *_sureness(judged),
    ]
    return f"{'; '.join(parts)}."


def _covers(reading: Reading) -> str:
    return f"{reading.result.period}, carried forward" if reading.carried else reading.result.period


def _because(why: str) -> str:
    return f"it counts {why}" if why.startswith("fewer") else f"it {why}"


def _counts(reading: Reading) -> str:
    shown = reading.shown
    if not isinstance(shown, Number) or shown.numerator is None:
        return ""
    return f" ({number_text(shown.numerator, 0)} of {number_text(shown.denominator, 0)})"


def _against(reading: Reading) -> str:
    kpi, target = reading.kpi, reading.rated.target
    match reading.rated.rating:
        case Rating.NOT_RATED:
            return f"and is not rated: {reading.rated.reason}"
        case Rating.GREEN:
            return f"which meets the target of {target_text(kpi, target)}"
        case Rating.AMBER:
            return f"which misses the target of {target_text(kpi, target)} but meets the floor of {_floor(reading)}"
        case _:
            return f"which misses the target of {target_text(kpi, target)} and the floor of {_floor(reading)}"


def _floor(reading: Reading) -> str:
    target = reading.rated.target
    if reading.kpi.better == "target":
        return f"within {number_text(target.floor, reading.kpi.decimals)} of it"
    return amount_text(reading.kpi, target.floor)


def _since(judged: Judgement) -> list[str]:
    parts = []
    if judged.direction:
        parts.append(
            f"it {VERBS[judged.direction.direction]} since {judged.direction.since}{_was(judged, judged.direction)}"
        )
    if judged.trend:
        parts.append(TRENDS[judged.trend.direction].format(judged.trend.since))
    return parts


def _was(judged: Judgement, travel: Travel) -> str:
    before = value_in(judged, travel.since)
    return "" if before is None else f" (then {amount_text(judged.line.kpi, before)})"


def value_in(judged: Judgement, quarter: Quarter) -> float | None:
    """The charted value of a quarter."""
    return dict(zip(judged.quarters, (point.value for point in judged.chart), strict=True)).get(quarter)


def _sureness(judged: Judgement) -> list[str]:
    sure = [SURENESS[judged.variation]] if judged.variation else ["there are too few figures for process control"]
    latest = judged.chart.latest
    if latest and latest.trial and latest.upper is not None:
        sure[0] += " (trial limits)"
    return sure + (["the figure is provisional"] if judged.reading.result.provisional else [])
