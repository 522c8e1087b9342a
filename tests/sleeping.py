"""A form of many sheets of which a test changes one: only what it touches is made, written and read anew.

What is handed out is an openpyxl workbook, what is saved is a whole file, byte for byte the one that would be written of
sheets all made anew (`test_sleeping.py`), and what is read is what stands in it.
"""

import copyreg
import pickle
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import stylesheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import DimensionHolder
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer import excel
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.constants import ARC_STYLE

from loaders.forms.saving import save
from loaders.reading import read_child, reader
from loaders.reading.bounds import CellRead, Look
from loaders.reading.workbook import Sheet, Workbook

_ITS_OWN = {"_parent", "_WorkbookChild__title", "title", "sheet_state", "_id"}
"""What a sheet has of its own while it sleeps. None of it is written into its part of the file, but the workbook's."""

_ASKED = ("_rels", "_drawing", "_comments", "_tables", "_pivots", "legacy_drawing", "defined_names")
_ASKED_OF_PRINT = ("auto_filter", "_print_rows", "_print_cols", "_print_area")
"""What else the writer of a workbook asks of a sheet whose part it has written."""


def _held(*bound: object, kept: dict) -> DimensionHolder:
    holder = DimensionHolder(*bound)
    holder.update(kept)
    return holder


# By itself a pickled holder of rows and columns forgets whose they are, and how a new one is made.
copyreg.pickle(
    DimensionHolder,
    lambda holder: (partial(_held, kept=dict(holder)), (holder.worksheet, holder.reference, holder.default_factory)),
)


class Sleeping(Worksheet):
    """A sheet that wakes as soon as more is asked of it than its name, or anything else is set."""

    def __init__(self, book: openpyxl.Workbook, kept: "_Sheet"):
        vars(self).update(_parent=book, _kept=kept, **kept.its_own)

    def __getattr__(self, name: str):
        """What is not there as long as it sleeps."""
        wake(self)
        return getattr(self, name)

    def __setattr__(self, name: str, value: object):
        if name not in _ITS_OWN:
            wake(self)
        object.__setattr__(self, name, value)


def wake(sheet: Sleeping) -> None:
    """Make the sheet a whole one."""
    _become(sheet, sheet._kept.whole)


def _become(sheet: Sleeping, state: bytes) -> None:
    del vars(sheet)["_kept"]
    object.__setattr__(sheet, "__class__", Worksheet)
    vars(sheet).update(_loaded(state, {"sheet": sheet, "book": sheet.parent}))


class _Sheet:
    """A sheet of a clean form: whole, and as it was written."""

    def __init__(self, sheet: Worksheet):
        self.its_own = {name: value for name, value in vars(sheet).items() if name in _ITS_OWN and name != "_parent"}
        self.whole = self._state(sheet, vars(sheet).keys() - _ITS_OWN)
        self.part, self.asked = b"", b""

    @staticmethod
    def _state(sheet: Worksheet, names: Iterable[str]) -> bytes:
        known = {id(sheet): "sheet", id(sheet.parent): "book"}
        return _dumped({name: vars(sheet)[name] for name in names}, known)

    def was_written(self, sheet: Worksheet, part: bytes) -> None:
        """Keep what the file needs of it."""
        self.part, self.asked = part, self._state(sheet, (*_ASKED, *_ASKED_OF_PRINT))


class CleanForm:
    """A clean form, its file, and copies of it to be changed."""

    def __init__(self, form: openpyxl.Workbook):
        self._sheets = [_Sheet(sheet) for sheet in form.worksheets]
        self.file = save(form, partial(_Keeping, self._sheets))
        self._places = {id(sheet): number for number, sheet in enumerate(form.worksheets)}
        self._book = _dumped(form, self._places)

    def copied(self) -> openpyxl.Workbook:
        """A form of its own for whoever asks, all its sheets asleep."""
        places = {number: Sleeping(None, kept) for number, kept in enumerate(self._sheets)}
        book = _loaded(self._book, places)
        for sheet in places.values():
            sheet._parent = book
        return book

    def changed(self, change: Callable[[openpyxl.Workbook], object]) -> bytes:
        """The file of a copy to which this was done."""
        book = self.copied()
        change(book)
        return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    """The file of a copy: the parts of the sheets that sleep are as they were written before, as are notes and styles.

    No part is packed that was packed before.
    """
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(zipfile, "_get_compressor", _Packing)
        patched.setattr(CommentSheet, "to_tree", _notes)
        patched.setattr(CommentSheet, "write_shapes", _boxes)
        patched.setattr(excel, "write_stylesheet", _styles)
        return save(book, _Knowing)


class _Writer(ExcelWriter):
    """Writes each sheet in memory: openpyxl lays every one of them down in a file for a moment, which takes longer."""

    def write_worksheet(self, ws: Worksheet) -> None:
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        writer = WorksheetWriter(ws, BytesIO())
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)


class _Keeping(_Writer):
    def __init__(self, sheets: list[_Sheet], *given):
        super().__init__(*given)
        self._kept = iter(sheets)

    def write_worksheet(self, ws: Worksheet) -> None:
        super().write_worksheet(ws)
        next(self._kept).was_written(ws, self._archive.read(ws.path[1:]))


class _Knowing(_Writer):
    def write_worksheet(self, ws: Worksheet) -> None:
        if not isinstance(ws, Sleeping):
            super().write_worksheet(ws)
            return
        kept = ws._kept
        _become(ws, kept.asked)
        self._archive.writestr(ws.path[1:], kept.part)
        self.manifest.append(ws)


_WRITTEN: dict[object, object] = {}
"""What was written once, by what it was written of; what was asked for last stands last."""


def _once(asked: object, anew: Callable[[], object]) -> object:
    _WRITTEN[asked] = _WRITTEN.pop(asked) if asked in _WRITTEN else anew()
    if len(_WRITTEN) > _SHEETS:
        del _WRITTEN[next(iter(_WRITTEN))]
    return _WRITTEN[asked]


def _notes(sheet: CommentSheet, *, anew=CommentSheet.to_tree) -> object:
    said = tuple((note.ref, note.author, note.content) for note in sheet.commentList)
    return _once(("notes", said), lambda: anew(sheet))


def _boxes(sheet: CommentSheet, vml: object = None, *, anew=CommentSheet.write_shapes) -> bytes:
    """The boxes of notes, of which neither author nor words are drawn."""
    drawn = tuple((note.ref, note.height, note.width) for note in sheet.commentList)
    return _once(("boxes", drawn), lambda: anew(sheet)) if vml is None else anew(sheet, vml)


_OF_STYLES = ("fonts", "fills", "borders", "alignments", "protections", "number_formats", "colors")
_OF_STYLES += ("cell_styles", "named_styles", "table_styles", "differential_styles")


def _styles(book: openpyxl.Workbook, *, anew=excel.write_stylesheet) -> object:
    asked = _dumped([getattr(book, f"_{name}") for name in _OF_STYLES], {id(book): "book"})
    return _once(("styles", asked), lambda: anew(book))


class _Packing:
    """Packs a part of a file at its end, whole."""

    def __init__(self, kind: int, level: int | None = None, *, anew=zipfile._get_compressor):
        self._anew, self._given = partial(anew, kind, level), b""

    def compress(self, given: bytes) -> bytes:
        self._given += given
        return b""

    def flush(self) -> bytes:
        return _once(("packed", sha256(self._given).digest()), self._packed)

    def _packed(self) -> bytes:
        packing = self._anew()
        return packing.compress(self._given) + packing.flush()


def _dumped(value: object, known: dict[int, object]) -> bytes:
    """`value` without what is `known` by its identity, which whoever loads it has."""
    written = BytesIO()
    pickler = pickle.Pickler(written)
    pickler.persistent_id = lambda each: known.get(id(each))
    pickler.dump(value)
    return written.getvalue()


def _loaded(content: bytes, known: dict[object, object]):
    unpickler = pickle.Unpickler(BytesIO(content))
    unpickler.persistent_load = known.__getitem__
    return unpickler.load()


_READ: dict[tuple, "_Said"] = {}
_SHEETS, _CELLS = 300, 5_000  # as many sheets are remembered, and none that is larger


class _Said(dict):
    """What reading says of a sheet, and the sheet that is made of it, once."""

    @cached_property
    def made(self) -> Sheet:
        return _made_anew(self)


_made_anew = reader._sheet


def _made(said: dict[str, object]) -> Sheet:
    return said.made if isinstance(said, _Said) else _made_anew(said)


@dataclass(frozen=True)
class _Cells:
    """The cells of a sheet, not read before somebody needs them, and what they are read from."""

    asked: tuple
    anew: Iterator[CellRead]


def _cells(book: ExcelReader, part: str, look: Look, *, anew=read_child._cells) -> _Cells:
    written = sha256(book.archive.read(part)).digest()
    return _Cells((written, book.wb.styles_written, tuple(book.shared_strings), book.wb.epoch), anew(book, part, look))


def _sheet(name: str, hidden: bool, look: Look, cells: _Cells | Iterator[CellRead], *, anew=read_child._sheet) -> dict:
    """What `read_child._sheet` says, asked once for the same bytes, texts and styles."""
    if not isinstance(cells, _Cells):
        return anew(name, hidden, look, cells)
    asked = name, hidden, *cells.asked
    if asked in _READ:
        return _READ[asked]
    said = _Said(anew(name, hidden, look, cells.anew))
    if len(said["cells"]) <= _CELLS:
        _READ[asked] = said
    if len(_READ) > _SHEETS:
        del _READ[next(iter(_READ))]
    return said


_OF_CELLS = ("_cell_styles", "_number_formats", "_date_formats", "_timedelta_formats")
"""What reading asks of a workbook's styles."""


def _styled(archive: ZipFile, book: openpyxl.Workbook, *, anew=stylesheet.apply_stylesheet) -> None:
    """What `apply_stylesheet` makes of a workbook, as far as reading asks for it; made once of the same styles."""
    written = sha256(archive.read(ARC_STYLE)).digest() if ARC_STYLE in archive.namelist() else b""

    def read() -> dict[str, object]:
        anew(archive, book)
        return {name: getattr(book, name) for name in _OF_CELLS}

    vars(book).update(_once(("styled", written), read), styles_written=written)


def read_sheets(content: bytes) -> dict[str, object]:
    """`read_child.read_sheets`; a sheet that was read before is not read again, nor are styles."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(read_child, "_cells", _cells)
        patched.setattr(read_child, "_sheet", _sheet)
        patched.setattr(stylesheet, "apply_stylesheet", _styled)
        return read_child.read_sheets(content)


def workbook_read(content: bytes, file_name: str) -> Workbook:
    """`reader.workbook_of` what was read; a sheet that was read before is not made again."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reader, "_sheet", _made)
        return reader.workbook_of(read_sheets(content), content, file_name)
