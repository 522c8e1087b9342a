from io import BytesIO

from pyarrow import parquet

from reports.pack.data_csv import csv_bytes
from reports.pack.data_files import parquet_bytes
from reports.pack.parts import DataSet
from tests.reports.pack.test_data_csv import COLUMNS, DATA, read


def test_parquet_keeps_types_meanings_and_nothing():
    table = parquet.read_table(BytesIO(parquet_bytes(DATA)))
    assert [str(field.type) for field in table.schema] == ["string", "double", "int64", "bool"]
    assert table.schema.field("value").metadata[b"meaning"] == b"The figure."
    assert table.to_pylist()[1] == {"kpi": "=1+1\r\n2", "value": None, "workstream": None, "carried": True}


def test_the_same_rows_are_the_same_bytes():
    assert csv_bytes(DATA) == csv_bytes(DATA)
    assert parquet_bytes(DATA) == parquet_bytes(DATA)
    assert parquet.read_table(BytesIO(parquet_bytes(DataSet("none", "", COLUMNS, ())))).num_rows == 0


def test_both_files_of_the_pack_hold_the_same(pack):
    figures = pack.data[0]
    table = parquet.read_table(BytesIO(parquet_bytes(figures))).to_pylist()
    lines = read(csv_bytes(figures))
    assert [line[lines[0].index("value")] for line in lines[1:]] == [
        "" if row["value"] is None else repr(row["value"]) for row in table
    ]
