"""Loads the demonstration returns of `data/sample/` on the same way as any return, each as of the day it came in."""

import csv
import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from threading import Lock

from loaders.pipeline import Read, load
from loaders.published.releases import keep_release, take_back
from loaders.reading.reader import read_workbook
from loaders.reading.workbook import Workbook
from loaders.sample_aliases import add_sample_aliases, aliases_missing_from
from loaders.sample_meeting import MEETING, play_meeting
from loaders.sample_signoffs import play_sign_offs, sign_offs_missing_from
from loaders.words_sent import do_on_screen, words_missing_from, words_sent
from programme.access import EVERY_ROLE, Person
from programme.measures import measures
from programme.sheets.letters import LETTERS
from programme.submission import Acceptance, Version
from store.database import Database
from store.errors import StoreError
from store.facts import facts
from store.meetings import meetings
from store.snapshot import snapshot
from store.versions import versions

READ_AHEAD = 2  # files: while one is checked and stored, the next are read
SAMPLE = Path(__file__).parent.parent / "data" / "sample"

Progress = Callable[[int, int, str], None]
"""Told before each file: how many are done, of how many, and its name; and once more at the end."""

_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Received:
    """One line of the manifest: a file, when it came in, who accepted it, and why it was made."""

    file: str
    received_at: datetime
    by: str
    reason: str


def manifest(folder: Path = SAMPLE) -> list[Received]:
    """The files of the demonstration in the order in which they came in."""
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return [
            Received(row["file"], datetime.fromisoformat(row["received_at"]), row["by"], row["reason"])
            for row in csv.DictReader(file)
        ]


def load_demonstration(
    database: Database, progress: Progress | None = None, folder: Path = SAMPLE, read: Read = read_workbook
) -> list[Version]:
    """Accept every file of the demonstration into an empty database; `read` gives the workbook of a file.

    Raises StoreError when the database already holds returns, or when a file is refused.
    """
    received = manifest(folder)
    tell = progress or (lambda done, of, name: None)
    with _one_at_a_time, _collector_at_rest():
        _refuse_unless_empty(database)
        add_sample_aliases(database, folder)
        loaded = []
        with ThreadPoolExecutor(READ_AHEAD) as pool:
            contents = [(folder / line.file).read_bytes() for line in received]
            reading = [pool.submit(read, *file) for file in zip(contents, (line.file for line in received), strict=True)]
            said = words_sent(folder)
            for done, line in enumerate(received):
                tell(done, len(received), line.file)
                while said and said[0].at < line.received_at:
                    do_on_screen(database, said.pop(0))
                last = done + 1 == len(received)
                loaded.append(_load(database, line, contents[done], reading[done], decide=last))
        for each in said:
            do_on_screen(database, each)
        for released in releases_sent(folder):
            _load_release(database, released, folder)
        play_meeting(database, folder)
        play_sign_offs(database, folder)
    tell(len(received), len(received), "")
    return loaded


def missing_from(database: Database, folder: Path = SAMPLE) -> tuple[str, ...]:
    """Sentences that say what this edition's demonstration has and the one in a database has not.

    None where the database holds no demonstration, or today's.
    """
    ours = {line.file: sha256((folder / line.file).read_bytes()).hexdigest() for line in manifest(folder)}
    held = {each.file_name: each.sha256 for each in versions(database) if each.cover.illustrative and each.file_name in ours}
    other = [file for file in ours if held.get(file) != ours[file]]
    said = (
        words_missing_from(database, folder),
        sign_offs_missing_from(database, folder),
        aliases_missing_from(database, folder),
    )
    lacking = (*_without_letters(database), *_without_meeting(database, folder), *filter(None, said))
    if not held or not (other or lacking):
        return ()
    return (
        f"Its demonstration is of an earlier edition: of {len(ours)} files of today's, {len(other)} are missing or others.",
        *_without_figures(database),
        *lacking,
        "To see today's, name a new file in WSOA_DATABASE and load it there; this one keeps what it has.",
    )


def _without_figures(database: Database) -> tuple[str, ...]:
    """What was asked for in quarters that the database holds, and nobody returned."""
    figures = facts(database)
    quarters, given = {quarter for _, _, quarter in figures}, {measure for measure, _, _ in figures}
    lacking = [each for each in measures().values() if each.id not in given and any(map(each.due, quarters))]
    if not lacking:
        return ()
    return (f"It has no figures at all for: {'; '.join(each.description for each in lacking)}.",)


def _without_letters(database: Database) -> tuple[str, ...]:
    """What stands for the letters where no return of the demonstration brought any."""
    with snapshot(database) as known:
        held = any(rows for version, rows in known.rows(LETTERS.name) if version.cover.illustrative)
    return () if held else ("It has no letter of the DfE, NHS England or inspectors.",)


def _without_meeting(database: Database, folder: Path) -> tuple[str, ...]:
    """What stands for the meeting where it has none that is illustrative and today's has one."""
    if not (folder / MEETING).exists() or any(each.illustrative for each in meetings(database)):
        return ()
    return ("It has no meeting of the board: no challenge, decision, follow-up or minutes.",)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Hundreds of thousands of small values are made and none of them in circles: looking for garbage is a tenth of it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _refuse_unless_empty(database: Database) -> None:
    held = len(versions(database))
    if held:
        raise StoreError(
            f"Demonstration returns can only be loaded into an empty database, got: one with {held} versions. "
            "Name a new file in WSOA_DATABASE to see them. Nothing was changed."
        )


@dataclass(frozen=True, slots=True)
class ReleaseSent:
    """A file of published figures: when it was loaded and by whom, and when and why it was taken back."""

    file: str
    release: str
    loaded_at: datetime
    by: str
    withdrawn_at: datetime
    reason: str


def releases_sent(folder: Path = SAMPLE) -> list[ReleaseSent]:
    """The releases of the demonstration; none where the folder lists none."""
    listed = folder / "releases.csv"
    if not listed.exists():
        return []
    with listed.open(encoding="utf-8", newline="") as file:
        return [
            ReleaseSent(
                row["file"],
                row["release"],
                datetime.fromisoformat(row["loaded_at"]),
                row["by"],
                datetime.fromisoformat(row["withdrawn_at"]),
                row["reason"],
            )
            for row in csv.DictReader(file)
        ]


def _load_release(database: Database, sent: ReleaseSent, folder: Path) -> None:
    """Load a release and take it back. Raises StoreError when it is refused."""
    who = Person(sent.by, "", EVERY_ROLE)
    content = (folder / sent.file).read_bytes()
    kept = keep_release(database, content, sent.file, sent.release, Acceptance(who, at=sent.loaded_at))
    if kept.number is None:
        raise StoreError(kept.refusal)
    take_back(database, kept.number, Acceptance(who, sent.reason, at=sent.withdrawn_at))


def _load(database: Database, line: Received, content: bytes, reading: Future[Workbook], decide: bool) -> Version:
    """Accept one file. What readers may not see is decided about all of them with the last."""
    acceptance = Acceptance(Person(line.by, "", EVERY_ROLE), line.reason, reasons=line.reason, at=line.received_at)
    loaded = load(database, content, line.file, acceptance, read=lambda *_: reading.result(), decide=decide)
    if loaded.version is None:
        raise StoreError(" ".join((loaded.refusal, *(error.message for error in loaded.checked.errors[:1]))))
    return loaded.version
