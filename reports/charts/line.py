"""A KPI's line: target and floor as steps, ratings by shape and colour, gaps left open, events lettered."""

from collections.abc import Sequence

import plotly.graph_objects as go

from disclosure.rule import Number
from reports.charts.events import Marked, event_trace
from reports.charts.frame import named_line, quarters_frame
from reports.charts.labels import Label, apart, label_trace, point_label, step_labels
from reports.language.numbers import decimals_needed
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
    notes = {"carried forward": reading.carried, "provisional": reading.result.provisional, "judged": bool(reading.override)}
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
    if expected and line.kpi.targets_apply_in(line.area):
        count = len(line.readings)
        yield "Expected, upper end", TARGET, "dash", [expected.high] * count
        yield "Lower end", TARGET, "dash", [expected.low] * count
