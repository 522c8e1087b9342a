"""The sheet Figures: a measure, an area and a value in each row."""

from programme import parts
from programme.sheets import common
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.holds import NUMBER, TEXT
from programme.symbols import Status

MEASURE = FormColumn("Measure", TEXT, 40, needed=True)
DESCRIPTION = FormColumn("Description", TEXT, 34)
AREA = FormColumn(common.AREA, TEXT, 22, needed=True)
VALUE = FormColumn("Value", NUMBER, 11, needed=True)
FIGURE_STATUS = FormColumn(common.STATUS, TEXT, 11, tuple(Status))
FIGURE_NOTE = FormColumn(common.NOTE, TEXT, 20)
FIGURES = FormSheet(parts.FIGURES, (MEASURE, DESCRIPTION, AREA, VALUE, FIGURE_STATUS, FIGURE_NOTE))
