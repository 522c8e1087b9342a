"""The names that the script of the cases uses, called as they are called there, wherever the house keeps them by now.

The script is written against the names of an earlier house and plays its cases on any checkout: where this file is, it runs
it in place of its own imports. The tests beside it use the same names, so that this file is true for as long as they run.
Where a signature changes, the name is wrapped here; the arguments stay those of the script.
"""

import sys
from datetime import datetime
from types import SimpleNamespace

import pandas as pd

import reports.progress.exceptions
from disclosure.rule import Hidden, Number
from kpis import registry as definitions
from kpis.evidence import Evidence, facts_of
from loaders import commands, pipeline
from loaders import impact as foreseeing
from loaders.forms.template import fill, history_form, save, standard_form
from loaders.pipeline import check_file
from loaders.published import releases
from loaders.sample import load_demonstration
from programme.access import Role, person_here
from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY, area_named
from programme.figure import Figure, Source
from programme.measures import due_measures, measures
from programme.moment import LONDON
from programme.quarter import Quarter
from programme.sheets import written
from programme.sheets.actions import actions_in
from programme.sheets.form import FormColumn
from programme.sheets.typed import number_typed
from programme.submission import Acceptance
from programme.symbols import Status, Symbol
from record import lineage as origins
from record import receipts as received
from record.logs import Logs
from record.records import FIRST_QUARTER, Records, read
from reports.exports.frame import frame
from reports.exports.results import results
from reports.language.numbers import decimals_needed, number_text
from reports.progress import changes as quarters_changes
from reports.progress import delivery as plan_delivered
from reports.progress import readings
from reports.progress.judgement import judge
from reports.sentences.kpi import kpi_sentence as sentence
from reports.sentences.receipts import receipt_text
from reports.tables import changes as change_tables
from reports.tables import lineage as origin_tables
from store.database import Database
from store.returns import versions
from store.returns.facts import facts
from tests.held import PLANS, holding_plans, plans_held


def registry() -> dict:
    """The definitions, of which the cases know one by the targets and the break that it had."""
    return {**definitions.registry(), PLANS: plans_held()}


def changes(progress, quarter):
    with holding_plans():
        return quarters_changes.changes(progress, quarter)


def _today():
    """The day that the store asks for where nothing was stored for long: the script was written before it asked."""
    return datetime.now(LONDON).date()


class V:
    """The module of versions, as the script calls it."""

    @staticmethod
    def withdraw(database, number, *, by, reason, at=None):
        return versions.withdraw(database, number, Acceptance(person_here(by), reason, at=at, confirmed=_today()))


def load(database, content, file_name, *, by, every_query="", at=None, **more):
    acceptance = Acceptance(person_here(by), reasons=every_query, at=at, confirmed=_today())
    return pipeline.load(database, content, file_name, acceptance, **more)


def known_to(database):
    return pipeline.known_to(database, person_here("Analyst"))


def keep_release(database, content, file_name, *, release, by):
    return releases.keep_release(database, content, file_name, release, Acceptance(person_here(by), confirmed=_today()))


# One case imports by an old path while it runs.
sys.modules["reports.exceptions"] = reports.progress.exceptions


class _ByHeading(written.Row):
    """The script asks a row for the number under a heading; the house asks for a column of a sheet."""

    def number(self, heading: str) -> float | None:
        return number_typed(self.text(FormColumn(heading)))


def rows_of(entries, sheet: str, quarter) -> list[_ByHeading]:
    return [_ByHeading(row.sheet, row.line, row.quarter, row.cells) for row in written.rows_of(entries, sheet, quarter)]


def delivery(logs: Logs, quarter: Quarter) -> plan_delivered.Delivery:
    """What the plan delivered, of logs by themselves."""
    return plan_delivered.delivery(Progress(Records(Evidence({}, {}), (), logs=logs)), quarter)


def impact(database: Database, submission):
    """What accepting it would change, to whoever works at this machine."""
    return foreseeing.impact(database, submission, person_here("Analyst"))


def Progress(records: Records, role: Role = Role.READER) -> readings.Progress:  # noqa: N802 - called so in the script
    """Progress for a reader, where no role is said."""
    return readings.Progress(records, role)


def ratings_table(changed) -> pd.DataFrame:
    """What the table shows, as a frame of texts."""
    changed = list(changed)
    table = change_tables.ratings_table(changed, changed[0].now.quarter)
    return pd.DataFrame([[cell.text for cell in row] for row in table.rows], columns=table.headings)


def receipts(*asked, **more):
    """Each receipt with its sentence, `text`, and its workstream."""
    return [
        SimpleNamespace(workstream=each.workstream, text=receipt_text(each)) for each in received.receipts(*asked, **more)
    ]


def lineage(reading, records: Records, database: Database) -> list:
    """The reading with each of its inputs' origins."""
    found = origins.lineage(reading.result, records, database, person_here("Analyst"))
    return [(reading, each) for each in found]


def lineage_table(steps: list):
    """The origins as a frame."""
    return frame(origin_tables.lineage_table(steps[0][0], [each for _, each in steps]))
