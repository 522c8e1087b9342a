"""What the cases share: filling a form as a person would, playing it, and reading what came of it.

A step that does not come as far as what a case is about ends the test with `pytest.fail`, which no expected failure covers.
"""

from datetime import date, datetime

import pytest

from programme.access import Role
from tests.cases.imports import (
    DISTRICTS,
    KENT,
    Evidence,
    Figure,
    Progress,
    Quarter,
    Records,
    Source,
    Status,
    Symbol,
    actions_in,
    check_file,
    due_measures,
    facts_of,
    fill,
    known_to,
    load,
    measures,
    rows_of,
    save,
    standard_form,
)
from tests.factories import read_here

Q = Quarter.parse
Q3, Q4 = Q("2024/25 Q3"), Q("2024/25 Q4")
TODAY = date(2025, 5, 10)
NOWHERE = Source("", "", "")


def wrong_today(reason: str, raises=AssertionError):
    """A case that is not right yet. Strict: when it comes right, the mark must go."""
    return pytest.mark.xfail(strict=True, raises=raises, reason=reason)


def filled_form(known, quarter, streams, over):
    """A form with the newest earlier figure of each row (`over`: other values by measure and area)."""
    quarter = Q(quarter)
    figures = []
    for measure in due_measures(quarter, streams):
        for area in measure.areas:
            earlier = (known.get((measure.id, area.code, quarter - back)) for back in range(6))
            old = next((figure for figure in earlier if figure), None)
            value = over.get((measure.id, area.name), old.value if old else None)
            symbol = None if value is not None else (old.symbol if old else Symbol.NOT_AVAILABLE)
            number = None if symbol else float(value)
            figures.append(Figure(measure.id, area, quarter, number, symbol, NOWHERE, Status.FINAL))
    return fill(standard_form(quarter, streams), figures)


def action(**answers) -> dict:
    """A row of Actions in which nothing is amiss, but for what is said; `Former_ref=` answers the heading Former ref."""
    row = {
        "Action": "Do a thing",
        "Lead role": "Head of SEND",
        "Accountable role": "Director",
        "Workstream": 3,
        "Weaknesses": "6",
        "Status": "Green",
        "Start": date(2024, 5, 1),
        "Baseline due": date(2025, 6, 30),
        "Success criterion": "x",
    }
    return row | {heading.replace("_", " ").replace("pct", "%"): answer for heading, answer in answers.items()}


def rows_into(book, rows, sheet="Actions"):
    """The book with these rows below what stands in the sheet."""
    place = book[sheet]
    columns = {cell.value: cell.column for cell in place[1]}
    for number, row in enumerate(rows, place.max_row + 1):
        for heading, answer in row.items():
            place.cell(number, columns[heading]).value = answer
    return book


def answered_by(book, organisation):
    """The book as one organisation returns it: its name on the cover, its own rows of figures and no others."""
    for row in range(1, 20):
        if book["Cover"].cell(row, 1).value == "Organisation":
            book["Cover"].cell(row, 2).value = organisation
    sheet = book["Figures"]
    for row in range(sheet.max_row, 1, -1):
        measure = measures().get(sheet.cell(row, 1).value)
        if measure and measure.organisation != organisation:
            sheet.delete_rows(row)
    return book


def row_of(book, measure, area) -> int:
    sheet = book["Figures"]
    return next(
        row for row in range(2, sheet.max_row + 1) if (sheet.cell(row, 1).value, sheet.cell(row, 3).value) == (measure, area)
    )


def check(book, name="return.xlsx", database=None, raw=None):
    """What the upload says about a book."""
    known = known_to(database) if database else None
    checked = check_file(raw or save(book), name, known=known, today=TODAY, read=read_here)
    if not checked.readable:
        pytest.fail(checked.findings[0].message)
    return checked


def accept(database, book, name, at) -> int:
    """The number of the version that the book became, every query answered."""
    answer, moment = "checked with the team", datetime.fromisoformat(at)
    loaded = load(database, save(book), name, by="Analyst", every_query=answer, at=moment, read=read_here)
    if loaded.version is None:
        pytest.fail(f"{loaded.refusal} {[finding.message for finding in loaded.checked.errors]}")
    return loaded.version.number


def actions_of(checked):
    return actions_in(rows_of(checked.parsed.entries, "Actions", Q4))


def about(findings, text) -> list[str]:
    """The messages that name `text`."""
    return [finding.message for finding in findings if text in finding.message]


def invented(makers, areas=(KENT, *DISTRICTS), first="2018/19 Q4", last="2024/25 Q3"):
    """Progress for a reader over invented figures: `makers` gives a number or None for a quarter and an area, by measure."""
    found = [
        Figure(measure, area, quarter, float(value), None, Source("invented.xlsx", "Figures", "D2", 1))
        for quarter in Q(first).to(Q(last))
        for measure, make in makers.items()
        for area in areas
        if (value := make(quarter, area)) is not None
    ]
    return progress_of(found)


def progress_of(figures):
    """Progress for a reader over these figures and no words."""
    return Progress(Records(Evidence(facts_of(figures), {}), ()), Role.READER)


HEADINGS = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,la_name,"
    "breakdown_topic,plans_issued_den,plans_issued_den_ex,plans_issued_within_20_weeks,plans_issued_20_weeks_ex,"
    "pc_plans_issued_within_20_weeks,PC_plans_issued_20_weeks_ex,plans_issued_gt_1_year,pc_plans_issued_gt_1_year"
)


def timeliness(period, basis="Calendar year", total="All EHC plans issued", kent=(600, 1000, 60.0)) -> bytes:
    """An invented release of the DfE's timeliness file. `kent`: in time, issued, per cent."""
    south = "E12000008,South East"
    lines = [
        HEADINGS,
        _line(period, basis, total, "National,E92000001,England,,,,", 50_000, 100_000, 50.0),
        _line(period, basis, total, f"Regional,E92000001,England,{south},,", 5_000, 10_000, 50.0),
        _line(period, basis, total, f"Local authority,E92000001,England,{south},E10000016,Kent", *kent),
        _line(period, basis, total, f"Local authority,E92000001,England,{south},E10000030,Surrey", 400, 1_000, 40.0),
    ]
    return ("\n".join(lines) + "\n").encode()


def _line(period, basis, total, place, in_time, issued, share) -> str:
    return f"{period},{basis},{place},{total},{issued},{issued},{in_time},{in_time},{share},{share},10,1.0"
