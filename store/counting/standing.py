"""Which versions count. A newer return replaces an older one for its scope; a withdrawal puts the older one back."""

from collections import Counter
from collections.abc import Iterable, Iterator

from programme.quarter import Quarter
from programme.submission import Cover, Version
from programme.workstreams import workstreams

Scope = tuple[str, Quarter, int]
"""Organisation, quarter and workstream: what one standard return can speak for."""

Standing = dict[int, frozenset[int]]
"""The workstreams that each version speaks for, by version number; empty for one that no longer counts."""


def scopes_of(cover: Cover) -> Iterator[Scope]:
    """The scopes of a standard return; none for a history workbook, which adds figure by figure."""
    if cover.kind == "standard":
        yield from ((cover.organisation, cover.quarter, workstream) for workstream in cover.workstreams)


def standing(versions: Iterable[Version]) -> Standing:
    """Which of `versions` (oldest first) count once all of them are accepted."""
    known = list(versions)
    counting = not_withdrawn(known)
    holder = {scope: version.number for version in counting for scope in scopes_of(version.cover)}
    found: dict[int, set[int]] = {version.number: set() for version in known}
    for (_, _, workstream), number in holder.items():
        found[number].add(workstream)
    for version in counting:
        if version.cover.kind == "history":
            found[version.number].update(workstreams())
    return {number: frozenset(held) for number, held in found.items()}


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
