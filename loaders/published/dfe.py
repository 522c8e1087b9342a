"""Reads "Explore education statistics" files as the DfE offers them for download, for every local authority."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO

from loaders.published.dfe_mapping import LEVELS, Mapped, kind_of, mapping, needed
from loaders.published.periods import UNDERSTOOD, period_of, period_wanted
from loaders.reading.open_document import letters
from loaders.rules.words import nearest, said
from plumbing.listed import named_list
from programme.finding import Finding, Severity
from programme.published import Published
from programme.symbols import Symbol, symbol_typed

ODD_SHARE = 10  # more odd lines than one, and than a tenth of all, are no odd lines: the file is another than is understood
CODE = re.compile(r"[A-Z]\d{8}")  # of an area, as the Office for National Statistics gives them
MOST = 1e9  # a count above this is a slip: there are not so many people
_NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")


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

    def place(self, column: str) -> str:
        """The cell of a column, as a spreadsheet names it."""
        return f"{letters(list(self.cells).index(column) + 1)}{self.number}"

    def amount(self, column: str, mapped: Mapped) -> float | Symbol:
        """The number or the symbol in a column. Raises NotUnderstood for anything else, a blank included."""
        text = self[column]
        symbol = mapped.symbols.get(text.lower()) or symbol_typed(text)
        if symbol:
            return symbol
        if not _NUMBER.fullmatch(text) or not text.isascii():
            raise NotUnderstood(
                "dfe_value_unknown", self.place(column), said(f"{column} must be a number or a symbol", text)
            )
        number = float(text.replace(",", ""))
        if number < 0 or number > MOST:
            holds = f"{column} must be 0 or more, and no more than people there are"
            raise NotUnderstood("dfe_value_outside", self.place(column), said(holds, text))
        return number


def read_dfe(content: bytes, file_name: str, release: str) -> Release:
    """The figures of one file, for every area in it. `release` is its publication, as its source is quoted.

    A line that cannot be understood is left out and named in a query; a file of such lines is refused.
    """
    try:
        headings, *lines = _lines(content, file_name)
        kind = _kind(headings, file_name)
        missing = [*_missing_columns(kind, headings), *_doubled_columns(kind, headings)]
        if missing:
            return Release((), tuple(missing))
        rows, odd = _totals(lines, headings, kind, file_name)
        figures = _understood(rows, kind, f"DfE, {release}, {file_name}", file_name, odd)
    except NotUnderstood as refusal:
        return Release((), (refusal.finding,))
    if len(odd) > max(1, (len(rows) + len(odd)) // ODD_SHARE) or not figures:
        return Release((), tuple(odd.values()))
    left_out = (replace(each, severity=Severity.QUERY, message=_left_out(each, line)) for line, each in odd.items())
    return Release(tuple(figures), (*left_out, *_without_total(lines, headings, kind)))


def _left_out(finding: Finding, line: int) -> str:
    return f"{finding.message}. Line {line} is left out, the others are read"


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
        holds = f"A DfE file must have the columns of {named_list(mapping(), 'or')}, which are those that are read here"
        raise NotUnderstood("dfe_file_unknown", "A1", said(holds, f"{file_name} with {named_list(headings[:5])}"))
    return kind


def _missing_columns(kind: str, headings: list[str]) -> Iterator[Finding]:
    """A finding for each needed column that is not there, with the new one that looks most like it."""
    strange = [heading for heading in headings if heading not in needed(kind)]
    for column in needed(kind):
        if column not in headings:
            like = nearest(column, strange)
            place = f"{letters(headings.index(like) + 1)}1" if like else ""
            holds = (
                f"A {kind} file must have the column {column}: if it was renamed, ask whoever looks after "
                f"WSoA Monitor to add its new name"
            )
            yield Finding("dfe_column_missing", Severity.ERROR, "", place, said(holds, like or "no such column"))


def _doubled_columns(kind: str, headings: list[str]) -> Iterator[Finding]:
    """Of two columns with one heading nobody can say which is meant."""
    for column in needed(kind):
        places = [f"{letters(at)}1" for at, heading in enumerate(headings, start=1) if heading == column]
        if len(places) > 1:
            yield Finding(
                "dfe_column_doubled",
                Severity.ERROR,
                "",
                places[1],
                said(f"A {kind} file must have the column {column} once", f"it in {named_list(places)}"),
            )


def _totals(
    lines: list[list[str]], headings: list[str], kind: str, file_name: str
) -> tuple[list[DfeLine], dict[int, Finding]]:
    """The lines about everybody, and what is wrong with lines that are no lines of this file at all, by their number.

    Those about an age, a sex or an ethnic group are passed over.
    """
    topic, total = headings.index("breakdown_topic"), mapping()[kind][0].total
    odd, rows, topics = {}, [], dict.fromkeys([""])
    for number, line in enumerate(lines, start=2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(headings):
            holds = f"Line {number} must have {len(headings)} cells, as the headings have"
            odd[number] = Finding("dfe_line_broken", Severity.ERROR, "", f"A{number}", said(holds, len(line)))
            continue
        topics[line[topic].strip()] = None
        if line[topic].strip() == total:
            rows.append(DfeLine(number, dict(zip(headings, line, strict=True))))
    if not rows and not odd:
        raise _no_totals(file_name, total, f"{letters(topic + 1)}2", list(filter(None, topics)))
    return rows, odd


def _no_totals(file_name: str, total: str, cell: str, topics: list[str]) -> NotUnderstood:
    if not topics:
        got = f"{file_name}, which holds its headings and nothing below them"
        return NotUnderstood("dfe_no_lines", "", said("A DfE file must hold lines about areas", got))
    advice = "if it was renamed, ask whoever looks after WSoA Monitor to add its new name"
    holds = f"breakdown_topic must be {total} in the lines about everybody: {advice}"
    return NotUnderstood("dfe_total_unknown", cell, said(holds, named_list(topics[:8]), nearest(total, topics)))


def _without_total(lines: list[list[str]], headings: list[str], kind: str) -> Iterator[Finding]:
    """A period that has lines about groups and none about everybody would be missing without a word."""
    topic, period = headings.index("breakdown_topic"), headings.index("time_period")
    total, first, whole = mapping()[kind][0].total, {}, set()
    for number, line in enumerate(lines, start=2):
        if len(line) == len(headings):
            first.setdefault(line[period].strip(), number)
            if line[topic].strip() == total:
                whole.add(line[period].strip())
    for text, number in first.items():
        if text and text not in whole:
            holds = f"breakdown_topic must be {total} in one line of each area and period"
            got = f"no such line for {text}, whose figures are left out"
            yield Finding("dfe_period_without_total", Severity.QUERY, "", f"A{number}", said(holds, got))


def _understood(rows: list[DfeLine], kind: str, source: str, file_name: str, odd: dict[int, Finding]) -> list[Published]:
    """The figures of the lines that can be read; what is wrong with the others goes into `odd`, by their number."""
    found: dict[tuple[str, str], list[tuple[int, list[Published]]]] = defaultdict(list)
    for row in rows:
        try:
            figures = [_published(row, each, source, file_name) for each in mapping()[kind]]
        except NotUnderstood as refusal:
            odd[row.number] = refusal.finding
        else:
            found[figures[0].area_code, figures[0].period].append((row.number, figures))
    for lines in found.values():
        odd.update(_repeated(lines))
    return [figure for lines in found.values() if len(lines) == 1 for figure in lines[0][1]]


def _repeated(lines: list[tuple[int, list[Published]]]) -> dict[int, Finding]:
    """Of two lines about one area and period nobody can say which is true: both are left out."""
    first, *others = lines
    told = {}
    for number, figures in others:
        about = figures[0]
        holds = f"{about.area} must have one line for {about.period}: line {first[0]} is about it too, so neither is read"
        told[number] = Finding("dfe_line_repeated", Severity.ERROR, "", f"A{number}", said(holds, f"line {number}"))
    return told


def _published(row: DfeLine, mapped: Mapped, source: str, file_name: str) -> Published:
    code, area = _area(row)
    basis, period = _covered(row)
    top = row.amount(mapped.numerator, mapped)
    bottom = _sum([row.amount(column, mapped) for column in mapped.denominator])
    value = _value(row.amount(mapped.value, mapped) if mapped.value else Symbol.NOT_AVAILABLE, top, bottom)
    if mapped.unit == "percent" and not isinstance(value, Symbol) and not 0 <= value <= 100:
        column = mapped.value or mapped.numerator
        holds = f"{column} must be a percentage between 0 and 100"
        raise NotUnderstood("dfe_percentage_outside", row.place(column), said(holds, f"{value:g} for {area}, {period}"))
    return Published(
        series=mapped.series,
        title=mapped.title,
        area_code=code,
        area=area,
        period_basis=basis,
        period=period,
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
    if columns is None:
        holds = f"geographic_level must be {named_list((level.capitalize() for level in LEVELS), 'or')}"
        raise NotUnderstood("dfe_level_unknown", row.place("geographic_level"), said(holds, row["geographic_level"]))
    if not CODE.fullmatch(row[columns[0]]):
        holds = f"{columns[0]} must be the code of the {row['geographic_level'].lower()} area, like E10000016"
        raise NotUnderstood("dfe_area_unknown", row.place(columns[0]), said(holds, row[columns[0]]))
    return row[columns[0]], row[columns[1]]


def _covered(row: DfeLine) -> tuple[str, str]:
    """The basis and the period that a line is about."""
    identifier, text = row["time_identifier"], row["time_period"]
    if identifier.casefold() not in UNDERSTOOD:
        holds = f"time_identifier must be {named_list(dict.fromkeys(UNDERSTOOD.values()), 'or')}"
        raise NotUnderstood("dfe_time_unknown", row.place("time_identifier"), said(holds, identifier))
    found = period_of(identifier, text)
    if found is None:
        holds = f"time_period must be {period_wanted(identifier)}"
        raise NotUnderstood("dfe_period_unknown", row.place("time_period"), said(holds, text))
    return found


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
