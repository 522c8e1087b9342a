"""What a comment claims in numbers, number words and comparisons, as checks on the figures of the quarter it stands in."""

import re
from collections.abc import Callable, Iterator, Mapping

from kpis.kpi import Kpi
from programme.quarter import Quarter

Values = Mapping[Quarter, float]
"""What a KPI came to, by quarter; quarters without a figure are left out."""

NUMBERS = tuple(
    "one two three four five six seven eight nine ten "  # noqa: SIM905
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
)
WORD = "|".join(NUMBERS)
FRACTION = rf"({WORD})(?: [a-z']+){{0,3}}? in ({WORD})\b"
NEAR = 0.05
"""`One in three` may be this share of itself away from what it says."""


def number(word: str) -> int:
    return NUMBERS.index(word) + 1


def false_claims(text: str, kpi: Kpi, values: Values, quarter: Quarter) -> list[str]:
    """Every claim of `text` about `kpi` that its figures do not bear out in `quarter`."""
    if quarter not in values:
        return ["it has no figure to speak of"]
    told, claims = text.lower(), []
    told, past = _apart(told, rf"up from (?:under )?{FRACTION} in (?:early )?(20\d\d)")
    claims += [(said, _once(said, values)) for said in past]
    told, past = _apart(told, rf"(?<=ing|ily) from {FRACTION}")
    claims += [(said, any(_near(value, _share(re.search(FRACTION, said))) for value in values.values())) for said in past]
    for pattern, holds in _NUMERIC:
        told, found = _apart(told, pattern)
        claims += [(said, holds(re.fullmatch(pattern, said), values[quarter])) for said in found]
    claims += [(said, holds(kpi, values, quarter)) for said, holds in _COMPARISONS if re.search(rf"\b{said}\b", told)]
    left = re.sub(r"20 weeks|18 weeks or less|twelve months|last two quarters|first half of 2024", "", told)
    unread = re.findall(rf"\b(?:{WORD}|half|[\d.,]*\d%?)\b", left)
    return [said for said, holds in claims if not holds] + [f"nothing checks: {word}" for word in unread if word != "one"]


def _apart(text: str, pattern: str) -> tuple[str, list[str]]:
    """The text without what the pattern finds, and what it found."""
    found = [match[0] for match in re.finditer(pattern, text)]
    return re.sub(pattern, " ", text), found


def _once(said: str, values: Values) -> bool:
    """`Up from three in ten in 2022`: in some quarter that lies in that year."""
    part, of, year = re.search(rf"{FRACTION} in (?:early )?(20\d\d)", said).groups()
    then = [value for quarter, value in values.items() if str(quarter.start.year) == year]
    share = 100 * number(part) / number(of)
    return any(value < share if "under" in said else _near(value, share) for value in then)


def _near(value: float, claimed: float) -> bool:
    return abs(value - claimed) <= NEAR * claimed


def _share(match: re.Match) -> float:
    return 100 * number(match[1]) / number(match[2])


def _next_below(match: re.Match) -> float:
    return 100 * (number(match[1]) - 1) / number(match[2])


def _next_above(match: re.Match) -> float:
    return 100 * (number(match[1]) + 1) / number(match[2])


Numeric = Callable[[re.Match, float], bool]
_NUMERIC: tuple[tuple[str, Numeric], ...] = (
    (rf"fewer than {FRACTION}", lambda match, value: _next_below(match) < value < _share(match)),
    (rf"more than {FRACTION}", lambda match, value: _share(match) < value < _next_above(match)),
    (rf"nearly {FRACTION}", lambda match, value: _near(value, _share(match)) and value < _share(match)),
    (FRACTION, lambda match, value: _near(value, _share(match))),
    (r"fewer than half", lambda match, value: 40 < value < 50),
    (r"more than half", lambda match, value: 50 < value < 60),
    (r"\bhalf of those", lambda match, value: _near(value, 50)),
    (r"more than ([\d,]+) children", lambda match, value: 0 < value - float(match[1].replace(",", "")) < 3500),
    (r"([\d.]+)% of the grant", lambda match, value: round(value, 1) == float(match[1])),
    (r"(\d+) open", lambda match, value: value == float(match[1])),
    (r"(\d+) weeks old", lambda match, value: value == float(match[1])),
)


def _worse_than_floor(kpi: Kpi, values: Values, quarter: Quarter) -> bool:
    floor = kpi.target_in(quarter).floor
    return values[quarter] > floor if kpi.better == "lower" else values[quarter] < floor


def _meets_target(kpi: Kpi, values: Values, quarter: Quarter) -> bool:
    target = kpi.target_in(quarter).value
    return values[quarter] <= target if kpi.better == "lower" else values[quarter] >= target


def _earlier(values: Values, quarter: Quarter) -> Iterator[float]:
    return (value for each, value in values.items() if each < quarter)


def _same_quarter_before(values: Values, quarter: Quarter) -> Iterator[float]:
    return (value for each, value in values.items() if each < quarter and each.number == quarter.number)


def _last_other(values: Values, quarter: Quarter) -> float:
    """The last value that was another: an annual figure is carried forward."""
    return [value for each, value in sorted(values.items()) if each < quarter and value != values[quarter]][-1]


def _each_quarter_falls(_: Kpi, values: Values, quarter: Quarter) -> bool:
    return values[quarter - 2] > values[quarter - 1] > values[quarter]


Comparison = Callable[[Kpi, Values, Quarter], bool]
_COMPARISONS: tuple[tuple[str, Comparison], ...] = (
    ("worse than the floor", _worse_than_floor),
    ("below the floor", _worse_than_floor),
    ("far below the floor", lambda kpi, values, quarter: kpi.target_in(quarter).floor - values[quarter] > 15),
    ("better than the floor", lambda kpi, values, quarter: not _worse_than_floor(kpi, values, quarter)),
    ("meets the target", _meets_target),
    ("fewer than a year ago", lambda _, values, quarter: values[quarter] < values[quarter - 4]),
    ("more than a year ago", lambda _, values, quarter: values[quarter] > values[quarter - 4]),
    ("fell below", lambda kpi, values, quarter: not _worse_than_floor(kpi, values, quarter - 1)),
    ("still below", lambda kpi, values, quarter: _worse_than_floor(kpi, values, quarter - 1)),
    ("the most so far", lambda _, values, quarter: values[quarter] > max(_earlier(values, quarter))),
    ("highest since counting began", lambda _, values, quarter: values[quarter] > max(_earlier(values, quarter))),
    ("lower than at their highest point", lambda _, values, quarter: values[quarter] < max(_earlier(values, quarter))),
    (
        "higher than in the same quarter of any earlier year",
        lambda _, values, quarter: (
            values[quarter]
            > max(value for each, value in values.items() if each < quarter and each.number == quarter.number)
        ),
    ),
    (
        "higher than before the pandemic",
        lambda _, values, quarter: values[quarter] > max(value for each, value in values.items() if each < Quarter(2019, 4)),
    ),
    ("rising", lambda _, values, quarter: values[quarter] > _last_other(values, quarter)),
    ("falling", lambda _, values, quarter: values[quarter] < _last_other(values, quarter)),
    ("fewer each quarter", _each_quarter_falls),
    ("falling each quarter", _each_quarter_falls),
    ("more each quarter", lambda _, values, quarter: values[quarter - 2] < values[quarter - 1] < values[quarter]),
    ("the last quarter is far better", lambda _, values, quarter: values[quarter] - values[quarter - 1] > 5),
    ("the last two quarters are far better", lambda _, values, quarter: values[quarter] - values[quarter - 2] > 20),
)
