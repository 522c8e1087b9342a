from datetime import date

import pytest

from loaders.rules.meant import EXCELS_FIRST_DAY
from programme.measures import measures
from tests import factories
from tests.loaders.rules.one_change import Row, answered, findings
from tests.loaders.rules.written_rows import CLEAN, row, with_rows

LIES = "must lie between 1 January 2010 and 2 June 2035"
OF_EXCEL = "which is how Excel shows a 0 or an empty cell as a date: leave it blank where there is none"


def in_sheet(name, sheet, rule, cell, message, **changes):
    return Row(name, with_rows(sheet, row(sheet, **changes)), ((rule, f"{sheet}!{cell}", message),))


def not_a_date(name, typed, said):
    message = f"APP-6.01: Baseline due must be a date, like 31 March 2025{said}"
    return in_sheet(name, "Actions", "date_not_understood", "J2", message, baseline=typed)


def no_such(typed, why):
    message = f"APP-6.01: Baseline due must be a day that there is, and {why}, got: {typed}"
    return in_sheet(f"no such day: {typed}", "Actions", "date_not_understood", "J2", message, baseline=typed)


NO_SUCH = {
    "31/06/2025": "June 2025 has 30 days",
    "30/02/2025": "February 2025 has 28 days",
    "31 April 2025": "April 2025 has 30 days",
    "2025-13-01": "months go from 1 to 12",
    "29.2.25": "February 2025 has 28 days",
}
ROWS = [
    not_a_date("a date in words", "spring", ", got: spring"),
    not_a_date("a month", "June 2025", ", got: June 2025"),
    *(no_such(typed, why) for typed, why in NO_SUCH.items()),
    not_a_date("what Excel stores", 45_838, ": did you mean 30 June 2025? got: 45838"),
    not_a_date("what Excel stores, as text", "45838", ": did you mean 30 June 2025? got: 45838"),
    not_a_date("a year of two digits", "30/06/25", ": did you mean 30 June 2025? got: 30/06/25"),
    not_a_date("the month first", "06/30/2025", ": did you mean 30 June 2025? got: 06/30/2025"),
    not_a_date("full stops", "30.6.2025", ": did you mean 30 June 2025? got: 30.6.2025"),
    not_a_date("as people say it", "Monday 30th June 2025", ": did you mean 30 June 2025? got: Monday 30th June 2025"),
    not_a_date("a truth value", True, ", got: True"),
    not_a_date("no day, in words", "00/01/1900", f", got: 00/01/1900, {OF_EXCEL}"),
    in_sheet(
        "a decision's date in words",
        "Decisions",
        "date_not_understood",
        "E2",
        "21/00019: Notice date must be a date, like 31 March 2025, got: soon",
        notice="soon",
    ),
    in_sheet(
        "an event on no day",
        "Events",
        "date_not_understood",
        "A2",
        "Hub moves: Date must be a date, like 31 March 2025, got: soon",
        date="soon",
    ),
    in_sheet(
        "a forecast centuries ahead",
        "Actions",
        "date_far_away",
        "K2",
        f"APP-6.01: Forecast {LIES}, got: 30 September 2205",
        forecast=date(2205, 9, 30),
        status="Amber",
    ),
    in_sheet(
        "a century ago",
        "Decisions",
        "date_far_away",
        "F2",
        f"21/00019: Decision date {LIES}, got: 30 September 1925",
        decided=date(1925, 9, 30),
    ),
    in_sheet(
        "the year 25",
        "Participation",
        "date_far_away",
        "G2",
        f"Nobody rings back: Date {LIES}, got: 1 June 25",
        day="01/06/0025",
    ),
    in_sheet(
        "what Excel makes of a 1",
        "Commentary",
        "date_far_away",
        "G2",
        f"Plans issued within 20 weeks: Action due date {LIES}, got: 1 January 1900, {OF_EXCEL}",
        due=date(1900, 1, 1),
    ),
    in_sheet(
        "what Excel begins to count at",
        "Risks",
        "date_far_away",
        "L2",
        f"R-01: Date of update {LIES}, got: 30 December 1899, {OF_EXCEL}",
        updated="30/12/1899",
    ),
    Row(
        "figures taken a century ago, in a history",
        answered("Data as at", date(1925, 3, 31)),
        (("data_as_at_far_away", "Cover!B7", f"Data as at {LIES}, got: 31 March 1925"),),
        history=("plans_issued",),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    if case.history:
        cell = factories.answer_of(_history(), "Data as at").coordinate
        assert case.expected[0][1] == f"Cover!{cell}"
    assert case.found == case.expected


def _history():
    from loaders.forms.template import history_form

    return history_form([factories.BEFORE], [measures()["plans_issued"]])


@pytest.mark.parametrize("day", [date(2010, 1, 1), date(2035, 6, 2)])
def test_the_first_and_the_last_day_are_near_enough(day):
    assert Row("edge", with_rows("Participation", row("Participation", day=day)), ()).found == ()


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2035, 6, 3)])
def test_a_day_more_is_too_far(day):
    (finding,) = findings(factories.standard_return(change=with_rows("Participation", row("Participation", day=day))))
    assert finding.rule == "date_far_away"


def test_a_nought_in_a_cell_of_dates_is_named():
    def change(form):
        with_rows("Actions", row("Actions", forecast=0))(form)
        form["Actions"]["K2"].number_format = "dd/mm/yyyy"

    (finding,) = findings(factories.standard_return(change=change))
    assert finding.message == f"APP-6.01: Forecast must be a date, like 31 March 2025, got: 00:00:00, {OF_EXCEL}"


def test_every_date_of_every_sheet_is_looked_at():
    typed = {"Actions": "updated", "Risks": "updated", "Participation": "day", "Decisions": "notice", "Commentary": "due"}
    for sheet, name in typed.items():
        (finding,) = findings(factories.standard_return(change=with_rows(sheet, row(sheet, **{name: date(2205, 1, 1)}))))
        assert (finding.rule, finding.sheet) == ("date_far_away", sheet)
    assert "Events" in CLEAN


def test_excel_counts_from_here():
    assert (date(2025, 6, 30) - EXCELS_FIRST_DAY).days == 45_838
