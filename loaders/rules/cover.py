"""Stage 2, cover: every answer on the Cover can be understood, and none contradicts another."""

import re
from collections.abc import Iterator

from loaders.forms.layout import Line, plain
from loaders.forms.layouts import standard
from loaders.parsing.cover import Answers
from loaders.parsing.parsed import Field
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import listed, nearest, quarter_meant, quarter_typed, said
from programme.finding import Severity
from programme.symbols import Status
from programme.workstreams import organisations, workstreams

NEEDED = (standard.QUARTER, standard.WORKSTREAM, standard.ORGANISATION, standard.STATUS)
QUARTER_IN_NAME = re.compile(r"(?<!\d)\d{4}[-_/]\d{2}[\s_-]+Q[1-4](?!\d)", re.IGNORECASE)


def _answered(case: Case, line: Line) -> Field | None:
    """The line's field where the Cover has it, and, in a history workbook, where it is answered at all."""
    field = case.parsed.fields.get(line.label)
    return field if field and (field.text or not case.many_quarters) else None


def _fault(field: Field, message: str) -> Fault:
    return Fault(standard.COVER, field.ref, message)


@rule(Stage.COVER, Severity.ERROR)
def cover_line_missing(case: Case) -> Iterator[Fault]:
    """Quarter, workstream, organisation and status decide what a return is and what it replaces."""
    sheet = next((sheet for sheet in case.parsed.workbook.sheets if plain(sheet.name) == plain(standard.COVER)), None)
    if case.many_quarters or sheet is None:
        return
    labels = [line.label for line in standard.LINES]
    typed = {cell.text.strip(): cell.ref for (_, column), cell in sheet.cells.items() if column == 1}
    strange = [text for text in typed if plain(text) not in map(plain, labels)]
    for line in NEEDED:
        if line.label not in case.parsed.fields:
            like = nearest(line.label, strange)
            holds = f"Cover must have a line {line.label}, with its answer in column B"
            yield Fault(sheet.name, typed.get(like, ""), said(holds, like or "no such line", like and line.label))


@rule(Stage.COVER, Severity.ERROR)
def quarter_on_cover_unknown(case: Case) -> Iterator[Fault]:
    """Without its quarter a return cannot be placed."""
    field = _answered(case, standard.QUARTER)
    if field and not case.many_quarters and Answers(case.parsed.fields).quarter is None:
        yield _fault(field, said("Quarter must be written like 2024/25 Q3", field.text, quarter_meant(field.text)))


@rule(Stage.COVER, Severity.ERROR)
def quarter_in_future(case: Case) -> Iterator[Fault]:
    """Figures for a quarter that has not ended cannot be known: the quarter is wrong."""
    field, quarter = _answered(case, standard.QUARTER), Answers(case.parsed.fields).quarter
    if field and quarter and not case.many_quarters and quarter.end >= case.today:
        yield _fault(field, said(f"Quarter must have ended before today, {case.today:%-d %B %Y}", quarter))


@rule(Stage.COVER, Severity.ERROR)
def workstream_unknown(case: Case) -> Iterator[Fault]:
    """The workstream decides which rows are due."""
    field = _answered(case, standard.WORKSTREAM)
    if field and not case.many_quarters and not Answers(case.parsed.fields).workstreams:
        titles = {stream.title: stream.number for stream in workstreams().values()}
        meant = titles.get(nearest(field.text, titles))
        yield _fault(field, said("Workstream must be a number from 1 to 5, or all", field.text, meant))


@rule(Stage.COVER, Severity.ERROR)
def organisation_unknown(case: Case) -> Iterator[Fault]:
    """A return replaces the earlier one of the same organisation: a new spelling would stand beside it instead."""
    field = _answered(case, standard.ORGANISATION)
    if field and Answers(case.parsed.fields).organisation is None:
        holds = f"Organisation must be {listed(organisations(), 'or')}"
        yield _fault(field, said(holds, field.text, nearest(field.text, organisations())))


@rule(Stage.COVER, Severity.ERROR)
def status_on_cover_unknown(case: Case) -> Iterator[Fault]:
    """Readers are told whether figures may still change."""
    field = _answered(case, standard.STATUS)
    if field and Answers(case.parsed.fields).status is None:
        yield _fault(field, said(f"Status must be {listed(Status, 'or')}", field.text, nearest(field.text, Status)))


@rule(Stage.COVER, Severity.ERROR)
def figures_are_unknown(case: Case) -> Iterator[Fault]:
    """Illustrative figures are marked on every screen; a misspelt word must not turn them into real ones."""
    field = _answered(case, standard.FIGURES_ARE)
    if field and field.text and plain(field.text) not in (standard.REAL, standard.ILLUSTRATIVE):
        choices = (standard.REAL, standard.ILLUSTRATIVE)
        yield _fault(
            field, said(f"Figures are must be answered {listed(choices, 'or')}", field.text, nearest(field.text, choices))
        )


@rule(Stage.COVER, Severity.ERROR)
def data_as_at_unknown(case: Case) -> Iterator[Fault]:
    """The day on which figures were taken explains why two sources differ, if it is a day."""
    field = _answered(case, standard.DATA_AS_AT)
    if field and field.text and Answers(case.parsed.fields).data_as_at is None:
        yield _fault(field, said("Data as at must be a date, like 31 March 2025", field.text))


@rule(Stage.COVER, Severity.QUERY)
def data_as_at_odd(case: Case) -> Iterator[Fault]:
    """Figures taken before the quarter ended are not yet those of the quarter; nobody takes them tomorrow."""
    answers, field = Answers(case.parsed.fields), _answered(case, standard.DATA_AS_AT)
    day, quarter = answers.data_as_at, answers.quarter
    if not field or day is None:
        return
    if day > case.today:
        yield _fault(field, said(f"Data as at must be no later than today, {case.today:%-d %B %Y}", f"{day:%-d %B %Y}"))
    elif quarter and not case.many_quarters and day < quarter.end < case.today:
        place = f"Cover!{case.parsed.fields[standard.QUARTER.label].ref}"
        holds = f"Data as at must not be before {quarter} ended on {quarter.end:%-d %B %Y} ({place})"
        yield _fault(field, said(holds, f"{day:%-d %B %Y}"))


@rule(Stage.COVER, Severity.QUERY)
def file_name_disagrees(case: Case) -> Iterator[Fault]:
    """A file named for another quarter than its cover is often last quarter's, with the cover left as it was."""
    found = QUARTER_IN_NAME.search(case.parsed.workbook.file_name)
    quarter, field = Answers(case.parsed.fields).quarter, case.parsed.fields.get(standard.QUARTER.label)
    named = quarter_typed(found[0].replace("_", "-")) if found else None
    if named and quarter and not case.many_quarters and named != quarter:
        holds = f"Quarter must be the one in the file's name, {named} ({case.parsed.workbook.file_name})"
        yield _fault(field, said(holds, quarter))
