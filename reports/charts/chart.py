"""What a chart says and holds before anything is drawn: pages, images and slides are made from this one description.

Its values are numbers that a reader may see, or days on a chart of dates; None is a gap, and a gap stays a gap.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kpis.spc import Rebase
from programme.events import Event
from programme.quarter import Quarter

ChartValue = float | date
"""What stands on an axis: a number, or a day."""
ChartPeriod = Quarter | str
"""What stands along the bottom: a quarter, or the name of a published period."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line looks. `width` in pixels."""

    colour: str
    dash: Literal["solid", "dash", "dot", "dashdot"] = "solid"
    width: float = 1.5


@dataclass(frozen=True, slots=True)
class Sign:
    """How a point looks: a shape of `signs.SHAPES` or a circle, with `-open` where its outline stands alone.

    `size` is its width in pixels; `edge` the colour around a filled one, its own where None.
    """

    shape: str
    colour: str
    size: float = 9
    edge: str | None = None

    @property
    def hollow(self) -> bool:
        """Whether only its outline is drawn."""
        return self.shape.endswith("-open")


@dataclass(frozen=True, slots=True)
class Series:
    """One value for each period. `signs` and `told` have one for each as well, or none at all.

    Without `stroke` only the signs are drawn, without `signs` only the line. `bridged` joins what lies on both sides of a
    gap, where what was said last holds until something else is said. `keyed` names it beneath the chart.
    """

    name: str
    values: tuple[ChartValue | None, ...]
    stroke: Stroke | None = None
    signs: tuple[Sign, ...] = ()
    told: tuple[str, ...] = ()
    bridged: bool = False
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """A line to hold figures against, one value for each period: what holds in one holds for all of it and for no other.

    `afresh` are the places of the periods where it begins anew and is not joined to what was before.
    """

    name: str
    values: tuple[ChartValue | None, ...]
    stroke: Stroke
    afresh: tuple[int, ...] = ()
    keyed: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A text that begins at a period: above or below the line of its value, or beside its point, which is the newest."""

    period: ChartPeriod
    value: float
    text: str
    side: Literal["above", "below", "beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What every chart says in words.

    `subject` is what is drawn and `headline` what is to be seen in it; `alternative` is the chart for those who do not see
    it, `key` what its signs mean, and `notes` what else must go where it goes.
    """

    subject: str
    headline: str
    alternative: str
    key: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Subject and headline in one line, for where the chart stands alone."""
        return f"{self.subject}: {self.headline}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Described):
    """Values over periods, oldest first. `breaks` are where limits begin afresh; `events` what happened meanwhile.

    `suffix` and `decimals` say how an amount is written; `dated` that the values are days.
    Raises ValueError where a series has not one value for each period.
    """

    periods: tuple[ChartPeriod, ...]
    series: tuple[Series, ...]
    standards: tuple[Steps, ...] = ()
    limits: tuple[Steps, ...] = ()
    events: tuple[Event, ...] = ()
    breaks: tuple[Rebase, ...] = ()
    labels: tuple[Label, ...] = ()
    suffix: str = ""
    decimals: int = 0
    dated: bool = False

    def __post_init__(self):
        for each in (*self.series, *self.standards, *self.limits):
            if len(each.values) != len(self.periods):
                must = f"Every line must have one value for each of {len(self.periods)} periods"
                raise ValueError(f"{must}, got: {len(each.values)} for {each.name}")


@dataclass(frozen=True, slots=True)
class Ranked:
    """One district or authority: its name, its amount in words, its value, its sign, and whether it stands out.

    `usual` and `rare` are the ends of the bands that chance would give it, None where that cannot be said.
    """

    name: str
    amount: str
    value: float
    sign: Sign
    usual: tuple[float, float] | None = None
    rare: tuple[float, float] | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Against:
    """A named value that all of a ranking is held against."""

    name: str
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedChart(Described):
    """Districts or authorities one under the other, the first on top."""

    ranked: tuple[Ranked, ...]
    against: tuple[Against, ...] = ()
    suffix: str = ""
