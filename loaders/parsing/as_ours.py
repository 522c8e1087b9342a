"""A workbook whose sheets and headings have other names than ours, as the form it is: what people mean by them was said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from loaders.forms.layouts import history, standard
from loaders.reading.headed import headed
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook
from programme.aliases import Thing
from programme.finding import Finding
from programme.names import Naming, plainly
from programme.sheets.form import FormSheet
from programme.sheets.typed import plain
from programme.sheets.written import ELSEWHERE
from programme.submission import Submission

_FORMS = {form.name: form for form in (*standard.SHEETS, history.HISTORY, *history.WRITTEN)}
"""The sheets by name; of those that a history workbook has too, with the column of their quarter."""
_OURS = {plain(name) for name in (*_FORMS, standard.COVER)}


@dataclass(frozen=True, slots=True)
class AsOurs:
    """The workbook under our names. `sheets` are the sender's names by ours, `notes` say what was read as what."""

    workbook: Workbook
    sheets: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def at_the_sender(self, finding: Finding) -> Finding:
        """A finding at the sheet that the sender has."""
        return replace(finding, sheet=self.sheets.get(finding.sheet, finding.sheet))

    def submitted(self, submission: Submission) -> Submission:
        """What is submitted, with every cell at the sheet that the sender has."""
        if not self.sheets:
            return submission
        figures = (
            replace(each, source=replace(each.source, sheet=self.sheets.get(each.source.sheet, each.source.sheet)))
            for each in submission.figures
        )
        entries = (
            each._replace(ref=f"{self.sheets[each.sheet]}{ELSEWHERE}{each.ref}") if each.sheet in self.sheets else each
            for each in submission.entries
        )
        return replace(submission, figures=tuple(figures), entries=tuple(entries))


def as_ours(workbook: Workbook, naming: Naming) -> AsOurs:
    """The workbook with its sheets and headings as ours, where aliases say so and ours are not there beside them."""
    sheets, headings = _said(naming, Thing.SHEET), _said(naming, Thing.HEADING)
    if not (sheets or headings):
        return AsOurs(workbook)
    renamed = dict(_renamed(workbook, sheets))
    notes = [f"The sheet “{theirs}” was read as {ours}." for ours, theirs in renamed.items()]
    ours = {theirs: name for name, theirs in renamed.items()}
    made = []
    for sheet in workbook.sheets:
        named = replace(sheet, name=ours.get(sheet.name, sheet.name))
        cells = dict(_headings(named, headings))
        notes += [
            f"{sheet.name}!{each.ref}: “{sheet.cells[at].text.strip()}” was read as {each.value}."
            for at, each in cells.items()
        ]
        made.append(replace(named, cells={**sheet.cells, **cells}) if cells else named)
    return AsOurs(replace(workbook, sheets=tuple(made)), renamed, tuple(notes))


def _said(naming: Naming, kind: Thing) -> dict[str, str]:
    """What aliases of a kind mean; of a name of ours none is needed."""
    return {plainly(alias.called): alias.of for alias in naming.aliases if alias.kind is kind}


def _renamed(workbook: Workbook, said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Our name and the sender's, of the first sheet that is meant as one which is not there."""
    done: set[str] = set()
    for sheet in workbook.sheets:
        ours = said.get(plainly(sheet.name))
        if ours and plain(sheet.name) not in _OURS and ours not in done and workbook.sheet(ours) is None:
            done.add(ours)
            yield ours, sheet.name


def _headings(sheet: Sheet, said: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], Typed]]:
    """The heading cells of a form's sheet that mean a column of it which has no heading of its own."""
    form = next((each for name, each in _FORMS.items() if plain(name) == plain(sheet.name)), None)
    if form is None or not said:
        return
    seen, done = headed(_with(sheet, form, said), form.columns), set()
    for place, cell in seen.headings.items():
        typed = sheet.cells[cell.row, place]
        if plain(typed.text) != plain(cell.text) and cell.text not in done:
            done.add(cell.text)
            yield (cell.row, place), cell


def _with(sheet: Sheet, form: FormSheet, said: Mapping[str, str]) -> Sheet:
    """The sheet with every text that may be such a heading written as ours."""
    own = _keys(headed(sheet, form.columns).headings.values())
    missing = {column.heading for column in form.columns if not own & set(column.keys)}
    changed = {
        at: replace(cell, value=meant)
        for at, cell in sheet.cells.items()
        if cell.kind is Kind.TEXT and (meant := said.get(plainly(cell.text))) in missing
    }
    return replace(sheet, cells={**sheet.cells, **changed})


def _keys(cells: Iterable[Typed]) -> set[str]:
    return {plain(cell.text) for cell in cells}
