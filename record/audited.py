"""What is hidden in a store, and whether any of it could be worked out."""

from dataclasses import dataclass

from disclosure.audit import Audit, audit
from disclosure.decide import decider
from store.database import Database
from store.hidden import bring_up_to_date, cell_changes, decisions


@dataclass(frozen=True, slots=True)
class AuditedStore:
    """An audit of everything that was ever shown, with what deciding took: `seconds` of the slowest change, and by which
    `solver` (empty where the rule without one decided about any of them)."""

    audit: Audit
    seconds: float
    solver: str
    withheld: tuple[str, ...]


def audited(database: Database) -> AuditedStore:
    """Audit a store. What is undecided is decided first. Raises StoreError."""
    if not database.read_only:
        bring_up_to_date(database, decider())
    with database.reading() as cursor:
        moments, decided = cell_changes(cursor), decisions(cursor)
    found = audit(moments, decided)
    solvers = {each.solver for each in decided}
    withheld = tuple(each.withheld for each in decided if each.withheld)
    slowest = max((each.seconds for each in decided), default=0.0)
    return AuditedStore(found, slowest, "" if "" in solvers else "".join(solvers), withheld)
