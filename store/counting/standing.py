"""Which versions count, part by part. A newer return replaces an older one in what it speaks for; a withdrawal puts the
older one back."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from programme.figure import Figure
from programme.measures import owed_by
from programme.parts import FIGURES, Part, Parts
from programme.quarter import Quarter
from programme.sheets.book import WRITTEN
from programme.submission import Cover, Version
from programme.workstreams import organisations

BoxKey = tuple[str, Quarter, int]
"""Organisation, quarter and workstream: what one standard return can speak for."""

StandingWorkstreams = dict[int, frozenset[int]]
"""The workstreams that each version speaks for, by version number; empty for one that no longer counts."""


def scopes_of(cover: Cover) -> Iterator[BoxKey]:
    """The scopes of a standard return; none for a history workbook, which adds figure by figure."""
    if cover.kind == "standard":
        yield from ((cover.organisation, cover.quarter, workstream) for workstream in cover.workstreams)


Holding = dict[int, Parts]
"""The parts that each version speaks for, by version number; empty for one that no longer counts."""


@cache
def whole(cover: Cover) -> Parts:
    """Every part that a return of this cover can speak for: figures of any organisation, and words of its own."""
    makers = {sheet.name: [cover.organisation] for sheet in WRITTEN} | {FIGURES: organisations()}
    return frozenset(
        Part(sheet, organisation, cover.quarter, stream)
        for sheet, names in makers.items()
        for organisation in names
        for stream in cover.workstreams
    )


def spoken_for(version: Version) -> Parts:
    """What a version spoke for when it was accepted. A history workbook adds to all that is there and replaces nothing."""
    return whole(version.cover) if version.parts is None or version.cover.kind == "history" else version.parts


def holding(versions: Iterable[Version], sheet: str = "") -> Holding:
    """The parts in which each of `versions` (oldest first) counts once all of them are accepted; those of one sheet where
    it is named. What one organisation returns is never replaced by what another returns."""
    known = list(versions)
    counting = not_withdrawn(known)
    holder: dict[tuple[str, Part], int] = {}
    found: dict[int, set[Part]] = {version.number: set() for version in known}
    for version in counting:
        own = (part for part in spoken_for(version) if sheet in ("", part.sheet))
        if version.cover.kind == "history":
            found[version.number].update(own)
        else:
            holder |= dict.fromkeys(((version.cover.organisation, part) for part in own), version.number)
    for (_, part), number in holder.items():
        found[number].add(part)
    return {number: frozenset(held) for number, held in found.items()}


def standing(versions: Iterable[Version]) -> StandingWorkstreams:
    """The workstreams in which each of `versions` (oldest first) counts for anything once all of them are accepted."""
    return {number: streams_of(held) for number, held in holding(versions).items()}


def streams_of(parts: Parts, sheet: str = "") -> frozenset[int]:
    """The workstreams of some parts; those of one sheet, where it is named and has parts."""
    named = {part.workstream for part in parts if part.sheet == sheet}
    apart = sheet == FIGURES or any(sheet == form.name for form in WRITTEN)
    return frozenset(named if apart else (part.workstream for part in parts))


def prevailing(standing_figures: Iterable[Figure], versions: Mapping[int, Version]) -> Figure | None:
    """Of the figures that stand for one measure, area and quarter, newest first, the one that counts."""
    found = {figure.source.version: figure for figure in standing_figures}
    measure = next((figure.measure for figure in found.values()), "")
    return found.get(prevailing_version(found, owed_by(measure), versions))


def prevailing_version(numbers: Iterable[int], owed: str, versions: Mapping[int, Version]) -> int | None:
    """Of the versions whose figures stand for one measure, area and quarter, newest first, the one whose figure counts.

    That of the organisation that owes the measure counts before any other, and the newest of equals. Versions accepted
    before that was so keep their order: the newest of them counts.
    """
    newest = None
    for number in numbers:
        newest = newest or number
        own = versions[number].cover.organisation == owed
        if own or versions[number].parts is None:
            return number if own else newest
    return newest


def ever_replaced(versions: Iterable[Version]) -> set[int]:
    """The versions whose figures did not, or may not, count from their acceptance until today."""
    known = list(versions)
    crowd = Counter(scope for version in known if version.withdraws is None for scope in scopes_of(version.cover))
    shared = {version.number for version in known if any(crowd[scope] > 1 for scope in scopes_of(version.cover))}
    return shared | {version.withdraws for version in known if version.withdraws is not None}


def not_withdrawn(versions: Iterable[Version]) -> list[Version]:
    """The returns that nobody took back; a withdrawal is none itself."""
    known = list(versions)
    withdrawn = {version.withdraws for version in known}
    return [version for version in known if version.withdraws is None and version.number not in withdrawn]
