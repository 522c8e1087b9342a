import pytest

from plumbing.reference import REFERENCE, rows


def test_rows_come_in_the_files_order():
    assert [row["workstream"] for row in rows("workstreams")] == ["1", "2", "3", "4", "5"]


def test_a_file_is_read_once():
    assert rows("areas") is rows("areas")


def test_a_missing_file_is_named():
    with pytest.raises(FileNotFoundError, match=r"no_such_list\.csv"):
        rows("no_such_list")


@pytest.mark.parametrize("name", sorted(file.stem for file in REFERENCE.glob("*.csv")))
def test_every_row_has_exactly_the_columns_of_its_heading(name):
    assert rows(name)
    assert {None not in row and None not in row.values() for row in rows(name)} == {True}
