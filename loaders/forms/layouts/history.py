"""The history workbook: one column per quarter. It is how an area that starts today brings its past."""

from dataclasses import replace

from loaders.forms.layout import Column, SheetLayout
from loaders.forms.layouts import standard
from loaders.forms.layouts.standard import AREA, MEASURE
from programme.sheets.written import QUARTER

HISTORY = SheetLayout("History", (Column(MEASURE, 44), Column(AREA, 26)), needed=(MEASURE, AREA))
QUARTER_WIDTH = 12

WRITTEN = tuple(replace(layout, columns=(Column(QUARTER, QUARTER_WIDTH), *layout.columns)) for layout in standard.WRITTEN)
"""The sheets of words, each row with the quarter it is about: how an area brings the past of its action log."""

LINES = tuple(line for line in standard.LINES if line not in (standard.QUARTER, standard.WORKSTREAM))
"""The lines of its Cover, which may be left out altogether."""

NOT_QUARTERS = frozenset({"description", "unit", "period", "note", "notes", "status", "source", "workstream"})
"""Headings of columns that stand beside the quarters and are not read."""
