"""The formulas a KPI can be made of. Each names its measures and turns their amounts into one outcome."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kpis.outcome import Known, Outcome, Reason, Unknown

Amounts = Mapping[str, Outcome]
"""One outcome per measure: its amount in the period."""


class Formula(Protocol):
    """What every formula offers."""

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it needs."""

    def work_out(self, amounts: Amounts) -> Outcome:
        """The outcome from one amount per measure."""


def _divide(of: Outcome, by: Outcome, per: float, denominator_name: str) -> Outcome:
    match of, by:
        case Unknown(), _:
            return _of_quotient(of)
        case _, Unknown():
            return _of_quotient(by)
        case _, Known(number=0):
            return Unknown(Reason.ZERO_DENOMINATOR, denominator_name)
        case Known(number=top), Known(number=bottom):
            return Known(top * per / bottom, top, bottom)


def _of_quotient(unknown: Unknown) -> Unknown:
    """A quotient of what rounds to 0 need not round to 0 itself; any other reason is its reason too."""
    if unknown.reason is not Reason.ROUNDS_TO_ZERO:
        return unknown
    return Unknown(Reason.PART_UNKNOWN, f"{unknown.detail} {unknown.reason}")


@dataclass(frozen=True, slots=True)
class Share:
    """`of` as a percentage of `out_of`."""

    of: str
    out_of: str

    @property
    def measures(self) -> tuple[str, ...]:
        """The part, then the whole."""
        return self.of, self.out_of

    def work_out(self, amounts: Amounts) -> Outcome:
        """100 × part ÷ whole."""
        return _divide(amounts[self.of], amounts[self.out_of], 100, self.out_of)


@dataclass(frozen=True, slots=True)
class Rate:
    """`of` for every `per` of `out_of`."""

    of: str
    out_of: str
    per: int

    @property
    def measures(self) -> tuple[str, ...]:
        """The count, then what it is counted against."""
        return self.of, self.out_of

    def work_out(self, amounts: Amounts) -> Outcome:
        """`per` × count ÷ base."""
        return _divide(amounts[self.of], amounts[self.out_of], self.per, self.out_of)


@dataclass(frozen=True, slots=True)
class Ratio:
    """`of` divided by `to`."""

    of: str
    to: str

    @property
    def measures(self) -> tuple[str, ...]:
        """The dividend, then the divisor."""
        return self.of, self.to

    def work_out(self, amounts: Amounts) -> Outcome:
        """Dividend ÷ divisor."""
        return _divide(amounts[self.of], amounts[self.to], 1, self.to)


@dataclass(frozen=True, slots=True)
class _OneMeasure:
    of: str

    @property
    def measures(self) -> tuple[str, ...]:
        """The one measure."""
        return (self.of,)

    def work_out(self, amounts: Amounts) -> Outcome:
        """The amount itself."""
        return amounts[self.of]


class Count(_OneMeasure):
    """How many, added up over the quarters of the period."""


class Latest(_OneMeasure):
    """How many at the end of the period: a snapshot."""


class Maximum(_OneMeasure):
    """The largest; over areas the largest of the parts, never their sum."""


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """Kent's own value as a national publisher prints it; `series` is its id in the published figures."""

    series: str

    @property
    def measures(self) -> tuple[str, ...]:
        """None: no return carries it."""
        return ()

    def work_out(self, amounts: Amounts) -> Outcome:
        """The published value, handed in under the series' id."""
        return amounts[self.series]
