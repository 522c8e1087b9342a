"""What is said of figures of months and years, and of values that were reported: what they are, and what they are not."""

from collections.abc import Sequence

from disclosure.period_figures import HiddenPeriodFigure
from kpis.kpi import Kpi
from kpis.registry import registry
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.measures import measures
from programme.months import LARGEST, LAST, SUM
from programme.period import PeriodKind
from programme.period_figure import AS_REPORTED, FigureKind, PeriodFigure
from reports.language.grammar import begun, is_or_are, uncapitalised
from reports.language.linked import Linked, leads
from reports.language.numbers import amount_text, typed_text
from reports.progress.period_lines import PeriodLine
from reports.sentences.mapped import measure_text, period_text

TAKES = {
    LAST: "The quarter takes the last of its months.",
    SUM: "The quarter is the sum of its three months.",
    LARGEST: "The quarter takes the largest of its three months.",
}
KEPT = "Kept as what they are, and rated by nobody: targets are of quarters."
REPORTED_NOTE = f"Values {AS_REPORTED}: they stand in no sum and are held against nothing."
IN_NO_KPI = "Counts and values that no KPI is made of"


def by_period(line: PeriodLine) -> str:
    """`by month`, and that it was reported."""
    return f"by {line.length}{f', {AS_REPORTED}' if line.kind is FigureKind.REPORTED else ''}"


def line_subject(line: PeriodLine) -> str:
    """What is counted, and where."""
    return f"{measure_text(line.measure, line.kind)}, {line.area.name}"


def period_amount(each: PeriodFigure | HiddenPeriodFigure) -> str:
    """The figure as it is written, its symbol, or that it is hidden."""
    if isinstance(each, HiddenPeriodFigure):
        return HIDDEN_SIGN
    if each.value is None:
        return str(each.symbol)
    if kpi := _reported_kpi(each):
        return amount_text(kpi, each.value)
    return f"{typed_text(each.value)}{'%' if amount_unit(each)[0] == 'percent' else ''}"


def _reported_kpi(about: PeriodLine | PeriodFigure) -> Kpi | None:
    """The KPI that was reported; a measure may have the same id, and is what is counted."""
    return registry().get(about.measure) if about.kind is FigureKind.REPORTED else None


def amount_unit(about: PeriodLine | PeriodFigure) -> tuple[str, int]:
    """The unit of its measure or KPI, and the decimals."""
    if kpi := _reported_kpi(about):
        return kpi.unit, kpi.decimals
    unit = measures()[about.measure].unit if about.measure in measures() else ""
    return unit, int(unit == "percent")


def period_headline(line: PeriodLine) -> str:
    """Where the line went: its first and its newest figure; or that there is nothing to see, and why."""
    known = [each for each in line.figures if each.value is not None]
    if not known:
        hidden = any(isinstance(each, HiddenPeriodFigure) for each in line.figures)
        return f"{HIDDEN_SIGN}. {HIDDEN_WORDS}" if hidden else "There is no figure to draw"
    if len(known) == 1:
        return f"One figure only: {_at(known[0])}"
    return f"From {_at(known[0])} to {_at(known[-1])}"


def period_alternative(line: PeriodLine) -> str:
    """The chart in words."""
    return f"{line_subject(line)}, {by_period(line)}: {period_headline(line)}."


def period_notes(line: PeriodLine) -> tuple[str, ...]:
    """What the figures are, what a quarter makes of them, and how many months between them nobody gave."""
    reported = line.kind is FigureKind.REPORTED
    takes = TAKES.get(_takes(line), "No quarter is made of them.")
    told = REPORTED_NOTE if reported else takes
    missing = without_figure(line)
    gaps = f"{begun(missing, 'month')} between the first and the newest {is_or_are(missing)} not there." if missing else ""
    return tuple(filter(None, (KEPT, told, gaps)))


def _takes(line: PeriodLine) -> str:
    known = measures().get(line.measure)
    return known.months if known and line.length is PeriodKind.MONTH else ""


def without_figure(line: PeriodLine) -> int:
    """How many months between its first and its newest nobody gave; of other periods it is not asked."""
    if line.length is not PeriodKind.MONTH:
        return 0
    first, last = line.figures[0].period, line.figures[-1].period
    return 12 * (last.year - first.year) + last.month - first.month + 1 - len(line.figures)


def measure_link(name: str) -> Linked:
    """A measure that is in no KPI leads to its page."""
    return leads(measure_text(name), "measure", measure=name)


def measure_headline(name: str, lines: Sequence[PeriodLine]) -> str:
    """The title of the page of a measure: what it counts, and where its first line went."""
    return f"{measure_text(name)}: {uncapitalised(period_headline(lines[0]))}"


def _at(each: PeriodFigure) -> str:
    return f"{period_amount(each)} in {period_text(each.period)}"
