from dataclasses import replace

from loaders.layouts.layout import Layout
from loaders.layouts.matching import likeness
from loaders.layouts.named_rows import named_rows
from loaders.naming import naming
from programme.aliases import Thing

OURS = Layout("Ours", period="asked", headings={"Plans": "plans_issued"})


def rows_of(rows, layout, sheet_of, book):
    (table,) = likeness(book(sheet_of(rows)), layout).tables[""]
    return named_rows(table, lambda cell: bool(naming().meant(Thing.AREA, cell.text)))


def test_rows_are_those_whose_names_are_ours_in_the_column_that_has_most(sheet_of, book):
    found = rows_of(
        [["Type", "Name", "Plans"], ["Kent", "Ashford", 1], ["x", "Dover", 2], ["y", "Narnia", 3]], OURS, sheet_of, book
    )
    assert [(row.number, row.part) for row in found.rows] == [(2, "Ashford"), (3, "Dover")]
    assert [cell.text for cell in found.strange] == ["Narnia"]


def test_headings_repeated_down_a_sheet_are_no_row(sheet_of, book):
    found = rows_of([["Area", "Plans"], ["Kent", 1], ["Area", "Plans"], ["Dover", 2]], OURS, sheet_of, book)
    assert ([row.number for row in found.rows], found.strange) == ([2, 4], ())


def test_what_the_layout_names_is_there_missing_or_there_twice(sheet_of, book):
    layout = replace(OURS, rows={"Kent": "Kent", "Dover": "Dover", "Swale": "Swale"})
    found = rows_of([["Area", "Plans"], ["Kent", 1], ["Dover", 2], ["Dover1", 3], ["Dover", 4]], layout, sheet_of, book)
    assert [(row.number, row.part) for row in found.rows] == [(2, "Kent")]
    assert found.missing == ("Swale",)
    assert [(word, [cell.ref for cell in cells]) for word, cells in found.several] == [("Dover", ["A3", "A5"])]
