"""Writes the demonstration's workbooks: the same forms that everybody fills in, and a few files of other people's kinds."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from demonstration.figures import figures, first_figures
from demonstration.seeds import rows
from demonstration.senders import SENT
from demonstration.series import FIRST
from demonstration.words import Row, first_words, past_sheets, written_sheets
from loaders.forms.forward import Forward
from loaders.forms.template import fill, fill_sheet, history_form, save, standard_form
from programme.figure import Figure
from programme.measures import owed_by
from programme.parts import FIGURES
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.book import WRITTEN
from programme.submission import Cover
from programme.symbols import Status
from programme.workstreams import organisations, workstreams

HISTORY_TO = Quarter.parse("2023/24 Q3")
PROVISIONAL = Quarter.parse("2024/25 Q2")
MANIFEST = ("file", "received_at", "by", "reason")


MAKERS = {"partner": organisations()[1], "council": organisations()[0]}
"""Whose figures a return carries, where it does not carry everybody's."""


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file of the demonstration and how it came in. `quarter` is None for the history.

    `first` is one that was corrected later. It carries `all`, `figures` or `words` alone, or what the `council` or its
    `partner` owes; or, in a layout of somebody else's, monthly `waits` or a `scorecard`.
    """

    file: str
    quarter: Quarter | None
    first: bool
    carries: str
    received_at: str
    by: str
    reason: str

    @property
    def manifest_row(self) -> dict[str, str]:
        """What the manifest says about it."""
        return {heading: getattr(self, heading) for heading in MANIFEST}

    @property
    def by_layout(self) -> bool:
        """Whether it is no form of ours."""
        return self.carries in SENT

    @property
    def figures(self) -> list[Figure]:
        """The figures of a quarterly return."""
        if self.carries == "words":
            return []
        typed = first_figures(self.quarter) if self.provisional else figures(self.quarter)
        maker = MAKERS.get(self.carries)
        return [each for each in typed if maker in (None, owed_by(each.measure))]

    @property
    def words(self) -> dict[str, list[Row]]:
        """The rows of its sheets of words, by sheet."""
        if self.carries in ("figures", "partner"):
            return {}
        sheets = written_sheets(self.quarter)
        if self.carries == "words":
            return {ACTIONS.name: sheets[ACTIONS.name]}
        return first_words(sheets) if self.first and not self.provisional else sheets

    @property
    def provisional(self) -> bool:
        """Whether it is the return whose figures were corrected, and not one whose words were."""
        return self.first and self.quarter == PROVISIONAL


@cache
def deliveries() -> tuple[SampleFile, ...]:
    """Every file, in the order in which they came in."""
    return tuple(
        SampleFile(
            file=row["file"],
            quarter=Quarter.parse(row["quarter"]) if row["quarter"] else None,
            first=row["first"] == "yes",
            carries=row["carries"],
            received_at=row["received_at"],
            by=row["by"],
            reason=row["reason"],
        )
        for row in rows("deliveries")
    )


def workbook(delivery: SampleFile) -> bytes:
    """The delivery's .xlsx file; the same bytes each time."""
    if delivery.by_layout:
        return SENT[delivery.carries](delivery.file)
    return _standard(delivery) if delivery.quarter else _history()


def _cover(quarter: Quarter | None, status: Status, partner: bool = False) -> Cover:
    return Cover(
        kind="standard" if quarter else "history",
        quarter=quarter,
        workstreams=(5,) if partner else tuple(workstreams()),
        organisation=organisations()[1 if partner else 0],
        lead_role="Director of Nursing" if partner else "Director of SEND",
        prepared_by="NHS performance analyst" if partner else "SEND performance analyst",
        data_as_at=(quarter or HISTORY_TO).end,
        status=status,
        illustrative=True,
    )


def _standard(delivery: SampleFile) -> bytes:
    """The return of one quarter; the sheets that it does not speak for are left as they are."""
    quarter = delivery.quarter
    cover = _cover(quarter, Status.PROVISIONAL if delivery.provisional else Status.FINAL, delivery.carries == "partner")
    previous = {figure.key: figure for figure in figures(quarter - 1)}
    left = {FIGURES} if delivery.carries == "words" else set()
    left |= {sheet.name for sheet in WRITTEN if delivery.carries != "all" and not delivery.words.get(sheet.name)}
    maker = MAKERS.get(delivery.carries, "")
    form = standard_form(
        quarter, cover.workstreams, previous=previous, answers=cover, organisation=maker, forward=Forward({}, left)
    )
    fill(form, delivery.figures)
    for sheet, typed in delivery.words.items():
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
