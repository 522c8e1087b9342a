"""Stage 1, book: the sheets and headings that everything else is read by are there."""

from collections import Counter
from collections.abc import Iterator

from loaders.forms.layouts import standard
from loaders.forms.layouts.history import HISTORY
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import like, quarter_typed, said
from programme.finding import Severity
from programme.quarter import Quarter
from programme.sheets.form import FormSheet
from programme.sheets.typed import plain


def _layout(case: Case) -> FormSheet:
    return HISTORY if case.many_quarters else standard.FIGURES


@rule(Stage.BOOK, Severity.ERROR)
def sheet_missing(case: Case) -> Iterator[Fault]:
    """Without the Cover nobody knows what the figures are about; without Figures there are none."""
    names = [sheet.name for sheet in case.parsed.workbook.sheets]
    for wanted in () if case.many_quarters else (standard.COVER, standard.FIGURES.name):
        near = like(wanted, names)
        if case.parsed.workbook.sheet(wanted) is None and not (case.words_alone and wanted != standard.COVER and not near):
            holds = f"A return must have a sheet named {wanted}"
            yield Fault(near or "", "", said(holds, near or ", ".join(names), near and wanted))


@rule(Stage.BOOK, Severity.ERROR)
def heading_missing(case: Case) -> Iterator[Fault]:
    """Columns are found by their headings, in any order: a column without its heading cannot be read."""
    layout = _layout(case)
    for sheet, cells in case.parsed.headings.items() if not _empty_figures(case) else ():
        typed = {cell.text.strip(): cell.ref for cell in cells}
        present = {plain(text) for text in typed}
        for wanted in layout.needed:
            if present.isdisjoint(wanted.keys):
                near = like(wanted.heading, [text for text in typed if plain(text) not in layout.keys])
                holds = f"{sheet} must have the heading {wanted}"
                yield Fault(sheet, typed.get(near, ""), said(holds, near or ", ".join(typed), near and wanted.heading))


def _empty_figures(case: Case) -> bool:
    """Whether nothing at all stands on the sheet of figures of a return that carries words alone."""
    sheet = case.parsed.workbook.sheet(standard.FIGURES.name)
    return bool(case.words_alone and sheet and not sheet.cells)


@rule(Stage.BOOK, Severity.ERROR)
def heading_repeated(case: Case) -> Iterator[Fault]:
    """Of two columns with one heading only one would be read, and nobody could say which."""
    known = _layout(case).keys
    for sheet, cells in case.parsed.headings.items():
        meant = {cell.ref: quarter_typed(cell.text) or plain(cell.text) for cell in cells}
        times = Counter(meant.values())
        for cell in cells:
            heading = meant[cell.ref]
            first = next(ref for ref, other in meant.items() if other == heading)
            if times[heading] > 1 and cell.ref != first and (heading in known or isinstance(heading, Quarter)):
                holds = f"A heading must stand over one column only: this one is in {sheet}!{first} too"
                yield Fault(sheet, cell.ref, said(holds, cell.text.strip()))


@rule(Stage.BOOK, Severity.QUERY)
def sheet_hidden(case: Case) -> Iterator[Fault]:
    """Figures on a hidden sheet were perhaps never meant to be sent, and nobody proof-read them."""
    sheet = case.parsed.workbook.sheet(_layout(case).name)
    if sheet and sheet.hidden:
        yield Fault(sheet.name, "", said(f"{sheet.name} must be a sheet that can be seen", "a hidden sheet"))


@rule(Stage.BOOK, Severity.QUERY)
def macros_present(case: Case) -> Iterator[Fault]:
    """A return needs no macros; they were not run, so what they would have worked out is not in the figures."""
    if case.parsed.workbook.macros:
        yield Fault(
            "", "", said("A return must be a workbook without macros (.xlsx)", "a workbook with macros, which were not run")
        )
