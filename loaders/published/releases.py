"""A file of published figures, read, checked and kept: what a return's pipeline is to a release."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from disclosure.rules_in_force import rules_in_force
from kpis.reference_slips import refused_while_unsound
from loaders.published.against import doubts_against
from loaders.published.archive import Refused, is_archive, tables_in
from loaders.published.dfe import Release, read_dfe
from loaders.published.order import order_asked
from loaders.published.within import doubts_within
from plumbing.listed import named_list
from programme.access import Deed, Person, demand
from programme.answers import is_answer
from programme.areas import PROGRAMME_AREAS
from programme.finding import Finding, Found, Severity
from programme.hidden import Decided
from programme.published import ForeseenRelease, LoadedRelease, Published, PublishedFigures, PublishedFile, published_figures
from programme.submission import Acceptance
from store import comparators
from store.database import Database
from store.hiding.hidden import newest_decision, trial
from store.snapshot import snapshot

KEPT_BACK = (
    "Readers {do} not get {figures} of this release and keep what they had before: with it a count of 1 to 4 could be "
    "worked out from what they have seen already. Analysts see it. Nothing was lost."
)


@dataclass(frozen=True, slots=True)
class CheckedRelease(Found):
    """A file with what stands against it. `file` is there as soon as no error does, `number` where it is loaded already."""

    file_name: str
    findings: tuple[Finding, ...]
    file: PublishedFile | None = None
    foreseen: ForeseenRelease | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """What became of a file: how many figures were kept under which number, or None and the findings that say why.

    `kept_back` says what readers do not get of it, where there is something: a sentence for analysts.
    """

    findings: tuple[Finding, ...]
    figures: int
    number: int | None = None
    refusal: str = ""
    kept_back: str = ""


def read_release(content: bytes, file_name: str, release: str) -> Release:
    """The figures of one file or of every table in a ZIP file, and what is doubtful about them by themselves."""
    if not is_archive(content):
        return _doubted(read_dfe(content, file_name, release), file_name)
    try:
        found = [_doubted(read_dfe(table, name, release), name) for name, table in tables_in(content)]
    except Refused as refusal:
        return Release((), (refusal.finding,))
    findings = tuple(finding for each in found for finding in each.findings)
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return Release(() if refused else tuple(figure for each in found for figure in each.figures), findings)


def _doubted(found: Release, file_name: str) -> Release:
    placed = (replace(finding, sheet=finding.sheet or (finding.cell and file_name)) for finding in found.findings)
    return Release(found.figures, (*placed, *doubts_within(found.figures)))


def check_release(
    database: Database, content: bytes, file_name: str, release: str, person: Person, published_on: date | None = None
) -> CheckedRelease:
    """Read and check a file, and foresee what loading it would change. Reads only. Raises NotAllowed and StoreError."""
    demand(person, Deed.PREVIEW)
    found, digest = read_release(content, file_name, release), sha256(content).hexdigest()
    if not found.figures:
        return CheckedRelease(file_name, found.findings)
    file = PublishedFile(release, file_name, digest, found.figures, content, published_on)
    with snapshot(database) as known:
        same = _loaded_already(known.releases, file)
        if same is not None:
            return CheckedRelease(file_name, found.findings, file, number=same.number)
        others = [(each, known.given_by(each.number)) for each in known.releases if not _put_aside(each, file)]
        asked = order_asked(published_on, _by_key(file.figures), others)
        findings = (*found.findings, *doubts_against(file.figures, _with_ours(known.published)), *asked)
        if any(finding.severity is Severity.ERROR for finding in findings):
            return CheckedRelease(file_name, findings)
        foreseen = ForeseenRelease(_with_ours(known.published), _with_ours(known.published_after(file)), known.change)
        return CheckedRelease(file_name, findings, file, foreseen)


def keep_checked(database: Database, checked: CheckedRelease, acceptance: Acceptance) -> KeptRelease:
    """Store a checked file, or say why not: every query needs a reason. Raises StoreError."""
    if checked.file is None:
        return KeptRelease(checked.findings, 0, refusal=f"{checked.file_name} was not loaded. Nothing was stored.")
    if checked.number is not None:
        return KeptRelease(checked.findings, len(checked.file.figures), checked.number)
    unanswered = [query for query in checked.queries if not is_answer(acceptance.answer(query))]
    if unanswered:
        needs = "1 query needs" if len(unanswered) == 1 else f"{len(unanswered)} queries need"
        return KeptRelease(
            checked.findings, 0, refusal=f"{checked.file_name} was not loaded: {needs} a reason. Nothing was stored."
        )
    if unsound := refused_while_unsound(checked.file_name):
        return KeptRelease(checked.findings, 0, refusal=unsound)
    file = replace(checked.file, answered=tuple((query, acceptance.answer(query)) for query in checked.queries))
    number = comparators.save_release(database, file, replace(acceptance, seen=checked.foreseen.seen), rules_in_force())
    told = _told_kept_back(newest_decision(database), "do")
    return KeptRelease(checked.findings, len(file.figures), number, kept_back=told)


def foreseen_kept_back(database: Database, file: PublishedFile, person: Person) -> str:
    """What readers would not get of a file if it were loaded now, as a sentence. Raises as the check."""
    demand(person, Deed.PREVIEW)
    ours = {area.code for area in PROGRAMME_AREAS}
    with database.reading() as cursor:
        printed = tuple(each for each in file.figures if each.area_code in ours)
        return _told_kept_back(trial(cursor, rules_in_force(), database.kept, published=printed), "would")


def _told_kept_back(decided: Decided, do: str) -> str:
    named = [f"“{item.told}”" for item in decided.kept_back]
    return KEPT_BACK.format(do=do, figures=named_list(named)) if named else ""


def keep_release(
    database: Database,
    content: bytes,
    file_name: str,
    release: str,
    acceptance: Acceptance,
    published_on: date | None = None,
) -> KeptRelease:
    """Read a DfE file as downloaded and store all its figures, or nothing. Raises StoreError.

    A file is not stored twice: the same one again, of the same release and day, answers with its number.
    """
    checked = check_release(database, content, file_name, release, acceptance.by, published_on)
    return keep_checked(database, checked, acceptance)


def foreseen_withdrawal(database: Database, number: int, person: Person) -> ForeseenRelease:
    """What taking a release back now would change. Reads only. Raises NotAllowed and StoreError."""
    demand(person, Deed.PREVIEW)
    with snapshot(database) as known:
        return ForeseenRelease(_with_ours(known.published), _with_ours(known.published_without(number)), known.change)


def take_back(database: Database, number: int, acceptance: Acceptance) -> None:
    """Take a release back; what it replaced counts again. What was printed once stays known. Raises StoreError."""
    comparators.withdraw_release(database, number, acceptance, rules_in_force())


def known_releases(database: Database) -> tuple[LoadedRelease, ...]:
    """Every release that was loaded, oldest first, withdrawn ones included. Raises StoreError."""
    with snapshot(database) as known:
        return known.releases


def _loaded_already(known: Iterable[LoadedRelease], file: PublishedFile) -> LoadedRelease | None:
    """The release that this file is, where it stands. Without a day only the newest can be meant: others may lie over it."""
    told = file.sha256, file.release, file.published_on
    standing = [each for each in known if not each.withdrawal]
    meant = standing if file.published_on else [each for each in standing if each.file_name == file.file_name][-1:]
    return next((each for each in meant if (each.sha256, each.release, each.published_on) == told), None)


def _put_aside(other: LoadedRelease, file: PublishedFile) -> bool:
    """Whether nothing need be asked about another release: it is withdrawn, or this same file, given its day now."""
    return other.withdrawal is not None or (
        other.sha256 == file.sha256 and other.published_on is None and bool(file.published_on)
    )


def _by_key(figures: Iterable[Published]) -> PublishedFigures:
    return {(each.series, each.area_code, each.period): each for each in figures}


def _with_ours(loaded: PublishedFigures) -> PublishedFigures:
    return {**published_figures(), **loaded}
