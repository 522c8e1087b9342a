"""The rows of words that count, return by return: what a new return is held against, and what its form brings forward."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from programme.sheets.written import Row
from programme.submission import Version


@dataclass(frozen=True, slots=True)
class StandingRows:
    """The rows of one sheet that a version brought, and the workstreams in which it still speaks for them."""

    version: Version
    streams: frozenset[int]
    rows: tuple[Row, ...]


StandingWords = Mapping[str, Sequence[StandingRows]]
"""The rows of each sheet of words, by its name, version by version, oldest first."""
