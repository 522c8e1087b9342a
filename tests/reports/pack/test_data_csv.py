import csv
from io import StringIO

from reports.pack.data_csv import csv_bytes
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
