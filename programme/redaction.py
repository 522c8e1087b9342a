"""What is to be redacted, as an analyst names it and an administrator rules on it, and what stands there afterwards."""

from dataclasses import astuple, dataclass, replace
from datetime import datetime
from enum import StrEnum

from programme.access import DoneBy
from programme.moment import day_text


class RedactedKind(StrEnum):
    """What can be named: a whole file, one typed cell, or words wherever they stand, such as a name."""

    FILE = "file"
    ENTRY = "entry"
    NAME = "name"


_ONE_THING = {
    RedactedKind.FILE: ({"version"}, {"release"}, set()),
    RedactedKind.ENTRY: ({"version", "sheet", "cell"},),
    RedactedKind.NAME: ({"words"}, set()),
}


@dataclass(frozen=True, slots=True)
class RedactedPlace:
    """Where it is: the file of a return (`version`) or of published figures (`release`), a cell of a version, or `words`."""

    kind: RedactedKind
    version: int | None = None
    release: int | None = None
    sheet: str = ""
    ref: str = ""
    words: str = ""

    @property
    def told(self) -> str:
        """Where it is, without the words themselves."""
        if self.kind is RedactedKind.NAME:
            return "words, wherever they stand"
        if self.kind is RedactedKind.ENTRY:
            return f"{self.sheet}!{self.ref} of version {self.version}"
        return f"the file of version {self.version}" if self.version is not None else f"the file of release {self.release}"

    @property
    def said(self) -> dict[str, object]:
        """What is said of where it is, by the word for each part."""
        parts = zip(("version", "release", "sheet", "cell", "words"), astuple(self)[1:], strict=True)
        return {part: value for part, value in parts if value not in (None, "")}

    @property
    def one_thing(self) -> bool:
        """Whether neither too little is said for its kind nor too much: else more would go than was meant, or less."""
        return set(self.said) in _ONE_THING[self.kind]

    @property
    def tidy(self) -> "RedactedPlace":
        """The same place without blanks that say nothing."""
        return replace(self, sheet=self.sheet.strip(), ref=self.ref.strip(), words=" ".join(self.words.split()))

    def same_as(self, other: "RedactedPlace") -> bool:
        """Whether both are one place, in whatever capitals and spacing it was named."""
        mine, its = ([str(each).casefold() for each in astuple(place.tidy)] for place in (self, other))
        return mine == its


@dataclass(frozen=True, slots=True)
class RedactionRuling(DoneBy):
    """What was done about it: carried out or refused, when (UTC), by whom and why."""

    carried_out: bool
    at: datetime
    by: str
    account: str
    reason: str

    @property
    def word(self) -> str:
        """What was done about it."""
        return "carried out" if self.carried_out else "refused"


@dataclass(frozen=True, slots=True)
class Redaction(DoneBy):
    """What somebody named to be redacted, when (UTC) and why, and what was done about it (None: nothing yet)."""

    number: int
    place: RedactedPlace
    at: datetime
    by: str
    account: str
    reason: str
    ruling: RedactionRuling | None = None

    @property
    def sentence(self) -> str:
        """What stands where the words stood: `redacted on 26 November 2026: asked for by the family`."""
        return redacted_sentence(self.ruling.at, self.ruling.reason) if self.ruling else ""


def redacted_sentence(at: datetime, reason: str) -> str:
    """What stands where words stood, for good."""
    return f"redacted on {day_text(at)}: {reason}"
