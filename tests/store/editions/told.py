"""Writes a database of edition 5 with words, corrections, a partner's return and withdrawals.

    .venv/bin/python -m tests.store.editions.told

It was run once, at commit 4227b4f, the last before versions recorded which parts they speak for, and the forms of that
commit did the writing. `told-0005.db.gz` is the database. `texts` is what `python -m reports … --role analyst --json`
prints of it, for every moment, but on one line: to indent takes longer than all else about writing it. It was compared with
what that commit printed, and `test_told.py` compares it with the rule of then.
"""

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from programme.access import EVERY_ROLE, Person, Role
from programme.quarter import Quarter
from programme.submission import Acceptance
from record.records import read
from reports.exports.changes import changes_object
from reports.exports.plan import action_object
from reports.exports.results import results
from reports.progress.changes import changes
from reports.progress.delivery import delivery
from reports.progress.readings import Progress
from store.database import Database

HERE = Path(__file__).parent
DATABASE = HERE / "told-0005.db.gz"
Q2, Q3 = Quarter(2024, 2), Quarter(2024, 3)
QUARTERS = (Q2, Q3)
DAYS = [datetime(2024 + month // 12, month % 12 + 1, 5, 9, tzinfo=UTC) for month in range(10, 20)]


def moments() -> list[datetime]:
    """Before everything, and after each thing that happened."""
    return [datetime(2024, 10, 1, tzinfo=UTC), *DAYS]


def texts(database: Database, asked: list[datetime], known: dict[datetime, Progress]) -> Iterator[tuple[str, str]]:
    """What each command prints, with the moment and the quarter that it was asked about.

    `known` keeps the progress of each moment: who asks again has worked out anew what follows from other figures.
    """
    for moment in asked:
        known[moment] = progress = Progress(read(database, moment), Role.ANALYST, before=known.get(moment))
        for quarter in QUARTERS:
            told = {
                "results": results(progress, quarter, None, None),
                "actions": [action_object(each) for each in delivery(progress, quarter).actions],
                "changes": changes_object(changes(progress, quarter), Role.ANALYST),
            }
            for command, found in told.items():
                yield f"{moment:%Y-%m-%d} {quarter} {command}", json.dumps(found, ensure_ascii=False)


def fill(database: Database) -> None:
    """A history, returns with and without words, a correction that wipes them, a partner's return, and withdrawals."""
    from store.returns.versions import withdraw

    for number, (name, content) in enumerate(_files()):
        _load(database, content, name, DAYS[number])
    for place, number in ((7, 6), (8, 4), (9, 1)):
        withdraw(database, number, _acceptance(DAYS[place], "sent by mistake"))


def _acceptance(at: datetime, reason: str) -> Acceptance:
    return Acceptance(Person("SEND analyst", "", EVERY_ROLE), reason, reasons="checked with the team", at=at)


def _load(database: Database, content: bytes, name: str, at: datetime) -> None:
    from loaders.pipeline import load

    loaded = load(database, content, name, _acceptance(at, f"brings {name}"))
    if loaded.version is None:
        raise ValueError(loaded.refusal + str([each.message for each in loaded.checked.errors]))


def _files() -> Iterator[tuple[str, bytes]]:
    from loaders.sample_files import SAMPLE

    yield "past.xlsx", _past()
    yield "2024-25-Q1.xlsx", (SAMPLE / "2024-25-Q1.xlsx").read_bytes()
    yield "2024-25-Q2-provisional.xlsx", (SAMPLE / "2024-25-Q2-provisional.xlsx").read_bytes()
    yield "ws3-without-words.xlsx", _form(Q2, (3,), "Kent County Council", {})
    yield "nhs-2024-25-Q2.xlsx", _form(Q2, (5,), "NHS Kent and Medway", {"Actions": _own(Q2)[:4], "Risks": []})
    yield "2024-25-Q2.xlsx", (SAMPLE / "2024-25-Q2.xlsx").read_bytes()
    yield "ws5-2024-25-Q3.xlsx", _form(Q3, (5,), "NHS Kent and Medway", {"Actions": _own(Q3)[1:]})


def _own(quarter: Quarter) -> list[dict[str, object]]:
    from demonstration.words import written_sheets

    return [row for row in written_sheets(quarter)["Actions"] if row["Workstream"] == 5]


def _past() -> bytes:
    """A history workbook of two quarters: some measures, and the words of the quarter before the returns."""
    from demonstration.figures import figures
    from demonstration.words import written_sheets
    from loaders.forms.template import fill as typed
    from loaders.forms.template import fill_sheet, history_form, save
    from programme.measures import measures

    first = Quarter(2023, 3)
    chosen = [measure for measure in measures().values() if measure.workstream in (3, 4)]
    form = history_form([first, first + 1], chosen)
    wanted = {measure.id for measure in chosen}
    for sheet, rows in written_sheets(first).items():
        dated = {} if sheet == "Events" else {"Quarter": str(first)}
        fill_sheet(form, sheet, [dated | row for row in rows])
    return save(typed(form, [each for quarter in (first, first + 1) for each in figures(quarter) if each.measure in wanted]))


def _form(quarter: Quarter, streams: tuple[int, ...], organisation: str, words: dict) -> bytes:
    from demonstration.figures import figures
    from loaders.forms.template import fill as typed
    from loaders.forms.template import fill_sheet, save, standard_form
    from programme.measures import measures
    from programme.submission import Cover
    from programme.symbols import Status

    cover = Cover(
        "standard", quarter, streams, organisation, "Lead", "Analyst", quarter.end, Status.FINAL, illustrative=True
    )
    form = standard_form(quarter, streams, answers=cover)
    own = [each for each in figures(quarter) if measures()[each.measure].workstream in streams]
    typed(form, own)
    for sheet, rows in words.items():
        fill_sheet(form, sheet, rows)
    if organisation != "Kent County Council":
        sheet = form["Figures"]
        for row in range(sheet.max_row, 1, -1):
            if measures()[sheet.cell(row, 1).value].organisation != organisation:
                sheet.delete_rows(row)
    return save(form)


def main() -> None:
    """Write the file."""
    making = HERE / "making.duckdb"
    with Database.open(making) as database:
        fill(database)
    DATABASE.write_bytes(gzip.compress(making.read_bytes(), mtime=0))
    making.unlink()


if __name__ == "__main__":
    main()
