"""Every sheet of words, in the order of the form: what is typed there is kept, cell by cell."""

from programme.sheets.actions import ACTIONS
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.decisions import DECISIONS
from programme.sheets.events import EVENTS
from programme.sheets.handovers import HANDOVER
from programme.sheets.letters import LETTERS
from programme.sheets.milestones import MILESTONES
from programme.sheets.participation import PARTICIPATION
from programme.sheets.risks import RISKS
from programme.sheets.summary import SUMMARY
from programme.sheets.trajectory import TRAJECTORY

WRITTEN = (
    *(ACTIONS, RISKS, PARTICIPATION, DECISIONS, ASSESSMENT, COMMENTARY, EVENTS),
    *(TRAJECTORY, SUMMARY, MILESTONES, HANDOVER, LETTERS),
)
