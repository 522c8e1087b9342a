"""The rows of a pack as Parquet, with their types, for Power BI and the like."""

from io import BytesIO

import pyarrow as pa
from pyarrow import parquet

from reports.pack.parts import DataSet, DataValue

TYPES = {"text": pa.string(), "number": pa.float64(), "whole": pa.int64(), "yes/no": pa.bool_()}


def parquet_bytes(data: DataSet) -> bytes:
    """The rows with their types; what a column means stands in its metadata."""
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


def _typed(value: DataValue, kind: str) -> DataValue:
    return float(value) if kind == "number" and value is not None else value
