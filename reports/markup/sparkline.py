"""A sparkline as an HTML image with its words."""

from base64 import b64encode

from markupsafe import Markup

from disclosure.rule import Number
from reports.charts.sparkline import HEIGHT, WIDTH, sparkline_of
from reports.language.numbers import amount_text
from reports.progress.readings import Line, Reading


def sparkline_image(line: Line) -> Markup:
    """The sparkline of a line as an HTML image with its words."""
    return Markup('<img class="sparkline" width="{}" height="{}" src="{}" alt="{}">').format(
        WIDTH, HEIGHT, address(sparkline_of(line)), sparkline_words(line)
    )


def sparkline_words(line: Line) -> str:
    """What the sparkline shows: its first, lowest, highest and newest figure."""
    known = [reading for reading in line.readings if isinstance(reading.shown, Number)]
    if not known:
        return "no figure in any quarter"
    if len(known) == 1:
        return f"one figure only: {_said(known[0])}"
    low, high = (pick(known, key=lambda reading: reading.shown.value) for pick in (min, max))
    return f"from {_said(known[0])} to {_said(known[-1])}; lowest {_said(low)}; highest {_said(high)}"


def _said(reading: Reading) -> str:
    return f"{amount_text(reading.kpi, reading.shown.value)} in {reading.quarter}"


def address(svg: str) -> str:
    """An SVG as an address that an image can have."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
