"""The history workbook: one column per quarter. It is how an area that starts today brings its past."""

from dataclasses import replace

from loaders.forms.layouts import standard
from loaders.forms.layouts.standard import AREA, MEASURE
from programme.sheets.common import QUARTER
from programme.sheets.form import FormSheet

HISTORY = FormSheet("History", (replace(MEASURE, width=44), AREA))
QUARTER_WIDTH = 12


def with_quarter(sheet: FormSheet) -> FormSheet:
    """A sheet of words, each row with the quarter it is about where the sheet is of one."""
    return replace(sheet, columns=(QUARTER, *sheet.columns)) if sheet.quarterly else sheet


WRITTEN = tuple(map(with_quarter, standard.WRITTEN))
"""How an area brings the past of its action log."""

LINES = tuple(line for line in standard.LINES if line not in (standard.QUARTER, standard.WORKSTREAM, *standard.PARTS))
"""The lines of its Cover, which may be left out altogether."""

NOT_QUARTERS = frozenset({"description", "unit", "period", "note", "notes", "status", "source", "workstream"})
"""Headings of columns that stand beside the quarters and are not read."""
