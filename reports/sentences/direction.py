"""The one word about where a KPI goes, what decided it, and beside it the answers of Kent's own two rules, each by name."""

from collections.abc import Sequence

from kpis.direction import CHANCE, Barrier, Direction, Proof, Step
from kpis.kpi import Kpi
from kpis.spc_rules import SCREEN, TREND_POINTS
from kpis.trend import DirectionOfTravel, Travel
from programme.quarter import Quarter
from reports.language.grammar import capitalised, counted, spelt
from reports.language.numbers import amount_text, number_text, typed_text
from reports.progress.judgement import Judgement

RANGE_CHANCE = 0.01  # about how often an unchanged figure steps further than 3.267 usual steps
MORE_DECIMALS = 4  # than the KPI's own, at most, to show that a figure moved at all
RULE = (
    "Direction is about the latest step between comparable figures: of one definition, over periods of one length, and a "
    "year apart where the KPI follows the seasons or adds up a rolling year. A step is real when "
    f"{spelt(TREND_POINTS).lower()} figures in a row rose or fell and it is the last of them (not where the KPI follows the "
    "seasons); or else by the first of these that the KPI can take. With twelve or more figures by quarter, "
    f"it is more than {SCREEN} times the mean of the other steps. With counts on both sides, chance parts two such samples "
    "so far less than once in 20 times, and the step is wider than the KPI's own past differences where those spread more "
    "than chance allows. Else it reaches the least change that the definition states. Otherwise there is no real change. "
    "Kent's papers use two other rules, which stand on the KPI's page by name: since the last figure, where any difference "
    "counts, and the trend, a straight line through all that is charted. They can differ from our word: the first calls "
    "chance a change, and the second still tells of a level that was left long ago. What process control says is about the "
    "level, in words of its own."
)
# For a KPI with a better direction the arrow shows better and worse, not up and down: the word beside it says which.
ARROWS = {
    Direction.IMPROVING: "↗",
    Direction.WORSENING: "↘",
    Direction.RISING: "↑",
    Direction.FALLING: "↓",
    Direction.NO_REAL_CHANGE: "→",
    Direction.CANNOT_BE_SAID: "?",
    Direction.HIDDEN: "",
}
TRAVEL_ARROWS = {
    DirectionOfTravel.IMPROVED: "↗",
    DirectionOfTravel.IMPROVING: "↗",
    DirectionOfTravel.WORSENED: "↘",
    DirectionOfTravel.WORSENING: "↘",
    DirectionOfTravel.RISING: "↑",
    DirectionOfTravel.FALLING: "↓",
    DirectionOfTravel.SAME: "→",
    DirectionOfTravel.NO_CLEAR_TREND: "~",
}


def rule_of(kpi: Kpi) -> str:
    """What `RULE` comes to for this KPI: what its newest figure is held against, by which test, from how many on."""
    if kpi.seasonal or kpi.basis.code in ("R12M", "YTD"):
        why = "it follows the seasons" if kpi.seasonal else "neighbouring figures share quarters"
        against = f"the figure of the same quarter a year before, because {why}"
    else:
        against = "the last figure"
    base = f" Below a denominator of {kpi.rated_from:,} nothing is said." if kpi.rated_from else ""
    return f"For this KPI the newest figure is held against {against}. What decides: {_deciding(kpi)}.{base}"


def _deciding(kpi: Kpi) -> str:
    """The tests that this KPI can take, in their order."""
    least = f"its least change of {typed_text(kpi.least_change)} ({kpi.least_change_basis})" if kpi.least_change else ""
    counts = "" if kpi.basis.code == "MS" else "the counts on both sides"
    either = ", and where there are none ".join(filter(None, (counts, least))) or "any difference"
    return f"from twelve figures on its usual steps, before that {either}" if _charted(kpi) else either


def _charted(kpi: Kpi) -> bool:
    return kpi.basis.code in ("Q", "MS") and not kpi.seasonal


def direction_clause(judged: Judgement) -> str:
    """The word with what it is held against and what decided, to stand inside a sentence; `c` of a hidden figure."""
    step = judged.step
    if judged.direction is Direction.HIDDEN:
        return str(Direction.HIDDEN)
    if step.barrier:
        return f"its direction cannot be said: {barrier_clause(judged, step)}"
    return (
        f"{_going(judged)} since {when(judged, step.since)} {_then(judged, step.since, step.change)}, {proof_clause(judged)}"
    )


def direction_sentence(judged: Judgement) -> str:
    """The same as a sentence of its own, with its arrow."""
    step = judged.step
    if judged.direction is Direction.HIDDEN:
        return str(Direction.HIDDEN)
    if step.barrier:
        return f"Cannot be said: {barrier_clause(judged, step)}."
    since = f"since {when(judged, step.since)} {_then(judged, step.since, step.change)}"
    return f"{ARROWS[judged.direction]} {capitalised(str(judged.direction))} {since}: {proof_clause(judged)}."


def direction_short(judged: Judgement) -> str:
    """`improving since 2024/25 Q2`, for a headline; the word alone where nothing was compared."""
    step = judged.step
    if judged.direction is Direction.HIDDEN:
        return str(Direction.HIDDEN)
    if step.broken:
        return f"direction cannot be said ({_not_comparable(step)})"
    return "direction cannot be said" if step.barrier else f"{judged.direction} since {when(judged, step.since)}"


def proof_clause(judged: Judgement) -> str:
    """What decided that the step is real, or that it is not."""
    step, kpi = judged.step, judged.line.kpi
    real = judged.direction is not Direction.NO_REAL_CHANGE
    match step.proof:
        case Proof.ROW:
            return f"the last of {spelt(TREND_POINTS).lower()} figures that all {'rose' if went_up(judged) else 'fell'}"
        case Proof.RANGE:
            return f"{'more' if real else 'no more'} than {SCREEN} times its usual step"
        case Proof.SAMPLES:
            return (
                "more than chance brings between such counts" if real else "no more than chance brings between such counts"
            )
        case Proof.SPREAD:
            return "no more than its own past differences spread"
        case _:
            least = f"its least change of {typed_text(kpi.least_change_in(judged.line.area))}"
            return f"{'at least' if real else 'less than'} {least}"


def barrier_clause(judged: Judgement, step: Step) -> str:
    """Why a step cannot be said."""
    kpi = judged.line.kpi
    match step.barrier:
        case Barrier.NO_FIGURE:
            return "there is no figure"
        case Barrier.TOO_FEW:
            return f"fewer than {kpi.rated_from} are counted, too few for a direction"
        case Barrier.TOO_FEW_BEFORE:
            return f"fewer than {kpi.rated_from} were counted in {when(judged, step.since)}, too few to compare with"
        case Barrier.NO_TARGET:
            return "no target applies that it could be close to"
        case Barrier.BREAK:
            return _not_comparable(step)
        case _:
            return "there is no comparable figure before it"


def _not_comparable(step: Step) -> str:
    return f"not comparable: break in {step.broken.quarter}"


def since_last_words(judged: Judgement) -> str:
    """Kent's scorecard rule, as a sentence of its own."""
    travel = judged.since_last
    if judged.reading.hidden:
        return str(Direction.HIDDEN)
    if travel is None:
        crossed = judged.step.broken
        return (
            f"Cannot be said: {_not_comparable(judged.step)}." if crossed else "Cannot be said: there are not two figures."
        )
    word = "Unchanged" if travel.direction is DirectionOfTravel.SAME else capitalised(str(travel.direction))
    return f"{TRAVEL_ARROWS[travel.direction]} {word} since {when(judged, travel.since)}{_was(judged, travel)}."


def trend_words(judged: Judgement) -> str:
    """Kent's performance report rule, over all that is charted within one definition."""
    if judged.reading.hidden:
        return str(Direction.HIDDEN)
    if judged.trend is None:
        return "Cannot be said: there is no figure."
    direction, since = judged.trend.direction, when(judged, judged.trend.since)
    left_out = " Hidden figures are left out." if any(reading.hidden for reading in judged.line.readings) else ""
    broken = judged.broken if judged.broken and judged.broken.quarter > min(judged.series) else None
    before = f" Figures before that are not comparable: break in {broken.quarter}." if broken else ""
    return f"{TRAVEL_ARROWS[direction]} {capitalised(str(direction))} since {since}.{before}{left_out}"


def chance_sentence(judged: Sequence[Judgement]) -> str:
    """How many of these steps would be called real although nothing had changed; empty where none was compared."""
    steps = [each.step for each in judged if each.step.said and not each.reading.hidden]
    if not steps:
        return ""
    counts = sum(step.proof in (Proof.SAMPLES, Proof.SPREAD) for step in steps)
    ranges = sum(step.proof in (Proof.RANGE, Proof.ROW) for step in steps)
    moved = sum(step.direction is not Direction.NO_REAL_CHANGE for step in steps)
    expected = CHANCE * counts + RANGE_CHANCE * ranges
    about = "fewer than one" if expected < 1 else f"about {number_text(expected, 0)}"
    least = len(steps) - counts - ranges
    also = f"; for the {least} held against a least change chance cannot be worked out" if least else ""
    return (
        f"Of {counted(len(steps), 'KPI')} that can be compared, {moved} really moved. If nothing had changed, chance alone "
        f"would show {about}{also}."
    )


def when(judged: Judgement, quarter: Quarter) -> str:
    """The quarter, or for an annual figure the year that it covers."""
    kpi = judged.line.kpi
    return f"the {kpi.basis.label(quarter)}" if kpi.basis.code == "A" else str(quarter)


def _going(judged: Judgement) -> str:
    word = judged.direction
    return "there is no real change" if word is Direction.NO_REAL_CHANGE else f"it is {word}"


def went_up(judged: Judgement) -> bool:
    """Whether the number itself went up."""
    before, now = judged.series[judged.step.since], judged.reading.shown.value
    return now > before


def _then(judged: Judgement, since: Quarter, change: float) -> str:
    """The figure it is held against as its own quarter wrote it, or with the decimals that show the two as different."""
    before, now = judged.reading_of(since), judged.reading
    if not change or before.display != now.display:
        return f"(then {before.display})"
    decimals = _telling_apart(judged.line.kpi, before.shown.value, now.shown.value)
    if decimals is None:
        return f"(then {before.display}, nearly the same)"
    then, today = (amount_text(before.kpi, each.shown.value, decimals) for each in (before, now))
    return f"(then {then}, now {today})"


def _was(judged: Judgement, travel: Travel) -> str:
    if judged.series.get(travel.since) is None:
        return ""
    same = travel.direction is DirectionOfTravel.SAME
    return f" {_then(judged, travel.since, 0.0 if same else travel.change)}"


def _telling_apart(kpi: Kpi, before: float, now: float) -> int | None:
    """The fewest decimals that show two different figures as different; None where no few do."""
    enough = range(kpi.decimals, kpi.decimals + MORE_DECIMALS + 1)
    return next((each for each in enough if amount_text(kpi, before, each) != amount_text(kpi, now, each)), None)
