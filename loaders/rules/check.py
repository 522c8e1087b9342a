"""Runs the rules stage by stage, and puts what they find in the order in which a person reads the workbook."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice, starmap

from loaders.parsing.parsed import ParsedReturn
from loaders.reading.workbook import place_called
from loaders.rules.case import Case, KnownBefore
from loaders.rules.rule import RULES, Fault, Need, Rule, Stage
from plumbing.listed import named_list
from programme.finding import Finding, Severity

OF_FORMS = {"no_figures", "heading_left_out", "cover_line_left_out", "sheets_left_out", "words_left_out", "figures_left_out"}
"""Rules about what our own forms have: nobody else's file need have it."""
MOST_OF_ONE_RULE = 500  # more of the same helps nobody, and a page of thousands cannot be read


def check(parsed: ParsedReturn, *, known: KnownBefore | None = None, today: date) -> list[Finding]:
    """Every finding, in order of sheet, row and column.

    Without `known` the rules that compare with earlier returns have nothing to compare with and say nothing.
    """
    return run(parsed, known=known, today=today)[0]


def run(parsed: ParsedReturn, *, known: KnownBefore | None = None, today: date) -> tuple[list[Finding], tuple[str, ...]]:
    """Every finding, and a sentence for each thing that checks wait for: `12 checks wait for the Cover's organisation.`"""
    case = Case(parsed, today, known, parsed.rows)
    found: list[Finding] = []
    waiting: Counter[str] = Counter()
    for stage in Stage:
        rules = [rule for rule in RULES.values() if rule.stage is stage and not (parsed.by_layout and rule.name in OF_FORMS)]
        missing, broken = _missing(case), stage is not Stage.BOOK and _is_broken(found)
        lacking = {rule.name: _lacking(rule, missing, broken) for rule in rules}
        waiting.update(filter(None, lacking.values()))
        said = [finding for rule in rules if not lacking[rule.name] for finding in _findings(rule, case)]
        errors = {(finding.sheet, finding.cell) for finding in said if finding.severity is Severity.ERROR}
        if errors:
            case = replace(case.without(errors), faulty=case.faulty | _faulty(case, errors, stage))
        found += said
    order = [sheet.name for sheet in parsed.workbook.sheets]
    return sorted(found, key=lambda finding: _place(finding, order)), tuple(starmap(_waits, waiting.items()))


def _is_broken(found: list[Finding]) -> bool:
    """Whether the first stage, whose proofs every other one needs, found an error."""
    return any(each.severity is Severity.ERROR and RULES[each.rule].stage is Stage.BOOK for each in found)


def _missing(case: Case) -> frozenset[Need]:
    """The answers of the Cover that are not there, or not understood."""
    answers = case.answers
    given = {
        Need.QUARTER: case.many_quarters or answers.quarter,
        Need.WORKSTREAM: case.many_quarters or answers.workstreams,
        Need.ORGANISATION: answers.organisation or (case.many_quarters and case.cover),
        Need.STATUS: answers.status or (case.many_quarters and case.cover),
    }
    return frozenset(need for need in Need if not given[need])


def _lacking(rule: Rule, missing: frozenset[Need], broken: bool) -> str:
    """What a rule waits for; empty where it can run."""
    if broken:
        return "the sheets and headings of the form"
    needed = [str(need) for need in Need if need in rule.needs & missing]
    return f"the Cover's {named_list(needed)}" if needed else ""


def _faulty(case: Case, errors: set[tuple[str, str]], stage: Stage) -> frozenset[str]:
    """The lines of the Cover in which there is an error; `cover` for one that stands in none of them."""
    if stage is not Stage.COVER:
        return frozenset()
    lines = {field.ref[1:]: label for label, field in case.parsed.fields.items()}
    return frozenset(lines.get(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), "cover") for _, cell in errors)


def _waits(what: str, count: int) -> str:
    return f"{count} check{' waits' if count == 1 else 's wait'} for {what}."


def _findings(rule: Rule, case: Case) -> Iterator[Finding]:
    """What one rule finds, each thing once; after `MOST_OF_ONE_RULE` it says that there is more, and stops."""
    fault, faults = None, _once(rule.check(case))
    for fault in islice(faults, MOST_OF_ONE_RULE):
        yield Finding(rule.name, rule.severity, fault.sheet, fault.cell, fault.message)
    if next(faults, None):
        more = f"The same may stand in more cells: only the first {MOST_OF_ONE_RULE} are listed, put them right first"
        yield Finding(rule.name, rule.severity, fault.sheet, "", more)


def _once(faults: Iterable[Fault]) -> Iterator[Fault]:
    """A misspelt measure is one fault, however many quarters stand in its row."""
    seen: set[Fault] = set()
    for fault in faults:
        if fault not in seen:
            seen.add(fault)
            yield fault


def _place(finding: Finding, order: list[str]) -> tuple[int, int, int]:
    sheet = order.index(finding.sheet) if finding.sheet in order else -1
    return sheet, *(place_called(finding.cell) if finding.cell else (0, 0))
