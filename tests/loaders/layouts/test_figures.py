from loaders.layouts.figures import take_figure
from loaders.layouts.layout import Layout
from loaders.layouts.matching import likeness
from loaders.layouts.named_rows import named_rows
from loaders.layouts.so_far import Taking
from programme.period import Period


def test_a_figure_of_an_area_that_its_measure_is_not_for_is_left_out(sheet_of, book):
    layout = Layout("L", period="asked", headings={"Waiting": "speech_and_language_waiting"})
    workbook = book(sheet_of([["Area", "Waiting"], ["Kent", 3], ["NHS Kent and Medway ICB", 4]]))
    (table,) = likeness(workbook, layout).tables[""]
    taking = Taking(workbook, layout, Period.parse("2023-03"))
    for row in named_rows(table, lambda cell: True).rows:
        take_figure(taking, table, row, table.columns[0], table.sender.row(row.number)[2])
    assert [(value.area.name, value.value, value.area_cell.ref) for value in taking.values] == [
        ("NHS Kent and Medway ICB", 4, "A3")
    ]
    assert taking.strange == {"Sheet1": {"Kent (no area of speech_and_language_waiting)": 1}}
