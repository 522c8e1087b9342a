from loaders.layouts.sender_sheet import SenderSheet, merged_ranges


def heads(band):
    return {column: [cell.text for cell in cells] for column, cells in band.over.items()}


def test_what_is_merged_stands_over_every_column_it_covers(sheet_of):
    sheet = sheet_of([["Area", 2014, None, 2015, None], [None, "A", "B", "A", "B"]], merged=("A1:A2", "B1:C1", "D1:E1"))
    band = SenderSheet(sheet).band(1, 2)
    assert heads(band) == {1: ["Area"], 2: ["2014", "A"], 3: ["2014", "B"], 4: ["2015", "A"], 5: ["2015", "B"]}


def test_without_merging_what_stands_left_of_blanks_is_carried_right(sheet_of):
    band = SenderSheet(sheet_of([["Area", 2014, None, 2015], ["x", "A", "B", "A"]])).band(1, 2)
    assert heads(band) == {1: ["Area", "x"], 2: ["2014", "A"], 3: ["2014", "B"], 4: ["2015", "A"]}


def test_a_row_of_figures_is_no_row_of_headings(sheet_of):
    sender = SenderSheet(sheet_of([["Area", 2014], ["Kent", 2052], ["Dover", 7]]))
    assert heads(sender.band(1, 3)) == {1: ["Area", "Kent"], 2: ["2014", "2052"]}
    assert heads(sender.band(3, 3)) == {}


def test_bands_are_the_rows_near_the_top_in_which_a_word_stands(sheet_of):
    sender = SenderSheet(sheet_of([["Title"], ["Area", "Plans"], ["Kent", 3]]))
    assert [(band.first, band.last) for band in sender.bands(lambda cell: cell.text == "Plans")] == [
        (2, 2),
        (1, 2),
        (2, 3),
        (1, 3),
        (2, 4),
    ]


def test_merged_ranges_are_numbers_and_what_is_none_is_left():
    assert merged_ranges(("B2:AA3", "B2")) == ((2, 3, 2, 27),)
