"""A financial quarter: April to June is Q1. There is one way to write it, `2021/22 Q3`, and it sorts correctly."""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

_WRITTEN = re.compile(r"\s*(\d{4})[/-](\d{2})[\s-]+Q([1-4])\s*", re.IGNORECASE)


@dataclass(frozen=True, order=True, slots=True)
class Quarter:
    """Quarter `number` (1 to 4) of the financial year that starts in April of `year`.

    Its hash is worked out once: figures are looked up by their quarters a hundred thousand times for one page.
    """

    year: int
    number: int
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "_hash", hash((self.year, self.number)))

    def __hash__(self) -> int:
        return self._hash

    @classmethod
    @cache
    def parse(cls, text: str) -> "Quarter":
        """Read `2021/22 Q3` (or the file-name form `2021-22-Q3`). Raises ValueError, naming what it got."""
        match = _WRITTEN.fullmatch(text)
        if match is None or int(match[2]) != (int(match[1]) + 1) % 100:
            raise ValueError(f"A quarter is written like 2021/22 Q3, got: {text}")
        return _counted(int(match[1]) * 4 + int(match[3]) - 1)

    @classmethod
    def containing(cls, day: date) -> "Quarter":
        """The quarter that `day` falls in."""
        return _counted(day.year * 4 + (day.month - 1) // 3 - 1)

    def __str__(self) -> str:
        return _written(self.year, self.number)

    @property
    def file_name(self) -> str:
        """`2021-22-Q3`: the quarter where a slash cannot stand."""
        return str(self).replace("/", "-").replace(" ", "-")

    @property
    def start(self) -> date:
        """The quarter's first day."""
        return _first_day(self.year, self.number)

    @property
    def end(self) -> date:
        """The quarter's last day."""
        return _last_day(self.year, self.number)

    @property
    def financial_year(self) -> str:
        """`2021/22`."""
        return str(self)[:7]

    def __add__(self, steps: int) -> "Quarter":
        return _counted(self.year * 4 + self.number - 1 + steps)

    def __sub__(self, other: "Quarter | int") -> "Quarter | int":
        """`quarter - 1` is the quarter before; `later - earlier` is the number of quarters between them."""
        if isinstance(other, Quarter):
            return (self.year - other.year) * 4 + self.number - other.number
        return self + -other

    def to(self, last: "Quarter") -> list["Quarter"]:
        """Every quarter from this one to `last`, both included."""
        first = self.year * 4 + self.number - 1
        return [_counted(quarters) for quarters in range(first, last.year * 4 + last.number)]

    def last(self, count: int) -> list["Quarter"]:
        """The `count` quarters that end with this one, oldest first."""
        return (self - (count - 1)).to(self)


@cache
def _counted(quarters: int) -> Quarter:
    """The quarter so many after the first of the year 0: the same object each time, which is quicker to look up."""
    year, number = divmod(quarters, 4)
    return Quarter(year, number + 1)


@cache  # the store, and what keeps answers, asks for a few of them again and again
def _written(year: int, number: int) -> str:
    return f"{year}/{(year + 1) % 100:02d} Q{number}"


@cache  # every action and every receipt asks for them
def _first_day(year: int, number: int) -> date:
    month = number * 3 + 1
    return date(year + (month > 12), (month - 1) % 12 + 1, 1)


@cache
def _last_day(year: int, number: int) -> date:
    return (Quarter(year, number) + 1).start - timedelta(days=1)
