"""A KPI's line: target and floor as steps, ratings by shape and colour, gaps left open, events lettered."""

from collections.abc import Sequence

import plotly.graph_objects as go

from disclosure.rule import Hidden, Number
from kpis.rating import Rating
from reports.charts.events import Marked, event_trace
from reports.charts.frame import named_line, quarters_frame
from reports.charts.labels import Label, apart, label_trace, point_label, step_labels
from reports.language.numbers import amount_text, decimals_needed
from reports.palette import FLOOR, LINE, RATINGS, TARGET
from reports.progress.readings import Line, Reading

Standard = tuple[str, str, str, list[float | None]]
"""A line to hold figures against: name, colour, dash, one value per quarter."""


def line_chart(line: Line, marks: Sequence[Marked] = ()) -> go.Figure:
    """The KPI over its quarters. Provisional points are open and carried ones small (`legend_sentences` says so)."""
    quarters = [reading.quarter for reading in line.readings]
    values, standards = seen_values(line), list(_standards(line))
    chart = go.Figure(layout=quarters_frame(line.kpi, quarters, [*values, *(each for one in standards for each in one[3])]))
    span = chart.layout.yaxis.range
    if marks:
        chart.add_trace(event_trace(marks, span))
    for name, colour, dash, steps in standards:
        chart.add_trace(named_line(quarters, steps, name, colour, dash))
    chart.add_trace(_points(line, values))
    labels = [
        label
        for name, _, _, steps in standards
        for label in step_labels(line.kpi, quarters, steps, name, above=not name.startswith(("Floor", "Lower")))
    ]
    newest = _newest(line)
    chart.add_trace(label_trace([*apart(labels, span), *newest], span))
    chart.layout.margin.r = _room(newest)
    return chart


def seen_values(line: Line) -> list[float | None]:
    """What may be drawn, one per quarter."""
    return [reading.shown.value if isinstance(reading.shown, Number) else None for reading in line.readings]


def _points(line: Line, values: list[float | None]) -> go.Scatter:
    return go.Scatter(
        x=[str(reading.quarter) for reading in line.readings],
        y=values,
        name=line.kpi.title,
        mode="lines+markers",
        connectgaps=False,
        line={"color": LINE, "width": 2.5},
        marker={
            "symbol": [_symbol(reading) for reading in line.readings],
            "color": [_colour(reading) for reading in line.readings],
            "size": [7 if reading.carried else 12 for reading in line.readings],
            "line": {"color": LINE, "width": 1.5},
        },
        text=[_told(reading) for reading in line.readings],
        hovertemplate="%{x}: %{text}<extra></extra>",
    )


def _symbol(reading: Reading) -> str:
    symbol = RATINGS[reading.rated.rating].symbol
    return f"{symbol}-open" if reading.result.provisional and not symbol.endswith("-open") else symbol


def _colour(reading: Reading) -> str:
    """A closed shape is filled with its rating's colour; an open one is all outline, which must stand out."""
    return LINE if _symbol(reading).endswith("-open") else RATINGS[reading.rated.rating].fill


def _told(reading: Reading) -> str:
    notes = {"carried forward": reading.carried, "provisional": reading.result.provisional, "judged": bool(reading.judged)}
    said = ", ".join(word for word, holds in notes.items() if holds)
    return f"{reading.display}, {RATINGS[reading.rated.rating].word.lower()}{f' ({said})' if said else ''}"


def _newest(line: Line) -> list[Label]:
    """The amount beside the last point that is drawn."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return []
    last = known[-1]
    decimals = decimals_needed(line.kpi, last.shown.value, last.rated.target)
    return [point_label(line.kpi, last.quarter, last.shown.value, decimals)]


def _room(labels: list[Label]) -> int:
    """Pixels to the right of the plot that the newest amount needs, whatever the width of the screen."""
    return 8 + max((9 * len(label.text.replace("<b>", "").replace("</b>", "")) for label in labels), default=0)


def _standards(line: Line):
    """The target and floor that each quarter is judged by: steps, because a past quarter keeps its own."""
    targets = [reading.rated.target for reading in line.readings]
    if not any(targets):
        yield from _expected(line)
        return
    if line.kpi.better == "target":
        for name, sign in (("Target, upper edge", 1), ("Lower edge", -1)):
            yield name, TARGET, "solid", [each and each.value + sign * each.tolerance for each in targets]
        return
    yield "Target", TARGET, "solid", [each and each.value for each in targets]
    yield "Floor", FLOOR, "dot", [each and each.floor for each in targets]


def _expected(line: Line):
    """The range that an activity indicator is expected in, where it has one for this area."""
    expected = line.kpi.expected
    if expected and line.kpi.judged_in(line.area):
        count = len(line.readings)
        yield "Expected, upper end", TARGET, "dash", [expected.high] * count
        yield "Lower end", TARGET, "dash", [expected.low] * count


def legend_sentences(line: Line) -> list[str]:
    """What the shapes and gaps of this very chart mean."""
    readings = line.readings
    shapes = {RATINGS[reading.rated.rating] for reading in readings if isinstance(reading.shown, Number)}
    said = [", ".join(f"{mark.shape} {mark.word.lower()}" for mark in RATINGS.values() if mark in shapes) + "."]
    if any(reading.result.provisional for reading in readings):
        said.append("Open shapes are provisional figures.")
    if any(reading.carried for reading in readings):
        said.append("Small shapes repeat an annual figure that is carried forward.")
    hidden = sum(isinstance(reading.shown, Hidden) for reading in readings)
    missing = sum(not isinstance(reading.shown, Number) for reading in readings) - hidden
    if hidden:
        said.append(f"Hidden to protect children: {hidden} of {len(readings)} quarters.")
    if missing:
        said.append(f"No figure: {missing} of {len(readings)} quarters; the table gives each reason.")
    return said if shapes else said[1:]


def chart_finding(line: Line) -> str:
    """The chart's title: where the line went, with its numbers."""
    seen = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    known = [reading for reading in seen if not reading.carried] or seen
    if not known:
        return "There is no figure to draw"
    if len(known) == 1:
        return f"One figure only: {_at(line, known[0])}"
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    said = [f"From {_at(line, known[0])} to {_at(line, known[-1])}"]
    said += [f"{word} {_at(line, each)}" for word, each in (("lowest", low), ("highest", high)) if each not in _ends(known)]
    return "; ".join(said)


def _ends(known: list[Reading]) -> tuple[Reading, Reading]:
    return known[0], known[-1]


def _at(line: Line, reading: Reading) -> str:
    return f"{amount_text(line.kpi, reading.shown.value)} in {reading.quarter}"


def chart_alternative(line: Line) -> str:
    """The chart in words: first, lowest, highest and newest figure, and how many quarters have none."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return f"{line.kpi.title}, {line.area.name}: no figure in any of {len(line.readings)} quarters."
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    ends = ", ".join(
        f"{word} {_at(line, reading)}"
        for word, reading in (("first", known[0]), ("lowest", low), ("highest", high), ("newest", known[-1]))
    )
    reds = sum(reading.rated.rating is Rating.RED for reading in known)
    counted = f"Red in {reds} of {len(known)} quarters; {len(line.readings) - len(known)} without a figure."
    return f"{line.kpi.title}, {line.area.name}, by quarter: {ends}. {counted}"
