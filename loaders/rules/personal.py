"""Stage 4, personal data: words of a return are read by many, so nothing in them may point to one child."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from plumbing.listed import named_list
from programme.finding import Severity
from programme.personal import personal_in
from programme.quarter import Quarter

TAKE_OUT = "Take it out, or say why it may be read by everybody who reads the return. It is not repeated here"


@rule(Stage.VALUES, Severity.QUERY)
def personal_data(case: Case) -> Iterator[Fault]:
    """A child who can be named from a report has lost what the report was to protect; and it cannot be taken back."""
    for sheet, cell, text, quarter, about in _texts(case):
        told = list(personal_in(text, quarter, about))
        if told:
            yield Fault(sheet, cell, f"Words must not point to one child, got: {named_list(told)}. {TAKE_OUT}")


def _texts(case: Case) -> Iterator[tuple[str, str, str, Quarter, tuple[date, ...]]]:
    """Every text that is kept: the cells of the sheets of words, the notes of figures and the answers of the Cover."""
    own = case.cover.quarter if case.cover and case.cover.quarter else Quarter.containing(case.today)
    for row, cells in groupby(case.words, key=itemgetter(0)):
        about = tuple(day for column in row.form.columns if column.holds.cell == "date" and (day := row[column]))
        for _, column, text in cells:
            if column.holds.cell != "date":
                yield row.typed.sheet, row.ref(column), text, row.typed.quarter or own, about
    for label, field in case.parsed.fields.items():
        if field.text and label != standard.DATA_AS_AT.label:
            yield standard.COVER, field.ref, field.text, own, ()
    for row in case.parsed.rows:
        if row.note_cell and row.note_cell.text:
            yield row.sheet, row.note_cell.ref, row.note_cell.text, row.quarter or own, ()
