"""What a published file must hold to beside what was published before: no slipped digit, no series moved by a period."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from loaders.rules.words import said, written
from plumbing.listed import named_list
from programme.finding import Finding, Severity
from programme.published import Published, PublishedFigures

REVISED = 2  # revisions of a loaded release change a count by a few per cent, never to its double
REVISED_POINTS = 20.0  # and a share by a few points
ANOTHER_SIZE = 7  # along a series, and against the figures that come with the system where most agree
COUNTED_FROM = 50  # the larger of two counts: 4 after 1 happens
SHARE_FROM = 5.0  # the larger of two shares
FEWEST = 3  # periods below which nothing can be said about the size of a series
MOVED = 3  # figures, not all alike, that equal those of the period beside them and not their own
REPEATED_AREAS, REPEATED_SHARE = 10, 0.9  # a new period in which nine tenths of the areas say what the last one said

NUMBERS = {"numerator": "number counted", "denominator": "number it is counted in"}
UNITS = {"percent": "per cent", "count": "number"}
COUNTED = ("numerator", "denominator", "value")
PublishedByPlace = dict[tuple[str, str], Published]
"""The figures of one series by area code and period."""


def doubts_against(figures: Sequence[Published], known: PublishedFigures) -> tuple[Finding, ...]:
    """A query for each slip in what a file says beside `known`, what counts before it."""
    earlier: dict[str, PublishedByPlace] = defaultdict(dict)
    for (series, code, period), each in known.items():
        earlier[series][code, period] = each
    series: dict[str, PublishedByPlace] = defaultdict(dict)
    for each in figures:
        series[each.series][each.area_code, each.period] = each
    return tuple(finding for name, new in series.items() for finding in _doubts(new, earlier[name]))


def _doubts(new: PublishedByPlace, old: PublishedByPlace) -> Iterator[Finding]:
    yield from _revised(new, old)
    yield from _another_size(new, old)
    yield from _moved(new, old)
    yield from _repeated(new, old)


def _revised(new: PublishedByPlace, old: PublishedByPlace) -> Iterator[Finding]:
    """A figure far from what the earlier release said of the same area and period."""
    pairs = [(each, old[key]) for key, each in new.items() if key in old]
    agree = 2 * sum(each.told == before.told for each, before in pairs) >= len(pairs)
    for each, before in pairs:
        loaded = before.loaded is not None
        if not (loaded or agree):
            continue
        for name, number, was in _numbers(each, before):
            size, points = (REVISED, REVISED_POINTS) if loaded else (ANOTHER_SIZE, 100.0)
            if _times(number, was, name) >= size or (name == "value" and abs(number - was) >= points):
                holds = f"{about(each, name)} must be near what was published before, {written(was)}"
                yield row_query("release_revised_far", each, said(holds, written(number)))


def _another_size(new: PublishedByPlace, old: PublishedByPlace) -> Iterator[Finding]:
    """A new period far from every period that was published of its area: a slipped digit, or another unit."""
    earlier: dict[str, list[Published]] = defaultdict(list)
    for (code, _), each in old.items():
        earlier[code].append(each)
    for key, each in new.items():
        for name in COUNTED if key not in old else ():
            number = getattr(each, name)
            others = [getattr(other, name) for other in earlier[key[0]] if getattr(other, name) is not None]
            if number is None or len(others) < FEWEST:
                continue
            near = min(max(number, min(others)), max(others))
            if _times(number, near, name) >= ANOTHER_SIZE:
                holds = f"{about(each, name)} must be about as large as in its other periods, {written(median(others))}"
                yield row_query("release_jump", each, said(holds, written(number)))


def _times(number: float, other: float, name: str) -> float:
    """How many times the larger is the smaller; 1 where both are too small to tell."""
    low, high = sorted((number, other))
    if high < (SHARE_FROM if name == "value" else COUNTED_FROM):
        return 1.0
    return high / low if low > 0 else high


def _moved(new: PublishedByPlace, old: PublishedByPlace) -> Iterator[Finding]:
    """A series, or a part of one, that says of each period what was published of the one before, or of the one after."""
    periods = sorted({period for _, period in (*new, *old)})
    for step, beside in ((-1, "before"), (1, "after")):
        neighbour = {period: periods[at + step] for at, period in enumerate(periods) if 0 <= at + step < len(periods)}
        found = [
            each for key, each in new.items() if _is_moved(each, old.get(key), old.get((key[0], neighbour.get(key[1]))))
        ]
        if len(found) >= MOVED and len({_told(each) for each in found}) >= MOVED:
            areas = named_list(list(dict.fromkeys(each.area for each in found))[:5])
            spans = named_list(sorted({each.period for each in found}))
            holds = f"{found[0].title}, {spans} must be of its own period, not of the one {beside}"
            got = f"{len(found)} figures as they were published for the period {beside} ({areas})"
            yield row_query("release_shifted", found[0], said(holds, got))


def _is_moved(each: Published, own: Published | None, beside: Published | None) -> bool:
    if own is None or beside is None or not each.value:
        return False
    return _told(each) == _told(beside) != _told(own)


def _repeated(new: PublishedByPlace, old: PublishedByPlace) -> Iterator[Finding]:
    """A new period in which nearly every area says what it said of the one before."""
    for before, period in pairwise(sorted({period for _, period in (*new, *old)})):
        own = {code: each for (code, when), each in new.items() if when == period and (code, when) not in old and each.value}
        held = [(each, old.get((code, before)) or new.get((code, before))) for code, each in own.items()]
        held = [(each, was) for each, was in held if was is not None]
        same = [each for each, was in held if _told(each) == _told(was)]
        if len(held) >= REPEATED_AREAS and len(same) >= REPEATED_SHARE * len(held):
            holds = f"{same[0].title} must be of {period}, not of {before}"
            yield row_query("release_repeats", same[0], said(holds, f"the same figures in {len(same)} of {len(held)} areas"))


def _told(each: Published) -> tuple:
    return each.numerator, each.denominator, each.value


def _numbers(each: Published, before: Published) -> Iterator[tuple[str, float, float]]:
    for name in COUNTED:
        number, was = getattr(each, name), getattr(before, name)
        if number is not None and was is not None:
            yield name, number, was


def about(each: Published, name: str) -> str:
    """`Plans issued within 20 weeks, Kent, 2024 (per cent)`: which number of a published figure is meant, in words."""
    return f"{each.title}, {each.area}, {each.period} ({NUMBERS.get(name) or UNITS.get(each.unit, each.unit)})"


def row_query(rule: str, each: Published, message: str) -> Finding:
    """A query at the row of the file that a published figure came from."""
    return Finding(rule, Severity.QUERY, each.file, f"A{each.row}", message)
