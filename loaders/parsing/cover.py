"""Reads the Cover: which line says what, and what the answers mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from loaders.forms.layouts import standard
from loaders.parsing.parsed import Field
from loaders.reading.workbook import Kind, Sheet
from programme.aliases import Thing
from programme.names import Naming, shipped_naming
from programme.period_typed import quarter_read
from programme.quarter import Quarter
from programme.sheets.typed import date_typed, plain
from programme.submission import Cover, ReturnKind
from programme.symbols import Status
from programme.workstreams import workstreams

_LABELS = {plain(line.label): line.label for line in standard.LINES}


def fields_of(sheet: Sheet | None) -> dict[str, Field]:
    """The Cover's lines by label: the label stands in column A, the answer beside it in column B."""
    fields: dict[str, Field] = {}
    for row in sheet.rows if sheet else ():
        typed = sheet.cell(row, 1)
        label = _LABELS.get(plain(typed.text)) if typed else None
        if label and label not in fields:
            fields[label] = Field(label, f"B{row}", sheet.cell(row, 2))
    return fields


@dataclass(frozen=True, slots=True)
class Answers:
    """The Cover's answers, understood one by one; None (or no workstreams) where an answer cannot be.

    `assumed` are answers by label that hold where a line is missing or blank, `naming` is what things are called.
    """

    fields: Mapping[str, Field]
    assumed: Mapping[str, str] = field(default_factory=dict)
    naming: Naming = field(default_factory=shipped_naming)

    def _text(self, label: str) -> str:
        typed = self.fields[label].text if label in self.fields else ""
        return typed or self.assumed.get(label, "")

    @property
    def quarter(self) -> Quarter | None:
        """The quarter."""
        return quarter_read(self._text(standard.QUARTER.label))[0]

    @property
    def workstreams(self) -> tuple[int, ...]:
        """The numbers of the workstreams, in order."""
        return workstreams_typed(self._text(standard.WORKSTREAM.label))

    @property
    def organisation(self) -> str | None:
        """The organisation, spelt as `organisations.csv` spells it."""
        return self.naming.one(Thing.ORGANISATION, self._text(standard.ORGANISATION.label))

    @property
    def status(self) -> Status | None:
        """Provisional or final."""
        typed = self.naming.one(Thing.STATUS, self._text(standard.STATUS.label))
        return Status(typed) if typed else None

    @property
    def data_as_at(self) -> date | None:
        """The day on which the figures were taken, typed as a date or as text."""
        line = self.fields.get(standard.DATA_AS_AT.label)
        if line is None or line.typed is None:
            return None
        return line.typed.value if line.typed.kind is Kind.DATE else date_typed(line.text)

    def cover(self, kind: ReturnKind, quarter: Quarter | None, streams: tuple[int, ...]) -> Cover | None:
        """The cover, or None while its organisation or status cannot be understood."""
        if self.organisation is None or self.status is None:
            return None
        return Cover(
            kind=kind,
            quarter=quarter,
            workstreams=streams,
            organisation=self.organisation,
            lead_role=self._text(standard.LEAD_ROLE.label),
            prepared_by=self._text(standard.PREPARED_BY.label),
            data_as_at=self.data_as_at,
            status=self.status,
            illustrative=plain(self._text(standard.FIGURES_ARE.label)) == standard.ILLUSTRATIVE,
        )


def workstreams_typed(text: str) -> tuple[int, ...]:
    """The workstreams that `text` names: 3, Workstream 3, its title, "1, 2" or all; empty when it is none of these."""
    streams, typed = workstreams(), plain(text)
    if typed == standard.ALL:
        return tuple(streams)
    named = {plain(name): stream.number for stream in streams.values() for name in (stream.title, stream.name)}
    if typed in named:
        return (named[typed],)
    parts = [re.fullmatch(r"(?:workstreams? )?(\d)", part.strip()) for part in re.split(r",|;|&|\band\b", typed)]
    if not all(parts) or not {int(part[1]) for part in parts} <= set(streams):
        return ()
    return tuple(sorted({int(part[1]) for part in parts}))
