"""What the chart of a KPI's line says: its headline, what its shapes mean, and the chart in words."""

from disclosure.rule import Number
from kpis.movement import REVISIT
from kpis.rating import Rating
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.period_figure import AS_REPORTED
from programme.quarter import Quarter
from reports.language.grammar import begun, is_or_are
from reports.palette import RATINGS
from reports.progress.readings import Line, Reading

SMALL_KEY = (
    "Each chart on its own scale from 2019/20 Q1: the line is the figure, its last sign the rating; whole steps are the "
    "target, dotted ones the floor, dashed ones England"
)


def small_key(quarter: Quarter) -> str:
    """What the lines of small charts up to a quarter mean."""
    return f"{SMALL_KEY}; the upright is the revisit." if quarter > REVISIT else f"{SMALL_KEY}."


def legend_sentences(line: Line) -> list[str]:
    """What the shapes and gaps of this very chart mean."""
    readings = line.readings
    shapes = {RATINGS[reading.rated.rating] for reading in readings if isinstance(reading.shown, Number)}
    said = [", ".join(f"{mark.shape} {mark.word.lower()}" for mark in RATINGS.values() if mark in shapes) + "."]
    if any(reading.result.provisional for reading in readings):
        said.append("Open shapes are provisional figures.")
    if any(reading.carried for reading in readings):
        said.append("Small shapes repeat an annual figure that is carried forward.")
    if told := sum(bool(reading.as_reported) for reading in readings):
        said.append(f"{begun(told, 'figure')} {is_or_are(told)} {AS_REPORTED}; the table says which.")
    hidden = _hidden(line)
    missing = sum(not isinstance(reading.shown, Number) for reading in readings) - hidden
    if hidden:
        said.append(f"{HIDDEN_WORDS}: {hidden} of {len(readings)} quarters.")
    if missing:
        said.append(f"No figure: {missing} of {len(readings)} quarters; the table gives each reason.")
    return said if shapes else said[1:]


def line_headline(line: Line) -> str:
    """The chart's title: where the line went, with its numbers."""
    seen = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    known = list({reading.reported: reading for reading in reversed(seen)}.values())[::-1]  # a figure once, where it begins
    if not known:
        return f"{HIDDEN_SIGN}. {HIDDEN_WORDS}" if _hidden(line) else "There is no figure to draw"
    if len(known) == 1:
        return f"One figure only: {_at(known[0])}"
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    said = [f"From {_at(known[0])} to {_at(known[-1])}"]
    said += [f"{word} {_at(each)}" for word, each in (("lowest", low), ("highest", high)) if each not in _ends(known)]
    return "; ".join([*said, *_breaks(line, known)])


def _breaks(line: Line, known: list[Reading]) -> list[str]:
    """That figures on the two sides of a break are not to be compared."""
    parted = [each for each in line.kpi.breaks if known[0].reported < Quarter.parse(each) <= known[-1].reported]
    return [f"not comparable across the break in {quarter}" for quarter in parted[-1:]]


def _ends(known: list[Reading]) -> tuple[Reading, Reading]:
    return known[0], known[-1]


def _at(reading: Reading) -> str:
    return f"{reading.display} in {reading.quarter}"


def _hidden(line: Line) -> int:
    return sum(reading.hidden for reading in line.readings)


def line_alternative(line: Line) -> str:
    """The chart in words: first, lowest, highest and newest figure, and how many quarters have none or a hidden one."""
    known, about = [reading for reading in line.readings if isinstance(reading.shown, Number)], _about(line)
    hidden, count = _hidden(line), len(line.readings)
    explained = f" {HIDDEN_SIGN}: {HIDDEN_WORDS}." if hidden else ""
    if not known:
        return f"{about}: {f'{HIDDEN_SIGN} in {hidden}' if hidden else 'no figure in any'} of {count} quarters.{explained}"
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    ends = ", ".join(
        f"{word} {_at(reading)}"
        for word, reading in (("first", known[0]), ("lowest", low), ("highest", high), ("newest", known[-1]))
    )
    reds = sum(reading.rated.rating is Rating.RED for reading in known)
    signs = f"{HIDDEN_SIGN} in {hidden}; " if hidden else ""
    counted = f"Red in {reds} of {len(known)} quarters; {signs}{count - len(known) - hidden} without a figure."
    return f"{about}, by quarter: {ends}. {counted}{explained}"


def _about(line: Line) -> str:
    return f"{line.kpi.title}, {line.area.name}"


def sparkline_alternative(line: Line) -> str:
    """What a sparkline shows: its first, lowest, highest and newest figure."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return f"{HIDDEN_SIGN}: {HIDDEN_WORDS}" if _hidden(line) else "no figure in any quarter"
    if len(known) == 1:
        return f"one figure only: {_at(known[0])}"
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    return f"from {_at(known[0])} to {_at(known[-1])}; lowest {_at(low)}; highest {_at(high)}"
