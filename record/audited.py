"""What is hidden in a store, and whether any of it could be worked out."""

from dataclasses import dataclass
from itertools import takewhile

from disclosure.audit import Audit, audit
from disclosure.decide import decider
from store.database import Database
from store.hiding.hidden import bring_up_to_date, cell_changes, decisions, kept_back_after


@dataclass(frozen=True, slots=True)
class AuditedStore:
    """An audit of everything that was ever shown, with what deciding took: `seconds` of the slowest change, and by which
    `solver` (empty where the rule without one decided about any of them).

    For analysts: `withheld` are the figures because of which readers keep the state before now, `kept_back` what
    publishers print and readers do not get.
    """

    audit: Audit
    seconds: float
    solver: str
    withheld: tuple[str, ...]
    kept_back: tuple[str, ...] = ()


def audited(database: Database) -> AuditedStore:
    """Audit a store. What is undecided is decided first. Raises StoreError."""
    if not database.read_only:
        bring_up_to_date(database, decider())
    with database.reading() as cursor:
        decided = decisions(cursor)
        moments = cell_changes(cursor, database.kept, decided)
    found = audit(moments, decided)
    solvers = {each.solver for each in decided}
    since = takewhile(lambda each: each.withheld, reversed(decided))
    withheld = tuple(dict.fromkeys(each.withheld for each in since))
    kept_back = tuple(dict.fromkeys(item.told for _, item in sorted(kept_back_after(decided))))
    slowest = max((each.seconds for each in decided), default=0.0)
    return AuditedStore(found, slowest, "" if "" in solvers else "".join(solvers), withheld, kept_back)
