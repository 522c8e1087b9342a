"""What a return says, and what a changed one no longer says although nobody was told."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from loaders.forms.layouts import standard
from loaders.parsing.parse import figures_of
from loaders.parsing.parsed import ParsedReturn
from loaders.pipeline import Checked
from loaders.reading.workbook import Workbook
from programme.parts import FIGURES
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.written import rows_of


class SaidOnce(NamedTuple):
    """One thing that a return says: on which sheet, about what, and what."""

    sheet: str
    about: str
    what: tuple


UNSAID = "typed and not understood"


@dataclass(frozen=True)
class Original:
    """An unchanged return, with the rules that speak about it as it is, by their sheets."""

    parsed: ParsedReturn
    findings: Counter


def original_of(checked: Checked) -> Original:
    """A return as it was before anybody changed it."""
    return Original(checked.parsed, _places(checked))


def _places(checked: Checked) -> Counter:
    """The rules that spoke, by the sheet that they spoke of: a sheet's line on the Cover is about that sheet."""
    fields = checked.parsed.fields if checked.parsed else {}
    about = {(standard.COVER, fields[name].ref): name for name in {FIGURES, *_names()} & set(fields)}
    return Counter((each.rule, about.get((each.sheet, each.cell), each.sheet)) for each in checked.findings)


def said_by(parsed: ParsedReturn) -> Counter[SaidOnce]:
    """Everything that a return says: its cover, its figures, and each row of words that pages can show."""
    found = [SaidOnce(standard.COVER, label, (field.text,)) for label, field in parsed.fields.items() if field.text]
    found += [
        SaidOnce("Figures", f"{each.measure}, {each.area.name}", (each.value, each.symbol, each.status, each.note))
        for each in figures_of(parsed)
    ]
    for form in standard.WRITTEN:
        rows = rows_of(parsed.entries, form.name, parsed.cover.quarter)
        for row in (each for each in rows if each.quarter and each.has_needed(form)):
            said = {column.name: _understood(column, row.text(column)) for column in form.columns if row.text(column)}
            found.append(_told(form, said))
    return Counter(found)


def _told(form: FormSheet, said: dict[str, str]) -> SaidOnce:
    return SaidOnce(form.name, said.get(form.called, ""), tuple(sorted(said.items())))


def _understood(column: FormColumn, text: str) -> str:
    value = column.holds.understood(text)
    if value in (None, "", ()) or not column.offers(text):
        return f"{UNSAID}: {text}"
    return column.said(value)


def expected_of(original: ParsedReturn, changed: Workbook, typed: frozenset[tuple[str, str]]) -> Counter[SaidOnce]:
    """What a return should say whose cells were typed over: everything as before, and what stands in these cells now."""
    found = Counter({each: count for each, count in said_by(original).items() if each.sheet not in _names()})
    for form in standard.WRITTEN:
        texts = {(each.row, each.ref): (each.heading, each.text) for each in original.entries if each.sheet == form.name}
        found.update(_rows(form, texts, changed, {ref for sheet, ref in typed if sheet == form.name}))
    return found


def _names() -> set[str]:
    return {form.name for form in standard.WRITTEN}


def _rows(form: FormSheet, texts: dict, changed: Workbook, typed: set[str]) -> Iterator[SaidOnce]:
    """The rows of one sheet, each as it stands after typing."""
    rows: dict[int, dict[str, str]] = {}
    for (row, ref), (heading, text) in texts.items():
        if ref not in typed:
            rows.setdefault(row, {})[heading] = text
    sheet = changed.sheet(form.name)
    by_ref = {cell.ref: cell for cell in sheet.cells.values()} if sheet else {}
    for ref in typed & set(by_ref):
        cell = by_ref[ref]
        rows.setdefault(cell.row, {})[sheet.cell(1, cell.column).text] = cell.text
    for row in rows.values():
        columns = {column.heading: column for column in form.columns}
        said = {columns[name].name: _understood(columns[name], text.strip()) for name, text in row.items()}
        yield _told(form, said)


def lost(original: Original, checked: Checked, typed: frozenset[tuple[str, str]]) -> list[SaidOnce]:
    """What the changed return no longer says, or never said of what was typed, and nothing was found on that sheet.

    Empty where it cannot be accepted at all: nothing is lost then.
    """
    if checked.submission is None:
        return []
    expected = expected_of(original.parsed, checked.parsed.workbook, typed) if typed else said_by(original.parsed)
    gone = expected - said_by(checked.parsed)
    gone.update({each: 1 for each in expected if any(UNSAID in str(part) for part in each.what)})
    found = {sheet for _, sheet in _places(checked) - original.findings}
    return [each for each in gone if each.sheet not in found and "" not in found]
