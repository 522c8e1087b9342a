"""The files of a pack and its manifest: what each is called, its bytes and their hash."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from reports.pack.data_csv import csv_bytes
from reports.pack.parts import POINTS, Pack, PackOrigin, stem_of
from reports.pack.repacked import EARLIEST

MANIFEST = "-manifest.json"


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file."""

    name: str
    content: bytes

    @property
    def object(self) -> dict:
        """How the manifest names it."""
        return {"name": self.name, "bytes": len(self.content), "sha256": sha256(self.content).hexdigest()}


@dataclass(frozen=True, slots=True)
class PackFiles:
    """A pack as files; `manifest` says what they are, and is written beside them with the pack's cautions."""

    stem: str
    cautions: tuple[str, ...]
    manifest: dict
    files: tuple[PackFile, ...]

    @property
    def all(self) -> tuple[PackFile, ...]:
        """The files and the manifest, in which the cautions of the pack stand as well."""
        told = self.manifest | ({"cautions": list(self.cautions)} if self.cautions else {})
        return (*self.files, PackFile(self.stem + MANIFEST, _json(told)))


def pack_id(origin: PackOrigin) -> str:
    """The id: quarter and role for people, and a fingerprint of everything that the bytes follow from."""
    told = (origin.quarter, origin.as_at.isoformat(), origin.role, origin.change, origin.definitions, origin.program)
    seal = sha256("\n".join(map(str, (*told, origin.state))).encode()).hexdigest()[:12]
    points = f"-{POINTS}" if origin.may_point_to_a_child else ""
    return f"{origin.quarter.file_name}-{origin.role}{points}-{seal}"


def files_of(pack: Pack, formats: Collection[str]) -> PackFiles:
    """The files of these formats, in the order of `FORMATS`, with their manifest."""
    origin, stem = pack.origin, stem_of(pack.origin.quarter, pack.origin.role)
    made = {end: content for name, make in FORMATS.items() if name in formats for end, content in make(pack).items()}
    files = tuple(PackFile(f"{stem}{end}", content) for end, content in made.items())
    return PackFiles(stem, origin.cautions, manifest_of(origin, files), files)


def statement_files(pack: Pack) -> PackFiles:
    """The statement for DfE and NHS England as a document, with its manifest; its id is a fingerprint of the document."""
    origin = pack.origin
    stem = f"statement-{origin.quarter.file_name}"
    files = (PackFile(f"{stem}.pdf", _pdf(pack)[".pdf"]),)
    seal = sha256(files[0].content).hexdigest()[:12]
    manifest = manifest_of(origin, files) | {"id": f"{origin.quarter.file_name}-statement-{seal}"}
    return PackFiles(stem, origin.cautions, manifest, files)


def as_zip(made: PackFiles) -> bytes:
    """All files of a pack in one, the same bytes from the same files."""
    return zipped(made.all)


def zipped(files: Iterable[PackFile]) -> bytes:
    """Files in one, the same bytes from the same files."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as file:
        for each in files:
            part = ZipInfo(each.name, EARLIEST)
            part.compress_type, part.external_attr = ZIP_DEFLATED, 0o600 << 16
            file.writestr(part, each.content)
    return written.getvalue()


class PackNotWritten(Exception):  # noqa: N818 - a refusal, whose text is a sentence
    """The files could not be written where they were wanted."""


def write_files(files: Iterable[PackFile], folder: Path) -> None:
    """Write files into a folder, which is made where it is not there; each is there whole or not at all.

    The manifest comes last. Raises PackNotWritten, whose text is a sentence.
    """
    part = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for each in files:
            part = folder / f"{each.name}.part"
            part.write_bytes(each.content)
            part.replace(folder / each.name)
    except OSError as error:
        with suppress(OSError):
            if part:
                part.unlink(missing_ok=True)
        raise PackNotWritten(
            f"A pack must be written into a folder with room for it, got: {folder} ({error.strerror}). "
            "Name another with --output; the store is as it was, and nothing was lost."
        ) from None


def manifest_of(origin: PackOrigin, files: tuple[PackFile, ...]) -> dict:
    """What the files are, and of which snapshot, definitions and program."""
    return {
        "id": pack_id(origin),
        "quarter": str(origin.quarter),
        "as_at": origin.as_at.isoformat(),
        "role": str(origin.role),
        "change": origin.change,
        "program": origin.program,
        "definitions": origin.definitions,
        "files": [each.object for each in files],
        "state": origin.state,
    }


def _json(manifest: dict) -> bytes:
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def _pdf(pack: Pack) -> dict[str, bytes]:
    from reports.pack.pdf import pdf_bytes  # here as below: each brings a library, for which nobody waits who writes none

    return {".pdf": pdf_bytes(pack)}


def _slides(pack: Pack) -> dict[str, bytes]:
    from reports.pack.slides import slides_bytes

    return {".pptx": slides_bytes(pack)}


def _workbook(pack: Pack) -> dict[str, bytes]:
    from reports.pack.workbook import workbook_bytes

    return {".xlsx": workbook_bytes(pack)}


def _data(pack: Pack) -> dict[str, bytes]:
    from reports.pack.data_files import parquet_bytes

    found = {}
    for each in pack.data:
        found |= {f"-{each.name}.csv": csv_bytes(each), f"-{each.name}.parquet": parquet_bytes(each)}
    return found


FORMATS: Mapping[str, Callable[[Pack], dict[str, bytes]]] = {
    "pdf": _pdf,
    "pptx": _slides,
    "xlsx": _workbook,
    "csv": _data,
}
"""What each format writes: bytes by the end of their name."""
