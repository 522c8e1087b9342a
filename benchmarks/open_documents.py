"""An .ods file of a real return, as LibreOffice would write its cells, and what may be done to it."""

import random
import re
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from loaders.reading.read_child import read_sheets

_NAMES = "urn:oasis:names:tc:opendocument:xmlns"
_HEAD = "".join(f' xmlns:{name}="{_NAMES}:{name}:1.0"' for name in ("office", "table", "text"))
_ODD = ("0", "-1", "1000000", "999999999999", "x", "")


def as_open_document(content: bytes) -> bytes:
    """The cells of a workbook as an OpenDocument spreadsheet; blanks between them are repeated cells and rows."""
    tables = "".join(_table(sheet["name"], sheet["cells"]) for sheet in read_sheets(content)["sheets"])
    body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", f"<office:document-content{_HEAD}>{body}</office:document-content>")
    return written.getvalue()


def repetition_changed(content: bytes, chance: random.Random) -> bytes:
    """The same with some of what is said of repetition changed, or said where nothing was."""
    with ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    said = re.split(r'(-repeated="\d+")', parts["content.xml"])
    for at in chance.sample(range(1, len(said), 2), min(5, len(said) // 2)):
        said[at] = f'-repeated="{chance.choice(_ODD)}"'
    parts["content.xml"] = "".join(said)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def _table(name: str, cells: list) -> str:
    rows: dict[int, dict[int, str]] = {}
    for _, row, column, kind, value, percent in cells:
        rows.setdefault(row, {})[column] = _cell(kind, value, percent)
    told, at = [], 1
    for row, found in sorted(rows.items()):
        told.append(f'<table:table-row table:number-rows-repeated="{row - at}"/>' if row > at else "")
        told.append(f"<table:table-row>{_placed(found)}</table:table-row>")
        at = row + 1
    return f'<table:table table:name="{escape(name)}">{"".join(told)}</table:table>'


def _placed(cells: dict[int, str]) -> str:
    told, at = [], 1
    for column, cell in sorted(cells.items()):
        told.append(f'<table:table-cell table:number-columns-repeated="{column - at}"/>' if column > at else "")
        told.append(cell)
        at = column + 1
    return "".join(told)


def _cell(kind: str, value: object, percent: bool) -> str:
    typed = {"number": "percentage" if percent else "float", "date": "date", "boolean": "boolean"}.get(kind, "string")
    name = {"date": "date-value", "boolean": "boolean-value"}.get(typed, "value")
    said = f' office:{name}="{str(value).lower() if typed == "boolean" else value}"' if typed != "string" else ""
    lines = "".join(f"<text:p>{escape(line).replace('  ', ' <text:s/>')}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="{typed}"{said}>{lines}</table:table-cell>'
