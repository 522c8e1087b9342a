"""Builds files that are no good, or unusual: damaged, hostile, of another kind, or written by other programmes."""

import random
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"

EMPTY = b""
TEXT = b"Measure,Area,Value\nplans_issued,Kent,41\n"
WEB_PAGE = b"\xef\xbb\xbf\n<!DOCTYPE html><html><table><tr><td>41</td></tr></table></html>"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"
OLD_EXCEL = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "Workbook".encode("utf-16-le")
PASSWORD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504) + "EncryptedPackage".encode("utf-16-le")
PUBLISHED = b"\xef\xbb\xbftime_period,time_identifier,geographic_level,country_code\n2024,Calendar year,National,E92000001\n"
LABELLED = PASSWORD + bytes(512) + "DRMEncryptedDataSpace".encode("utf-16-le")


def zipped(parts: dict[str, str | bytes], level: int | None = None) -> bytes:
    """A zip file of `parts` by name, packed as well as usual, or at a `level` from 1 (quickest)."""
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def typed(content_type: str) -> bytes:
    """A package that says it is of `content_type`, and holds nothing else."""
    return zipped({"[Content_Types].xml": _types(content_type), "xl/workbook.xml": "<workbook/>"})


def _types(content_type: str) -> str:
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{content_type}"/></Types>'
    )


def package(
    rows: str,
    *,
    main: str = MAIN,
    content_type: str = XLSX,
    strings: str = "",
    head: str = "",
    styles: str = "",
    kind="worksheet",
) -> bytes:
    """A workbook with one sheet, Figures, written as XML: `rows` stand in its sheetData, `head` before the sheets."""
    types = _types(content_type).replace(
        "</Types>",
        '<Override PartName="/xl/sharedStrings.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        '<Override PartName="/xl/styles.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    )
    sheets = '<sheets><sheet name="Figures" sheetId="1" r:id="rId1"/></sheets>'
    return zipped(
        {
            "[Content_Types].xml": types,
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{RELATIONS}">{head}{sheets}</workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/{kind}" Target="{kind}s/sheet1.xml"/></Relationships>',
            f"xl/{kind}s/sheet1.xml": f'<{kind} xmlns="{main}"><sheetData>{rows}</sheetData></{kind}>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        }
    )


def strict() -> bytes:
    """What Excel calls Strict Open XML: openpyxl opens it as no sheets at all, without an error."""
    return package("<row r='1'><c r='A1'><v>1</v></c></row>", main=STRICT)


def chart_sheet_only() -> bytes:
    """A workbook whose only sheet is an empty chart sheet, at which openpyxl's own loading fails."""
    return package("", kind="chartsheet")


def stray_cell(content_of: str = "<v>1</v>") -> bytes:
    """A few kilobytes whose last cell stands in the last row and column that Excel has."""
    return package(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576">{content_of}</c></row>')


def bomb(megabytes: int) -> bytes:
    """A small zip file that unpacks to `megabytes`."""
    return zipped({"[Content_Types].xml": _types(XLSX), "xl/workbook.xml": b" " * (megabytes * 2**20)}, level=1)


def bomb_of_parts(count: int) -> bytes:
    """A zip file of very many parts."""
    return zipped({f"xl/{number}.xml": b"" for number in range(count)})


def lying_directory() -> bytes:
    """A zip file whose directory says that its part is 10 bytes long, while it is longer."""
    content = zipped({"[Content_Types].xml": b" " * 5_000_000})
    return content.replace((5_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def entities() -> bytes:
    """A billion laughs: entities that multiply each other."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return zipped(
        {
            "[Content_Types].xml": _types(XLSX),
            "xl/workbook.xml": f'<!DOCTYPE w [<!ENTITY l0 "ha">{laughs}]><workbook xmlns="{MAIN}">&l9;</workbook>',
        }
    )


def cut_short(content: bytes) -> bytes:
    """The first half of a file."""
    return content[: len(content) // 2]


def locked_zip(content: bytes) -> bytes:
    """The same zip file, its parts marked as packed with a password."""
    marked = bytearray(content)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := content.find(sign, start + 1)) >= 0:
            marked[start + offset] |= 1
    return bytes(marked)


def open_document() -> bytes:
    """An .ods file without anything that a spreadsheet has."""
    return zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})


def random_bytes(seed: int, count: int = 2_000) -> bytes:
    """Bytes without a meaning."""
    return random.Random(seed).randbytes(count)


def mutated(content: bytes, seed: int, changes: int = 20) -> bytes:
    """A workbook with some bytes of its unpacked parts changed, zipped again so that its checksums hold."""
    chance = random.Random(seed)
    parts = {}
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            parts[name] = bytearray(archive.read(name))
    for _ in range(changes):
        part = parts[chance.choice(sorted(parts))]
        if part:
            part[chance.randrange(len(part))] = chance.randrange(256)
    return zipped({name: bytes(part) for name, part in parts.items()})


WRONG = {
    "empty": lambda: EMPTY,
    "text": lambda: TEXT,
    "web page": lambda: WEB_PAGE,
    "old Excel": lambda: OLD_EXCEL,
    "password": lambda: PASSWORD,
    "strict": strict,
    "chart sheet only": chart_sheet_only,
    "stray cell": stray_cell,
    "bomb": lambda: bomb(200),
    "entities": entities,
    "open document": open_document,
    "random bytes": lambda: random_bytes(7),
}
"""What may be dropped in the place of a return, each made when it is asked for."""
