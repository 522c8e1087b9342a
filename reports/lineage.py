"""From a figure back to the cells it came from: formula, inputs, file, sheet, cell, version, uploader, queries answered."""

from dataclasses import dataclass

import pandas as pd

from programme.figure import Figure
from programme.published import Published
from programme.submission import Answered, Version
from reports.disclosure import Number
from reports.moment import time_text
from reports.progress import Reading
from reports.records import Records
from reports.wording import number_text
from store.database import Database
from store.versions import answered


@dataclass(frozen=True, slots=True)
class Step:
    """One input of a figure: what it says and where it stands. `version` is None for a published figure."""

    measure: str
    covers: str
    value: str
    file: str
    sheet: str
    ref: str
    status: str
    version: Version | None
    answered: tuple[Answered, ...] = ()


def lineage(reading: Reading, records: Records, database: Database) -> list[Step]:
    """Every input of the reading, in the order of its formula. Values are hidden where the reading is."""
    seen = isinstance(reading.shown, Number)
    return [_step(used, records, database, seen) for used in reading.result.inputs]


def _step(used: Figure | Published, records: Records, database: Database, seen: bool) -> Step:
    text = _value(used) if seen or used.value is None else "c"
    if isinstance(used, Published):
        return Step(
            used.title, f"{used.period_basis} {used.period}", text, used.file, used.source, f"row {used.row}", "final", None
        )
    version = records.version(used.source.version)
    return Step(
        used.measure,
        f"{used.area.name}, {used.quarter}",
        text,
        used.source.file,
        used.source.sheet,
        used.source.ref,
        str(used.status),
        version,
        tuple(each for each in (answered(database, version.number) if version else ()) if _about(each, used)),
    )


def _value(used: Figure | Published) -> str:
    if used.value is None:
        return str(used.symbol or "")
    return number_text(used.value, 0 if float(used.value).is_integer() else 1)


def _about(each: Answered, used: Figure) -> bool:
    return each.finding.sheet == used.source.sheet and each.finding.cell in ("", used.source.ref)


def lineage_table(steps: list[Step]) -> pd.DataFrame:
    """The steps as a table, one row per input."""
    return pd.DataFrame(
        [
            {
                "Measure": step.measure,
                "For": step.covers,
                "Value": step.value,
                "File": step.file,
                "Sheet": step.sheet,
                "Cell": step.ref,
                "Status": step.status,
                "Version": step.version.number if step.version else "",
                "Accepted": f"{time_text(step.version.accepted_at)} by {step.version.accepted_by}" if step.version else "",
                "Queries answered": "; ".join(f"{each.finding.message} Reason: {each.reason}" for each in step.answered),
            }
            for step in steps
        ]
    )
