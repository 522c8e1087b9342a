"""A pack that was sent and is kept: what it is, to whom it went, what its files are, and what it said line by line."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.access import DoneBy
from programme.quarter import Quarter


class PackLineKind(StrEnum):
    """What a line of a pack is. A `SENTENCE` is what is said of a KPI or of a weakness by rule, `WORDS` are somebody's.
    `SAID` is all text of one part of it: redactions search it, nobody compares it."""

    FIGURE = "figure"
    RATING = "rating"
    DIRECTION = "direction"
    SENTENCE = "sentence"
    WORDS = "words"
    SAID = "said"


LineKey = tuple[PackLineKind, str, str, Quarter, str]
"""What tells a line from others: its kind, what it is about, the area's code, the quarter, the heading."""


@dataclass(frozen=True, slots=True)
class PackLine:
    """One thing that a pack says. `about` is a KPI's id, with an area, or the sheet of words and its row, or what a sentence
    is about; `exact` is a figure unrounded."""

    kind: PackLineKind
    about: str
    area: str
    quarter: Quarter
    heading: str
    text: str
    exact: str = ""

    @property
    def key(self) -> LineKey:
        """What tells it from others."""
        return self.kind, self.about, self.area, self.quarter, self.heading

    @property
    def says(self) -> tuple[str, str]:
        """What it says, to be compared."""
        return self.text, self.exact


@dataclass(frozen=True, slots=True)
class PackIdentity:
    """Which pack it is, of which point of the store, with which definitions: `signed` is the change of the approval or
    publication whose state it is of."""

    id: str
    quarter: Quarter
    as_at: datetime
    change: int
    signed: int
    state: str
    program: str
    definitions: str


@dataclass(frozen=True, slots=True)
class PackToKeep(PackIdentity):
    """A pack as it was made, to be kept."""

    files: tuple[tuple[str, bytes], ...]
    lines: tuple[PackLine, ...]


@dataclass(frozen=True, slots=True)
class PackSending(DoneBy):
    """To whom a pack went, when, and who sent it."""

    recipients: str
    at: datetime
    by: str
    account: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of a kept pack: its hash is kept also where its bytes are gone."""

    name: str
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class KeptPack(PackIdentity):
    """A pack that is kept, and to whom it went. `redacted` says when and why its files went; else it is empty."""

    number: int
    files: tuple[KeptFile, ...]
    sendings: tuple[PackSending, ...]
    redacted: str = ""
