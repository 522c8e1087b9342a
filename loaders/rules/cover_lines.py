"""Stage 2, the lines of the cover: each line of the form is there, once, with its answer beside it, and no other is read."""

from collections.abc import Iterator

from loaders.forms.layout import CoverLine
from loaders.forms.layouts import standard
from loaders.parsing.entries import added_lines
from loaders.reading.workbook import Sheet, Typed
from loaders.rules.case import Case
from loaders.rules.cover import NEEDED
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import like, said
from plumbing.listed import named_list
from programme.finding import Severity
from programme.sheets.typed import plain

OPTIONAL = (standard.LEAD_ROLE, standard.PREPARED_BY, standard.DATA_AS_AT, standard.FIGURES_ARE)
"""The lines that a return may leave blank, and that every edition of the form has had."""


def _cover(case: Case) -> Sheet | None:
    return case.parsed.workbook.sheet(standard.COVER)


def _strange(case: Case) -> dict[str, Typed]:
    """The labels of lines with an answer that the form does not have, by what they say."""
    cover = _cover(case)
    labels = [cover.cell(line.row, 1) for line in added_lines(cover)] if cover else []
    return {label.text.strip(): label for label in labels if label}


def _renamed(case: Case) -> dict[CoverLine, Typed]:
    """The missing lines that stand there under a label near to their own; covers of earlier forms have none for sheets."""
    strange = _strange(case)
    missing = [line for line in standard.LINES if line.label not in case.parsed.fields and line not in standard.PARTS]
    found = ((line, like(line.label, strange)) for line in missing)
    return {line: strange[name] for line, name in found if name}


@rule(Stage.COVER, Severity.ERROR)
def cover_line_renamed(case: Case) -> Iterator[Fault]:
    """`Figure are` for `Figures are`: what is illustrative would be taken for real, and the day would be lost."""
    for line, label in case.worked_out(_renamed).items():
        if line not in NEEDED or case.many_quarters:
            holds = f"{standard.COVER} must have a line {line}, with its answer in column B"
            yield Fault(standard.COVER, label.ref, said(holds, label.text.strip(), line.label))


@rule(Stage.COVER, Severity.QUERY)
def cover_line_left_out(case: Case) -> Iterator[Fault]:
    """A line that was taken out says nothing, as if nobody had anything to say."""
    if _cover(case) is None or case.many_quarters:
        return
    renamed = case.worked_out(_renamed)
    gone = [line.label for line in OPTIONAL if line.label not in case.parsed.fields and line not in renamed]
    if gone:
        holds = f"{standard.COVER} must have every line of the form"
        yield Fault(standard.COVER, "", said(holds, f"none for {named_list(f'“{each}”' for each in gone)}"))


@rule(Stage.COVER, Severity.QUERY)
def cover_line_unknown(case: Case) -> Iterator[Fault]:
    """Whoever added a line to the cover thinks that somebody reads it."""
    cover = _cover(case)
    if cover is None or _spoken_of_as_missing(case):
        return
    renamed = {label.ref for label in case.worked_out(_renamed).values()}
    labels = [line.label for line in standard.LINES]
    for line in added_lines(cover):
        if not _repeats(case, line.heading) and f"A{line.row}" not in renamed:
            holds = f"{standard.COVER} must have no lines but those of the form"
            got = f"{line.heading or 'an answer without a label'}, with {line.text.strip()}, which nobody reads"
            yield Fault(standard.COVER, line.ref, said(holds, got, like(line.heading, labels) if line.heading else None))


def _spoken_of_as_missing(case: Case) -> bool:
    """Whether a line is missing that no return does without: another rule says so, and the strange one may be it."""
    return not case.many_quarters and any(line.label not in case.parsed.fields for line in NEEDED)


@rule(Stage.COVER, Severity.ERROR)
def cover_line_repeated(case: Case) -> Iterator[Fault]:
    """Of two lines for one thing only the first would be read, and nobody could say which was meant."""
    cover = _cover(case)
    for row in cover.rows if cover else ():
        label = cover.cell(row, 1)
        first = _first(case, label.text) if label else ""
        if first and first != f"B{row}" and cover.cell(row, 2):
            holds = f"{label.text.strip()} must stand in one line only: it is in {standard.COVER}!{first} too"
            yield Fault(standard.COVER, f"B{row}", said(holds, cover.cell(row, 2).text.strip()))


def _first(case: Case, label: str) -> str:
    """The cell that answers the line of this label; empty where the form has no such line."""
    return next((field.ref for name, field in case.parsed.fields.items() if plain(name) == plain(label)), "")


def _repeats(case: Case, label: str) -> bool:
    return bool(label) and bool(_first(case, label))


@rule(Stage.COVER, Severity.QUERY)
def cover_answer_elsewhere(case: Case) -> Iterator[Fault]:
    """An answer is read in column B, beside its label: one that stands further right is read by nobody."""
    cover = _cover(case)
    blank = {int(field.ref[1:]): field.label for field in case.parsed.fields.values() if not field.typed}
    for (row, column), cell in sorted(cover.cells.items()) if cover else ():
        if column > 2 and row in blank and not _guidance(blank[row], cell.text):
            holds = f"{blank[row]} must be answered in column B"
            yield Fault(standard.COVER, cell.ref, said(holds, f"{cell.text.strip()}, which nobody reads"))


def _guidance(label: str, text: str) -> bool:
    """Whether a text beside an answer is what the form itself says there; beside Workstream that is what they are called."""
    own = {line.guidance for line in standard.LINES if line.label == label}
    return label == standard.WORKSTREAM.label or plain(text) in map(plain, own)
