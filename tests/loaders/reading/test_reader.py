import subprocess
from datetime import date
from hashlib import sha256

import openpyxl
import pytest

from loaders.reading import reader
from loaders.reading.preflight import MAX_FILE, Unreadable
from loaders.reading.reader import read_workbook
from loaders.reading.workbook import Kind, Typed
from tests import wrong_files
from tests.factories import read_here, saved, standard_return

NEEDS_MORE = (
    "A workbook must be readable in 30 seconds and 500 MB of memory, got: one that needs more. "
    "Copy the figures into a fresh copy of the blank form, and upload that. Nothing was stored."
)
BREAKS_THE_FORMAT = (
    "A workbook must be as Excel itself would write it, got: a file whose inside breaks the format. "
    "Open it in Excel and save it under a new name, or copy the figures into a fresh copy of the blank form, "
    "and upload that. Nothing was stored."
)


def refusal(content: bytes) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        read_workbook(content, "return.xlsx")
    return refused.value


def child_that(code: str, tmp_path, monkeypatch) -> None:
    """Put a child of another kind in the place of the real one."""
    script = tmp_path / "child.py"
    script.write_text(code)
    monkeypatch.setattr(reader, "CHILD", script)


def test_a_workbook_comes_back_with_its_name_fingerprint_sheets_and_cells():
    book = openpyxl.Workbook()
    book.active.title = "Figures"
    book.active["B2"], book.active["C2"] = 41, date(2024, 3, 31)
    content = saved(book)
    workbook = read_workbook(content, "quarter four.xlsx")
    assert workbook.file_name == "quarter four.xlsx"
    assert workbook.sha256 == sha256(content).hexdigest()
    assert workbook.macros is False
    (sheet,) = workbook.sheets
    assert (sheet.name, sheet.hidden) == ("Figures", False)
    assert dict(sheet.cells) == {
        (2, 2): Typed("B2", 2, 2, Kind.NUMBER, 41.0),
        (2, 3): Typed("C2", 2, 3, Kind.DATE, date(2024, 3, 31)),
    }


def test_the_child_reads_what_this_process_would_read():
    content = standard_return()
    assert read_workbook(content, "return.xlsx") == read_here(content)


def test_a_workbook_with_macros_is_read_and_says_so():
    content = wrong_files.package('<row r="1"><c r="A1"><v>1</v></c></row>', content_type=wrong_files.MACROS)
    workbook = read_workbook(content, "return.xlsm")
    assert workbook.macros is True
    assert workbook.sheet("Figures").cell(1, 1).value == 1.0


def test_the_childs_refusal_is_passed_on_whole():
    fault = refusal(wrong_files.chart_sheet_only())
    assert (fault.finding.rule, str(fault)) == ("file_without_sheets", fault.finding.message)


def test_how_far_a_sheet_reaches_is_told():
    assert read_workbook(wrong_files.stray_cell(), "return.xlsx").sheets[0].far == "XFD1048576"


def test_a_file_that_breaks_the_format_ends_only_the_child_and_leaves_developers_a_note():
    fault = refusal(wrong_files.entities())
    assert (fault.finding.rule, str(fault)) == ("file_not_understood", BREAKS_THE_FORMAT)
    assert fault.__notes__[0].startswith("the reading process ended with 1: defusedxml.common.EntitiesForbidden")


def test_a_file_too_large_is_refused_without_starting_a_child(monkeypatch):
    monkeypatch.setattr(subprocess, "run", None)
    assert refusal(b"PK\x03\x04" + bytes(MAX_FILE)).finding.rule == "file_too_large"


def test_a_child_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    child_that("import time; time.sleep(60)", tmp_path, monkeypatch)
    monkeypatch.setattr(reader, "TIME_LIMIT", 0.2)
    assert refusal(b"any").finding.message == NEEDS_MORE.replace("30", "0.2")


@pytest.mark.parametrize(
    "code",
    [
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass",
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (2**28, 2**28)); bytes(2**29)",
    ],
    ids=["killed", "processor time", "memory"],
)
def test_a_child_that_meets_its_limits_is_a_sentence(code, tmp_path, monkeypatch):
    child_that(code, tmp_path, monkeypatch)
    fault = refusal(b"any")
    assert (fault.finding.rule, str(fault)) == ("file_too_demanding", NEEDS_MORE)


@pytest.mark.parametrize("seed", range(6))
def test_a_mutated_workbook_is_read_or_refused_and_nothing_else(seed):
    content = wrong_files.mutated(standard_return(), seed)
    try:
        assert read_workbook(content, "return.xlsx").sheets
    except Unreadable as refused:
        assert refused.finding.message.endswith("Nothing was stored.")
