"""Replays the versions one after another and tells each time which figures came, changed or went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from programme.figure import Figure, FigureKey
from programme.measures import owed_by
from programme.parts import FIGURES
from programme.submission import Version
from store.counting.standing import holding, prevailing

Candidates = dict[FigureKey, list[tuple[int, Figure]]]
"""Every value a figure was ever given, newest first, each with the workstream it was accepted for."""

Held = dict[int, frozenset[tuple[str, int]]]
"""For figures of which organisation and workstream each version counts, by its number."""


@dataclass(frozen=True, slots=True)
class Effect:
    """What one version did to one figure: `old` counted before it and `new` after it; None where there was none."""

    version: Version
    key: FigureKey
    old: Figure | None
    new: Figure | None


def unfold(versions: Iterable[Version], figures: Iterable[tuple[int, Figure]]) -> Iterator[Effect]:
    """Every effect in order of time. `figures` come each with its workstream, by version, oldest first."""
    known = list(versions)
    numbered = {version.number: version for version in known}
    candidates, carried = _indexed(figures)
    before: Held = {}
    counting: dict[FigureKey, Figure | None] = {}
    for upto, version in enumerate(known, start=1):
        after = _held(known[:upto])
        touched = (number for number, held in after.items() if held != before.get(number, frozenset()))
        for key in dict.fromkeys(key for number in touched for key in carried[number]):
            old, new = counting.get(key), prevailing(_standing(candidates[key], after), numbered)
            counting[key] = new
            if new != old:
                yield Effect(version, key, old, new)
        before = after


def _indexed(figures: Iterable[tuple[int, Figure]]) -> tuple[Candidates, dict[int, list[FigureKey]]]:
    candidates: Candidates = defaultdict(list)
    carried: dict[int, list[FigureKey]] = defaultdict(list)
    for workstream, figure in figures:
        candidates[figure.key].insert(0, (workstream, figure))
        carried[figure.source.version].append(figure.key)
    return candidates, carried


def _held(known: list[Version]) -> Held:
    return {
        number: frozenset((part.organisation, part.workstream) for part in parts)
        for number, parts in holding(known, FIGURES).items()
    }


def _standing(candidates: list[tuple[int, Figure]], held: Held) -> Iterator[Figure]:
    """The values whose versions count for who owes the measure, in its workstream; newest first."""
    return (
        figure for stream, figure in candidates if (owed_by(figure.measure), stream) in held.get(figure.source.version, ())
    )
