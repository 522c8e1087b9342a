"""Rows for other programs as CSV that Excel opens as it is: the data files of a pack, and what programs ask for."""

import csv
from io import StringIO

from plumbing.harmless import harmless
from reports.pack.parts import DataSet, DataValue


def csv_bytes(data: DataSet) -> bytes:
    """UTF-8 with the mark by which Excel knows it; a number has a point and all its decimals, nothing is empty."""
    written = StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(column.name for column in data.columns)
    rows.writerows([_written(value) for value in row] for row in data.rows)
    return written.getvalue().encode("utf-8-sig")


def _written(value: DataValue) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return harmless(" ".join(value.split()))
    return "" if value is None else repr(value)
