"""What leads say of a quarter in their own words, each with the return that brought it or who wrote it on screen."""

from dataclasses import dataclass

from programme.quarter import Quarter
from programme.sheets.summary import ADVISE, ALERT, ASSURE, BEFORE_FINDING, SENTENCE, LeadWords
from programme.submission import Version
from programme.wordings import Wording
from reports.progress.readings import Progress, once_per_progress


@dataclass(frozen=True, slots=True)
class SignedWords:
    """One sentence of a lead and the version of the return that brought it: its day is when that was accepted.

    `wording` is who wrote it, where it was written on screen.
    """

    said: LeadWords
    version: Version | None
    wording: Wording | None = None


@dataclass(frozen=True, slots=True)
class LeadSummary:
    """What leads say of one weakness, or of the whole, in one quarter; each kind in order of place."""

    quarter: Quarter
    weakness: int | None
    signed: tuple[SignedWords, ...]

    def of(self, kind: str) -> tuple[SignedWords, ...]:
        """What is said of one kind, in order."""
        return tuple(each for each in self.signed if each.said.kind == kind)

    @property
    def sentences(self) -> tuple[SignedWords, ...]:
        """The sentences that open the quarter or the weakness."""
        return self.of(SENTENCE)

    @property
    def before_finding(self) -> tuple[SignedWords, ...]:
        """What is to be read before the finding."""
        return self.of(BEFORE_FINDING)

    @property
    def lists(self) -> dict[str, tuple[SignedWords, ...]]:
        """Alert, advise and assure, in this order."""
        return {kind: self.of(kind) for kind in (ALERT, ADVISE, ASSURE)}


@once_per_progress
def lead_summary(progress: Progress, quarter: Quarter, weakness: int | None = None) -> LeadSummary:
    """What was returned for this very quarter: words of an earlier one are not carried forward."""
    said = [each for each in progress.records.logs.summary if (each.quarter, each.weakness) == (quarter, weakness)]
    version, wording = progress.records.version, progress.records.logs.wording
    ordered = sorted(said, key=lambda each: each.place)
    signed = [SignedWords(each, version(each.source.version), wording(each.source)) for each in ordered]
    return LeadSummary(quarter, weakness, tuple(signed))
