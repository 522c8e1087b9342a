"""Stage 2, cover: every answer on the Cover can be understood, and none contradicts another."""

import re
from collections.abc import Iterator

from loaders.forms.layout import CoverLine
from loaders.forms.layouts import standard
from loaders.parsing.cover import Answers
from loaders.parsing.parsed import Field
from loaders.reading.workbook import Typed, place_called
from loaders.rules.case import Case
from loaders.rules.meant import be_a_date, date_meant
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.words import like, nearest, quarter_meant, quarter_typed, said
from plumbing.listed import named_list
from programme.finding import Severity
from programme.moment import day_text
from programme.period import PeriodKind
from programme.period_typed import period_in
from programme.quarter import Quarter
from programme.sheets.typed import plain
from programme.symbols import Status
from programme.workstreams import organisations, workstreams

NEEDED = (standard.QUARTER, standard.WORKSTREAM, standard.ORGANISATION, standard.STATUS)
QUARTER_IN_NAME = re.compile(r"(?<!\d)\d{4}[-_/]\d{2}[\s_-]+Q[1-4](?!\d)", re.IGNORECASE)


def _answered(case: Case, line: CoverLine) -> Field | None:
    """The line's field where the Cover has it, and, in a history workbook, where it is answered at all."""
    field = case.parsed.fields.get(line.label)
    return field if field and (field.text or not case.many_quarters) else None


def answer_must(field: Field, do: str, got: object, meant: object = None) -> Fault:
    """`Quarter must be written like 2024/25 Q3, got: spring`, in the cell of the answer."""
    return Fault(standard.COVER, field.ref, said(f"{field.label} must {do}", got, meant))


@rule(Stage.COVER, Severity.ERROR)
def cover_line_missing(case: Case) -> Iterator[Fault]:
    """Quarter, workstream, organisation and status decide what a return is and what it replaces."""
    sheet = case.parsed.workbook.sheet(standard.COVER)
    if case.many_quarters or sheet is None:
        return
    labels = [line.label for line in standard.LINES]
    typed = {cell.text.strip(): cell.ref for (_, column), cell in sheet.cells.items() if column == 1}
    strange = [text for text in typed if plain(text) not in map(plain, labels)]
    for line in NEEDED:
        if line.label not in case.parsed.fields:
            near = like(line.label, strange)
            holds = f"{standard.COVER} must have a line {line}, with its answer in column B"
            yield Fault(sheet.name, typed.get(near, ""), said(holds, near or "no such line", near and line.label))


@rule(Stage.COVER, Severity.ERROR)
def quarter_on_cover_unknown(case: Case) -> Iterator[Fault]:
    """Without its quarter a return cannot be placed."""
    field = _answered(case, standard.QUARTER)
    if field and not case.many_quarters and Answers(case.parsed.fields, naming=case.parsed.naming).quarter is None:
        yield answer_must(field, "be written like 2024/25 Q3", field.text, quarter_meant(field.text))


@rule(Stage.COVER, Severity.ERROR)
def quarter_in_future(case: Case) -> Iterator[Fault]:
    """Figures for a quarter that has not ended cannot be known: the quarter is wrong."""
    field, quarter = _answered(case, standard.QUARTER), Answers(case.parsed.fields, naming=case.parsed.naming).quarter
    if field and quarter and not case.many_quarters and quarter.end >= case.today:
        yield answer_must(field, f"have ended before today, {day_text(case.today)}", quarter)


@rule(Stage.COVER, Severity.ERROR)
def workstream_unknown(case: Case) -> Iterator[Fault]:
    """The workstream decides which rows are due."""
    field = _answered(case, standard.WORKSTREAM)
    if field and not case.many_quarters and not Answers(case.parsed.fields, naming=case.parsed.naming).workstreams:
        titles = {stream.title: stream.number for stream in workstreams().values()}
        yield answer_must(field, "be a number from 1 to 5, or all", field.text, titles.get(nearest(field.text, titles)))


@rule(Stage.COVER, Severity.ERROR)
def organisation_unknown(case: Case) -> Iterator[Fault]:
    """A return replaces the earlier one of the same organisation: a new spelling would stand beside it instead."""
    field = _answered(case, standard.ORGANISATION)
    if field and Answers(case.parsed.fields, naming=case.parsed.naming).organisation is None:
        yield answer_must(field, f"be {named_list(organisations(), 'or')}", field.text, nearest(field.text, organisations()))


@rule(Stage.COVER, Severity.ERROR)
def status_on_cover_unknown(case: Case) -> Iterator[Fault]:
    """Readers are told whether figures may still change."""
    field = _answered(case, standard.STATUS)
    if field and Answers(case.parsed.fields, naming=case.parsed.naming).status is None:
        yield answer_must(field, f"be {named_list(Status, 'or')}", field.text, nearest(field.text, Status))


@rule(Stage.COVER, Severity.ERROR)
def figures_are_unknown(case: Case) -> Iterator[Fault]:
    """Illustrative figures are marked on every screen; a misspelt word must not turn them into real ones."""
    field, choices = _answered(case, standard.FIGURES_ARE), standard.FIGURES_ARE.choices
    if field and field.text and plain(field.text) not in choices:
        yield answer_must(field, f"be answered {named_list(choices, 'or')}", field.text, nearest(field.text, choices))


@rule(Stage.COVER, Severity.ERROR)
def data_as_at_unknown(case: Case) -> Iterator[Fault]:
    """The day on which figures were taken explains why two sources differ, if it is a day."""
    field = _answered(case, standard.DATA_AS_AT)
    if field and field.text and Answers(case.parsed.fields, naming=case.parsed.naming).data_as_at is None:
        yield answer_must(field, be_a_date(field.text), field.text, date_meant(field.text))


@rule(Stage.COVER, Severity.QUERY)
def data_as_at_odd(case: Case) -> Iterator[Fault]:
    """Figures taken before the quarter ended are not yet those of the quarter; nobody takes them tomorrow."""
    answers, field = Answers(case.parsed.fields, naming=case.parsed.naming), _answered(case, standard.DATA_AS_AT)
    day, quarter = answers.data_as_at, answers.quarter
    if not field or day is None:
        return
    if day > case.today:
        yield answer_must(field, f"be no later than today, {day_text(case.today)}", day_text(day))
    elif quarter and not case.many_quarters and day < quarter.end < case.today:
        place = f"{standard.COVER}!{case.parsed.fields[standard.QUARTER.label].ref}"
        yield answer_must(field, f"not be before {quarter} ended on {day_text(quarter.end)} ({place})", day_text(day))


@rule(Stage.COVER, Severity.QUERY)
def file_name_disagrees(case: Case) -> Iterator[Fault]:
    """A file named for another quarter than its cover is often last quarter's, with the cover left as it was."""
    quarter, field = Answers(case.parsed.fields).quarter, case.parsed.fields.get(standard.QUARTER.label)
    named = _quarter_in(case.parsed.workbook.file_name)
    if named and quarter and not case.many_quarters and named != quarter:
        yield answer_must(field, f"be the one in the file's name, {named} ({case.parsed.workbook.file_name})", quarter)


@rule(Stage.COVER, Severity.QUERY)
def title_disagrees(case: Case) -> Iterator[Fault]:
    """A form that is titled for another quarter than its cover is often last quarter's, with the answer alone changed."""
    quarter, field = Answers(case.parsed.fields).quarter, case.parsed.fields.get(standard.QUARTER.label)
    if quarter is None or case.many_quarters or quarter.end >= case.today:
        return  # of a quarter that has not ended another rule speaks
    for sheet, title in _titles(case):
        named = _quarter_in(title.text)
        if named and named != quarter:
            holds = f"The title must be of {quarter}, as {standard.COVER}!{field.ref} says"
            yield Fault(sheet, title.ref, said(holds, title.text.strip()))


def _titles(case: Case) -> Iterator[tuple[str, Typed]]:
    """What stands above the lines of the Cover, and above the headings of the sheets that are read, with its sheet."""
    cover = case.parsed.workbook.sheet(standard.COVER)
    first = min((place_called(field.ref)[0] for field in case.parsed.fields.values()), default=0)
    heads = [(cover, first)] if cover else []
    for sheet, end in (*heads, *((each.headed.sheet, each.headed.heading_row) for each in case.read)):
        yield from ((sheet.name, cell) for (row, _), cell in sorted(sheet.cells.items()) if row < end)


def _quarter_in(text: str) -> Quarter | None:
    """The one quarter that a file's name or a title says, in any of the ways in which a cover says it."""
    if found := QUARTER_IN_NAME.search(text):
        return quarter_typed(found[0].replace("_", "-"))
    period = period_in(text).period
    return period.quarter if period and period.kind is PeriodKind.QUARTER else None
