import pytest

from loaders.reading import bounds
from loaders.reading.preflight import Unreadable
from loaders.reading.reader import read_text_table
from loaders.reading.text_child import read_table


def cells(text, encoding="utf-8"):
    return [cell[0:1] + cell[3:] for cell in read_table(text.encode(encoding))["sheets"][0]["cells"]]


def test_numbers_are_numbers_and_words_are_words():
    assert cells('Area,"Plans, all",Share\nKent,"1,234",41.5%\n\nDover,CS01,-3\n') == [
        ("A1", "text", "Area", False),
        ("B1", "text", "Plans, all", False),
        ("C1", "text", "Share", False),
        ("A2", "text", "Kent", False),
        ("B2", "number", 1234.0, False),
        ("C2", "number", 0.415, True),
        ("A4", "text", "Dover", False),
        ("B4", "text", "CS01", False),
        ("C4", "number", -3.0, False),
    ]


def test_signs_that_no_screen_shows_are_left_out():
    assert cells("\u200eArea,\u200b\nKe\u2060nt\x0b,\u200e12\n") == [
        ("A1", "text", "Area", False),
        ("A2", "text", "Kent", False),
        ("B2", "number", 12.0, False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_any_usual_encoding_and_separator(encoding, sign):
    assert cells(f"Area{sign}£\nKent{sign}3\n", encoding)[1:2] == [("B1", "text", "£", False)]


def test_a_table_may_be_longer_and_wider_than_a_form_but_no_fuller_than_a_sheet(monkeypatch):
    (sheet,) = read_table(b"1\n" * 20_001)["sheets"]
    assert (len(sheet["cells"]), sheet["far"]) == (20_001, "A20001")
    assert read_table(b"1," * 501)["sheets"][0]["far"] == "SG1"
    with pytest.raises(Unreadable) as refused:
        read_table(b"," * 16_384 + b"1")
    assert refused.value.finding.rule == "cell_far_away"
    monkeypatch.setattr(bounds, "MAX_CELLS", 2)
    with pytest.raises(Unreadable) as refused:
        read_table(b"1\n" * 3)
    assert refused.value.finding.rule == "sheet_too_full"


def test_it_is_read_in_a_process_of_its_own():
    workbook = read_text_table(b"Area,Plans\nKent,3\n", "sent.csv")
    assert (workbook.file_name, [sheet.name for sheet in workbook.sheets]) == ("sent.csv", ["Sheet1"])
    assert workbook.sheets[0].cell(2, 2).value == 3.0
