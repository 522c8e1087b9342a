"""The standard return: one workbook for one quarter, and for one workstream or for all five."""

from loaders.forms.layout import Column, Line, SheetLayout
from programme.symbols import Status
from programme.workstreams import organisations, workstreams

ALL = "all"
REAL, ILLUSTRATIVE = "real", "illustrative"
STATUSES = tuple(Status)
SCALE = ("1", "2", "3", "4", "5")

COVER = "Cover"
QUARTER = Line("Quarter", "The financial quarter, written like 2024/25 Q4. Q1 is April to June.")
WORKSTREAM = Line("Workstream", "A number from 1 to 5, or all.", (*map(str, workstreams()), ALL))
ORGANISATION = Line("Organisation", "The organisation that makes this return.", tuple(organisations()))
LEAD_ROLE = Line("Lead role", "The role that answers for these figures. A role, not a name.")
PREPARED_BY = Line("Prepared by", "The role or team that filled in this form. May stay blank.")
DATA_AS_AT = Line("Data as at", "The day on which the figures were taken from their systems.")
STATUS = Line("Status", "final, or provisional where figures will be revised.", STATUSES)
FIGURES_ARE = Line("Figures are", "real, or illustrative for demonstration and training.", (REAL, ILLUSTRATIVE))
LINES = (QUARTER, WORKSTREAM, ORGANISATION, LEAD_ROLE, PREPARED_BY, DATA_AS_AT, STATUS, FIGURES_ARE)

MEASURE, DESCRIPTION, AREA, VALUE, NOTE = "Measure", "Description", "Area", "Value", "Note"
FIGURES = SheetLayout(
    "Figures",
    (
        Column(MEASURE, 40),
        Column(DESCRIPTION, 62),
        Column(AREA, 26),
        Column(VALUE, 14, holds="number"),
        Column(STATUS.label, 14, STATUSES),
        Column(NOTE, 44),
    ),
    needed=(MEASURE, AREA, VALUE),
)
LAST_QUARTER = "Last quarter"
"""How the heading of the orientation column begins. Reading ignores that column."""

ACTIONS = SheetLayout(
    "Actions",
    (
        Column("Ref", 12),
        Column("Weaknesses", 14),
        Column("Workstream", 14, WORKSTREAM.choices[:-1]),
        Column("Action", 48),
        Column("Success criterion", 40),
        Column("Lead role", 26),
        Column("Accountable role", 26),
        Column("Partner", 22),
        Column("Start", 14, holds="date"),
        Column("Baseline due", 14, holds="date"),
        Column("Forecast", 14, holds="date"),
        Column("Actual", 14, holds="date"),
        Column("Status", 14, ("Blue", "Green", "Amber", "Red", "Not started")),
        Column("% complete", 12, holds="number"),
        Column("Progress note", 48),
        Column("Evidence reference", 26),
        Column("Date of update", 16, holds="date"),
        Column("KPI", 36),
        Column("Former ref", 14),
    ),
)
RISKS = SheetLayout(
    "Risks",
    (
        Column("Ref", 12),
        Column("Risk", 48),
        Column("Workstream", 14, WORKSTREAM.choices[:-1]),
        Column("Weaknesses", 14),
        Column("Likelihood", 12, SCALE, "number"),
        Column("Impact", 12, SCALE, "number"),
        Column("Target likelihood", 12, SCALE, "number"),
        Column("Target impact", 12, SCALE, "number"),
        Column("Owner role", 26),
        Column("Controls", 48),
        Column("Further action", 48),
        Column("Date of update", 16, holds="date"),
    ),
)
PARTICIPATION = SheetLayout(
    "Participation",
    (
        Column("Ref", 12),
        Column("You said", 48),
        Column("We did", 48),
        Column("Difference made", 48),
        Column("Activities", 12, holds="number"),
        Column("People", 12, holds="number"),
        Column("Date", 14, holds="date"),
        Column("Group", 26),
        Column("Weaknesses", 14),
    ),
)
DECISIONS = SheetLayout(
    "Decisions",
    (
        Column("Reference", 14),
        Column("Title", 48),
        Column("Decision maker", 30),
        Column("Key decision", 14, ("yes", "no")),
        Column("Notice date", 14, holds="date"),
        Column("Decision date", 14, holds="date"),
        Column("Status", 16, ("proposed", "taken", "called in", "withdrawn")),
        Column("Implications", 48),
    ),
)
ASSESSMENT = SheetLayout(
    "Assessment",
    (
        Column("Weakness", 14, tuple(map(str, range(1, 10)))),
        Column("Assessment", 30, ("sufficient progress", "not yet sufficient progress")),
        Column("Reason", 70),
    ),
)
COMMENTARY = SheetLayout(
    "Commentary",
    (
        Column("KPI", 36),
        Column("What the figure shows", 48),
        Column("Why", 48),
        Column("What next", 48),
        Column("Management action", 48),
        Column("Action owner role", 26),
        Column("Action due date", 16, holds="date"),
        Column("Rating judgement", 18, ("green", "amber", "red")),
        Column("Judgement reason", 48),
    ),
)
WRITTEN = (ACTIONS, RISKS, PARTICIPATION, DECISIONS, ASSESSMENT, COMMENTARY)
"""The sheets of words: what is typed there is kept, cell by cell."""

SHEETS = (FIGURES, *WRITTEN)
