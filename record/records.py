"""Everything the reports read: the store's figures and versions, and the published figures, as known at one moment."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from itertools import chain

from disclosure.decide import decided_alone, decider
from disclosure.family import restatements_seen
from disclosure.period_figures import HiddenPeriodFigure, period_figures_seen
from disclosure.reported import reported_seen
from disclosure.seen import SeenFacts
from disclosure.totals import totals_of
from kpis.evidence import Evidence, facts_of
from programme.access import Role, sees_hidden, sees_unsigned
from programme.columns import given_in
from programme.hidden import HiddenThen
from programme.meeting import Meeting
from programme.period_figure import PeriodFigure, reported_for_quarters
from programme.published import LoadedRelease, Published, PublishedFigures, published_figures
from programme.quarter import Quarter
from programme.signoff import Correction, Signature, SignOff, SignOffDeed, corrections, signed_last
from programme.submission import Restatement, Version
from record.computed import action_figures, computed_figures
from record.known_by import out_by
from record.logs import Logs, read_logs
from record.until import FactsUntil, logs_until
from store.counting.standing import not_withdrawn
from store.database import Database
from store.hiding.hidden import Undecided, bring_up_to_date
from store.snapshot import snapshot

FIRST_QUARTER = Quarter(2019, 1)  # the baseline year: earlier figures only complete rolling years


@dataclass(frozen=True)
class Records:
    """What was known at `as_at` (None: now). `versions` and `restatements` are oldest first, withdrawn ones included.

    `releases` are the files of published figures that were loaded, oldest first; `change` is the newest thing that was
    stored when all of it was read. `concealed` is what was decided about what readers may not see; where nothing was
    decided, because no store holds these facts, `hidden` decides about them by themselves. `before` is what readers are
    shown in place of all this where the newest return is withheld from them; `printed` the published figures as they get
    them, None where that is all of them. `meetings` are what boards recorded, oldest first.

    `sign_off` is how the sign-off of every quarter stands (None: not asked). Where something was published, `publishing`
    reads what those are given in place of all this who are shown nothing else, once one of them asks, and `corrected` is
    what moved since it was signed; in what they are given, `given` is the publication, or its withdrawal, that they are
    given it by.

    `period_figures` are those that count of months and years, and all that was reported, in the order of their files.
    """

    evidence: Evidence
    versions: tuple[Version, ...]
    restatements: tuple[Restatement, ...] = ()
    as_at: datetime | None = None
    logs: Logs = field(default_factory=Logs)
    releases: tuple[LoadedRelease, ...] = ()
    change: int = 0
    concealed: HiddenThen | None = None
    before: "Records | None" = None
    printed: PublishedFigures | None = None
    meetings: tuple[Meeting, ...] = ()
    sign_off: SignOff | None = None
    publishing: "Callable[[], Records] | None" = field(default=None, repr=False, compare=False)
    corrected: tuple[Correction, ...] = ()
    given: Signature | None = None
    period_figures: tuple[PeriodFigure | HiddenPeriodFigure, ...] = ()

    @cached_property
    def signed(self) -> "Records | None":
        """What those are given who are shown nothing but what was published; None where that is all of this."""
        return self.publishing() if self.publishing else None

    @cached_property
    def hidden(self) -> HiddenThen:
        """What readers may not see."""
        return self.concealed or decided_alone(self.evidence.facts)

    @property
    def empty(self) -> bool:
        """Whether nothing has been accepted."""
        return not self.versions

    @property
    def kept(self) -> list[Version]:
        """The returns that nobody took back, oldest first."""
        return not_withdrawn(self.versions)

    @property
    def illustrative(self) -> bool:
        """Whether any version in force is demonstration data, or words that stand beside it are."""
        words = (each.illustrative for each in self.logs.wordings if each.withdrawal is None)
        return any(version.cover.illustrative for version in self.kept) or any(words)

    @cached_property
    def quarters(self) -> list[Quarter]:
        """The quarters from the baseline to the newest with a returned figure, oldest first."""
        newest = max((quarter for _, _, quarter in given_in(self.evidence.facts)), default=None)
        return FIRST_QUARTER.to(newest) if newest and newest >= FIRST_QUARTER else []

    @property
    def newest(self) -> Quarter | None:
        """The newest quarter with a figure."""
        return self.quarters[-1] if self.quarters else None

    def version(self, number: int | None) -> Version | None:
        """The version with this number, where it is known at this moment."""
        return next((version for version in self.versions if version.number == number), None)


def until(records: Records, quarter: Quarter) -> Records:
    """The same records without anything of a later quarter: figures, words, returns, restatements and meetings."""
    facts = FactsUntil(records.evidence.facts, quarter)
    reported = {key: each for key, each in records.evidence.reported.items() if key[2] <= quarter}
    giving = {number for number, _, _ in facts.given}
    versions = tuple(
        each for each in records.versions if each.number in giving or (each.cover.quarter or quarter) <= quarter
    )
    return replace(
        records,
        evidence=Evidence(facts, records.evidence.published, reported),
        versions=versions,
        restatements=tuple(each for each in records.restatements if each.quarter <= quarter),
        logs=logs_until(records.logs, quarter, {each.number for each in versions}),
        meetings=tuple(each for each in records.meetings if each.quarter <= quarter),
        period_figures=tuple(each for each in records.period_figures if each.period.quarter <= quarter),
    )


def given_to(records: Records, role: Role) -> Records:
    """What a role is given of these records, before anything is hidden: what stands; without what is withheld from all but
    those who see what is hidden; or what is published, where that is all that it is shown."""
    if sees_hidden(role):
        return records
    if not sees_unsigned(role) and records.signed is not None:
        return records.signed
    return records.before or records


def for_readers(records: Records) -> Records:
    """The same records with no number in them that is hidden from readers, and none of the restatements that are."""
    hidden = records.hidden
    published = records.evidence.published if records.printed is None else records.printed
    reported = reported_seen(records.evidence.reported, records.evidence.facts)
    evidence = Evidence(SeenFacts(records.evidence.facts, hidden.items), published, reported)
    restatements = restatements_seen(records.restatements, hidden)
    periods = period_figures_seen(records.period_figures, records.evidence.facts, hidden.items)
    seen = replace(records, evidence=evidence, restatements=restatements, concealed=hidden, period_figures=periods)
    return replace(seen, before=None, publishing=None)


def read(database: Database, as_at: datetime | None = None) -> Records:
    """Read the store as at a moment. Raises StoreError, whose text is a sentence for the reader.

    What readers may not see is decided first, where it is not: nothing is chosen later, while somebody reads.
    """
    known = _with_before(database, as_at)
    publication = known.sign_off.publication
    if known.sign_off.governs is None:
        return known
    corrected = _corrected(known, known.restatements, publication) if publication else ()
    return replace(known, corrected=corrected, publishing=lambda: _published(database, known))


def _published(database: Database, known: Records) -> Records:
    """What is published, or nothing that was returned where all that was is withdrawn."""
    if publication := known.sign_off.publication:
        return _as_signed(database, known, publication)
    nothing = nothing_returned(known.as_at)
    return replace(nothing, sign_off=known.sign_off, given=known.sign_off.governs, meetings=known.meetings)


def _as_signed(database: Database, known: Records, signed: Signature) -> Records:
    """The state that a signature speaks of, as readers are given it: up to its quarter, with what moved since."""
    earlier = _with_before(database, signed.shows_at)
    given = replace(earlier.before or earlier, sign_off=known.sign_off, given=signed, meetings=known.meetings)
    seen = restatements_seen(known.restatements, known.hidden)
    return until(replace(given, corrected=_corrected(known, seen, signed)), signed.quarter)


def read_signed(database: Database, quarter: Quarter, as_at: datetime | None = None) -> Records | None:
    """What was signed of a quarter last, as readers are or will be given it; None unless it is approved or published.

    Raises StoreError.
    """
    known = _with_before(database, as_at)
    signed = signed_last(known.sign_off.signatures, quarter)
    if signed is None or signed.deed not in (SignOffDeed.APPROVED, SignOffDeed.PUBLISHED):
        return None
    return _as_signed(database, known, signed)


def _corrected(known: Records, restatements: Iterable[Restatement], publication: Signature) -> tuple[Correction, ...]:
    """What moved since a publication was signed, with those of `restatements` that it made."""
    told = known.versions, restatements, known.logs.wordings, known.releases
    return corrections(*told, publication.quarter, publication.shows_at)


def _with_before(database: Database, as_at: datetime | None) -> Records:
    """What was known, and what readers are shown in place of it where the newest return is withheld from them."""
    try:
        known = _read(database, as_at)
    except Undecided:
        bring_up_to_date(database, decider())
        known = _read(database, as_at)
    if not known.concealed.withheld:
        return known
    before = known.concealed.before
    earlier = _read(database, before) if before else nothing_returned(as_at)
    return replace(known, before=replace(earlier, meetings=known.meetings, sign_off=known.sign_off))


def _read(database: Database, as_at: datetime | None) -> Records:
    with snapshot(database, as_at) as known:
        concealed = known.hidden(decider().rules)
        logs = read_logs(known)
        computed = facts_of([*computed_figures(known.versions, as_at), *action_figures(logs)])
        periods = known.period_figures
        reported = reported_for_quarters(periods)
        evidence = Evidence(known.facts.with_figures(computed), _with_ours(known.published, as_at), reported)
        unseen = _unseen(known.printed, concealed) if concealed.kept_back else ()
        printed = _with_ours(known.published_but(unseen), as_at, unseen) if unseen else None
        told = known.versions, known.restatements, as_at, logs, known.releases, known.change, concealed
        more = {"meetings": known.meetings, "sign_off": known.sign_off, "period_figures": periods}
        return Records(evidence, *told, printed=printed, **more)


def _with_ours(loaded: PublishedFigures, as_at: datetime | None, unseen: Collection[Published] = ()) -> PublishedFigures:
    understood = {key: figure for key, figure in loaded.items() if figure.understood}
    ours = {key: figure for key, figure in out_by(published_figures(), as_at).items() if figure not in unseen}
    return {**ours, **understood}


def _unseen(printed: Mapping[int, tuple[Published, ...]], concealed: HiddenThen) -> list[Published]:
    """What releases print, or the system brought with it, and readers do not get: a small count could be worked out."""
    back = ((figure, item) for change, item in concealed.kept_back for figure in _brought(printed, change))
    return [figure for figure, item in back if item in totals_of((figure,))]


def _brought(printed: Mapping[int, tuple[Published, ...]], change: int) -> Iterable[Published]:
    """What a release printed; of any other change, whatever was in print by then: its counts came into one of these."""
    if change in printed:
        return printed[change]
    by_then = (figures for number, figures in printed.items() if number < change)
    return chain(published_figures().values(), *by_then)


def nothing_returned(as_at: datetime | None = None) -> Records:
    """The records where no return was ever accepted: published figures alone."""
    return Records(Evidence({}, out_by(published_figures(), as_at)), (), (), as_at)
