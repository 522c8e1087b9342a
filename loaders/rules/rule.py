"""What a rule is: one short function with its reason as docstring, registered under its own name."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from inspect import getdoc

from loaders.rules.case import Case
from programme.finding import Severity


class Stage(IntEnum):
    """When a rule runs. Every stage may assume what the first has proved; what else a rule needs it says itself.

    Rows with an error are left out of the later stages one by one, so that clean rows are still compared.
    """

    BOOK = 1
    COVER = 2
    COMPLETENESS = 3
    VALUES = 4
    ARITHMETIC = 5
    HISTORY = 6


class Need(StrEnum):
    """An answer of the Cover that a rule cannot do without."""

    QUARTER = "quarter"
    WORKSTREAM = "workstream"
    ORGANISATION = "organisation"
    STATUS = "status"


WHOLE_COVER = frozenset(Need)


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
    needs: frozenset[Need] = frozenset()

    @property
    def reason(self) -> str:
        """Why the rule exists, as its function says."""
        return getdoc(self.check) or ""


RULES: dict[str, Rule] = {}


def rule(stage: Stage, severity: Severity, needs: Collection[Need] | None = None) -> Callable[[Check], Check]:
    """Register the decorated function as a rule of `stage`; its name is the rule's name.

    It waits while an answer of the Cover is missing that it `needs`: left to itself, the whole Cover for what compares with
    other quarters, and nothing for everything else.
    """
    needed = frozenset(needs) if needs is not None else WHOLE_COVER if stage is Stage.HISTORY else frozenset()

    def register(check: Check) -> Check:
        RULES[check.__name__] = Rule(check.__name__, stage, severity, check, needed)
        return check

    return register
