"""Stage 4, rows of words that are about something else than their return: another workstream, another quarter."""

from collections.abc import Iterator

from kpis.ids import workstream_of_kpi
from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.sheets import must
from loaders.rules.written_row import WrittenRow
from plumbing.listed import named_list
from programme.finding import Severity
from programme.sheets.actions import ACTIONS
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.commentary import COMMENTARY
from programme.sheets.common import QUARTER
from programme.sheets.form import FormColumn
from programme.sheets.holds import KPI_ID, WEAKNESS, WORKSTREAM
from programme.sheets.milestones import MILESTONES
from programme.sheets.risks import RISKS
from programme.sheets.summary import SUMMARY
from programme.sheets.trajectory import TRAJECTORY
from programme.sheets.written import Row
from programme.workstreams import workstreams_of

SAYS_WHOSE = {
    ACTIONS.name: ACTIONS.workstream,
    RISKS.name: RISKS.workstream,
    ASSESSMENT.name: ASSESSMENT.weakness,
    COMMENTARY.name: COMMENTARY.kpi,
    TRAJECTORY.name: TRAJECTORY.kpi,
    MILESTONES.name: MILESTONES.workstream,
    SUMMARY.name: SUMMARY.weakness,
}
"""The column that says whose a row is; what stands on other sheets is everybody's."""


@rule(Stage.VALUES, Severity.QUERY, needs=[Need.WORKSTREAM])
def row_of_another_workstream(case: Case) -> Iterator[Fault]:
    """What a return says for a workstream that its cover does not name is kept with it and shown on no page."""
    if case.many_quarters:
        return
    own, field = case.answers.workstreams, case.parsed.fields[standard.WORKSTREAM.label]
    for row in case.written(*(sheet for sheet in standard.WRITTEN if sheet.name in SAYS_WHOSE)):
        column = SAYS_WHOSE[row.form.name]
        stream = stream_of(row, row.form.name)
        if stream and stream not in own:
            place = f"{standard.COVER}!{field.ref}"
            belong = f"belong to workstream {named_list(own, 'or')}, as the cover says ({place}), or no page shows the row"
            yield must(row, column, belong, _told(row, column, stream))


def stream_of(row: Row | WrittenRow, sheet: str) -> int | None:
    """The workstream that answers for what a row of a sheet is about; None for what is everybody's and for something
    unknown, of which other rules speak."""
    column = SAYS_WHOSE.get(sheet)
    if column is None:
        return None
    if column.holds is WEAKNESS:
        return next(iter(workstreams_of(row[column])), None) if row[column] else None
    return workstream_of_kpi(row[column]) if column.holds is KPI_ID else row[column]


def _told(row: WrittenRow, column: FormColumn, stream: int) -> str:
    text = row.text(column)
    return text if column.holds is WORKSTREAM else f"{text}, which belongs to workstream {stream}"


@rule(Stage.VALUES, Severity.QUERY)
def workstream_missing(case: Case) -> Iterator[Fault]:
    """An action of no workstream is counted for none, and whoever answers for it does not see it."""
    own = case.cover.workstreams if case.cover else ()
    for row, _ in case.actions:
        if row.headed.place(ACTIONS.workstream) and not row.text(ACTIONS.workstream):
            meant = str(own[0]) if len(own) == 1 else None
            yield must(row, ACTIONS.workstream, "be given, or no workstream counts the action", "", meant)


@rule(Stage.VALUES, Severity.ERROR, needs=[Need.QUARTER])
def row_of_another_quarter(case: Case) -> Iterator[Fault]:
    """A column of quarters moves a row into another quarter's plan, and out of every plan where it is not understood."""
    if case.many_quarters:
        return
    for row in case.written(*standard.WRITTEN):
        if row.form.quarterly and row.text(QUARTER) and row.typed.quarter != case.quarter:
            yield must(row, QUARTER, f"be that of the cover, {case.quarter}, or blank", row.text(QUARTER))
