"""A file of published figures, read and kept: what a return's pipeline is to a release."""

from dataclasses import dataclass
from hashlib import sha256

from loaders.published.dfe import read_dfe
from programme.finding import Finding
from programme.published import LoadedRelease, PublishedFile
from programme.submission import Acceptance
from store.comparators import save_release
from store.database import Database
from store.snapshot import snapshot


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """What became of a file: how many figures were kept under which number, or None and the findings that say why."""

    findings: tuple[Finding, ...]
    figures: int
    number: int | None = None


def keep_release(database: Database, content: bytes, file_name: str, release: str, acceptance: Acceptance) -> KeptRelease:
    """Read a DfE file as downloaded and store all its figures, or nothing. Raises StoreError.

    The newest load of a file is not stored twice: the same file again, of the same release, answers with its number.
    """
    found, digest = read_dfe(content, file_name, release), sha256(content).hexdigest()
    if not found.figures:
        return KeptRelease(found.findings, 0)
    newest = _newest(database, file_name)
    if newest and (newest.sha256, newest.release) == (digest, release):
        return KeptRelease(found.findings, newest.figures, newest.number)
    number = save_release(database, PublishedFile(release, file_name, digest, found.figures), acceptance)
    return KeptRelease(found.findings, len(found.figures), number)


def _newest(database: Database, file_name: str) -> LoadedRelease | None:
    with snapshot(database) as known:
        return next((load for load in reversed(known.releases) if load.file_name == file_name), None)
