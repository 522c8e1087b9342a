"""Whence a pack comes: the moment, the definitions and the program, each as something that two people can compare."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from kpis.fingerprint import definitions_fingerprint
from programme.access import sees_hidden
from programme.quarter import Quarter
from programme.signoff import SignOffState
from reports.pack.parts import PackOrigin
from reports.progress.readings import Progress

PROGRAM = Path(__file__).parents[2]
NOT_OF_IT = frozenset(("tests", "benchmarks", "demonstration", "docs", "deploy"))
"""What stands beside the program and has no part in what it says."""


def origin_of(progress: Progress, quarter: Quarter, change: int) -> PackOrigin:
    """The origin of a pack of `quarter`, `change` being the newest thing stored by the moment of the records.

    Raises ValueError where they are not those of a moment: what is made later would not be the same.
    """
    records = progress.records
    if records.as_at is None:
        raise ValueError("A pack is made of what was known at a moment, got: records of now")
    return PackOrigin(
        quarter=quarter,
        as_at=records.as_at,
        role=progress.role,
        change=change,
        definitions=definitions_fingerprint(),
        program=program_fingerprint(),
        illustrative=records.illustrative,
        state=str(_state(progress, quarter)),
    )


def _state(progress: Progress, quarter: Quarter) -> SignOffState:
    """What the sign-off says; what may point to a child is never more than a draft."""
    signed = progress.records.sign_off
    return SignOffState.DRAFT if signed is None or sees_hidden(progress.role) else signed.state(quarter)


@cache
def program_fingerprint() -> str:
    """Which program it is: the first letters of the SHA-256 of its own files, whatever their line ends."""
    found = sha256()
    for path in sorted(_files(), key=lambda path: path.relative_to(PROGRAM).as_posix()):
        found.update(path.relative_to(PROGRAM).as_posix().encode() + b"\0")
        found.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()[:12]


def _files() -> list[Path]:
    rooms = [path for path in PROGRAM.iterdir() if path.is_dir() and path.name[0] != "." and path.name not in NOT_OF_IT]
    inside = (path for room in rooms for kind in ("*.py", "*.typ", "*.css", "*.csv") for path in room.rglob(kind))
    return [*PROGRAM.glob("*.py"), *inside]
