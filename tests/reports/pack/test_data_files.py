import csv
from io import BytesIO, StringIO

from pyarrow import parquet

from reports.pack.data_files import csv_bytes, parquet_bytes
from reports.pack.parts import DataColumn, DataSet

COLUMNS = (
    DataColumn("kpi", "text", "The id."),
    DataColumn("value", "number", "The figure."),
    DataColumn("workstream", "whole", "Its number."),
    DataColumn("carried", "yes/no", "Whether it is carried."),
)
DATA = DataSet("figures", "Figures.", COLUMNS, (("plans", 58.54545454545455, 3, False), ("=1+1\r\n2", None, None, True)))


def read(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def test_csv_has_all_decimals_and_nothing_is_empty():
    assert csv_bytes(DATA).startswith(b"\xef\xbb\xbfkpi,value,workstream,carried\r\n")
    assert read(csv_bytes(DATA))[1] == ["plans", "58.54545454545455", "3", "no"]


def test_no_text_is_a_formula_or_ends_a_row():
    assert read(csv_bytes(DATA))[2] == ["'=1+1 2", "", "", "yes"]


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
