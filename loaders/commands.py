"""What each command of the command line does, and how it answers people and scripts."""

import json
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from tqdm import tqdm

from loaders import pipeline
from loaders.answers.findings import grouped
from loaders.answers.marked import marked
from loaders.answers.not_kept import told_not_kept
from loaders.layout_commands import layout_named, layouts_there, mapped_lines, mapped_object, told_alike
from loaders.layouts.known import layouts_known
from loaders.layouts.layout import Layout
from loaders.layouts.mapped import MappedFile
from loaders.layouts.recognised import ByLayout
from loaders.parsing.unread import Unread
from loaders.published import releases
from plumbing.command_line import DONE, REFUSED, print_each
from programme.access import AT_THE_COMMAND_LINE, Person, person_here, sight
from programme.finding import Finding, Severity
from programme.moment import day_text
from programme.published import LoadedRelease, ReleaseWithdrawal
from programme.submission import Acceptance, Submission
from store.database import Database
from store.errors import StoreError

NOT_READABLE = 2
NOT_A_DFE_FILE = {"dfe_not_csv", "dfe_file_unknown", "zip_damaged", "zip_locked"}


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one file. `accepted` means acceptable where a file is only checked; then there is no version.

    `withheld` says what readers do not get of it, and because of which figure; it is part of the `sentence` too.
    """

    file: str
    accepted: bool
    version: int | None
    findings: tuple[Finding, ...]
    code: int
    sentence: str
    unread: tuple[Unread, ...] = ()
    preview: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    understood: tuple[str, ...] = ()
    withheld: str = ""
    mapped: MappedFile | None = None

    def as_json(self) -> dict[str, object]:
        """The object that scripts read."""
        if self.mapped and self.mapped.layout and self.version is None:
            return mapped_object(self.file, self.mapped, self.findings)
        return {
            "file": self.file,
            "accepted": self.accepted,
            "version": self.version,
            "findings": [asdict(finding) for finding in self.findings],
            "unread": [{"place": each.place, "what": str(each)} for each in self.unread],
            **({"waiting": list(self.waiting)} if self.waiting else {}),
            **({"understood": list(self.understood)} if self.understood else {}),
            **({"preview": list(self.preview)} if self.preview else {}),
            **({"withheld": self.withheld} if self.withheld else {}),
            **({"layout": None, "matched": self.mapped.matched, "values": []} if self.mapped else {}),
        }

    def as_text(self) -> str:
        """The lines that people read: the outcome, below it one line per cause, and what nobody reads."""
        groups = grouped(self.findings)
        width = max((len(each.place) for each in (*groups, *self.unread)), default=0)
        lines = [f"  {group.place:{width}}  {group.severity:5}  {group.message}" for group in groups]
        unread = ["  Nobody reads:"] if self.unread else []
        unread += [f"  {each.place:{width}}  {each}" for each in self.unread]
        lines += mapped_lines(self.mapped) if self.mapped else []
        told = [f"  {each}" for each in (*self.understood, *self.waiting)]
        return "\n".join([self.sentence, *lines, *told, *unread, *self.preview])


def _by_layout(asked: Namespace, layouts: tuple[Layout, ...]) -> ByLayout:
    """How files that are no forms of ours are read, as it was asked for."""
    layout = layout_named(asked.layout, layouts) if asked.layout else None
    return ByLayout(layouts, layout, asked.quarter, dict(asked.sheet))


def check_files(asked: Namespace) -> int:
    """Check files, each by itself: unless a preview is asked for, they are compared with no earlier returns."""
    if not asked.preview:
        layouts, unasked = layouts_there(asked.layout)
        how = _by_layout(asked, layouts)
        return _each(asked, lambda content, path: _layouts_told(_check(content, path, asked, how), unasked))
    with Database.open(asked.database, create=False) as database:
        how = _by_layout(asked, layouts_known(database))
        return _each(asked, lambda content, path: _check(content, path, asked, how, database))


def _layouts_told(answer: Answer, unasked: str) -> Answer:
    """With why layouts that people made were not asked, where a file is no form of ours and may be one of theirs."""
    return replace(answer, waiting=(*answer.waiting, unasked)) if unasked and answer.mapped else answer


def _check(content: bytes, path: Path, asked: Namespace, how: ByLayout, database: Database | None = None) -> Answer:
    person = person_here(AT_THE_COMMAND_LINE)
    known = pipeline.known_to(database, person) if database else None
    checked = pipeline.check_file(content, path.name, known=known, how=how)
    looks = f"{told_alike(path.name, checked.mapped)} " if checked.mapped and checked.mapped.layout else ""
    outcome = "can be accepted" if checked.acceptable else "cannot be accepted as it is"
    needs = "; its queries need a reason" if checked.acceptable and checked.queries else ""
    compared = "" if database else " It was not compared with earlier returns."
    told = _marked(content, checked, asked.marked) if asked.marked else ""
    answer = _answer(path, checked, None, " ".join(filter(None, (f"{looks}{path.name} {outcome}{needs}.{compared}", told))))
    if database and checked.acceptable:
        return replace(answer, preview=_preview(database, checked.submission, person))
    return answer


def _preview(database: Database, submission: Submission, person: Person) -> tuple[str, ...]:
    """What accepting would change, and what readers would not see of it, line by line."""
    from loaders.impact import foreseen_hiding, impact  # and all of reports, for which a check and a load need not wait
    from reports.tables.impact import previewed

    foreseen = impact(database, submission, person)
    return previewed(foreseen, foreseen_hiding(database, submission, person), sight(person))


def _marked(content: bytes, checked: pipeline.Checked, marked_copy: Path) -> str:
    """Write the marked copy, and say where it is and what it does not keep."""
    if not checked.readable:
        return f"There is no marked copy, because {checked.file_name} could not be read."
    try:
        marked_copy.write_bytes(marked(content, checked.findings))
    except OSError as refusal:
        raise StoreError(f"{marked_copy} must be a file that can be written, got: {refusal.strerror}.") from refusal
    return f"The marked copy is {marked_copy}. {told_not_kept(content)}".rstrip()


def _reasons(asked: Namespace, checked: pipeline.Checked) -> dict[Finding, str]:
    """The reason for each query: of its cell before that of its line, by number or place, before the one for all."""
    lines = {}
    for number, group in enumerate(grouped(checked.queries), start=1):
        lines |= {finding: (finding.place, group.place, str(number)) for finding in group.findings}
    given = dict(asked.reasons)
    reasons = {finding: [given[each] for each in names if each in given] for finding, names in lines.items()}
    return {finding: (found or [asked.accept_queries or ""])[0] for finding, found in reasons.items()}


def load_files(asked: Namespace) -> int:
    """Accept every file that can be; one that is refused does not stop the others."""
    person = person_here(asked.by)
    with Database.open(asked.database) as database:
        how = _by_layout(asked, layouts_known(database))

        def accept(content: bytes, path: Path) -> Answer:
            known = pipeline.known_to(database, person)
            checked = pipeline.check_file(content, path.name, known=known, how=how)
            acceptance = Acceptance(person, reasons=_reasons(asked, checked), confirmed=asked.today)
            loaded = pipeline.accept_checked(database, checked, acceptance)
            number = loaded.version and loaded.version.number
            accepted = f"{path.name} was accepted as version {number}. {loaded.withheld}".rstrip()
            answered = _answer(path, loaded.checked, number, loaded.refusal or accepted)
            return replace(answered, withheld=loaded.withheld)

        return _each(asked, accept)


def _answer(path: Path, checked: pipeline.Checked, version: int | None, sentence: str) -> Answer:
    accepted = checked.acceptable if version is None and not checked.compared else version is not None
    code = DONE if accepted else REFUSED if checked.readable else NOT_READABLE
    told = {"waiting": checked.waiting, "understood": checked.understood, "mapped": checked.mapped}
    return Answer(str(path), accepted, version, checked.findings, code, sentence, checked.unread, **told)


def load_comparators(asked: Namespace) -> int:
    """Load files of published figures."""
    acceptance = Acceptance(person_here(asked.by), reasons=asked.accept_queries or "", confirmed=asked.today)
    with Database.open(asked.database) as database:

        def keep(content: bytes, path: Path) -> Answer:
            kept = releases.keep_release(database, content, path.name, asked.release, acceptance, asked.published)
            if kept.number is None:
                code = NOT_READABLE if kept.findings[0].rule in NOT_A_DFE_FILE else REFUSED
                return Answer(str(path), False, None, kept.findings, code, kept.refusal)
            sentence = f"{path.name}: {kept.figures:,} published figures loaded. {kept.kept_back}".rstrip()
            return Answer(str(path), True, kept.number, kept.findings, DONE, sentence, withheld=kept.kept_back)

        return _each(asked, keep)


def list_releases(asked: Namespace) -> int:
    """Say which files of published figures were loaded, and which of them were withdrawn."""
    with Database.open(asked.database, create=False) as database:
        found = releases.known_releases(database)
    none = "No release was loaded. The figures that come with WSoA Monitor count."
    print_each(found, asked.json, _release_object, _release_line, none)
    return DONE


def _release_object(release: LoadedRelease) -> dict[str, object]:
    withdrawal = release.withdrawal
    return {
        "number": release.number,
        "release": release.release,
        "file": release.file_name,
        "sha256": release.sha256,
        "published": release.published_on and release.published_on.isoformat(),
        "figures": release.figures,
        "loaded_at": release.loaded_at.isoformat(),
        "loaded_by": release.loaded_by,
        "account": release.account,
        "withdrawn": withdrawal and _withdrawal_object(withdrawal),
    }


def _withdrawal_object(back: ReleaseWithdrawal) -> dict[str, str]:
    return {"at": back.at.isoformat(), "by": back.by, "account": back.account, "reason": back.reason}


def _release_line(release: LoadedRelease) -> str:
    day = f"published {day_text(release.published_on)}" if release.published_on else "day of publication not said"
    back = release.withdrawal
    withdrawn = f"; withdrawn by {back.doer} on {day_text(back.at)}: {back.reason}" if back else ""
    loaded = f"loaded by {release.doer} on {day_text(release.loaded_at)}"
    return (
        f"{release.number}  {release.release}, {release.file_name}: {release.figures:,} figures, {day}, {loaded}{withdrawn}"
    )


def take_release_back(asked: Namespace) -> int:
    """Take a release of published figures back."""
    with Database.open(asked.database, create=False) as database:
        person = person_here(asked.by)
        changed = len(releases.foreseen_withdrawal(database, asked.number, person).changed)
        acceptance = Acceptance(person, asked.reason, confirmed=asked.today)
        releases.take_back(database, asked.number, acceptance)
    print(f"Release {asked.number} was withdrawn, which changed {changed:,} published figures. Nothing was deleted.")
    return DONE


def withdraw_version(asked: Namespace) -> int:
    """Take a version back."""
    with Database.open(asked.database, create=False) as database:
        acceptance = Acceptance(person_here(asked.by), asked.reason, confirmed=asked.today)
        made = pipeline.take_back_version(database, asked.number, acceptance)
        told = pipeline.withheld_from_readers(database)
    print(f"Version {asked.number} was withdrawn, which is version {made.number}. Nothing was deleted. {told}".rstrip())
    return DONE


def _each(asked: Namespace, answer: Callable[[bytes, Path], Answer]) -> int:
    """Answer for every file, print what was asked for, and return the gravest code."""
    watched = tqdm(asked.files, unit="file", leave=False, disable=not sys.stderr.isatty())
    answers = [_answered(path, answer) for path in watched]
    if asked.json:
        print(json.dumps([each.as_json() for each in answers], ensure_ascii=False, indent=2))
    else:
        print("\n".join(each.as_text() for each in answers))
    return max(each.code for each in answers)


def _answered(path: Path, answer: Callable[[bytes, Path], Answer]) -> Answer:
    try:
        content = path.read_bytes()
    except OSError as fault:
        message = f"A file must exist and be readable, got: {path} ({fault.strerror}). Nothing was stored."
        finding = Finding("file_not_found", Severity.ERROR, "", "", message)
        return Answer(str(path), False, None, (finding,), NOT_READABLE, f"{path.name} could not be read.")
    return answer(content, path)
