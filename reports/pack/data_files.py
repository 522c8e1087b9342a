"""The rows of a pack as files: CSV that Excel opens as it is, and Parquet with its types, for Power BI and the like."""

import csv
from io import BytesIO, StringIO

import pyarrow as pa
from pyarrow import parquet

from plumbing.harmless import harmless
from reports.pack.parts import DataSet, Given

TYPES = {"text": pa.string(), "number": pa.float64(), "whole": pa.int64(), "yes/no": pa.bool_()}


def csv_bytes(data: DataSet) -> bytes:
    """UTF-8 with the mark by which Excel knows it; a number has a point and all its decimals, nothing is empty."""
    written = StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(column.name for column in data.columns)
    rows.writerows([_written(value) for value in row] for row in data.rows)
    return written.getvalue().encode("utf-8-sig")


def _written(value: Given) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return harmless(" ".join(value.split()))
    return "" if value is None else repr(value)


def parquet_bytes(data: DataSet) -> bytes:
    """The same with its types; what a column means stands in its metadata."""
    fields = [pa.field(column.name, TYPES[column.kind], metadata={"meaning": column.meaning}) for column in data.columns]
    schema = pa.schema(fields, metadata={"meaning": data.meaning})
    columns = list(zip(*data.rows, strict=True)) or [()] * len(data.columns)
    arrays = [
        pa.array([_typed(value, column.kind) for value in values], TYPES[column.kind])
        for column, values in zip(data.columns, columns, strict=True)
    ]
    written = BytesIO()
    parquet.write_table(pa.table(arrays, schema=schema), written)
    return written.getvalue()


def _typed(value: Given, kind: str) -> Given:
    return float(value) if kind == "number" and value is not None else value
