"""Writes the demonstration's workbooks with the same forms that everybody fills in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from demonstration.figures import figures, first_figures
from demonstration.seeds import rows
from demonstration.series import FIRST
from demonstration.words import past_sheets, written_sheets
from loaders.forms.template import fill, fill_sheet, history_form, save, standard_form
from programme.quarter import Quarter
from programme.submission import Cover
from programme.symbols import Status
from programme.workstreams import organisations, workstreams

HISTORY_TO = Quarter.parse("2023/24 Q3")
MANIFEST = ("file", "received_at", "by", "reason")


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file of the demonstration and how it came in. `quarter` is None for the history."""

    file: str
    quarter: Quarter | None
    first: bool
    received_at: str
    by: str
    reason: str

    @property
    def manifest_row(self) -> dict[str, str]:
        """What the manifest says about it."""
        return {heading: getattr(self, heading) for heading in MANIFEST}


@cache
def deliveries() -> tuple[SampleFile, ...]:
    """Every file, in the order in which they came in."""
    return tuple(
        SampleFile(
            file=row["file"],
            quarter=Quarter.parse(row["quarter"]) if row["quarter"] else None,
            first=row["first"] == "yes",
            received_at=row["received_at"],
            by=row["by"],
            reason=row["reason"],
        )
        for row in rows("deliveries")
    )


def workbook(delivery: SampleFile) -> bytes:
    """The delivery's .xlsx file; the same bytes each time."""
    return _standard(delivery.quarter, first=delivery.first) if delivery.quarter else _history()


def _cover(quarter: Quarter | None, status: Status) -> Cover:
    return Cover(
        kind="standard" if quarter else "history",
        quarter=quarter,
        workstreams=tuple(workstreams()),
        organisation=organisations()[0],
        lead_role="Director of SEND",
        prepared_by="SEND performance analyst",
        data_as_at=(quarter or HISTORY_TO).end,
        status=status,
        illustrative=True,
    )


def _standard(quarter: Quarter, *, first: bool) -> bytes:
    """The return of one quarter for all five workstreams; `first` is the one that was corrected later."""
    cover = _cover(quarter, Status.PROVISIONAL if first else Status.FINAL)
    previous = {figure.key: figure for figure in figures(quarter - 1)}
    form = standard_form(quarter, cover.workstreams, previous=previous, answers=cover)
    fill(form, first_figures(quarter) if first else figures(quarter))
    for sheet, typed in written_sheets(quarter).items():
        fill_sheet(form, sheet, typed)
    return save(form)


def _history() -> bytes:
    quarters = FIRST.to(HISTORY_TO)
    form = history_form(quarters, answers=_cover(None, Status.FINAL))
    for sheet, typed in past_sheets().items():
        fill_sheet(form, sheet, typed)
    return save(fill(form, [figure for quarter in quarters for figure in figures(quarter)]))


def files() -> Iterator[tuple[SampleFile, bytes]]:
    """Every delivery with its file."""
    return ((delivery, workbook(delivery)) for delivery in deliveries())
