"""A file of published figures, read and kept: what a return's pipeline is to a release."""

from dataclasses import dataclass
from hashlib import sha256

from loaders.dfe import read_dfe
from programme.finding import Finding
from store.comparators import save
from store.database import Database


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """What became of a file: how many figures were kept under which number, or None and the findings that say why."""

    findings: tuple[Finding, ...]
    figures: int
    number: int | None = None


def keep_release(database: Database, content: bytes, file_name: str, *, release: str, by: str) -> KeptRelease:
    """Read a DfE file as downloaded and store all its figures, or nothing. Raises StoreError."""
    found = read_dfe(content, file_name, release)
    if not found.figures:
        return KeptRelease(found.findings, 0)
    number = save(database, found.figures, release, file_name, sha256(content).hexdigest(), by)
    return KeptRelease(found.findings, len(found.figures), number)
