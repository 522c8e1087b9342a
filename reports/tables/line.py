"""Tables of what a reader may see: the same words as the pages, ready for the screen and for CSV."""

import pandas as pd

from disclosure.rule import Number
from record.lineage import cells_text
from reports.language.numbers import count_text, target_and_floor
from reports.palette import RATINGS
from reports.progress.readings import Line, Reading


def line_table(line: Line) -> pd.DataFrame:
    """A KPI's line: one row per quarter, newest first."""
    return pd.DataFrame([_line_row(reading) for reading in reversed(line.readings)])


def _line_row(reading: Reading) -> dict[str, str]:
    seen = reading.shown if isinstance(reading.shown, Number) else None
    return {
        "Quarter": str(reading.quarter),
        "Covers": reading.result.period + (" (carried forward)" if reading.carried else ""),
        "Figure": reading.display,
        "Numerator": count_text(seen and seen.numerator),
        "Denominator": count_text(seen and seen.denominator),
        "Target": target_and_floor(reading.kpi, reading.rated.target),
        "Rating": _rating(reading),
        "Why": reading.rated.reason,
        "Status": "provisional" if reading.result.provisional else "final" if seen else "",
        "Read from": cells_text(reading),
    }


def _rating(reading: Reading) -> str:
    """Shape and word; one that a return judged says so."""
    mark = RATINGS[reading.rated.rating]
    return f"{mark.shape} {mark.word}{' (judged)' if reading.override else ''}"
