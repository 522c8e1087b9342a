"""Workbooks in other people's layouts: monthly waits as NHS England publishes them, and a scorecard of percentages alone."""

from collections.abc import Iterable, Mapping

from demonstration.seeds import rows
from loaders.forms.layouts.standard import FIGURES_ARE, ILLUSTRATIVE
from loaders.forms.saving import save_rows
from programme.areas import NHS_KENT_AND_MEDWAY

TABLES = {
    "Table 4": ("total waiting list by service", ""),
    "Table 4a": ("number waiting 0-1 weeks", "up to 1"),
    "Table 4b": ("number waiting >1-2 weeks", "1 to 2"),
    "Table 4c": ("number waiting >2-4 weeks", "2 to 4"),
    "Table 4d": ("number waiting >4-12 weeks", "4 to 12"),
    "Table 4e": ("number waiting >12-18 weeks", "12 to 18"),
    "Table 4f": ("number waiting >18-52 weeks", "18 to 52"),
    "Table 4g": ("number waiting over 52 weeks", "over 52"),
}
"""The NHS's tables by the names of their sheets: what each is called, and its column of `sent_waits.csv`; of all, none."""

SCORECARD = "Improvement board scorecard"
MADE_FOR = ((FIGURES_ARE.label, ILLUSTRATIVE), ("Made for the demonstration: no figure in this file is real.",))
Rows = Iterable[Iterable[str | int | None]]


def waits_sent(file: str) -> bytes:
    """One month of waits: an area a row, a service a column, a span of waiting a sheet."""
    waits = [row for row in rows("sent_waits") if row["file"] == file]
    tables = {sheet: _table(sheet, words, span, waits) for sheet, (words, span) in TABLES.items()}
    return save_rows({"Contents": MADE_FOR, **tables})


def _table(sheet: str, words: str, span: str, waits: list[Mapping[str, str]]) -> Rows:
    title = f"{sheet}: community health services, {words}, {waits[0]['month']} (illustrative)"
    counts = [int(row[span]) if span else sum(int(row[each]) for _, each in TABLES.values() if each) for row in waits]
    return ((title,), (), ("ICB", *(row["heading"] for row in waits)), (NHS_KENT_AND_MEDWAY.name, *counts))


def scorecard_sent(file: str) -> bytes:
    """A measure a row and a period a column, in percent as printed."""
    typed = rows("sent_scorecard")
    return save_rows(
        {SCORECARD: ((f"{SCORECARD} (illustrative)",), tuple(typed[0]), *(row.values() for row in typed)), "About": MADE_FOR}
    )


SENT = {"waits": waits_sent, "scorecard": scorecard_sent}
"""What makes each kind of file that is no form of ours, by what it carries."""
