from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from loaders.published import archive
from loaders.published.archive import Refused, is_archive, tables_in
from tests import dfe_files


def packed(**files):
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
    return written.getvalue()


def refusal(content):
    with pytest.raises(Refused) as refused:
        tables_in(content)
    return refused.value.finding.message


def test_the_tables_that_are_read_are_unpacked_and_the_others_passed_over():
    content = packed(data__requests_csv=dfe_files.requests(), data__caseload_csv=b"a,b\n1,2\n", guidance=b"words")
    assert is_archive(content)
    assert tables_in(content) == [("requests.csv", dfe_files.requests())]


def test_one_without_a_table_that_is_read_is_refused():
    assert refusal(packed(guidance=b"words")) == (
        "A ZIP file must hold a CSV file that is read, got: one without such a file. Nothing was stored."
    )


def test_two_tables_of_one_kind_are_refused():
    assert refusal(packed(one_csv=dfe_files.requests(), two_csv=dfe_files.requests())) == (
        "A ZIP file must hold one file of requests, got: one.csv and two.csv. Nothing was stored."
    )


def test_a_damaged_one_is_refused():
    assert refusal(packed(requests_csv=dfe_files.requests())[:-40]) == (
        "A ZIP file must be whole, got: a damaged one. Download it again. Nothing was stored."
    )


def test_one_that_unpacks_to_too_much_is_refused(monkeypatch):
    assert "unpack to no more than 200 times its size" in refusal(packed(zeros=b"0" * 5_000_000))
    many = packed(**{f"file{number}": b"" for number in range(archive.MAX_ENTRIES + 1)})
    assert "hold no more than 1,000 files, got: 1,001" in refusal(many)
    monkeypatch.setattr(archive, "MAX_UNPACKED", 100)
    assert "unpack to no more than" in refusal(packed(requests_csv=dfe_files.requests()))
    monkeypatch.setattr(archive, "MAX_FILE", 100)
    assert "be no larger than" in refusal(packed(requests_csv=dfe_files.requests()))
