"""Looks at a file before anything parses it: what kind it is, and whether it is safe to unpack."""

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from programme.finding import Finding, Severity

MEGABYTE = 2**20
MAX_FILE = 20 * MEGABYTE  # a full return is 60 KB and the history of six years 200 KB
MAX_UNPACKED = 100 * MEGABYTE
MAX_RATIO = 50  # unpacked to packed; real workbooks stay under 20
SMALL = MEGABYTE  # what unpacks to less than this harms nobody, whatever its ratio
MAX_ENTRIES = 1_000

_ZIP, _OLE = b"PK\x03\x04", bytes.fromhex("D0CF11E0A1B11AE1")
_LISTED = "META-INF/manifest.xml"
_WEB_PAGE = (b"<!doctype html", b"<html", b"<table")
COPY = "Copy the figures into the blank form and upload that."
PUBLISHED = "It belongs on the page Data, under Published figures: load it there as a release."
_OF_DFE = (b"time_period", b"time_identifier", b"geographic_level")
_SAVE_AS = "Open it in Excel, choose Save As and then Excel Workbook (*.xlsx), and upload that file."
_SAVE_OTHERWISE = (
    "Open it, choose Save As and then Excel Workbook (*.xlsx) or ODF Spreadsheet (*.ods), and upload that file."
)
_EXPORT = "In Numbers, choose File, Export To, Excel, and upload that file."
_FLAT = (b"<office:document ", b'progid="Excel.Sheet"')
MOST_LOOKED_INTO = 50  # files of an archive, by their first line
_NOTHING = "Nothing was stored."
READ = "an Excel workbook (.xlsx) or an OpenDocument spreadsheet (.ods)"


class Unreadable(Exception):  # noqa: N818 - it says what the file is, and no error was made
    """A file that cannot be taken as a workbook. `finding` says why, and what to do about it."""

    def __init__(self, rule: str, message: str, sheet: str = "", cell: str = ""):
        super().__init__(message)
        self.finding = Finding(rule, Severity.ERROR, sheet, cell, message)


def not_a_workbook(rule: str, got: str, advice: str = _SAVE_AS) -> Unreadable:
    """The refusal of a file of another kind."""
    return Unreadable(rule, f"A return must be {READ}, got: {got}. {advice} {_NOTHING}")


def preflight(content: bytes) -> bool:
    """Whether the workbook carries macros, once its kind and size are safe to parse.

    Raises Unreadable for anything else. It inflates the file once, in pieces, and parses nothing.
    """
    _first_bytes(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = archive.infolist()
            _directory(entries, len(content))
            _inflate(archive, entries)
            return _kind_of_package(archive)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as fault:
        raise not_a_workbook(
            "file_damaged",
            "a damaged file, perhaps cut short on its way",
            "Copy or download it again, check that Excel opens it, and upload it again.",
        ) from fault
    except (NotImplementedError, RuntimeError) as fault:  # zipfile's words for compression it lacks, and for a password
        raise not_a_workbook(
            "file_locked",
            "a zip file packed with a password or in an unusual way",
            "Unpack it and upload what is in it.",
        ) from fault


def _first_bytes(content: bytes) -> None:
    if not content:
        raise not_a_workbook("file_empty", "an empty file", "Save the workbook again and upload it again.")
    if len(content) > MAX_FILE:
        raise Unreadable(
            "file_too_large",
            f"A return must be smaller than {MAX_FILE // MEGABYTE} MB, got: {len(content) / MEGABYTE:.1f} MB. "
            f"Delete pictures and sheets that are not part of the return, and upload it again. {_NOTHING}",
        )
    if content.startswith(_OLE):
        raise _old_or_encrypted(content)
    if not content.startswith(_ZIP):
        raise _no_zip(content)


def _old_or_encrypted(content: bytes) -> Unreadable:
    if "DRMEncryptedDataSpace".encode("utf-16-le") in content:
        return not_a_workbook(
            "file_labelled",
            "a workbook with a sensitivity label that encrypts it (there is no password)",
            "In Excel, choose Sensitivity on the Home tab and a label without encryption, or ask whoever set the label, "
            "save, and upload it again.",
        )
    if "EncryptedPackage".encode("utf-16-le") in content:
        return not_a_workbook(
            "file_password",
            "a workbook protected by a password",
            "In Excel, choose File, Info, Protect Workbook, Encrypt with Password, delete the password, "
            "save, and upload it again.",
        )
    return not_a_workbook("file_old_excel", "a file of the old Excel format (.xls)")


def _no_zip(content: bytes) -> Unreadable:
    start = content[:4096]
    if start.startswith(b"%PDF"):
        return not_a_workbook("file_pdf", "a PDF document", "Upload the workbook that it was made from.")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGE):
        return not_a_workbook("file_web_page", "a web page, which some systems save under the name of a workbook")
    if any(sign in start for sign in _FLAT):
        return not_a_workbook(
            "file_flat", "a spreadsheet written as plain XML (.fods or XML Spreadsheet 2003)", _SAVE_OTHERWISE
        )
    if _is_text(start) and _of_dfe(start):
        return not_a_workbook("file_published", "a CSV file of published figures of the DfE", PUBLISHED)
    if _is_text(start):
        return not_a_workbook("file_text", "a text or CSV file", COPY)
    return not_a_workbook("file_unknown", "a file of an unknown kind", "Check that this is the file you meant.")


def _of_dfe(start: bytes) -> bool:
    """Whether a file begins with the headings that every CSV file of the DfE has."""
    return all(heading in start.split(b"\n")[0].lower() for heading in _OF_DFE)


def _is_text(start: bytes) -> bool:
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 9 or 13 < byte < 32 for byte in start)


def _directory(entries: list[ZipInfo], packed: int) -> None:
    """What the zip file says of itself: how many parts, and how large they become."""
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise _bomb(f"no more than {MAX_ENTRIES:,} parts", f"{len(entries):,}")
    if unpacked > MAX_UNPACKED:
        raise _bomb(f"no more than {MAX_UNPACKED // MEGABYTE} MB when unpacked", f"{unpacked / MEGABYTE:,.0f} MB")
    if unpacked > SMALL and unpacked > MAX_RATIO * packed:
        raise _bomb(f"no more than {MAX_RATIO} times its size when unpacked", f"{unpacked / packed:,.0f} times")


def _bomb(most: str, got: str) -> Unreadable:
    return Unreadable(
        "file_unpacks_too_large",
        f"A workbook must have {most}, got: {got}. "
        f"Copy the return into a fresh copy of the blank form, and upload that. {_NOTHING}",
    )


def _inflate(archive: ZipFile, entries: list[ZipInfo]) -> None:
    """Unpack every part to nowhere: zipfile checks each against its checksum, and the directory may have lied."""
    unpacked = 0
    for entry in entries:
        with archive.open(entry) as part:
            while piece := part.read(MEGABYTE):
                unpacked += len(piece)
                if unpacked > MAX_UNPACKED:
                    raise _bomb(f"no more than {MAX_UNPACKED // MEGABYTE} MB when unpacked", "more than that")


def is_open_document(content: bytes) -> bool:
    """Whether a file that passed is an OpenDocument spreadsheet (.ods)."""
    with ZipFile(BytesIO(content)) as archive:
        return _spreadsheet(archive)


def _spreadsheet(archive: ZipFile) -> bool:
    return "mimetype" in archive.namelist() and b"opendocument.spreadsheet" in archive.read("mimetype")


def _open_document(archive: ZipFile, names: set[str]) -> bool:
    """Whether it carries macros. One with a password says so in its list of parts, and its content is no XML."""
    listed = archive.read(_LISTED) if _LISTED in names else b""
    if b"encryption-data" in listed or any(name.startswith("encrypted-package") for name in names):
        raise not_a_workbook(
            "file_password",
            "a spreadsheet protected by a password",
            "In LibreOffice, choose File, Save As, untick “Save with password”, and upload it again.",
        )
    if "content.xml" not in names:
        raise not_a_workbook("file_other_zip", "a zip file that holds no workbook", "Unpack it and upload what is in it.")
    return any(name.startswith(("Basic/", "Scripts/")) for name in names)


def _other_packages(archive: ZipFile, names: set[str]) -> None:
    """Refuse what is packed as a workbook is and says itself that it is none."""
    if "mimetype" in names and b"opendocument" in archive.read("mimetype"):
        raise not_a_workbook("file_word", "an OpenDocument file that is no spreadsheet", COPY)
    if any(name.endswith(".iwa") or name == "Index.zip" for name in names):
        raise not_a_workbook("file_numbers", "a document of Apple Numbers", _EXPORT)
    for name in [name for name in names if name.lower().endswith(".csv")][:MOST_LOOKED_INTO]:
        with archive.open(name) as part:
            if _of_dfe(part.read(4096)):
                raise not_a_workbook("file_published", "a ZIP file of published figures of the DfE", PUBLISHED)


def _kind_of_package(archive: ZipFile) -> bool:
    names = set(archive.namelist())
    if _spreadsheet(archive):
        return _open_document(archive, names)
    _other_packages(archive, names)
    types = archive.read("[Content_Types].xml") if "[Content_Types].xml" in names else b""
    for sign, rule, got, advice in (
        (b"sheet.binary", "file_binary_workbook", "a binary workbook (.xlsb)", _SAVE_AS),
        (b"wordprocessingml", "file_word", "a Word document", COPY),
        (b"presentationml", "file_presentation", "a PowerPoint presentation", COPY),
    ):
        if sign in types:
            raise not_a_workbook(rule, got, advice)
    macros = b"ms-excel.sheet.macroEnabled.main" in types or b"ms-excel.template.macroEnabled.main" in types
    if not macros and not any(b"spreadsheetml.%s.main" % form in types for form in (b"sheet", b"template")):
        raise not_a_workbook("file_other_zip", "a zip file that holds no workbook", "Unpack it and upload what is in it.")
    if any(b"purl.oclc.org/ooxml" in archive.read(name)[:4096] for name in names if name.endswith("workbook.xml")):
        raise not_a_workbook("file_strict", 'a workbook saved as "Strict Open XML Spreadsheet"')
    return macros
