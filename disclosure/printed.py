"""What a publisher prints and readers do not get here, because a small count could be worked out with it."""

from disclosure import solver
from disclosure.audit import narrowed
from disclosure.knowledge import Knowledge
from programme.hidden import Item


def totals_to_keep_back(known: Knowledge) -> list[Item]:
    """Of the totals that the newest change prints those with which a count could be worked out that could not be before.

    Everything else was seen already, so that nothing of ours can be hidden in their place: readers keep, of these alone, the
    state before. Without the solver it is every total with a hidden count in it.
    """
    if not known.in_print:
        return []
    if not solver.available():
        return [item for item, cells in known.in_print.items() if _any_hidden(known, cells)]
    return _narrowing(known, sorted(known.in_print))


def totals_nobody_had(known: Knowledge) -> list[Item]:
    """The totals that the newest change brings its counts into, where it had been decided about once without them.

    They came with a later edition of the system, when all the rest had been seen: of them readers keep the state before.
    """
    found = {item: known.cells_in_print(item) for item in known.totals}
    known.in_print |= {item: cells for item, cells in found.items() if not known.touched.isdisjoint(cells)}
    return sorted(known.in_print)


def known_total_with_a_hidden_count(known: Knowledge) -> str:
    """A hidden count that the newest change brings into a total which everybody knows from a publisher, in words, if any."""
    for item in sorted(set(known.totals) - set(known.in_print)):
        cells = known.cells_in_print(item)
        if not known.touched.isdisjoint(cells) and _any_hidden(known, cells):
            return item.told
    return ""


def _any_hidden(known: Knowledge, cells: tuple[int, ...]) -> bool:
    return any(Item(*known.cells[at].key, 1) in known.hidden for at in cells)


def _narrowing(known: Knowledge, printed: list[Item]) -> list[Item]:
    """Each is looked at with those that were found harmless."""
    cells = {at for own in known.in_print.values() for at in own}
    if not narrowed(known, cells):
        return []
    for item in printed:
        known.unsee(item)
    before, kept = set(narrowed(known, cells)), []
    for item in printed:
        known.see(item)
        if set(narrowed(known, cells)) - before:
            known.unsee(item)
            kept.append(item)
    return kept
