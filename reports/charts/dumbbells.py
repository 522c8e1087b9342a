"""Dumbbells: for each action the date agreed first and the day it is done or forecast, all on one scale, as small images."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from programme.moment import day_text
from record.tracked import Tracked
from reports.charts.chart import Sign
from reports.charts.paper import svg_path
from reports.charts.signs import sign_svg
from reports.palette import COMPARATORS, EVENT, LINE

WIDTH, HEIGHT, EDGE = 220, 18, 7
LATE = COMPARATORS["England"].colour  # the colour of what is late on every page

MARK = Markup('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}">{drawn}</svg>')


@dataclass(frozen=True, slots=True)
class Scale:
    """The days that all dumbbells of a list span, and the day that is drawn through each."""

    first: date
    last: date
    day: date

    def place(self, day: date) -> float:
        """Where a day stands, in pixels from the left."""
        span = max((self.last - self.first).days, 1)
        return EDGE + (day - self.first).days / span * (WIDTH - 2 * EDGE)


@dataclass(frozen=True, slots=True)
class Dumbbell:
    """The day agreed first, the day it ends at (done, forecast, or today where a forecast has passed), and how it stands."""

    first: date
    end: date
    done: bool
    late: bool

    @property
    def alternative(self) -> str:
        """`agreed for 29 December 2023, forecast 31 March 2025`."""
        return f"agreed for {day_text(self.first)}, {'done' if self.done else 'now expected'} {day_text(self.end)}"


def dumbbell_of(action: Tracked) -> Dumbbell | None:
    """The dumbbell of an action; None without both dates."""
    if action.baseline is None or action.expected is None:
        return None
    return Dumbbell(action.baseline, action.expected, action.now.done, action.overdue)


def scale_of(actions: Iterable[Tracked], day: date) -> Scale:
    """The scale that holds every date of these actions, and `day`."""
    drawn = [each for each in map(dumbbell_of, actions) if each]
    days = [day, *(each.first for each in drawn), *(each.end for each in drawn)]
    return Scale(min(days), max(days), day)


def dumbbell_svg(drawn: Dumbbell, scale: Scale) -> Markup:
    """A hollow circle on the date agreed first, a line to a filled circle where it was done, or to a forecast's diamond."""
    colour, middle = LATE if drawn.late else LINE, HEIGHT / 2
    start, end, day = (scale.place(each) for each in (drawn.first, drawn.end, scale.day))
    parts = (
        svg_path([(day, 0), (day, HEIGHT)], EVENT, 1, "dot"),
        svg_path([(start, middle), (end, middle)], colour, 2),
        sign_svg(start, middle, Sign("circle-open", colour, 8)),
        sign_svg(end, middle, Sign("circle" if drawn.done else "diamond", colour, 9)),
    )
    return MARK.format(w=WIDTH, h=HEIGHT, drawn=Markup("").join(parts))
