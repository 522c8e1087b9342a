"""Saves a workbook so that the same content gives the same bytes: no clock time in it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


class _Timeless(ZipFile):
    """An archive whose parts carry no time, whoever hands them in."""

    def writestr(self, arcname: str, content: str | bytes) -> None:
        """A text or bytes."""
        super().writestr(ZipInfo(arcname, _ZIP_EPOCH), content, ZIP_DEFLATED)


class Writer(ExcelWriter):
    """Writes each sheet in memory: openpyxl lays every one of them down in a file for a moment, which takes longer."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """One sheet, as openpyxl writes it."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


def save(form: Workbook, writer: Callable[[Workbook, ZipFile], ExcelWriter] = Writer) -> bytes:
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
