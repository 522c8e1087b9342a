"""What a rule is: one short function with its reason as docstring, registered under its own name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from inspect import getdoc

from loaders.rules.case import Case
from programme.finding import Severity


class Stage(IntEnum):
    """When a rule runs. A stage may assume what the stages in its `needs` have proved."""

    BOOK = 1
    COVER = 2
    COMPLETENESS = 3
    VALUES = 4
    ARITHMETIC = 5
    HISTORY = 6

    @property
    def needs(self) -> tuple["Stage", ...]:
        """The stages that must be free of errors before this one says anything.

        A fault on the cover does not hide the faults in the rows: only the comparison with other quarters needs
        both. Rows with an error are left out of the later stages one by one, so that clean rows are still compared.
        """
        return {Stage.BOOK: (), Stage.HISTORY: (Stage.BOOK, Stage.COVER)}.get(self, (Stage.BOOK,))


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found, and in which cell; the rule's name and severity are added to it."""

    sheet: str
    cell: str
    message: str


Check = Callable[[Case], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One registered rule."""

    name: str
    stage: Stage
    severity: Severity
    check: Check

    @property
    def reason(self) -> str:
        """Why the rule exists, as its function says."""
        return getdoc(self.check) or ""


RULES: dict[str, Rule] = {}


def rule(stage: Stage, severity: Severity) -> Callable[[Check], Check]:
    """Register the decorated function as a rule of `stage`; its name is the rule's name."""

    def register(check: Check) -> Check:
        RULES[check.__name__] = Rule(check.__name__, stage, severity, check)
        return check

    return register
