"""The standard return: one workbook for one quarter, and for one workstream or for all five."""

from loaders.forms.layout import CoverLine
from programme.parts import Says
from programme.sheets import book, common, figures
from programme.symbols import Status
from programme.workstreams import organisations

ALL = "all"
REAL, ILLUSTRATIVE = "real", "illustrative"
STATUSES = tuple(Status)

MEASURE, DESCRIPTION, AREA, VALUE = figures.MEASURE, figures.DESCRIPTION, figures.AREA, figures.VALUE
FIGURE_STATUS, FIGURE_NOTE, FIGURES = figures.FIGURE_STATUS, figures.FIGURE_NOTE, figures.FIGURES

COVER = "Cover"
QUARTER = CoverLine(common.QUARTER.heading, "The financial quarter, written like 2024/25 Q4. Q1 is April to June.")
WORKSTREAM = CoverLine(common.STREAM, "A number from 1 to 5, or all.", (*common.STREAMS, ALL))
ORGANISATION = CoverLine("Organisation", "The organisation that makes this return.", tuple(organisations()))
LEAD_ROLE = CoverLine(common.LEAD_ROLE, "The role that answers for these figures. A role, not a name.")
PREPARED_BY = CoverLine("Prepared by", "The role or team that filled in this form. May stay blank.")
DATA_AS_AT = CoverLine("Data as at", "The day on which the figures were taken from their systems.")
STATUS = CoverLine(common.STATUS, "final, or provisional where figures will be revised.", STATUSES)
FIGURES_ARE = CoverLine("Figures are", "real, or illustrative for demonstration and training.", (REAL, ILLUSTRATIVE))

LAST_QUARTER = "Last quarter"
"""How the heading of the orientation column begins. Reading ignores that column."""

WRITTEN = book.WRITTEN
SHEETS = (FIGURES, *WRITTEN)

_SAYS_OF_WORDS = "What was accepted before is left as it is, replaced by the rows here, or there is none any more."
_SAYS_OF_FIGURES = "The figures that were accepted before are left as they are, or replaced by those here."
FIGURES_LINE = CoverLine(FIGURES.name, _SAYS_OF_FIGURES, (Says.LEFT, Says.REPLACED))
PARTS = (FIGURES_LINE, *(CoverLine(sheet.name, _SAYS_OF_WORDS, tuple(Says)) for sheet in WRITTEN))
"""A line per sheet. A sheet without rows leaves what stands; only *none any more* empties it."""

LINES = (QUARTER, WORKSTREAM, ORGANISATION, LEAD_ROLE, PREPARED_BY, DATA_AS_AT, STATUS, FIGURES_ARE, *PARTS)
