"""Stages 2 and 4, dates: what is typed as one is a day, and a day that can have been meant."""

from collections.abc import Iterator
from datetime import date, timedelta

from loaders.forms.layouts import standard
from loaders.parsing.cover import Answers
from loaders.rules.case import Case
from loaders.rules.meant import NO_DAY, be_a_date, date_meant
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.sheets import must, typed_cells
from loaders.rules.words import said
from programme.finding import Severity
from programme.moment import day_text
from programme.sheets.holds import DATE
from programme.sheets.typed import plain

FIRST_DAY = date(2010, 1, 1)  # before SEND reform and everything that returns are about
AHEAD = timedelta(days=3_653)  # ten years: no plan reaches further
EMPTY_IN_EXCEL = (date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1))
_OF_EXCEL = "which is how Excel shows a 0 or an empty cell as a date: leave it blank where there is none"


@rule(Stage.VALUES, Severity.ERROR)
def date_not_understood(case: Case) -> Iterator[Fault]:
    """A date that cannot be read is no date: nobody could say whether it has passed."""
    for row, column, text in typed_cells(case, DATE):
        if row[column] is None:
            yield must(row, column, be_a_date(text), _named(text), date_meant(text))


def _named(text: str) -> str:
    """What is typed, and that Excel made it, where it did."""
    return f"{text}, {_OF_EXCEL}" if plain(text) in NO_DAY else text


@rule(Stage.VALUES, Severity.QUERY)
def date_far_away(case: Case) -> Iterator[Fault]:
    """A year mistyped by a digit makes an action late by centuries, or never; and 1900 is what Excel makes of a 0."""
    for row, column, _ in typed_cells(case, DATE):
        if row[column] and not _near(row[column], case):
            yield must(row, column, _lie_near(case), _said(row[column]))


@rule(Stage.COVER, Severity.QUERY)
def data_as_at_far_away(case: Case) -> Iterator[Fault]:
    """The day on which figures were taken is one of these years; a history workbook has no quarter to hold it against."""
    field, day = case.parsed.fields.get(standard.DATA_AS_AT.label), Answers(case.parsed.fields).data_as_at
    if field and day and day < FIRST_DAY:
        yield Fault(standard.COVER, field.ref, said(f"{field.label} must {_lie_near(case)}", _said(day)))


def _near(day: date, case: Case) -> bool:
    return FIRST_DAY <= day <= case.today + AHEAD


def _lie_near(case: Case) -> str:
    return f"lie between {day_text(FIRST_DAY)} and {day_text(case.today + AHEAD)}"


def _said(day: date) -> str:
    return f"{day_text(day)}, {_OF_EXCEL}" if day in EMPTY_IN_EXCEL else day_text(day)
