"""Loads the demonstration returns of `data/sample/` on the same way as any return, each as of the day it came in."""

import gc
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from loaders.layouts.known import layouts_known
from loaders.layouts.recognised import ByLayout
from loaders.pipeline import Read, load
from loaders.published.releases import keep_release, take_back
from loaders.reading.reader import read_workbook
from loaders.reading.workbook import Workbook
from loaders.sample_aliases import add_sample_aliases
from loaders.sample_files import RELEASES, SAMPLE, Received, listed_lines, manifest
from loaders.sample_layouts import add_sample_layouts
from loaders.sample_meeting import play_meeting
from loaders.sample_signoffs import play_sign_offs
from loaders.words_sent import do_on_screen, words_sent
from programme.access import EVERY_ROLE, Person
from programme.submission import Acceptance, Version
from store.database import Database
from store.errors import StoreError
from store.returns.versions import versions

READ_AHEAD = 2  # files: while one is checked and stored, the next are read

TellProgress = Callable[[int, int, str], None]
"""Told before each file: how many are done, of how many, and its name; and once more at the end."""

_one_at_a_time = Lock()


def load_demonstration(
    database: Database, progress: TellProgress | None = None, folder: Path = SAMPLE, read: Read = read_workbook
) -> list[Version]:
    """Accept every file of the demonstration into an empty database; `read` gives the workbook of a file.

    Raises StoreError when the database already holds returns, or when a file is refused.
    """
    received = manifest(folder)
    tell = progress or (lambda done, of, name: None)
    with _one_at_a_time, _collector_at_rest():
        _refuse_unless_empty(database)
        add_sample_aliases(database, folder)
        add_sample_layouts(database, folder)
        how = ByLayout(layouts_known(database))
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
                loaded.append(_load(database, line, contents[done], reading[done], how, decide=last))
        for each in said:
            do_on_screen(database, each)
        for released in releases_sent(folder):
            _load_release(database, released, folder)
        play_meeting(database, folder)
        play_sign_offs(database, folder)
    tell(len(received), len(received), "")
    return loaded


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
    return [
        ReleaseSent(
            line["file"],
            line["release"],
            datetime.fromisoformat(line["loaded_at"]),
            line["by"],
            datetime.fromisoformat(line["withdrawn_at"]),
            line["reason"],
        )
        for line in listed_lines(folder / RELEASES)
    ]


def _load_release(database: Database, sent: ReleaseSent, folder: Path) -> None:
    """Load a release and take it back. Raises StoreError when it is refused."""
    who = Person(sent.by, "", EVERY_ROLE)
    content = (folder / sent.file).read_bytes()
    kept = keep_release(database, content, sent.file, sent.release, Acceptance(who, at=sent.loaded_at))
    if kept.number is None:
        raise StoreError(kept.refusal)
    take_back(database, kept.number, Acceptance(who, sent.reason, at=sent.withdrawn_at))


def _load(
    database: Database, line: Received, content: bytes, reading: Future[Workbook], how: ByLayout, decide: bool
) -> Version:
    """Accept one file. What readers may not see is decided about all of them with the last."""
    acceptance = Acceptance(Person(line.by, "", EVERY_ROLE), line.reason, reasons=line.reason, at=line.received_at)
    loaded = load(database, content, line.file, acceptance, read=lambda *_: reading.result(), decide=decide, how=how)
    if loaded.version is None:
        raise StoreError(" ".join((loaded.refusal, *(error.message for error in loaded.checked.errors[:1]))))
    return loaded.version
