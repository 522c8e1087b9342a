"""What a calculation gives: a number that is known, or the reason why there is none."""

from dataclasses import dataclass
from enum import StrEnum

from programme.symbols import Symbol


class Reason(StrEnum):
    """Why there is no number. Each is its own thing, and none of them is zero."""

    NOT_RETURNED = "not returned"
    NOT_DUE = "not due"
    NOT_COLLECTED_YET = "not collected yet"
    NOT_COLLECTED_HERE = "not collected for this area"
    SUPPRESSED = "suppressed"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"
    ROUNDS_TO_ZERO = "rounds to 0 but is not 0"
    LOW_RELIABILITY = "low reliability"
    ZERO_DENOMINATOR = "nothing to divide by"
    PERIOD_INCOMPLETE = "part of the period is missing"
    PART_UNKNOWN = "a part of it is not known"
    NOT_PUBLISHED = "not published"


OF_SYMBOL = {
    Symbol.SUPPRESSED: Reason.SUPPRESSED,
    Symbol.NOT_AVAILABLE: Reason.NOT_AVAILABLE,
    Symbol.NOT_APPLICABLE: Reason.NOT_APPLICABLE,
    Symbol.ROUNDS_TO_ZERO: Reason.ROUNDS_TO_ZERO,
    Symbol.LOW_RELIABILITY: Reason.LOW_RELIABILITY,
}

OF_ONE_FIGURE = frozenset({Reason.SUPPRESSED, Reason.ROUNDS_TO_ZERO, Reason.LOW_RELIABILITY})
"""What is true of one figure and of no sum that it is part of: what rounds to 0 by itself need not do so in a sum."""


@dataclass(frozen=True, slots=True)
class Known:
    """A number, unrounded, with what it was divided from where it is a quotient."""

    number: float
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Unknown:
    """No number, and why; `detail` names the measure or the quarters at fault."""

    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.reason} ({self.detail})" if self.detail else str(self.reason)


Outcome = Known | Unknown
