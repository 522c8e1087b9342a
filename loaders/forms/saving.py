"""Saves a workbook so that the same content gives the same bytes: no clock time in it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


class _Timeless(ZipFile):
    """An archive whose parts carry no time, whoever hands them in."""

    def writestr(self, arcname: str, content: str | bytes) -> None:
        """A text or bytes."""
        super().writestr(ZipInfo(arcname, _ZIP_EPOCH), content, ZIP_DEFLATED)

    def write(self, filename: str, arcname: str) -> None:
        """What a file holds: openpyxl lays down each sheet in one for a moment."""
        self.writestr(arcname, Path(filename).read_bytes())


def save(form: Workbook, writer: Callable[[Workbook, ZipFile], ExcelWriter] = ExcelWriter) -> bytes:
    """The .xlsx file. It says that it was last modified when it was created, and its parts carry no time.

    Another `writer` may know the parts of sheets that it has written before.
    """
    form.properties.modified = form.properties.created
    saved = BytesIO()
    with _Timeless(saved, "w") as archive:
        writer(form, archive).save()
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
