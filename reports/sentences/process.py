"""What process control says, in words: is it changing, and will it keep meeting the target? Two answers that stay two."""

from kpis import spc
from kpis.formulas import Share
from kpis.kpi import Kpi
from kpis.spc import Assurance, Point, Rebase, Variation, variation_of
from kpis.spc_rules import FIRM_FROM, LIMITS_FROM, RUN_POINTS, TREND_POINTS, SpecialCause
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.measures import measures
from reports.language.grammar import spelt
from reports.language.numbers import amount_text, target_text
from reports.palette import VARIATIONS
from reports.progress.judgement import Judgement


def _word(count: int) -> str:
    return spelt(count).lower()


CAUSES = {
    SpecialCause.ABOVE_UPPER_LIMIT: "the figure is above the upper process limit",
    SpecialCause.BELOW_LOWER_LIMIT: "the figure is below the lower process limit",
    SpecialCause.RISING_TREND: f"{_word(TREND_POINTS)} or more figures rose one after the other",
    SpecialCause.FALLING_TREND: f"{_word(TREND_POINTS)} or more figures fell one after the other",
    SpecialCause.TWO_OF_THREE_HIGH: "two of three figures are close to the upper process limit",
    SpecialCause.TWO_OF_THREE_LOW: "two of three figures are close to the lower process limit",
    SpecialCause.RUN_ABOVE_CENTRE: f"{_word(RUN_POINTS)} or more figures on end are above the average",
    SpecialCause.RUN_BELOW_CENTRE: f"{_word(RUN_POINTS)} or more figures on end are below the average",
    SpecialCause.COMMON_CAUSE: "the figure moves within its usual variation",
}
VERDICTS = {
    Variation.IMPROVING: "special cause improving",
    Variation.CONCERNING: "special cause concerning",
    Variation.NEITHER: "special cause, neither better nor worse",
}
METHOD = (
    "Average and limits (average ± 2.66 × the mean moving range) show how far the figure moves when nothing special "
    "happens. Method: NHS England, Making Data Count."
)
SEASONAL = (
    "Process control does not apply: the figure follows the seasons, and its usual swings would count as special. "
    "It is held against the same quarter last year."
)
NOT_CHARTED = (
    "Process control does not apply: neighbouring figures share quarters, which would make runs where nothing happened. "
    "The in-quarter figure is charted instead."
)


def variation_sentence(judged: Judgement) -> str:
    """Is it changing? Names the quarter, because the newest figure can be an old one, and says so where it is hidden."""
    newest = f"{judged.reading.quarter}: {HIDDEN_SIGN}. {HIDDEN_WORDS}. " if judged.reading.hidden else ""
    return newest + _variation(judged)


def _variation(judged: Judgement) -> str:
    if judged.variation is None:
        return no_limits_sentence(judged)
    cause = CAUSES[judged.chart.latest.special_cause]
    verdict = VERDICTS.get(judged.variation)
    return f"{judged.process_quarter}: {cause}{f', {verdict}' if verdict else ''}."


def assurance_sentence(judged: Judgement) -> str:
    """Will it keep meeting the target, if nothing changes?"""
    kpi, target, latest = judged.line.kpi, judged.reading.rated.target, judged.chart.latest
    if latest is None or latest.upper is None:
        return "This cannot be said without limits."
    if judged.assurance is None:
        return "This cannot be said: there is no target with a better direction."
    wanted = f"the target of {target_text(kpi, target)}"
    lower, upper = (amount_text(kpi, limit) for limit in limits_shown(kpi, latest))
    limits = f"the limits, {lower} and {upper}"
    if judged.assurance is Assurance.INCONSISTENT:
        return f"Not reliably: {wanted} lies between {limits}, so chance decides whether a quarter meets it."
    passes = judged.assurance is Assurance.CONSISTENT_PASS
    said = f"By {limits}, {'yes' if passes else 'no'}: {wanted} is {'met' if passes else 'missed'} everywhere between them."
    if latest.special_cause is SpecialCause.COMMON_CAUSE:
        return f"{said} Unless something changes it will go on being {'met' if passes else 'missed'}."
    return f"{said} But the figure is changing, so the limits say more about the past than about what comes next."


def limits_shown(kpi: Kpi, point: Point) -> tuple[float | None, float | None]:
    """Both limits as they are drawn and told, cut off where no figure can be; the rules use them uncut."""
    if point.upper is None:
        return None, None
    below_zero = any(measures()[name].negative for name in kpi.formula.measures)
    lower = point.lower if below_zero else max(0.0, point.lower)
    return lower, min(100.0, point.upper) if isinstance(kpi.formula, Share) and not below_zero else point.upper


def no_limits_sentence(judged: Judgement) -> str:
    """Why there are no limits."""
    if not spc.chartable(judged.line.kpi):
        return SEASONAL if judged.line.kpi.seasonal else NOT_CHARTED
    begun = max((rebase.index for rebase in chart_rebases(judged)), default=0)
    count = sum(point.value is not None for point in judged.chart.points[begun:])
    if count >= LIMITS_FROM:
        return "No limits can be set: no two figures are of neighbouring quarters, or a single jump stands alone."
    return (
        f"Limits need at least {_word(LIMITS_FROM)} figures, got {count}"
        f"{f' since {judged.quarters[begun]}, when the series began afresh' if begun else ''}."
    )


def trial_sentence(judged: Judgement) -> str:
    """That the limits are trial limits; empty where they are firm or there are none."""
    latest = judged.chart.latest
    if latest is None or latest.upper is None or not latest.trial:
        return ""
    return f"These are trial limits, set from fewer than {_word(FIRM_FROM)} figures: they will move as more come in."


def chart_rebases(judged: Judgement) -> tuple[Rebase, ...]:
    """Where limits start afresh, each with its dated reason."""
    return spc.rebases(judged.line.kpi.breaks, judged.quarters)


def rebase_sentences(judged: Judgement) -> list[str]:
    """One sentence for each."""
    return [f"Limits start afresh in {each.quarter}: {each.reason}." for each in chart_rebases(judged)]


def process_notes(judged: Judgement) -> list[str]:
    """What must be known of the limits wherever they are shown."""
    return [said for said in (trial_sentence(judged), *rebase_sentences(judged), METHOD) if said]


def process_alternative(judged: Judgement) -> str:
    """The chart in words: limits now, and how many points of each kind."""
    kpi, latest = judged.line.kpi, judged.chart.latest
    if latest is None:
        return f"{kpi.title}: no figure to draw."
    kinds = [variation_of(point.special_cause, kpi.better) for point in judged.chart if point.value is not None]
    counted = ", ".join(f"{kinds.count(kind)} {VARIATIONS[kind].word.lower()}" for kind in Variation if kind in kinds)
    limits = "no limits"
    if latest.upper is not None:
        centre, lower, upper = (amount_text(kpi, each) for each in (latest.centre, *limits_shown(kpi, latest)))
        limits = f"average {centre}, limits {lower} to {upper}"
    about = f"Process control chart of {kpi.title}, {judged.line.area.name}, to {judged.process_quarter}"
    return f"{about}: {limits}. Points: {counted}."
