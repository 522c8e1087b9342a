import pytest

from loaders.reading.preflight import MAX_FILE, MAX_RATIO, READ, SMALL, Unreadable, not_a_workbook, preflight
from programme.finding import Finding, Severity
from tests import wrong_files
from tests.factories import standard_return

SAVE_AS = "Open it in Excel, choose Save As and then Excel Workbook (*.xlsx), and upload that file."
COPY = "Copy the figures into the blank form and upload that."
FRESH = "Copy the return into a fresh copy of the blank form, and upload that. Nothing was stored."
OTHER_KINDS = {
    "file_empty": (wrong_files.EMPTY, "an empty file", "Save the workbook again and upload it again."),
    "file_text": (wrong_files.TEXT, "a text or CSV file", COPY),
    "file_web_page": (
        wrong_files.WEB_PAGE,
        "a web page, which some systems save under the name of a workbook",
        SAVE_AS,
    ),
    "file_pdf": (wrong_files.PDF, "a PDF document", "Upload the workbook that it was made from."),
    "file_old_excel": (wrong_files.OLD_EXCEL, "a file of the old Excel format (.xls)", SAVE_AS),
    "file_password": (
        wrong_files.PASSWORD,
        "a workbook protected by a password",
        "In Excel, choose File, Info, Protect Workbook, Encrypt with Password, delete the password, "
        "save, and upload it again.",
    ),
    "file_unknown": (
        wrong_files.random_bytes(1),
        "a file of an unknown kind",
        "Check that this is the file you meant.",
    ),
    "file_binary_workbook": (wrong_files.typed(wrong_files.BINARY), "a binary workbook (.xlsb)", SAVE_AS),
    "file_word": (wrong_files.typed(wrong_files.WORD), "a Word document", COPY),
    "file_presentation": (wrong_files.typed(wrong_files.SLIDES), "a PowerPoint presentation", COPY),
    "file_published": (
        wrong_files.PUBLISHED,
        "a CSV file of published figures of the DfE",
        "It belongs on the page Data, under Published figures: load it there as a release.",
    ),
    "file_flat": (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<office:document xmlns:office="urn:x" office:version="1.3">',
        "a spreadsheet written as plain XML (.fods or XML Spreadsheet 2003)",
        "Open it, choose Save As and then Excel Workbook (*.xlsx) or ODF Spreadsheet (*.ods), and upload that file.",
    ),
    "file_numbers": (
        wrong_files.zipped({"Index/Document.iwa": b"x"}),
        "a document of Apple Numbers",
        "In Numbers, choose File, Export To, Excel, and upload that file.",
    ),
    "file_labelled": (
        wrong_files.LABELLED,
        "a workbook with a sensitivity label that encrypts it (there is no password)",
        "In Excel, choose Sensitivity on the Home tab and a label without encryption, or ask whoever set the label, "
        "save, and upload it again.",
    ),
    "file_strict": (wrong_files.strict(), 'a workbook saved as "Strict Open XML Spreadsheet"', SAVE_AS),
    "file_other_zip": (
        wrong_files.zipped({"figures.csv": wrong_files.TEXT}),
        "a zip file that holds no workbook",
        "Unpack it and upload what is in it.",
    ),
    "file_locked": (
        wrong_files.locked_zip(standard_return()),
        "a zip file packed with a password or in an unusual way",
        "Unpack it and upload what is in it.",
    ),
}


def test_published_figures_in_a_zip_are_sent_to_the_same_place():
    found = refusal(wrong_files.zipped({"notes.csv": wrong_files.TEXT, "data/sen2.csv": wrong_files.PUBLISHED}))
    assert (found.rule, found.message) == (
        "file_published",
        f"A return must be {READ}, got: a ZIP file of published figures of the DfE. It belongs on the page Data, under "
        "Published figures: load it there as a release. Nothing was stored.",
    )


def test_a_text_of_libreoffice_is_no_spreadsheet():
    text = wrong_files.zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"})
    assert f"got: an OpenDocument file that is no spreadsheet. {COPY}" in refusal(text).message


def refusal(content: bytes) -> Finding:
    with pytest.raises(Unreadable) as refused:
        preflight(content)
    assert str(refused.value) == refused.value.finding.message
    return refused.value.finding


@pytest.mark.parametrize("rule", OTHER_KINDS)
def test_a_file_of_another_kind_is_refused_in_words_that_say_what_to_do(rule):
    content, kind, advice = OTHER_KINDS[rule]
    message = f"A return must be {READ}, got: {kind}. {advice} Nothing was stored."
    assert refusal(content) == Finding(rule, Severity.ERROR, "", "", message)


@pytest.mark.parametrize(
    "content",
    [
        wrong_files.cut_short(standard_return()),
        wrong_files.lying_directory(),
        b"PK\x03\x04 and nothing more",
        standard_return().replace(b"PK\x01\x02", b"PK\x01\x03"),
    ],
)
def test_a_damaged_zip_file_is_refused(content):
    assert (
        refusal(content)
        == not_a_workbook(
            "file_damaged",
            "a damaged file, perhaps cut short on its way",
            "Copy or download it again, check that Excel opens it, and upload it again.",
        ).finding
    )


@pytest.mark.parametrize(
    ("bomb", "size", "most", "got"),
    [
        (wrong_files.bomb, 120, "no more than 100 MB when unpacked", "120 MB"),
        (wrong_files.bomb_of_parts, 1_001, "no more than 1,000 parts", "1,001"),
    ],
)
def test_a_zip_bomb_is_refused_before_it_is_unpacked(bomb, size, most, got):
    message = f"A workbook must have {most}, got: {got}. {FRESH}"
    assert refusal(bomb(size)) == Finding("file_unpacks_too_large", Severity.ERROR, "", "", message)


def test_a_part_that_inflates_suspiciously_is_refused_by_its_ratio():
    content = wrong_files.bomb(3)
    times = 3 * 2**20 // len(content)
    message = refusal(content).message
    assert message.startswith(
        f"A workbook must have no more than {MAX_RATIO} times its size when unpacked, got: {times:,}"[:-1]
    )


def test_a_ratio_that_is_high_in_a_file_that_stays_small_harms_nobody():
    spaces = " " * (SMALL - 10_000)
    assert preflight(wrong_files.package(f'<row r="1"><c r="A1"><v>1</v></c></row>{spaces}')) is False


def test_a_file_too_large_is_refused_by_its_size_alone():
    finding = refusal(b"PK\x03\x04" + bytes(MAX_FILE))
    assert finding.rule == "file_too_large"
    assert finding.message == (
        "A return must be smaller than 20 MB, got: 20.0 MB. "
        "Delete pictures and sheets that are not part of the return, and upload it again. Nothing was stored."
    )


def test_a_workbook_passes_and_says_whether_it_carries_macros():
    assert preflight(standard_return()) is False
    assert preflight(wrong_files.package("", content_type=wrong_files.MACROS)) is True


@pytest.mark.parametrize("seed", range(3))  # benchmarks/hostile.py tries two hundred
def test_random_bytes_are_refused_and_never_raise_anything_else(seed):
    refusal(wrong_files.random_bytes(seed, 50 * seed))
    refusal(b"PK\x03\x04" + wrong_files.random_bytes(seed))
