"""Saves a workbook so that the same content gives the same bytes: no clock time in it."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def save(form: Workbook) -> bytes:
    """The .xlsx file. It says that it was last modified when it was created, and its parts carry no time."""
    written = BytesIO()
    form.save(written)
    created = form.properties.created.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    saved = BytesIO()
    with ZipFile(written) as parts, ZipFile(saved, "w") as timeless:
        for name in parts.namelist():
            content = parts.read(name)
            if name == _CORE:
                content = _MODIFIED.sub(rb"\g<1>" + created, content)
            timeless.writestr(ZipInfo(name, _ZIP_EPOCH), content, ZIP_DEFLATED)
    return saved.getvalue()


def save_rows(sheets: Mapping[str, Iterable[Iterable[str | float | None]]]) -> bytes:
    """The .xlsx file of plain sheets, each the rows of its cells from A1 on; an empty text is a blank cell."""
    form = Workbook()
    form.remove(form.active)
    form.properties.created = datetime(*_ZIP_EPOCH)
    for name, rows in sheets.items():
        sheet = form.create_sheet(name)
        for row in rows:
            sheet.append([None if value == "" else value for value in row])
    return save(form)
