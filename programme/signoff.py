"""The sign-off of a quarter: who sent, approved, published and withdrew it, when readers are shown it, what moved since."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.access import DoneBy
from programme.figure import FigureKey
from programme.published import LoadedRelease
from programme.quarter import Quarter
from programme.submission import Restatement, Version
from programme.wordings import AboutRow, Wording


class SignOffDeed(StrEnum):
    """What was done to a quarter."""

    SENT = "sent for review"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrew the publication of"


class SignOffState(StrEnum):
    """How far the sign-off of a quarter is."""

    DRAFT = "draft"
    FOR_REVIEW = "for review"
    APPROVED = "approved"
    EMBARGOED = "under embargo"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Signature(DoneBy):
    """One deed of a sign-off. `change` is its place among everything that was ever stored, `seen` the newest change when
    the screen was drawn that it was done from.

    `shows_at` is the moment whose state it speaks of: that at which the quarter was sent for review. `rests_on` is the
    change of the deed before it (None: it was sent): an approval's sending, a publication's approval, a withdrawal's
    publication. `embargo` is when a publication begins to be shown (None: at once).
    """

    change: int
    quarter: Quarter
    deed: SignOffDeed
    at: datetime
    by: str
    account: str
    note: str
    seen: int
    shows_at: datetime
    rests_on: int | None = None
    embargo: datetime | None = None

    @property
    def shown_from(self) -> datetime:
        """From when readers are shown what it published."""
        return self.embargo or self.at


Signatures = Sequence[Signature]
"""The deeds of all quarters, oldest first."""


def signed_last(signatures: Signatures, quarter: Quarter) -> Signature | None:
    """What was done to a quarter last."""
    return next((each for each in reversed(signatures) if each.quarter == quarter), None)


def sign_off_state(signatures: Signatures, quarter: Quarter, at: datetime) -> SignOffState:
    """How far a quarter is at a moment, of the deeds up to it."""
    last = signed_last([each for each in signatures if each.at <= at], quarter)
    match last.deed if last else SignOffDeed.WITHDRAWN:
        case SignOffDeed.SENT:
            return SignOffState.FOR_REVIEW
        case SignOffDeed.APPROVED:
            return SignOffState.APPROVED
        case SignOffDeed.PUBLISHED:
            return SignOffState.PUBLISHED if last.shown_from <= at else SignOffState.EMBARGOED
        case SignOffDeed.WITHDRAWN:
            return SignOffState.DRAFT


def standing_publications(signatures: Signatures) -> list[Signature]:
    """The publications that nobody withdrew, those under embargo among them."""
    gone = {each.rests_on for each in signatures if each.deed is SignOffDeed.WITHDRAWN}
    return [each for each in signatures if each.deed is SignOffDeed.PUBLISHED and each.change not in gone]


def publication_in_force(signatures: Signatures, at: datetime) -> Signature | None:
    """What readers are shown at a moment, of the deeds up to it: the newest published state of the newest such quarter."""
    shown = [each for each in standing_publications(signatures) if each.shown_from <= at]
    return max(shown, key=lambda each: (each.quarter, each.change), default=None)


def withdrawal_in_force(signatures: Signatures, at: datetime) -> Signature | None:
    """The withdrawal after which nothing is published any more, though something had been shown; None in any other case."""
    if publication_in_force(signatures, at):
        return None
    shown = {each.change: each for each in signatures if each.deed is SignOffDeed.PUBLISHED}
    gone = [each for each in signatures if each.deed is SignOffDeed.WITHDRAWN]
    return next((each for each in reversed(gone) if shown[each.rests_on].shown_from <= each.at), None)


@dataclass(frozen=True, slots=True)
class SignOff:
    """How the sign-off stands at a moment (`at`), which is `past` where somebody looks back: all deeds up to it.

    What a reader is given goes by it.
    """

    signatures: tuple[Signature, ...]
    at: datetime
    past: bool = False

    @property
    def publication(self) -> Signature | None:
        """What readers are shown."""
        return publication_in_force(self.signatures, self.at)

    @property
    def withdrawal(self) -> Signature | None:
        """Why readers are shown nothing, where what they were shown was withdrawn."""
        return withdrawal_in_force(self.signatures, self.at)

    @property
    def governs(self) -> Signature | None:
        """The publication, or its withdrawal, by which readers are given something else than what stands."""
        return self.publication or self.withdrawal

    def state(self, quarter: Quarter) -> SignOffState:
        """How far a quarter is."""
        return sign_off_state(self.signatures, quarter, self.at)

    def of(self, quarter: Quarter) -> tuple[Signature, ...]:
        """What was done to a quarter, oldest first."""
        return tuple(each for each in self.signatures if each.quarter == quarter)


def shown_publications(sign_off: SignOff) -> tuple[tuple[Signature, Signature | None], ...]:
    """Every publication that readers were ever shown, oldest first, each with the withdrawal that took it back, or None."""
    known = [each for each in sign_off.signatures if each.at <= sign_off.at]
    gone = {each.rests_on: each for each in known if each.deed is SignOffDeed.WITHDRAWN}
    published = ((each, gone.get(each.change)) for each in known if each.deed is SignOffDeed.PUBLISHED)
    return tuple((each, back) for each, back in published if each.shown_from <= (back.at if back else sign_off.at))


class CorrectionKind(StrEnum):
    """What can move a state that somebody signed."""

    RETURN = "return"
    WITHDRAWAL = "withdrawal"
    WORDS = "words"
    WORDS_WITHDRAWN = "words withdrawn"
    RELEASE = "release"
    RELEASE_WITHDRAWN = "release withdrawn"
    PRINTED = "printed elsewhere"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing that was stored after a moment and speaks of a quarter that was signed, or of one before it.

    `number` is that of the version, wording or release; `named` the file, sheet or release. `moved` are the figures that
    had counted and say something else since: which they are, and never what they say. Of words, `about` is what they are
    about and `author` who wrote them. What was `PRINTED` came with the system: it has no number, nobody did it, and `at` is
    when such figures are out at the latest.
    """

    kind: CorrectionKind
    number: int
    named: str
    at: datetime
    doer: str
    moved: tuple[FigureKey, ...] = ()
    about: AboutRow | None = None
    author: str = ""


def corrections(
    versions: Iterable[Version],
    restatements: Iterable[Restatement],
    wordings: Iterable[Wording],
    releases: Iterable[LoadedRelease],
    until: Quarter,
    after: datetime,
) -> tuple[Correction, ...]:
    """What moved of the quarters up to `until` after a moment, oldest first."""
    restated = [each for each in restatements if each.version.accepted_at > after and each.quarter <= until]
    found = [
        *_returned([each for each in versions if each.accepted_at > after], restated, until),
        *_written([each for each in wordings if each.quarter <= until], after),
        *_loaded(releases, after),
    ]
    return tuple(sorted(found, key=lambda each: each.at))


def _returned(versions: Iterable[Version], restated: Sequence[Restatement], until: Quarter) -> Iterator[Correction]:
    for version in versions:
        own = (each for each in restated if each.version.number == version.number)
        moved = tuple((each.measure, each.area.code, each.quarter) for each in own)
        quarter = version.cover.quarter
        if moved or quarter is None or quarter <= until:
            kind = CorrectionKind.RETURN if version.withdraws is None else CorrectionKind.WITHDRAWAL
            number = version.withdraws or version.number
            yield Correction(kind, number, version.file_name, version.accepted_at, version.doer, moved)


def _written(wordings: Iterable[Wording], after: datetime) -> Iterator[Correction]:
    for each in wordings:
        gone = each.withdrawal
        deeds = (CorrectionKind.WORDS, each), (CorrectionKind.WORDS_WITHDRAWN, gone)
        for kind, deed in ((kind, deed) for kind, deed in deeds if deed and deed.at > after):
            yield Correction(kind, each.number, each.sheet, deed.at, deed.doer, about=each.about, author=each.doer)


def _loaded(releases: Iterable[LoadedRelease], after: datetime) -> Iterator[Correction]:
    for each in releases:
        if each.loaded_at > after:
            yield Correction(CorrectionKind.RELEASE, each.number, each.release, each.loaded_at, each.doer)
        if (gone := each.withdrawal) and gone.at > after:
            yield Correction(CorrectionKind.RELEASE_WITHDRAWN, each.number, each.release, gone.at, gone.doer)
