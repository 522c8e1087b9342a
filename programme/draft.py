"""A draft: a file that was handed in and is neither accepted nor thrown away, with what was typed about it so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from programme.access import Owned

KEPT = timedelta(days=30)
"""How long a draft is kept, from when its file was handed in."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft. `key` tells it apart and is never given twice, `size` is in bytes.

    `answers` are what was typed about it, by what was asked.
    """

    key: str
    owner: str
    file_name: str
    sha256: str
    size: int
    begun_at: datetime
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def gone_after(self) -> datetime:
        """When it goes by itself."""
        return self.begun_at + KEPT

    @property
    def owned(self) -> Owned:
        """The draft as a thing that belongs to somebody."""
        return Owned(self.owner)
