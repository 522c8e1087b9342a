import pytest

from loaders.layouts.layout import layout_read, layout_text
from loaders.layouts.learning_labels import labelled_figures, labels_layout
from loaders.layouts.pointing import PointedAtNothingError
from loaders.layouts.taking import taken

FORM = [
    ["SEND return"],
    ["Area", "Kent", "Quarter", "Q3 2024/25"],
    ["Completed on", "31/12/2023"],
    [],
    ["Requests received", 53, "Plans the team issued", 41],
    ["Staff", 9, "Remarks", "none"],
]


def values(workbook, layout):
    assert layout_read(layout_text(layout), "learnt") == layout
    mapped = taken(workbook, layout)
    assert mapped.findings == ()
    return [
        (each.sheet, each.value_cell.ref, each.measure, each.area.name, str(each.period), each.value)
        for each in mapped.values
    ]


def test_every_figure_of_a_part_of_a_sheet_is_offered_with_its_label(sheet_of, book):
    workbook = book(sheet_of(FORM, "Form"))
    found = labelled_figures(workbook, "Form", "A5", "D6")
    assert [(each.figure.ref, each.word, each.meant) for each in found.figures] == [
        ("B5", "Requests received", "requests_received"),
        ("D5", "Plans the team issued", ""),
        ("B6", "Staff", ""),
    ]
    assert found.area_places == {"beside Area": "Kent"}
    assert {place: str(period) for place, period in found.period_places.items()} == {"beside Quarter": "2024/25 Q3"}
    meaning = {"Requests received": "requests_received", "Plans the team issued": "plans_issued", "Staff": ""}
    layout = labels_layout(found, meaning, "beside Area")
    assert (layout.value, layout.period, layout.kind) == ("beside", "beside Quarter", "count")
    assert values(workbook, layout) == [
        ("Form", "B5", "requests_received", "Kent", "2024/25 Q3", 53),
        ("Form", "D5", "plans_issued", "Kent", "2024/25 Q3", 41),
    ]


def test_labels_above_their_figures_in_a_sheet_for_each_area_with_its_title(sheet_of, book):
    rows = [["Plans, Q3 2024/25"], ["Issued", "Waiting"], [41, 5]]
    workbook = book(sheet_of(rows, "Ashford"), sheet_of(rows, "Dover"))
    found = labelled_figures(workbook, "Ashford", "A3", "")
    assert (found.value, [each.word for each in found.figures], found.area_places) == (
        "below",
        ["Issued"],
        {"sheet": "Ashford"},
    )
    layout = labels_layout(found, {"Issued": "plans_issued"}, "sheet")
    assert (layout.period, layout.each_sheet, dict(layout.tables)) == ("title", True, {})
    assert values(workbook, layout) == [
        ("Ashford", "A3", "plans_issued", "Ashford", "2024/25 Q3", 41),
        ("Dover", "A3", "plans_issued", "Dover", "2024/25 Q3", 41),
    ]


def test_of_two_sheets_with_the_same_labels_the_one_pointed_at_is_named(sheet_of, book):
    rows = [["Issued", 41]]
    found = labelled_figures(book(sheet_of(rows, "North"), sheet_of(rows, "South")), "South", "B1", "B1")
    layout = labels_layout(found, {"Issued": "plans_within_20_weeks"}, "= Kent")
    assert (dict(layout.tables), layout.period, layout.kind) == ({"South": ""}, "asked", "reported")


def test_a_figure_without_a_label_and_labels_that_mean_nothing_are_refused(sheet_of, book):
    workbook = book(sheet_of([["Issued", None, 41], ["Waiting", 5]]))
    with pytest.raises(PointedAtNothingError) as refused:
        labelled_figures(workbook, "Sheet1", "c1", "")
    assert str(refused.value) == "Right of a label, or below it, must stand a figure in C1, got: none."
    with pytest.raises(PointedAtNothingError) as refused:
        labels_layout(labelled_figures(workbook, "Sheet1", "B2", ""), {"Waiting": ""}, "= Kent")
    assert str(refused.value) == "Of one label at least it must be said what its figure is, got: of none."
