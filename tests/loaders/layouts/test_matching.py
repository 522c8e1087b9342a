from loaders.layouts.layout import Layout
from loaders.layouts.matching import likeness, value_columns
from loaders.layouts.sender_sheet import SenderSheet

PLAIN = Layout("Ours", period="asked", headings={"Plans": "plans_issued", "Reviews": "annual_reviews_due"})
YEARS = Layout("Years", measure="row", area="= Kent", period="heading", rows={"Plans": "plans_issued"})


def test_a_sheet_is_a_table_by_its_headings_wherever_they_stand(sheet_of, book):
    sheet = sheet_of([["A title"], [], [None, "Area", "Reviews", "Notes", "PLANS"], [None, "Kent", 3, None, 4]])
    (table,) = likeness(book(sheet), PLAIN).tables[""]
    assert (table.band.first, [(each.word, each.cell.ref) for each in table.columns]) == (
        3,
        [("Reviews", "C3"), ("Plans", "E3")],
    )
    assert [cell.text for cell in table.title_cells] == ["A title"]


def test_the_share_of_words_that_are_there_is_said(sheet_of, book):
    half = book(sheet_of([["Area", "Plans"], ["Kent", 4]]))
    assert (likeness(half, PLAIN).share, likeness(half, PLAIN).looks_like) == (0.67, True)
    none = book(sheet_of([["Area", "Other"], ["Kent", 4]]))
    assert (likeness(none, PLAIN).share, likeness(none, PLAIN).looks_like) == (0.0, False)


def test_hidden_sheets_are_no_tables(sheet_of, book):
    rows = [["Area", "Plans", "Reviews"], ["Kent", 4, 3]]
    both = book(sheet_of(rows, "Look-up", hidden=True), sheet_of(rows, "Data"))
    assert [table.sender.name for table in likeness(both, PLAIN).tables[""]] == ["Data"]


def test_a_table_is_told_by_its_title_or_by_the_name_of_its_sheet(sheet_of, book):
    layout = Layout("T", period="asked", tables={"waiting list": "", "over 52 weeks": "_over"}, headings={"Plans": "p"})
    rows = [["Area", "Plans"], ["Kent", 4]]
    both = book(sheet_of([["Waiting list, January 2023"], *rows], "T1"), sheet_of(rows, "Over 52 weeks"))
    found = likeness(both, layout).tables
    assert {word: [table.sender.name for table in tables] for word, tables in found.items()} == {
        "waiting list": ["T1"],
        "over 52 weeks": ["Over 52 weeks"],
    }


def test_without_words_every_column_under_a_period_holds_figures(sheet_of, book):
    sheet = sheet_of([["FARE", "2017", " 2015 *", "Total"], ["Plans", 4, 3, 7]])
    (table,) = likeness(book(sheet), YEARS).tables[""]
    assert [each.cell.ref for each in table.columns] == ["B1", "C1"]


def test_stacked_words_are_found_one_under_the_other_and_one_in_a_cell_with_its_period(sheet_of):
    layout = Layout("S", headings={"Speech / Waiting": "a"}, period="asked")
    band = SenderSheet(sheet_of([[None, "Speech", None], ["Area", "Waiting", "Seen"]], merged=("B1:C1",))).band(1, 2)
    assert [(each.word, each.column) for each in value_columns(band, layout)] == [("Speech / Waiting", 2)]
    actual = Layout("S", headings={"Actual": "a"}, period="heading")
    band = SenderSheet(sheet_of([["Area", "2023/24 Q1 Actual", "2023/24 Q1 Target"]])).band(1, 1)
    assert [(each.word, each.column) for each in value_columns(band, actual)] == [("Actual", 2)]


def test_a_title_that_says_a_heading_is_no_heading_where_figures_stand_below_another(sheet_of, book):
    one = Layout("One", period="asked", headings={"Plans": "plans_issued"})
    (table,) = likeness(book(sheet_of([["Plans"], [], ["Area", "Plans"], ["Kent", 4], ["Dover", 1]])), one).tables[""]
    assert [column.cell.ref for column in table.columns] == ["B3"]
