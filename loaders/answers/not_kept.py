"""What a marked copy of a workbook does not keep: said beside it, so that nobody takes it for the workbook itself."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from loaders.reading.preflight import Unreadable, is_open_document, preflight

SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
LISTS, FORMULA = (
    re.compile(rb"<(?:x14:)?dataValidation[^>]*>\s*<x14:formula|<x14:dataValidations\b"),
    re.compile(rb"<f[\s>/]"),
)
EXTENSION = re.compile(rb"<(?:\w+:)?ext\b[^>]*>")
OF_LISTS = re.compile(rb"CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF", re.IGNORECASE)
DRAWN = re.compile(r"xl/(charts|drawings|media|slicers|pivotTables)/")

NOT_KEPT = {
    "lists": "drop-downs whose list stands on another sheet",
    "extensions": "what Excel added later than the file's own format (some conditional formats, sparklines, slicers)",
    "values": "the stored values of formulas: Excel works them out again when it opens the copy",
    "drawn": "charts and pictures",
}
"""What is lost, by the kind of it, in the words of a list."""


OTHER_KIND = "The marked copy is an Excel workbook (.xlsx) made of your .ods file: it has its cells and not its looks."


def _lost(content: bytes) -> tuple[str, ...]:
    """What a marked copy of a workbook would be without that passed `preflight`."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            found = set(_found(archive))
    except (BadZipFile, OSError, ValueError):
        return ()
    return tuple(words for kind, words in NOT_KEPT.items() if kind in found)


def _found(archive: ZipFile) -> Iterator[str]:
    for name in archive.namelist():
        if DRAWN.match(name) and not name.endswith((".vml", ".rels")):
            yield "drawn"
        if SHEET.fullmatch(name) or name == "xl/workbook.xml":
            sheet = archive.read(name)
            extensions = EXTENSION.findall(sheet)
            if LISTS.search(sheet):
                yield "lists"
            if name != "xl/workbook.xml" and any(not OF_LISTS.search(each) for each in extensions):
                yield "extensions"
            if FORMULA.search(sheet):
                yield "values"


def told_not_kept(content: bytes) -> str:
    """What a marked copy would be without, as a sentence: `The marked copy is without: …`; empty where it keeps all,
    or where the workbook cannot be read at all."""
    try:
        preflight(content)
    except Unreadable:
        return ""
    if is_open_document(content):
        return OTHER_KIND
    lost = _lost(content)
    return f"The marked copy is without: {'; '.join(lost)}. Keep your own file, and correct it there." if lost else ""
