"""What the Written Statement says of each workstream beside its actions: the outcome wanted, the progress made before."""

from dataclasses import dataclass
from functools import cache

from plumbing.reference import rows


@dataclass(frozen=True, slots=True)
class Purpose:
    """Of one workstream: an empty text is not known, and the status of each says how far it is confirmed."""

    workstream: int
    desired_outcome: str
    outcome_status: str
    progress_before: str
    progress_status: str


@cache
def purposes() -> dict[int, Purpose]:
    """The purposes of `workstream_outcomes.csv`, by number of the workstream."""
    return {
        int(row["workstream"]): Purpose(
            int(row["workstream"]),
            row["desired_outcome"],
            row["outcome_status"],
            row["progress_before"],
            row["progress_status"],
        )
        for row in rows("workstream_outcomes")
    }
