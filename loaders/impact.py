"""What accepting a return would change, before anything is stored: figures new, changed, withdrawn and unchanged."""

from collections.abc import Collection

from disclosure.rules_in_force import rules_in_force
from programme.access import Deed, Person, demand
from programme.figure import Facts, Figure, FigureKey
from programme.hidden import Decided
from programme.impact import FigureChange, Foreseen
from programme.sheets.book import WRITTEN
from programme.sheets.commentary import COMMENTARY
from programme.submission import Submission
from store.database import Database
from store.hiding.cells import cells_of_next
from store.hiding.hidden import Undecided, bring_up_to_date, trial
from store.returns.counted import Counted
from store.returns.versions import version
from store.snapshot import snapshot


def impact(database: Database, submission: Submission, person: Person) -> Foreseen:
    """What accepting `submission` now would change. Reads only. Raises NotAllowed and StoreError."""
    demand(person, Deed.PREVIEW)
    with snapshot(database) as known:
        after = known.after(submission)
        keys = {figure.key for figure in submission.figures}
        return _foreseen(known, after, _unchanged(known.facts, after.facts, keys), known.change)


def impact_of_withdrawal(database: Database, number: int, person: Person) -> Foreseen:
    """What taking version `number` back now would change. Reads only. Raises NotAllowed and StoreError."""
    demand(person, Deed.PREVIEW)
    with snapshot(database) as known:
        after = known.without(number)
        unchanged = len(known.facts) - len(figures_changed(known.facts, after.facts))
        return _foreseen(known, after, unchanged, known.change)


def impact_of_version(database: Database, number: int, person: Person) -> Foreseen:
    """What accepting version `number` changed when it was accepted. Reads only. Raises NotAllowed and StoreError."""
    demand(person, Deed.PREVIEW)
    with snapshot(database, version(database, number).accepted_at) as known:
        before = known.without(number)
        keys = {key for key, figure in known.facts.items() if figure.source.version == number}
        return _foreseen(before, known, _unchanged(before.facts, known.facts, keys), known.change)


def foreseen_hiding(database: Database, submission: Submission, person: Person) -> Decided:
    """What readers would no longer see once `submission` is accepted, and what they would not see of what is new in it.
    Reads only; raises as `impact`."""
    demand(person, Deed.PREVIEW)
    try:
        return _tried(database, submission)
    except Undecided:  # by today's rules: what stands is decided first
        bring_up_to_date(database, rules_in_force())
        return _tried(database, submission)


def _tried(database: Database, submission: Submission) -> Decided:
    with database.reading() as cursor:
        return trial(cursor, rules_in_force(), database.kept, cells_of_next(cursor, submission))


def _foreseen(before: Counted, after: Counted, unchanged: int, seen: int) -> Foreseen:
    changes = tuple(figures_changed(before.facts, after.facts))
    words = [{form.name: counted.spoken(form.name) for form in WRITTEN} for counted in (before, after)]
    judged = [each[COMMENTARY.name] for each in words]
    kept = before.period_figures, after.period_figures
    return Foreseen(changes, unchanged, before.facts, after.facts, seen, *judged, *words, *kept)


def figures_changed(before: Facts, after: Facts) -> list[FigureChange]:
    """Every figure that differs, in order of quarter, measure and area."""
    keys = sorted({*before, *after}, key=lambda key: (key[2], key[0], key[1]))
    pairs = (FigureChange(before.get(key), after.get(key)) for key in keys)
    return [change for change in pairs if _shown(change.old) != _shown(change.new)]


def _unchanged(before: Facts, after: Facts, keys: Collection[FigureKey]) -> int:
    """How many figures of the return, by their keys, say what was known already."""
    return sum(key in before and _shown(before[key]) == _shown(after[key]) for key in keys)


def _shown(figure: Figure | None) -> tuple | None:
    """What readers see of a figure; where it was typed and its note may change without it."""
    return figure and (figure.value, figure.symbol, figure.status)
