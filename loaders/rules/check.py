"""Runs the rules stage by stage, and puts what they find in the order in which a person reads the workbook."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from openpyxl.utils.cell import coordinate_to_tuple

from loaders.parsing.parsed import ParsedReturn
from loaders.rules.case import Case, KnownBefore
from loaders.rules.rule import RULES, Fault, Rule, Stage
from programme.finding import Finding, Severity

MOST_OF_ONE_RULE = 500  # more of the same helps nobody, and a page of thousands cannot be read


def check(parsed: ParsedReturn, *, known: KnownBefore | None = None, today: date) -> list[Finding]:
    """Every finding, in order of sheet, row and column.

    Without `known` the rules that compare with earlier returns have nothing to compare with and say nothing.
    """
    case = Case(parsed, today, known, parsed.rows)
    found: list[Finding] = []
    failed: set[Stage] = set()
    for stage in Stage:
        if failed.intersection(stage.needs):
            continue
        said = [finding for rule in RULES.values() if rule.stage is stage for finding in _findings(rule, case)]
        errors = {(finding.sheet, finding.cell) for finding in said if finding.severity is Severity.ERROR}
        if errors:
            failed.add(stage)
            case = replace(case.without(errors), cover_sound=Stage.COVER not in failed)
        found += said
    order = [sheet.name for sheet in parsed.workbook.sheets]
    return sorted(found, key=lambda finding: _place(finding, order))


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
    return sheet, *(coordinate_to_tuple(finding.cell) if finding.cell else (0, 0))
