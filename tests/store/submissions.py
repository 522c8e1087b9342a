"""Builds submissions for the store's tests: real types, small figures."""

import random
from dataclasses import replace
from hashlib import sha256

from programme.areas import DISTRICTS, KENT, Area
from programme.figure import Figure, Source
from programme.finding import Finding, Severity
from programme.quarter import Quarter
from programme.submission import Answered, Cover, Entry, Submission
from programme.symbols import Status, Symbol

Q2 = Quarter(2024, 2)
Q3 = Quarter(2024, 3)
COUNCIL = "Kent County Council"
NHS = "NHS Kent and Medway"
ISSUED = "plans_issued"
IN_TIME = "plans_issued_within_20_weeks"
EXCLUSIONS = "permanent_exclusions_send"

Value = float | Symbol


def figure(measure: str, value: Value, *, quarter=Q3, area: Area = KENT, ref="D4", **more) -> Figure:
    symbol = value if isinstance(value, Symbol) else None
    number = None if symbol else float(value)
    return Figure(measure, area, quarter, number, symbol, Source("return.xlsx", "Figures", ref), **more)


def standard(
    values: dict[str, Value],
    *,
    quarter=Q3,
    workstreams=(3,),
    organisation=COUNCIL,
    file_name="return.xlsx",
    entries: tuple[Entry, ...] = (),
    answered: tuple[Answered, ...] = (),
) -> Submission:
    figures = tuple(
        figure(measure, value, quarter=quarter, ref=f"D{row}") for row, (measure, value) in enumerate(values.items(), 4)
    )
    cover = Cover("standard", quarter, workstreams, organisation, "Lead", "Analyst", quarter.end, Status.FINAL)
    return submission(cover, figures, file_name, entries, answered)


def history(figures: tuple[Figure, ...], *, file_name="history.xlsx") -> Submission:
    cover = Cover("history", None, (1, 2, 3, 4, 5), COUNCIL, "Lead", "Analyst", None, Status.FINAL, illustrative=True)
    return submission(cover, figures, file_name)


def exclusions(counts) -> Submission:
    """Permanent exclusions in the districts, in their order, and their sum in Kent."""
    values = {area: float(count) for area, count in zip(DISTRICTS, counts, strict=True)} | {KENT: float(sum(counts))}
    found = [figure(EXCLUSIONS, value, area=area, ref=f"D{row}") for row, (area, value) in enumerate(values.items(), 4)]
    return submission(standard({}, workstreams=(2,)).cover, tuple(found), "return.xlsx")


def submission(cover, figures, file_name, entries=(), answered=()) -> Submission:
    content = repr((cover, figures, entries)).encode()
    return Submission(cover, file_name, content, sha256(content).hexdigest(), figures, entries, answered)


ENTRY = Entry("Actions", 5, "Action", "C5", "Train all caseworkers")
TICKED = Answered(
    Finding("unit_change", Severity.QUERY, "Figures", "D4", "Must be near the series, 41, got: 410"), "Backlog cleared"
)
WHOLE = standard({ISSUED: 100, IN_TIME: 41}, entries=(ENTRY,), answered=(TICKED,))


def too_large() -> Submission:
    """A return whose file finds no room where little is left: it cannot be packed."""
    content = random.Random(1).randbytes(3_000_000)
    return replace(standard({ISSUED: 110}), content=content, sha256=sha256(content).hexdigest())


def shown(facts: dict) -> dict[tuple, Value]:
    """Facts as plain values by measure, area code and quarter."""
    return {key: found.symbol if found.value is None else found.value for key, found in facts.items()}


def in_kent(values: dict[str, Value], quarter=Q3) -> dict[tuple, Value]:
    return {(measure, KENT.code, quarter): value for measure, value in values.items()}
