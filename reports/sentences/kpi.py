"""One plain sentence for every result: what it is, against what, since when, how sure."""

from disclosure.rule import Hidden, NoFigure, Number
from kpis.outcome import Reason
from kpis.rating import Rating
from kpis.spc import Variation, chartable
from kpis.trend import Direction, Travel
from programme.quarter import Quarter
from reports.language.numbers import amount_text, described, number_text, target_text, title_in_sentence
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading
from reports.sentences.process import CAUSES

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
}
MORE_DECIMALS = 4  # than the KPI's own, at most, to show that a figure moved at all
MOVED = {
    Direction.RISING: "risen",
    Direction.FALLING: "fallen",
    Direction.SAME: "unchanged",
}
# For a KPI with a better direction the arrow shows better and worse, not up and down: the word beside it says which.
ARROWS = {
    Direction.IMPROVED: "↗",
    Direction.IMPROVING: "↗",
    Direction.WORSENED: "↘",
    Direction.WORSENING: "↘",
    Direction.RISING: "↑",
    Direction.FALLING: "↓",
    Direction.SAME: "→",
    Direction.NO_CLEAR_TREND: "~",
}
MET = {
    Rating.GREEN: "target met",
    Rating.AMBER: "target missed but floor met",
    Rating.RED: "floor missed",
    Rating.NOT_RATED: "not rated",
}


def kpi_sentence(judged: Judgement) -> str:
    """The sentence for a line's newest reading. It never begins with a number."""
    reading = judged.reading
    about = f"{title_in_sentence(reading.kpi)} ({reading.area.name}, {_covers(reading)})"
    match reading.shown:
        case NoFigure(reason, detail):
            return f"{about}: there is no figure, because {_absent(reason)}{f' ({described(detail)})' if detail else ''}."
        case Hidden(why):
            return f"{about}: the figure is hidden, because {_because(why)}."
    parts = [
        f"{about} stood at {reading.display}{_counts(reading)}, {_against(reading)}",
        *_since(judged),
        *_sureness(judged),
    ]
    return f"{'; '.join(parts)}."


def kpi_headline(judged: Judgement) -> str:
    """The sentence's core, for a title: `Plans issued within 20 weeks: 58.5%, target missed but floor met, improved`."""
    reading = judged.reading
    about = title_in_sentence(reading.kpi)
    match reading.shown:
        case NoFigure(reason):
            return f"{about}: no figure, {reason}"
        case Hidden():
            return f"{about}: hidden to protect children"
    met = "judged " + str(reading.rated.rating) if reading.override else MET[reading.rated.rating]
    if judged.direction is None:
        return f"{about}: {reading.display}, {met}"
    moved = MOVED.get(judged.direction.direction, judged.direction.direction)
    return f"{about}: {reading.display}, {met}, {moved} since {_when(judged, judged.direction.since)}"


def _absent(reason: Reason) -> str:
    """`it is not returned`; a reason that is a whole clause already stands by itself."""
    return str(reason) if reason in (Reason.PERIOD_INCOMPLETE, Reason.ROUNDS_TO_ZERO) else f"it is {reason}"


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
    if reading.override:
        return f"and was {reading.rated.reason}"
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
        since = _when(judged, judged.direction.since)
        parts.append(f"it {VERBS[judged.direction.direction]} since {since}{_was(judged, judged.direction)}")
    if judged.trend:
        parts.append(TRENDS[judged.trend.direction].format(_when(judged, judged.trend.since)))
    return parts


def direction_words(judged: Judgement) -> str:
    """The direction by the rule in use, as a sentence of its own."""
    if judged.direction is None:
        return "Cannot be said: there are not two figures to hold against each other."
    since = _when(judged, judged.direction.since)
    arrow, verb = ARROWS[judged.direction.direction], VERBS[judged.direction.direction].removeprefix("has ").capitalize()
    verb = "Unchanged" if judged.direction.direction is Direction.SAME else verb
    return f"{arrow} {verb} since {since}{_was(judged, judged.direction)}."


def trend_words(judged: Judgement) -> str:
    """The trend over all that is charted, as a sentence of its own."""
    if judged.trend is None:
        return "Cannot be said: there is no figure."
    direction, since = judged.trend.direction, _when(judged, judged.trend.since)
    hidden = any(isinstance(reading.shown, Hidden) for reading in judged.line.readings)
    left_out = " Hidden figures are left out." if hidden else ""
    return f"{ARROWS[direction]} {str(direction).capitalize()} since {since}.{left_out}"


def _when(judged: Judgement, quarter: Quarter) -> str:
    """The quarter, or for an annual figure the year that it covers."""
    kpi = judged.line.kpi
    return f"the {kpi.basis.label(quarter)}" if kpi.basis.code == "A" else str(quarter)


def _was(judged: Judgement, travel: Travel) -> str:
    """The figure it is held against, with one more decimal where rounding would hide the difference."""
    kpi, before, now = judged.line.kpi, judged.series.get(travel.since), judged.reading.shown.value
    if before is None:
        return ""
    decimals = _telling_apart(judged, before, now) if travel.direction is not Direction.SAME else kpi.decimals
    if decimals == kpi.decimals:
        return f" (then {amount_text(kpi, before)})"
    return f" (then {amount_text(kpi, before, decimals)}, now {amount_text(kpi, now, decimals)})"


def _telling_apart(judged: Judgement, before: float, now: float) -> int:
    """The fewest decimals that show two different figures as different."""
    kpi = judged.line.kpi
    enough = range(kpi.decimals, kpi.decimals + MORE_DECIMALS)
    return next(
        (each for each in enough if amount_text(kpi, before, each) != amount_text(kpi, now, each)),
        kpi.decimals + MORE_DECIMALS,
    )


def _sureness(judged: Judgement) -> list[str]:
    return [process_clause(judged)] + (["the figure is provisional"] if judged.reading.result.provisional else [])


def process_clause(judged: Judgement) -> str:
    """What process control says, as a clause."""
    if judged.variation is None:
        few = "there are too few figures for process control"
        return few if chartable(judged.line.kpi) else "process control does not apply to rolling figures"
    trial = " (trial limits)" if judged.chart.latest.trial else ""
    if judged.variation is Variation.COMMON_CAUSE:
        return f"the latest movement is within the usual variation{trial}"
    return f"{SURENESS[judged.variation]}, because {CAUSES[judged.chart.latest.special_cause]}{trial}"
