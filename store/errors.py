"""Turns what a database or an operating system complains about into a sentence that a person can act on."""

import re
from pathlib import Path

IN_USE = re.compile(r"could not set lock|used by another process|conflicting lock", re.IGNORECASE)
HOLDER = re.compile(r"\(PID (\d+)\)")
NOT_OURS = re.compile(r"not a valid duckdb database|corrupt|checksum|serializ", re.IGNORECASE)
NEWER = re.compile(r"database file with version number|newer version of duckdb", re.IGNORECASE)
NO_ROOM = re.compile(r"no space left|file too large|quota exceeded|not enough space", re.IGNORECASE)
AT_ONCE = re.compile(r"conflict", re.IGNORECASE)
NO_MEMORY = re.compile(r"out of memory", re.IGNORECASE)
NOT_WRITABLE = re.compile(
    r"permission|read-only|cannot open file|not permitted|not a directory|is a directory|no such file|file exists",
    re.IGNORECASE,
)


class StoreError(Exception):
    """Something that a person can put right; its text is the whole sentence to show."""


class Overtaken(StoreError):  # noqa: N818 - what happened, in the word that pages use
    """What was previewed is no longer what the store holds: somebody else was quicker."""


def explained(error: Exception, path: Path) -> StoreError:
    """The sentence for an error met while using the database at `path`."""
    words = " ".join(str(error).split())
    for sign, sentence in _SENTENCES:
        if sign.search(words):
            return StoreError(sentence.format(path=path, words=words, holder=_holder(words)))
    return StoreError(
        f"The database {path} could not be used. Nothing of this was stored, and what was accepted before is kept. "
        f"Start the app again; if that does not help, give this to its maintainer: {words}"
    )


def newer(path: Path, got: int, known: int) -> StoreError:
    """The sentence for a database that a later release of this programme has already changed."""
    return StoreError(
        f"The database {path} must be of edition {known} or earlier, got: edition {got}. "
        "It was written by a newer release of WSoA Monitor: use that release. The file was left as it is."
    )


def not_ours(path: Path, got: str) -> StoreError:
    """The sentence for a file that is no database of this programme."""
    return StoreError(_NOT_OURS.format(path=path, words=got))


def _holder(words: str) -> str:
    found = HOLDER.search(words)
    return f" (process {found[1]})" if found else ""


_NOT_OURS = (
    "{path} must be a database of WSoA Monitor, got: {words}. Move that file away or put a backup in its place, "
    "or name another file in WSOA_DATABASE. The file was left as it is."
)

_SENTENCES = (
    (
        IN_USE,
        "Only one program at a time can use the database {path}, got: it is in use by another one{holder}. "
        "Close the app or wait until the other command has finished, then try again. Nothing was changed.",
    ),
    (
        NEWER,
        "The database {path} was written by a newer release of WSoA Monitor, got: {words}. "
        "Use that release. The file was left as it is.",
    ),
    (NOT_OURS, _NOT_OURS),
    (
        NO_ROOM,
        "There must be room on the disk for the database {path}, got: {words}. Free some space and try again. "
        "Nothing of this was stored, and what was accepted before is kept.",
    ),
    (
        AT_ONCE,
        "Somebody else was storing something in {path} at the same moment. Nothing of this was stored: "
        "look at what has changed and try again.",
    ),
    (
        NO_MEMORY,
        "This needs more memory than the database {path} may use, got: {words}. "
        "Nothing of this was stored: close other programs and try again.",
    ),
    (
        NOT_WRITABLE,
        "The folder of the database {path} must exist and be writable, got: {words}. "
        "Allow writing there or name another file in WSOA_DATABASE. Nothing was changed.",
    ),
)
