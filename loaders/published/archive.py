"""A ZIP file as "Explore education statistics" gives it: the CSV files in it, unpacked only where that is safe."""

import csv
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from loaders.published.dfe_mapping import kind_of
from programme.finding import Finding, Severity

MEGABYTE = 2**20
MAX_FILE = 100 * MEGABYTE  # a whole release of the publication is 20 MB packed
MAX_UNPACKED = 200 * MEGABYTE  # of the files that are read; one of the four kinds is 3 MB
MAX_RATIO = 200  # unpacked to packed; lines of a table repeat themselves, and real files stay under 40
SMALL = MEGABYTE
MAX_ENTRIES = 1_000
HEADING = 64 * 1024  # bytes of a file that are looked at to see what it is
_ZIP = b"PK\x03\x04"
_NOTHING = "Nothing was stored."


class Refused(Exception):  # noqa: N818 - it says what the file is, and no error was made
    """A ZIP file that is not unpacked; `finding` says why."""

    def __init__(self, rule: str, message: str):
        super().__init__(message)
        self.finding = Finding(rule, Severity.ERROR, "", "", f"{message} {_NOTHING}")


def is_archive(content: bytes) -> bool:
    """Whether these bytes are a ZIP file."""
    return content.startswith(_ZIP)


def tables_in(content: bytes) -> list[tuple[str, bytes]]:
    """The CSV files of a kind that is read, by name; the others are passed over. Raises Refused."""
    if len(content) > MAX_FILE:
        raise _unsafe(f"be no larger than {MAX_FILE // MEGABYTE} MB", f"{len(content) / MEGABYTE:,.0f} MB")
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _directory(entries, len(content))
            return list(_understood(archive, entries))
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as fault:
        raise Refused("zip_damaged", "A ZIP file must be whole, got: a damaged one. Download it again.") from fault
    except (NotImplementedError, RuntimeError) as fault:  # zipfile's words for compression it lacks, and for a password
        raise Refused(
            "zip_locked", "A ZIP file must open without a password, got: a locked one. Unpack it first."
        ) from fault


def _directory(entries: list[ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise _unsafe(f"hold no more than {MAX_ENTRIES:,} files", f"{len(entries):,}")
    if unpacked > SMALL and unpacked > MAX_RATIO * packed:
        raise _unsafe(f"unpack to no more than {MAX_RATIO} times its size", f"{unpacked / packed:,.0f} times")


def _unsafe(must: str, got: str) -> Refused:
    return Refused("zip_too_large", f"A ZIP file must {must}, got: {got}. Unpack it and load the CSV files.")


def _understood(archive: ZipFile, entries: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    left = MAX_UNPACKED
    kinds: dict[str, str] = {}
    for entry in entries:
        name = PurePosixPath(entry.filename.replace("\\", "/")).name
        kind = _kind(archive, entry) if name.lower().endswith(".csv") else None
        if kind is None:
            continue
        if kind in kinds:
            raise Refused("zip_kind_twice", f"A ZIP file must hold one file of {kind}, got: {kinds[kind]} and {name}.")
        kinds[kind] = name
        content = _inflated(archive, entry, left)
        left -= len(content)
        yield name, content
    if not kinds:
        raise Refused("dfe_file_unknown", "A ZIP file must hold a CSV file that is read, got: one without such a file.")


def _kind(archive: ZipFile, entry: ZipInfo) -> str | None:
    """The kind of a file by its first line alone."""
    with archive.open(entry) as part:
        start = part.read(HEADING).decode("utf-8-sig", errors="replace")
    first = next(csv.reader(start.splitlines()[:1]), [])
    return kind_of([heading.strip().lower() for heading in first])


def _inflated(archive: ZipFile, entry: ZipInfo, left: int) -> bytes:
    """Unpacked in pieces: the directory may have lied."""
    pieces = []
    with archive.open(entry) as part:
        while piece := part.read(MEGABYTE):
            pieces.append(piece)
            left -= len(piece)
            if left < 0:
                raise _unsafe(f"unpack to no more than {MAX_UNPACKED // MEGABYTE} MB", "more than that")
    return b"".join(pieces)
