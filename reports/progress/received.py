"""Who has returned what, worked out once for everybody who asks."""

from programme.quarter import Quarter
from record.receipts import Receipt, receipts
from reports.progress.readings import Progress, once_per_progress


@once_per_progress
def received(progress: Progress, quarters: tuple[Quarter, ...], organisation: str = "") -> tuple[Receipt, ...]:
    """The receipt of every workstream in these quarters; of what one organisation owes, where it is named."""
    return tuple(receipts(progress.records, quarters, progress.now, organisation))
