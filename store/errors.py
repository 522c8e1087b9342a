"""Turns what a database or an operating system complains about into a sentence that a person can act on."""

import re
from pathlib import Path
from typing import NamedTuple

from plumbing.unsaid import without_passwords
from store.place import Place

SOME_PATH = re.compile(r"(?<![\w./:])(?:[A-Za-z]:[\\/]|/)[^\s,;\"']*[^\s,;:.\"']")
HOLDER = re.compile(r"\(PID (\d+)\)")


class StoreError(Exception):
    """Something that a person can put right; its text is the whole sentence, for whoever keeps the store.

    `path` is where the store is, for the sentence that readers are told.
    """

    def __init__(self, sentence: str, path: Path | Place | None = None):
        super().__init__(sentence)
        self._path = str(path or "")

    @property
    def outside(self) -> str:
        """The sentence for readers: neither where the store is nor which process holds it."""
        told = re.sub(r" \(process \d+\)", "", str(self))
        if self._path:
            told = told.replace(f"database {self._path}", "database of this app")
            told = told.replace(self._path, "the database of this app")
        told = SOME_PATH.sub("a file of this app", told)
        return told[:1].upper() + told[1:]


class Overtaken(StoreError):  # noqa: N818 - what happened, in the word that pages use
    """What was previewed is no longer what the store holds: somebody else was quicker."""


class Busy(StoreError):  # noqa: N818 - what holds, as InUse is
    """Somebody else writes the store, for longer than it was to be waited for."""


class InUse(StoreError):  # noqa: N818 - what holds, as Overtaken is
    """Another program holds the database."""


def explained(error: Exception, path: Path) -> StoreError:
    """The sentence for an error met while using the database at `path`. The error's own words stay in its cause."""
    words = " ".join(str(error).split())
    holder = HOLDER.search(words)
    found = next((each for each in _SENTENCES if re.search(each.sign, words, re.IGNORECASE)), _UNKNOWN)
    told = found.sentence.format(
        path=path,
        words=words,
        cause=words.rpartition(": ")[2] if not isinstance(error, OSError) else error.strerror,
        holder=f" (process {holder[1]})" if holder else "",
    )
    return found.kind(without_passwords(told), path)


def newer(place: Place, got: int, known: int) -> StoreError:
    """The sentence for a database that a later release of this programme has already changed."""
    return StoreError(
        f"The database {place} must be of edition {known} or earlier, got: edition {got}. "
        f"It was written by a newer release of WSoA Monitor: use that release. {_left(place)}",
        place,
    )


def unknown_kind(place: Place) -> StoreError:
    """The sentence for an address of a kind that no engine here understands."""
    return StoreError(
        f"A database must be a file, or one of a PostgreSQL server (postgresql://…), got: {place}. WSoA Monitor knows no "
        f"database of the kind {place.kind or 'nothing'}. Name another with --database or WSOA_DATABASE. "
        "Nothing was created."
    )


def no_file(place: Place, must: str, instead: str) -> StoreError:
    """The sentence for what can only be done with a file, where the store is on a server."""
    return StoreError(
        f"{must} the database must be a file of this machine, got: {place}. {instead} Nothing was changed.", place
    )


def not_ours(place: Place, got: str) -> StoreError:
    """The sentence for a database that is none of this programme."""
    return StoreError((_NOT_OURS_THERE if place.address else _NOT_OURS).format(path=place, got=got), place)


def not_restored(folder: Path, must: str, got: str) -> StoreError:
    """The sentence for a backup that is not what was written, or that nobody vouches for."""
    return StoreError(f"To restore the backup {folder}, {must}, got: {got}. Nothing was restored.", folder)


def migration_failed(path: Place, step: str, error: Exception, copy: Path | None) -> StoreError:
    """The sentence for a database that could not be brought up to date, with the way back where a `copy` was made."""
    words = " ".join(str(error.__cause__ or error).split())
    back = (
        f"As it was before, it is in {copy}: to go back, put that copy in its place and use the release that wrote it. "
        if copy
        else ""
    )
    return StoreError(
        without_passwords(
            f"The database {path} must be brought up to date before it is used, and the step {step} failed, got: {words}. "
            f"Nothing of that step was kept, and nothing that was accepted is lost. {back}Give this to the maintainer."
        ),
        path,
    )


def kept_from_writing(path: Place) -> StoreError:
    """The sentence for a deed on a database that can only be read."""
    if path.address:
        return StoreError(_ONLY_READ.format(path=path), path)
    return StoreError(
        f"To store anything, the database {path} and its folder must be writable, got: a file that can only be read. "
        "Allow writing there, or name a copy in WSOA_DATABASE. Nothing was stored.",
        path,
    )


def older(path: Place, got: int, known: int) -> StoreError:
    """The sentence for a database of an earlier edition that stands where it cannot be brought up to date."""
    instead = "Open it once as its owner" if path.address else "Copy it to a folder that can be written to and name the copy"
    return StoreError(
        f"The database {path} must be of edition {known} to be read where nobody may write, got: edition {got}. "
        f"{instead} in WSOA_DATABASE. Nothing was changed.",
        path,
    )


def _left(place: Place) -> str:
    return "Nothing was changed." if place.address else "The file was left as it is."


_NOT_OURS = (
    "{path} must be a database of WSoA Monitor, got: {got}. Move that file away or put a backup in its place, "
    "or name another file in WSOA_DATABASE. The file was left as it is."
)
_NOT_OURS_THERE = (
    "The database {path} must hold a store of WSoA Monitor, or nothing, got: {got}. Name another database, or another "
    "schema of this one, in WSOA_DATABASE. Nothing was changed."
)
_ONLY_READ = (
    "To store anything, the database {path} must be writable, got: one that can only be read, because it follows another "
    "server or its user may not write. Name the server that is written to, or another user, in WSOA_DATABASE. "
    "Nothing was stored."
)


class _Told(NamedTuple):
    """What an error's own words say, and what to tell the person, as which error."""

    sign: str
    sentence: str
    kind: type[StoreError] = StoreError


_UNKNOWN = _Told(
    "",
    "The database {path} could not be used. Nothing of this was stored, and what was accepted before is kept. "
    "Start the app again; if that does not help, give this to its maintainer: {words}",
)

# The first sign that is found decides.
_SENTENCES = (
    _Told(
        "could not set lock|used by another process",
        "Only one program at a time can use the database {path}, got: it is in use by another one{holder}. "
        "Close the app or wait until the other command has finished, then try again. Nothing was changed.",
        InUse,
    ),
    _Told(
        "storage version|newer version of duckdb",
        "The database {path} was written by a newer release of WSoA Monitor: use that release. The file was left as it is.",
    ),
    _Told("not a valid duckdb database", _NOT_OURS.replace("{got}", "an empty file or one of another kind")),
    _Told("corrupt|checksum|could not read enough|deserializ", _NOT_OURS.replace("{got}", "a damaged file")),
    _Told(
        "no space left|file too large|quota exceeded|not enough space",
        "There must be room on the disk for the database {path}, got: {cause}. Free some space and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
    ),
    _Told(
        "conflict",
        "Somebody else was storing something in {path} at the same moment. Look at what has changed and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
    ),
    _Told(
        "out of memory",
        "This needs more memory than the database {path} may use. Close other programs and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
    ),
    _Told(
        "permission|read-only|cannot open file|not permitted|a directory|no such file|file exists",
        "The folder of the database {path} must exist and be writable, got: {cause}. "
        "Allow writing there or name another file in WSOA_DATABASE. Nothing was changed.",
    ),
)
