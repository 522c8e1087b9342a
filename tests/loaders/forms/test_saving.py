from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl

from loaders.forms.saving import save

CREATED = datetime(2024, 12, 31)


def form() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.properties.created = CREATED
    book.active["A1"] = "Plans issued"
    return book


def test_the_same_content_gives_the_same_bytes(monkeypatch):
    first = save(form())
    monkeypatch.setattr("time.localtime", lambda *_: (2031, 1, 1, 0, 0, 0, 0, 1, 0))
    assert save(form()) == first


def test_there_is_no_clock_time_in_the_file():
    content = save(form())
    with ZipFile(BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert openpyxl.load_workbook(BytesIO(content)).properties.modified == CREATED


def test_what_was_saved_opens_again():
    assert openpyxl.load_workbook(BytesIO(save(form()))).active["A1"].value == "Plans issued"
