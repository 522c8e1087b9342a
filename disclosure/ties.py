"""Which measures are tied together: no part is more than its whole, and parts that share nobody are not more together."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from plumbing.reference import rows
from programme.measures import measures


class Tie(NamedTuple):
    """A whole and parts of it that have nobody in common; often a single part."""

    whole: str
    parts: tuple[str, ...]


@cache
def ties() -> tuple[Tie, ...]:
    """Every tie between protected measures: those a return is checked by, then those of `ties.csv`."""
    returned = [Tie(measure.at_most, (measure.id,)) for measure in measures().values() if measure.at_most]
    more = [Tie(row["whole"], tuple(row["parts"].split(";"))) for row in rows("ties")]
    both = dict.fromkeys([*returned, *more])
    return tuple(tie for tie in both if all(measures()[name].protected for name in (tie.whole, *tie.parts)))


@cache
def ties_of() -> Mapping[str, tuple[Tie, ...]]:
    """The ties that a measure stands in, as a whole or as a part."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties():
        for name in (tie.whole, *tie.parts):
            found[name].append(tie)
    return {name: tuple(own) for name, own in found.items()}


@cache
def group_of(measure: str) -> frozenset[str]:
    """The measures that it is tied to, directly or through others, itself among them."""
    found, left = {measure}, [measure]
    while left:
        for tie in ties_of().get(left.pop(), ()):
            new = {tie.whole, *tie.parts} - found
            found |= new
            left += new
    return frozenset(found)
