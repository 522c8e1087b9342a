"""Replays the versions one after another and tells each time which figures came, changed or went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

from programme.measures import owed_by
from programme.parts import FIGURES
from programme.submission import Version
from store.counting.standing import holding, prevailing_version

Said = TypeVar("Said")

Key = tuple
"""The measure of a figure, and of what else it is."""

Shape = tuple[str, tuple[tuple[int, int], ...]]
"""Who owes a figure, and for which workstreams which versions gave it, oldest first, whatever they said. Of all figures of
one shape the same version counts."""

HeldByVersion = dict[int, frozenset[tuple[str, int]]]
"""For figures of which organisation and workstream each version counts, by its number."""


class Offer(NamedTuple, Generic[Said]):
    """What a version said of a figure, as much of it as whoever replays needs."""

    workstream: int
    version: int
    key: Key
    said: Said


@dataclass(frozen=True, slots=True)
class Effect(Generic[Said]):
    """What one version did to one figure: `old` counted before it and `new` after it; None where there was none."""

    version: Version
    key: Key
    old: Said | None
    new: Said | None


def unfold(versions: Iterable[Version], offers: Iterable[Offer[Said]], begun: int = 0) -> Iterator[Effect[Said]]:
    """Every effect in order of time, of those versions that come after the first `begun`. The `offers` come by version,
    oldest first; of figures on which those versions have no effect there need be none."""
    known = list(versions)
    numbered = {version.number: version for version in known}
    ever, carried = _indexed(offers)
    shapes = {key: _shape(key, own) for key, own in ever.items()}
    first = before = _held(known[:begun])
    counting: dict[Shape, int | None] = {}
    for upto, version in enumerate(known[begun:], start=begun + 1):
        after = _held(known[:upto])
        turned: dict[Shape, tuple[int | None, int | None]] = {}
        for key in dict.fromkeys(key for number in _touched(before, after) for key in carried[number]):
            shape = shapes[key]
            if shape not in turned:
                old = counting[shape] if shape in counting else _standing(shape, first, numbered)
                turned[shape] = old, _standing(shape, after, numbered)
            old, new = turned[shape]
            if old != new:
                yield Effect(version, key, _said(ever[key], old), _said(ever[key], new))
        counting |= {shape: new for shape, (_, new) in turned.items()}
        before = after


def touched_after(versions: Sequence[Version], begun: int) -> set[int]:
    """The versions whose figures can come to count, or no longer count, by those that come after the first `begun`."""
    held = [_held(versions[:upto]) for upto in range(begun, len(versions) + 1)]
    return {number for before, after in pairwise(held) for number in _touched(before, after)}


def _touched(before: HeldByVersion, after: HeldByVersion) -> list[int]:
    return [number for number, held in after.items() if held != before.get(number, frozenset())]


def _indexed(offers: Iterable[Offer[Said]]) -> tuple[dict[Key, list[Offer[Said]]], dict[int, list[Key]]]:
    """All that was ever offered of each figure, and the figures that each version carries, in its order."""
    ever, carried = defaultdict(list), defaultdict(list)
    for each in offers:
        ever[each.key].append(each)
        carried[each.version].append(each.key)
    return ever, carried


def _shape(key: Key, own: Iterable[Offer]) -> Shape:
    return owed_by(key[0]), tuple([each[:2] for each in own])


def _said(own: Iterable[Offer[Said]], number: int | None) -> Said | None:
    return None if number is None else next(each.said for each in own if each.version == number)


def _held(known: list[Version]) -> HeldByVersion:
    return {
        number: frozenset((part.organisation, part.workstream) for part in parts)
        for number, parts in holding(known, FIGURES).items()
    }


def _standing(shape: Shape, held: HeldByVersion, versions: Mapping[int, Version]) -> int | None:
    """The version whose figures of this shape count; None where none does."""
    owed, offers = shape
    stand = (number for stream, number in reversed(offers) if (owed, stream) in held.get(number, ()))
    return prevailing_version(stand, owed, versions)
