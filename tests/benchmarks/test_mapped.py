import random

from benchmarks.mapped import count_changes
from loaders.layouts.layout import Layout
from loaders.reading.open_document import letters
from loaders.reading.workbook import Kind, Sheet, Typed, Workbook

LAYOUT = Layout(
    "Ours",
    tables={"plans by area": ""},
    rows={"Kent": "Kent", "Ashford": "Ashford"},
    headings={"Plans issued": "plans_issued", "Requests": "requests_received"},
)
ROWS = [
    ["Plans by area, Q3 2024/25"],
    ["Area", "Notes", "Plans issued", "Requests", "Other"],
    ["Kent", "x", 41, 53, 7],
    ["Ashford", "y", 4, 5, 1],
    ["Dover", "z", 6, 8, 2],
]


def workbook():
    cells = {}
    for row, line in enumerate(ROWS, start=1):
        for column, value in enumerate(line, start=1):
            kind = Kind.TEXT if isinstance(value, str) else Kind.NUMBER
            cells[row, column] = Typed(f"{letters(column)}{row}", row, column, kind, value)
    return Workbook("sent.xlsx", "0" * 64, (Sheet("Data", cells), Sheet("Notes", {})))


def test_after_any_change_every_number_is_right_or_refused_with_a_sentence():
    count = count_changes(workbook(), LAYOUT, 120, random.Random(1))
    assert (count.wrong, count.silent) == ((), ())
    assert count.right > 300
    assert count.refused > 50
