import csv

import pytest

from plumbing.reference import REFERENCE
from programme.reference_files import REFERENCE_FILES


def test_every_file_of_the_folder_is_declared_and_no_other():
    assert set(REFERENCE_FILES) == {path.stem for path in REFERENCE.glob("*.csv")}


@pytest.mark.parametrize("name", REFERENCE_FILES)
def test_every_column_of_a_file_is_declared(name):
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file)) == list(REFERENCE_FILES[name].columns)


def test_what_tells_rows_apart_and_what_other_files_name_are_columns():
    for file in REFERENCE_FILES.values():
        assert {*file.apart, *(file.must_have or {})} <= set(file.columns)
        for kept in file.columns.values():
            assert kept.of is None or kept.of[1] in REFERENCE_FILES[kept.of[0]].columns
