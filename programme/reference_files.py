"""What each reference file must hold: its columns, what may stand in them, which tell rows apart, and what must be there."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from programme.aliases import Thing
from programme.quarter import Quarter
from programme.sheets.typed import no_such_day
from programme.symbols import Symbol

TO_BE_CONFIRMED = "to be confirmed"
"""What is said of whatever nobody here knows."""

WhatIsWanted = Callable[[str], str]
"""What a cell must be, as the end of a sentence, where a text is not; empty where it is."""


@dataclass(frozen=True, slots=True)
class ReferenceColumn:
    """What may stand in one column. `of` names a column of another file that has every value of this one; where `groups` are
    named, cells may hold several such values and these names of many, with ; between them."""

    wanted: WhatIsWanted | None = None
    may_be_blank: bool = False
    of: tuple[str, str] | None = None
    once: bool = False
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceFile:
    """One file: its columns, the ones that tell rows apart, and the values without which nothing can be worked out.

    `together` says of a row whose cells are sound by themselves what its columns must be for one another's sake.
    """

    columns: Mapping[str, ReferenceColumn]
    apart: tuple[str, ...] = ()
    must_have: Mapping[str, tuple[str, ...]] | None = None
    together: Callable[[Mapping[str, str]], dict[str, str]] | None = None


def _fits(pattern: re.Pattern, do: str, text: str) -> str:
    return "" if pattern.fullmatch(text) else do


def _is_day(text: str) -> str:
    try:
        sound = len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        sound = False
    if sound:
        return ""
    why = no_such_day(text)
    return f"be a day that there is, and {why}" if why else "be a day, written like 2025-03-31"


def _is_quarter(text: str) -> str:
    try:
        return "" if str(Quarter.parse(text)) == text else "be written like 2024/25 Q3"
    except ValueError:
        return "be a quarter, written like 2024/25 Q3"


def _one_of(choices: tuple[str, ...], text: str) -> str:
    return "" if text in choices else f"be one of {', '.join(choices)}"


def _each_of(choices: tuple[str, ...], text: str) -> str:
    return "" if set(text.split(";")) <= set(choices) else f"be one or more of {', '.join(choices)}, with ; between them"


def _a(wanted: WhatIsWanted | None = None, **more: object) -> ReferenceColumn:
    return ReferenceColumn(wanted, **more)


def _choice(*choices: str, **more: object) -> ReferenceColumn:
    return ReferenceColumn(partial(_one_of, choices), **more)


def _known(file: str, column: str, **more: object) -> ReferenceColumn:
    return ReferenceColumn(of=(file, column), **more)


def _in_order(first: str, then: str, row: Mapping[str, str]) -> dict[str, str]:
    """Days and quarters are written so that their order is that of the alphabet."""
    return {then: f"not be before {first}, {row[first]}"} if row[then] and row[then] < row[first] else {}


def _measure_holds(row: Mapping[str, str]) -> dict[str, str]:
    itself = {"at_most": "be another measure than the row's own"} if row["at_most"] == row["measure"] else {}
    return itself | _in_order("first_quarter", "last_quarter", row) | _months_fit(row)


def _months_fit(row: Mapping[str, str]) -> dict[str, str]:
    """Snapshots, shares and spans of time do not add up, and what is counted by year has no months."""
    at_end, by_quarter = row["period"] == "at quarter end", row["period"] in ("at quarter end", "in the quarter")
    if row["months"] == "sum" and (at_end or row["unit"] in ("percent", "weeks")):
        why = "it is counted at quarter end" if at_end else f"{row['unit']} do not add up"
        return {"months": f"be last, largest or refused, as {why}"}
    if row["months"] != "refused" and not by_quarter:
        return {"months": f"be refused, as it is counted by {row['period']}"}
    return {}


def _whole_is_no_part(row: Mapping[str, str]) -> dict[str, str]:
    parts = row["parts"].split(";")
    return {"parts": "not name the row's own measure"} if row["measure"] in parts else {}


def _period_is_of_its_basis(row: Mapping[str, str]) -> dict[str, str]:
    months = row["period_basis"] == "month"
    if months == ("-" in row["period"]):
        return {}
    return {"period": "be like 2024-03, as its basis is month" if months else "be a year like 2024/25, as its basis says"}


def _comes_out_some_day(row: Mapping[str, str]) -> dict[str, str]:
    given = row["month"] or (row["days_after"] and row["counted_from"])
    return {} if given else {"month": "be given, or else days_after and counted_from"}


def _known_or_to_be_confirmed(row: Mapping[str, str]) -> dict[str, str]:
    """A day or an address that is not known says that it is to be confirmed."""
    beside = {"date": "date_note", "address": "note"}
    say = "say that it is to be confirmed, as there is no {}"
    return {note: say.format(given) for given, note in beside.items() if not row[given] and TO_BE_CONFIRMED not in row[note]}


TEXT, MAYBE = _a(), _a(may_be_blank=True)
WHOLE = partial(_fits, re.compile(r"\d{1,9}"), "be a whole number")
NUMBER = partial(_fits, re.compile(r"-?\d{1,15}(\.\d+)?"), "be a number, written like 1234.5")
CODE = partial(_fits, re.compile(r"[A-Z]\d{8}"), "be an ONS code, like E10000016")
ID = partial(_fits, re.compile(r"[a-z][a-z0-9_]*"), "be an id, of small letters, digits and _")
IDS = partial(_fits, re.compile(r"[a-z][a-z0-9_]*(;[a-z][a-z0-9_]*)+"), "be two or more ids, with ; between them")
MONTH = partial(_one_of, tuple(map(str, range(1, 13))))
DAY, A_COUNT, A_VALUE = _a(_is_day), _a(WHOLE, may_be_blank=True), _a(NUMBER, may_be_blank=True)
LABEL = partial(_fits, re.compile(r"[^,]{1,40}"), "have at most 40 characters and no comma, as forms offer it")
MONTHS = partial(_fits, re.compile(r"\d{1,3}-\d{1,3}"), "be two numbers of months, like 12-18")
ADDRESS = partial(_fits, re.compile(r"https://\S+"), "be an address that begins with https://")
QUARTERS = partial(_each_of, ("Q1", "Q2", "Q3", "Q4"))
SYMBOLS = partial(_each_of, tuple(map(str, Symbol)))
UNITS = ("count", "percent", "weeks", "thousand pounds")
BASES = ("calendar year", "academic year", "financial year", "January census", "month")
PERIOD = partial(_fits, re.compile(r"(19|20)\d\d(/\d\d|-(0[1-9]|1[0-2]))?( \(prov\))?"), "be like 2024, 2023/24 or 2024-03")
FOLDER = ID
YES_NO = _choice("yes", "no")

REFERENCE_FILES: Mapping[str, ReferenceFile] = {
    "aliases": ReferenceFile(
        {"kind": _choice(*Thing), "of": TEXT, "called": TEXT, "because": TEXT},
        ("kind", "called"),
    ),
    "areas": ReferenceFile(
        {
            "area_code": _a(CODE),
            "area": _a(once=True),
            "kind": _choice("country", "region", "local authority", "district", "NHS area"),
            "parent_code": _known("areas", "area_code", may_be_blank=True),
            "note": MAYBE,
        },
        ("area_code",),
        {"area": ("Kent", "England", "South East", "NHS Kent and Medway ICB"), "kind": ("district",)},
    ),
    "bank_holidays": ReferenceFile({"date": DAY, "holiday": TEXT}, ("date",)),
    "came_out": ReferenceFile(
        {
            "series": _known("published_figures", "series"),
            "years_after": A_COUNT,
            "month": _a(MONTH, may_be_blank=True),
            "days_after": A_COUNT,
            "counted_from": _choice("month", "quarter", may_be_blank=True),
            "basis": TEXT,
        },
        ("series",),
        together=_comes_out_some_day,
    ),
    "common_passwords": ReferenceFile({"word": TEXT, "kind": _choice("used by many", "of this place")}, ("word",)),
    "comparators": ReferenceFile(
        {
            "kpi": _a(ID),
            "series": _known("published_figures", "series"),
            "better": _choice("higher", "lower", may_be_blank=True),
            "difference": MAYBE,
        },
        ("kpi", "series"),
    ),
    "comparators_missing": ReferenceFile({"kpi": _a(ID), "missing": TEXT}, ("kpi", "missing")),
    "dfe_mapping": ReferenceFile(
        {
            "file": _a(ID),
            "total": TEXT,
            "series": _known("came_out", "series"),
            "title": TEXT,
            "numerator": TEXT,
            "denominator": TEXT,
            "value": MAYBE,
            "unit": _choice("percent", "count", "rate per 100", "score"),
            "x": _choice(*map(str, Symbol)),
            "z": _choice(*map(str, Symbol)),
        },
        ("file", "series"),
    ),
    "documents": ReferenceFile(
        {
            "kind": _choice("plan", "letter", "report", "decision", "self-evaluation"),
            "title": _a(once=True),
            "date": _a(_is_day, may_be_blank=True),
            "no_later_than": DAY,
            "date_note": MAYBE,
            "address": _a(ADDRESS, may_be_blank=True),
            "note": MAYBE,
        },
        ("title",),
        together=_known_or_to_be_confirmed,
    ),
    "events": ReferenceFile(
        {"date": DAY, "until": _a(_is_day, may_be_blank=True), "event": TEXT, "short": TEXT, "note": MAYBE},
        ("date", "event"),
        together=partial(_in_order, "date", "until"),
    ),
    "ties": ReferenceFile({"whole": _known("measures", "measure"), "parts": TEXT, "because": TEXT}, ("whole", "parts")),
    "same_counts": ReferenceFile(
        {
            "series": _known("came_out", "series"),
            "count": _choice("numerator", "denominator"),
            "measure": _known("measures", "measure"),
            "because": TEXT,
        },
        ("series", "count"),
    ),
    "first_names": ReferenceFile({"name": TEXT, "note": MAYBE}, ("name",)),
    "function_kpis": ReferenceFile(
        {"function": _known("headings", "label"), "kpi": _a(ID, once=True), "status": TEXT}, ("function", "kpi")
    ),
    "glossary": ReferenceFile({"term": TEXT, "stands_for": MAYBE, "meaning": TEXT}, ("term",)),
    "headings": ReferenceFile(
        {
            "kind": _choice("voice", "area", "function"),
            "place": _a(WHOLE),
            "label": _a(LABEL, once=True),
            "meaning": TEXT,
            "status": TEXT,
        },
        ("kind", "place"),
        {"kind": ("voice", "area", "function")},
    ),
    "inspection_records": ReferenceFile(
        {"kind": _choice("strength", "heard"), "visit": DAY, "text": MAYBE, "source": TEXT, "status": TEXT},
        ("kind", "visit", "text"),
    ),
    "judgements": ReferenceFile(
        {
            "date": DAY,
            "body": TEXT,
            "weakness": _known("weaknesses", "weakness"),
            "judgement": TEXT,
            "source": TEXT,
        },
        ("date", "body", "weakness"),
    ),
    "measures": ReferenceFile(
        {
            "measure": _a(ID),
            "workstream": _known("workstreams", "workstream"),
            "organisation": _known("organisations", "organisation"),
            "description": TEXT,
            "unit": _choice(*UNITS),
            "period": TEXT,
            "areas": _known("areas", "area", groups=("districts",)),
            "first_quarter": _a(_is_quarter),
            "due": _a(QUARTERS),
            "combine": _choice("sum", "maximum", "none"),
            "whole": YES_NO,
            "negative": YES_NO,
            "at_most": _known("measures", "measure", may_be_blank=True),
            "symbols": _a(SYMBOLS),
            "collected": _choice("return", "computed", "layout"),
            "protected": _choice("children", "replies", "people", "no"),
            "last_quarter": _a(_is_quarter, may_be_blank=True),
            "protected_because": TEXT,
            "row_required_from": _a(_is_quarter, may_be_blank=True),
            "months": _choice("sum", "last", "largest", "refused"),
        },
        ("measure",),
        together=_measure_holds,
    ),
    "non_answers": ReferenceFile({"words": TEXT, "followed": YES_NO, "note": MAYBE}, ("words",)),
    "organisation_names": ReferenceFile(
        {"organisation": _known("organisations", "organisation"), "called": TEXT, "until": DAY}, ("organisation", "until")
    ),
    "organisations": ReferenceFile({"organisation": TEXT, "short": TEXT}, ("organisation",)),
    "plans": ReferenceFile(
        {
            "plan": TEXT,
            "title": TEXT,
            "valid_from": DAY,
            "valid_to": _a(_is_day, may_be_blank=True),
            "ref_prefix": _a(once=True),
            "organised_by": _choice("workstream", "weakness"),
            "actions": A_COUNT,
            "reinspection_months": _a(MONTHS, may_be_blank=True),
            "reinspected_on": _a(_is_day, may_be_blank=True),
            "note": MAYBE,
        },
        ("plan",),
        together=partial(_in_order, "valid_from", "valid_to"),
    ),
    "published_figures": ReferenceFile(
        {
            "series": _known("came_out", "series"),
            "title": TEXT,
            "area_code": _a(CODE),
            "area": TEXT,
            "period_basis": _choice(*BASES),
            "period": _a(PERIOD),
            "numerator": A_VALUE,
            "denominator": A_VALUE,
            "value": A_VALUE,
            "symbol": _choice(*map(str, Symbol), may_be_blank=True),
            "unit": _choice("percent", "count", "rate per 100", "score"),
            "source": TEXT,
        },
        ("series", "area_code", "period"),
        together=_period_is_of_its_basis,
    ),
    "sums": ReferenceFile(
        {"measure": _known("measures", "measure", once=True), "parts": _a(IDS), "worked_out": YES_NO, "because": TEXT},
        ("measure",),
        together=_whole_is_no_part,
    ),
    "statistical_neighbours": ReferenceFile(
        {
            "set": TEXT,
            "area_code": _known("areas", "area_code"),
            "area": TEXT,
            "rank": _a(WHOLE),
            "neighbour_code": _a(CODE),
            "neighbour": TEXT,
            "source": TEXT,
        },
        ("set", "area_code", "neighbour_code"),
    ),
    "weakness_workstream": ReferenceFile(
        {
            "weakness": _known("weaknesses", "weakness"),
            "workstream": _known("workstreams", "workstream"),
            "role": _choice("primary", "also"),
            "status": MAYBE,
        },
        ("weakness", "workstream"),
    ),
    "weaknesses": ReferenceFile(
        {
            "weakness": _a(WHOLE),
            "label": TEXT,
            "wording": TEXT,
            "wording_status": MAYBE,
            "plain_name": TEXT,
            "plain": TEXT,
        },
        ("weakness",),
        {"weakness": tuple(map(str, range(1, 10)))},
    ),
    "workstream_outcomes": ReferenceFile(
        {
            "workstream": _known("workstreams", "workstream"),
            "desired_outcome": MAYBE,
            "outcome_status": TEXT,
            "progress_before": MAYBE,
            "progress_status": TEXT,
        },
        ("workstream",),
        {"workstream": tuple(map(str, range(1, 6)))},
    ),
    "workstreams": ReferenceFile(
        {"workstream": _a(WHOLE), "folder": _a(FOLDER, once=True), "title": TEXT, "lead_role": TEXT, "label": TEXT},
        ("workstream",),
        {"workstream": tuple(map(str, range(1, 6)))},
    ),
}
"""Every file of the folder, by its name without the ending."""
