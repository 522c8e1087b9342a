import pytest

from loaders.layouts.layout import layout_read, layout_text
from loaders.layouts.learning import Pointed
from loaders.layouts.learning_blocks import in_blocks
from loaders.layouts.pointing import PointedAtNothingError
from loaders.layouts.taking import taken

OF_AREAS = [
    ["Ashford", "Q1 2024/25", "Q2 2024/25"],
    ["Plans the team issued", 3, 4],
    ["Requests received", 5, 6],
    ["Sub-total", 8, 10],
    [],
    ["Narnia", "Q1 2024/25", "Q2 2024/25"],
    ["Plans the team issued", 9, 9],
    ["Dover", "Q1 2024/25", "Q2 2024/25"],
    ["Plans the team issued", 1, 2],
    ["Requests received", 3, 4],
]
OF_MEASURES = [
    ["Q3 2024/25"],
    ["Area", "Number"],
    ["Plans the team issued"],
    ["Kent", 41],
    ["Ashford", 4],
    ["Requests received"],
    ["Kent", 53],
    ["Ashford", 5],
]


def learnt(workbook, pointed, opener):
    layout = in_blocks(workbook, pointed, opener)
    assert layout_read(layout_text(layout), "learnt") == layout
    mapped = taken(workbook, layout)
    assert mapped.findings == ()
    return layout, [
        (each.value_cell.ref, each.measure, each.area.name, str(each.period), each.value) for each in mapped.values
    ]


def test_each_block_is_an_area_opened_in_the_row_of_its_headings(sheet_of, book):
    layout, values = learnt(book(sheet_of(OF_AREAS)), Pointed("Sheet1", "B2", "C2", "plans_issued", name="B"), "A1")
    assert (layout.measure, layout.area, layout.period) == ("row", "block", "heading")
    assert layout.blocks == {"Ashford": "Ashford", "Dover": "Dover"}
    assert layout.block_ends == ("Narnia", "Sub-total"), "what is nothing of ours is no part of the block above it"
    assert values == [
        ("B2", "plans_issued", "Ashford", "2024/25 Q1", 3),
        ("C2", "plans_issued", "Ashford", "2024/25 Q2", 4),
        ("B3", "requests_received", "Ashford", "2024/25 Q1", 5),
        ("C3", "requests_received", "Ashford", "2024/25 Q2", 6),
        ("B9", "plans_issued", "Dover", "2024/25 Q1", 1),
        ("C9", "plans_issued", "Dover", "2024/25 Q2", 2),
        ("B10", "requests_received", "Dover", "2024/25 Q1", 3),
        ("C10", "requests_received", "Dover", "2024/25 Q2", 4),
    ]


@pytest.mark.parametrize("last", ["B4", "B5"])
def test_each_block_is_a_measure_over_rows_of_areas(last, sheet_of, book):
    layout, values = learnt(book(sheet_of(OF_MEASURES)), Pointed("Sheet1", "B4", last, "plans_issued", name="B"), "A3")
    assert (layout.measure, layout.area, layout.period, layout.headings) == ("block", "row", "title", {"Number": ""})
    assert layout.blocks == {"Plans the team issued": "plans_issued", "Requests received": "requests_received"}
    assert values == [
        ("B4", "plans_issued", "Kent", "2024/25 Q3", 41),
        ("B5", "plans_issued", "Ashford", "2024/25 Q3", 4),
        ("B7", "requests_received", "Kent", "2024/25 Q3", 53),
        ("B8", "requests_received", "Ashford", "2024/25 Q3", 5),
    ]


def test_each_block_is_a_measure_over_rows_of_periods(sheet_of, book):
    rows = [["Quarter", "Number"], ["Plans the team issued"], ["Q1 2024/25", 3], ["Requests received"], ["Q1 2024/25", 5]]
    pointed = Pointed("Sheet1", "B3", "B3", "plans_issued", "Kent", "B")
    layout, values = learnt(book(sheet_of(rows)), pointed, "A2")
    assert (layout.area, layout.period) == ("= Kent", "row")
    assert values == [
        ("B3", "plans_issued", "Kent", "2024/25 Q1", 3),
        ("B5", "requests_received", "Kent", "2024/25 Q1", 5),
    ]


def test_row_and_block_may_name_the_measure_together(sheet_of, book):
    rows = [[None, "2024/25 Q1"], ["PLANS"], ["  Issued", 3], ["Other", 9], ["REQUESTS"], ["  Received", 5]]
    pointed = Pointed("Sheet1", "B3", "B3", "plans_issued", "Kent", "B")
    layout, values = learnt(book(sheet_of(rows)), pointed, "A2")
    assert (layout.measure, layout.rows, layout.blocks) == (
        "{block}_{row}",
        {"Issued": "issued", "Received": "received"},
        {"PLANS": "plans", "REQUESTS": "requests"},
    )
    assert [(each[0], each[1], each[4]) for each in values] == [("B3", "plans_issued", 3), ("B6", "requests_received", 5)]


@pytest.mark.parametrize(
    ("opener", "sentence"),
    [
        ("B4", "A text above the figures must open their block, got: B4."),
        ("a9", "A text above the figures must open their block, got: A9."),
        (
            "A1",
            "What opens a block must be the name of an area, or stand over rows of areas or periods, got: Board figures.",
        ),
    ],
)
def test_what_opens_no_block_is_refused(opener, sentence, sheet_of, book):
    rows = [["Board figures"], [None, "Q1 2024/25"], ["Plans the team issued", 3], ["Total", 4]]
    with pytest.raises(PointedAtNothingError) as refused:
        in_blocks(book(sheet_of(rows)), Pointed("Sheet1", "B3", "B3", "plans_issued", name="B"), opener)
    assert str(refused.value) == sentence
