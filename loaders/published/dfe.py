"""Reads "Explore education statistics" files as the DfE offers them for download, for every local authority."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO

from openpyxl.utils import get_column_letter

from loaders.published.dfe_mapping import LEVELS, Mapped, kind_of, mapping, needed
from loaders.rules.words import named_list, nearest, said, written
from programme.finding import Finding, Severity
from programme.published import Published
from programme.symbols import Symbol, symbol_typed

COUNTRY_CODE = "E92"  # how the codes of countries begin


@dataclass(frozen=True, slots=True)
class Release:
    """What a file holds. With an error among the findings there are no figures."""

    figures: tuple[Published, ...]
    findings: tuple[Finding, ...]


class NotUnderstood(Exception):  # noqa: N818 - as Unreadable is
    """Something in the file cannot be taken as it stands; `finding` says what and where."""

    def __init__(self, rule: str, cell: str, message: str):
        super().__init__(message)
        self.finding = Finding(rule, Severity.ERROR, "", cell, message)


@dataclass(frozen=True, slots=True)
class DfeLine:
    """One line of the file: its number, as a spreadsheet counts, and its cells by lower-case heading."""

    number: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column].strip()

    def amount(self, column: str, mapped: Mapped) -> float | Symbol:
        """The number or the symbol in a column. Raises NotUnderstood for anything else, a blank included."""
        text = self[column]
        symbol = mapped.symbols.get(text.lower()) or symbol_typed(text)
        if symbol:
            return symbol
        try:
            return float(Decimal(text.replace(",", "")))
        except ArithmeticError:
            place = f"{get_column_letter(list(self.cells).index(column) + 1)}{self.number}"
            raise NotUnderstood("dfe_value_unknown", place, said(f"{column} must be a number or a symbol", text)) from None


def read_dfe(content: bytes, file_name: str, release: str) -> Release:
    """The figures of one file, for every area in it. `release` is its publication, as its source is quoted."""
    try:
        headings, *lines = _lines(content, file_name)
        kind = _kind(headings, file_name)
        missing = list(_missing_columns(kind, headings))
        if missing:
            return Release((), tuple(missing))
        source = f"DfE, {release}, {file_name}"
        rows = _totals(lines, headings, kind)
        figures = tuple(_published(row, each, source, file_name) for row in rows for each in mapping()[kind])
    except NotUnderstood as refusal:
        return Release((), (refusal.finding,))
    doubts = (*_repeated(figures), *_outside_its_areas(figures))
    return Release(() if any(doubt.severity is Severity.ERROR for doubt in doubts) else figures, doubts)


def _lines(content: bytes, file_name: str) -> list[list[str]]:
    """The file's lines, the first one its headings in lower case."""
    try:
        lines = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as fault:
        raise NotUnderstood("dfe_not_csv", "", said("A DfE file must be a CSV file in UTF-8", file_name)) from fault
    if not lines:
        raise NotUnderstood("dfe_not_csv", "", said("A DfE file must hold lines", f"{file_name}, an empty file"))
    return [[heading.strip().lower() for heading in lines[0]], *lines[1:]]


def _kind(headings: list[str], file_name: str) -> str:
    kind = kind_of(headings)
    if kind is None:
        holds = f"A DfE file must have the columns of {named_list(mapping(), 'or')} (see dfe_mapping.csv)"
        raise NotUnderstood("dfe_file_unknown", "A1", said(holds, f"{file_name} with {named_list(headings[:5])}"))
    return kind


def _missing_columns(kind: str, headings: list[str]) -> Iterator[Finding]:
    """A finding for each needed column that is not there, with the new one that looks most like it."""
    strange = [heading for heading in headings if heading not in needed(kind)]
    for column in needed(kind):
        if column not in headings:
            like = nearest(column, strange)
            place = f"{get_column_letter(headings.index(like) + 1)}1" if like else ""
            holds = f"A {kind} file must have the column {column}: put its new name into dfe_mapping.csv if it was renamed"
            yield Finding("dfe_column_missing", Severity.ERROR, "", place, said(holds, like or "no such column"))


def _totals(lines: Iterable[list[str]], headings: list[str], kind: str) -> Iterator[DfeLine]:
    """The lines about everybody; those about an age, a sex or an ethnic group are passed over."""
    topic, total = headings.index("breakdown_topic"), mapping()[kind][0].total
    for number, line in enumerate(lines, start=2):
        if line and len(line) != len(headings):
            holds = f"Line {number} must have {len(headings)} cells, as the headings have"
            raise NotUnderstood("dfe_line_broken", f"A{number}", said(holds, len(line)))
        if line and line[topic].strip() == total:
            yield DfeLine(number, dict(zip(headings, line, strict=True)))


def _published(row: DfeLine, mapped: Mapped, source: str, file_name: str) -> Published:
    code, area = _area(row)
    top = row.amount(mapped.numerator, mapped)
    bottom = _sum([row.amount(column, mapped) for column in mapped.denominator])
    value = _value(row.amount(mapped.value, mapped) if mapped.value else Symbol.NOT_AVAILABLE, top, bottom)
    return Published(
        series=mapped.series,
        title=mapped.title,
        area_code=code,
        area=area,
        period_basis=row["time_identifier"].lower(),
        period=_period(row["time_period"]),
        numerator=_number(top),
        denominator=_number(bottom),
        value=_number(value),
        symbol=value if isinstance(value, Symbol) else None,
        unit=mapped.unit,
        source=source,
        file=file_name,
        row=row.number,
    )


def _area(row: DfeLine) -> tuple[str, str]:
    columns = LEVELS.get(row["geographic_level"].lower())
    if columns is None or not row[columns[0]]:
        holds = f"Line {row.number} must be about a country, a region or a local authority with its code"
        raise NotUnderstood("dfe_area_unknown", f"A{row.number}", said(holds, row["geographic_level"]))
    return row[columns[0]], row[columns[1]]


def _period(text: str) -> str:
    """`202324` is the DfE's way to write 2023/24."""
    return f"{text[:4]}/{text[4:]}" if len(text) == 6 and text.isdigit() else text


def _sum(amounts: list[float | Symbol]) -> float | Symbol:
    return next((amount for amount in amounts if isinstance(amount, Symbol)), None) or sum(amounts)


def _value(value: float | Symbol, top: float | Symbol, bottom: float | Symbol) -> float | Symbol:
    """The file's own percentage; where it prints none, the one its counts give, to one decimal as the DfE rounds."""
    if value is not Symbol.NOT_AVAILABLE or isinstance(top, Symbol) or isinstance(bottom, Symbol) or not bottom:
        return value
    share = Decimal(top) * 100 / Decimal(bottom)
    return float(share.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _number(amount: float | Symbol) -> float | None:
    return None if isinstance(amount, Symbol) else amount


def _repeated(figures: Iterable[Published]) -> Iterator[Finding]:
    first: dict[tuple[str, str, str], Published] = {}
    for each in figures:
        other = first.setdefault((each.series, each.area_code, each.period), each)
        if other is not each:
            holds = f"{each.area} must have one line for {each.period}: line {other.row} is about it too"
            yield Finding("dfe_line_repeated", Severity.ERROR, "", f"A{each.row}", said(holds, f"line {each.row}"))


def _outside_its_areas(figures: Iterable[Published]) -> Iterator[Finding]:
    """A national value outside the range of the areas in it: that stood in national files for months."""
    values: dict[tuple[str, str], list[Published]] = defaultdict(list)
    for each in figures:
        if each.value is not None:
            values[each.series, each.period].append(each)
    for group in values.values():
        areas = [each.value for each in group if not each.area_code.startswith(COUNTRY_CODE)]
        for each in group:
            if each.area_code.startswith(COUNTRY_CODE) and areas and not min(areas) <= each.value <= max(areas):
                span = f"between {written(min(areas))} and {written(max(areas))}, as its areas do"
                message = said(f"{each.area} must lie {span}: {each.series}, {each.period}", written(each.value))
                yield Finding("dfe_country_outside_areas", Severity.QUERY, "", f"A{each.row}", message)
