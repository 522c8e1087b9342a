"""The whole way of a return: read, understood, checked, and accepted if nothing stands against it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from disclosure.rules_in_force import rules_in_force
from kpis.reference_slips import refused_while_unsound
from loaders.layouts.as_return import at_the_sender, mapped_return, mapped_submission, sums_amiss
from loaders.layouts.mapped import MappedFile
from loaders.layouts.recognised import ByLayout, mapped_file
from loaders.layouts.shipped import shipped_layouts
from loaders.naming import naming
from loaders.parsing.as_ours import as_ours
from loaders.parsing.parse import NotAReturn, figures_of, parse
from loaders.parsing.parsed import ParsedReturn
from loaders.parsing.speaking import parts_spoken
from loaders.parsing.understood import understood
from loaders.parsing.unread import Unread, unread
from loaders.reading.preflight import Unreadable
from loaders.reading.reader import read_text_table, read_workbook
from loaders.reading.workbook import Workbook
from loaders.rules import KnownBefore
from loaders.rules.check import run
from programme.access import Deed, Person, demand
from programme.aliases import aliases_standing
from programme.finding import Finding, Found
from programme.hidden import withheld_text
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, actions_in
from programme.sheets.book import WRITTEN
from programme.sheets.form import FormSheet
from programme.standing_words import StandingRows
from programme.submission import Acceptance, Answered, Submission, Version
from programme.wordings import wordings_standing
from store.database import Database
from store.hiding.hidden import newest_decision
from store.returns.counted import Counted
from store.returns.versions import accept, withdraw
from store.snapshot import snapshot

Read = Callable[[bytes, str], Workbook]


@dataclass(frozen=True, slots=True)
class LookedAtWith:
    """With what a file is looked at: how it is read, what is known from before, and today's day."""

    how: ByLayout
    known: KnownBefore | None
    today: date


BY_WHAT_FITS = ByLayout(shipped_layouts())


@dataclass(frozen=True, slots=True)
class Checked(Found):
    """A file with what the rules say about it. `submission` is there as soon as no error stands against it.

    `parsed` is None where the file could not be read as a return. `compared` says whether it was held against
    what had been accepted before. `unread` is what stands in the workbook and nobody reads, `waiting` a sentence
    for each thing that checks wait for, `understood` one for each that was read though it is written in another way.
    `mapped` is what a layout takes out of a file that is no form of ours.
    """

    file_name: str
    findings: tuple[Finding, ...]
    parsed: ParsedReturn | None = None
    submission: Submission | None = None
    compared: bool = False
    unread: tuple[Unread, ...] = ()
    waiting: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    mapped: MappedFile | None = None

    @property
    def readable(self) -> bool:
        """Whether the file is a workbook that was meant as a return, or that a layout reads."""
        return self.parsed is not None or bool(self.mapped and self.mapped.layout)

    @property
    def acceptable(self) -> bool:
        """Whether it can be accepted, once its queries are answered."""
        return self.submission is not None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a file: a version, or the sentence that says why there is none.

    `withheld` says why readers keep the state before, where they do: a sentence for analysts.
    """

    checked: Checked
    version: Version | None = None
    refusal: str = ""
    withheld: str = ""


def known_to(database: Database, person: Person) -> KnownBefore:
    """What a return that `person` hands in is held against: everything accepted so far, which findings quote.

    Raises NotAllowed and StoreError.
    """
    demand(person, Deed.UPLOAD)
    with snapshot(database) as known:
        words = {form.name: _standing_rows(known, form) for form in WRITTEN}
        actions = tuple(each for stood in words[ACTIONS.name] for each in actions_in(stood.rows))
        told = known.facts, known.versions, actions, words, tuple(wordings_standing(known.wordings))
        return KnownBefore(*told, aliases_standing(known.aliases), known.period_figures)


def _standing_rows(known: Counted, form: FormSheet) -> tuple[StandingRows, ...]:
    held = known.held(form.name)
    return tuple(StandingRows(version, held[version.number], tuple(rows)) for version, rows in known.rows(form.name))


def check_file(
    content: bytes,
    file_name: str,
    *,
    known: KnownBefore | None = None,
    today: date | None = None,
    read: Read = read_workbook,
    how: ByLayout = BY_WHAT_FITS,
) -> Checked:
    """Read and check a file. Needs no database: without `known` nothing is compared with earlier returns.

    `read` gives the workbook of a file; another one may have read it already. `how` says how to read one that is no form of
    ours.
    """
    today = today or date.today()
    look = LookedAtWith(how, known, today)
    try:
        workbook = read(content, file_name)
        if how.layout is not None:
            return _mapped(workbook, content, look)
        names = naming(known.aliases if known else ())
        ours = as_ours(workbook, names)
        parsed = parse(ours.workbook, names)
    except NotAReturn as refusal:
        return _mapped(workbook, content, look, refusal)
    except Unreadable as refusal:
        return _text_table(content, file_name, refusal, look)
    findings, waiting = run(parsed, known=known, today=today)
    beside = unread(parsed), waiting, (*ours.notes, *understood(parsed))
    checked = Checked(file_name, tuple(map(ours.at_the_sender, findings)), parsed, None, known is not None, *beside)
    return checked if checked.errors else replace(checked, submission=ours.submitted(_submission(parsed, content)))


def _text_table(content: bytes, file_name: str, refusal: Unreadable, look: LookedAtWith) -> Checked:
    """A text file as a layout reads it; refused as before where none does."""
    if refusal.finding.rule != "file_text" and not (look.how.layout and refusal.finding.rule == "file_published"):
        return Checked(file_name, (refusal.finding,))
    try:
        return _mapped(read_text_table(content, file_name), content, look, refusal)
    except Unreadable as other:
        return Checked(file_name, (other.finding,))


def _mapped(workbook: Workbook, content: bytes, look: LookedAtWith, refusal: Unreadable | None = None) -> Checked:
    """A file that is no form of ours, as the layout that was said or that it looks like takes it."""
    names = naming(look.known.aliases if look.known else ())
    mapped = mapped_file(workbook, look.how, Quarter.containing(look.today), names)
    parsed = mapped_return(mapped, look.known)
    if parsed is None:
        none_fits = (refusal.finding,) if refusal and mapped.layout is None and not mapped.findings else ()
        return Checked(workbook.file_name, (*mapped.findings, *none_fits), mapped=mapped)
    found, waiting = run(parsed, known=look.known, today=look.today)
    findings = (*mapped.findings, *sums_amiss(mapped), *(at_the_sender(each, mapped) for each in found))
    checked = Checked(workbook.file_name, findings, parsed, None, look.known is not None, (), waiting, mapped=mapped)
    if checked.errors:
        return checked
    return replace(checked, submission=mapped_submission(_submission(parsed, content), mapped))


def _submission(parsed: ParsedReturn, content: bytes) -> Submission:
    workbook, parts = parsed.workbook, parts_spoken(parsed)
    figures = figures_of(parsed)
    return Submission(parsed.cover, workbook.file_name, content, workbook.sha256, figures, parsed.entries, parts=parts)


def accept_checked(database: Database, checked: Checked, acceptance: Acceptance, *, decide: bool = True) -> Loaded:
    """Accept a checked return, or say why not. Nothing is stored unless every query has a reason.

    The reasons are kept with the version. In the same transaction it is decided what readers may not see, unless that is
    left (`decide`) to a later return of the same loading. Raises StoreError, as `store.returns.versions.accept` does.
    """
    refusal = _refusal(checked, acceptance) or refused_while_unsound(checked.file_name)
    if refusal:
        return Loaded(checked, refusal=refusal)
    answered = tuple(Answered(query, acceptance.answer(query)) for query in checked.queries)
    submission = replace(checked.submission, answered=answered)
    version = accept(database, submission, acceptance, rules_in_force() if decide else None)
    return Loaded(checked, version, withheld=withheld_from_readers(database) if decide else "")


def withheld_from_readers(database: Database) -> str:
    """Why readers keep the state before what was stored last, where they do: a sentence for analysts."""
    return withheld_text(newest_decision(database).withheld)


def load(
    database: Database,
    content: bytes,
    file_name: str,
    acceptance: Acceptance,
    *,
    today: date | None = None,
    read: Read = read_workbook,
    decide: bool = True,
    how: ByLayout = BY_WHAT_FITS,
) -> Loaded:
    """Check a file against the database and accept it if it can be."""
    today = today or (acceptance.at.date() if acceptance.at else None)
    checked = check_file(content, file_name, known=known_to(database, acceptance.by), today=today, read=read, how=how)
    return accept_checked(database, checked, acceptance, decide=decide)


def take_back_version(database: Database, number: int, acceptance: Acceptance) -> Version:
    """Withdraw a version, and decide what readers may not see of what counts then. Raises as `versions.withdraw`."""
    return withdraw(database, number, acceptance, rules_in_force())


def _refusal(checked: Checked, acceptance: Acceptance) -> str:
    """Why the return cannot be accepted as it is; empty where it can."""
    if not checked.acceptable:
        count = len(checked.errors)
        return f"{checked.file_name} was not accepted: {_counted(count, 'error')} must be put right. Nothing was stored."
    if not acceptance.by.name.strip():
        return f"{checked.file_name} was not accepted: whoever accepts it must give a name or role. Nothing was stored."
    open_queries = [query for query in checked.queries if not acceptance.answer(query)]
    if open_queries:
        count, needs = _counted(len(open_queries), "query"), "needs" if len(open_queries) == 1 else "need"
        return f"{checked.file_name} was not accepted: {count} {needs} a reason. Nothing was stored."
    return ""


def _counted(count: int, noun: str) -> str:
    """`1 error`, `2 queries`."""
    return f"{count} {noun if count == 1 else {'query': 'queries'}.get(noun, noun + 's')}"
