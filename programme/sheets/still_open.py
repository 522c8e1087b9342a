"""Which rows of a sheet of words are not finished: what a form brings forward, and what must not drop out unasked."""

from collections.abc import Callable

from programme.sheets.actions import ACTIONS
from programme.sheets.decisions import DECISIONS
from programme.sheets.form import FormSheet
from programme.sheets.risks import RISKS
from programme.sheets.typed import plain
from programme.sheets.written import Row

SETTLED = ("taken", "withdrawn")


def _unproved(action: Row) -> bool:
    """An action is finished once it is done and says where the evidence is."""
    return not (action[ACTIONS.actual] and action[ACTIONS.evidence])


def _undecided(decision: Row) -> bool:
    return plain(decision.text(DECISIONS.status)) not in SETTLED


_OPEN: dict[str, Callable[[Row], bool]] = {
    ACTIONS.name: _unproved,
    RISKS.name: lambda risk: True,
    DECISIONS.name: _undecided,
}

CARRIED = (ACTIONS, RISKS, DECISIONS)
"""The sheets whose rows go on from quarter to quarter; the others are written anew."""


def still_open(form: FormSheet, row: Row) -> bool:
    """Whether a row of the sheet is not finished. Rows of a sheet that is written anew each quarter are never open."""
    return form.name in _OPEN and _OPEN[form.name](row)
