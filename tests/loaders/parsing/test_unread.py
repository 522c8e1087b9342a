from loaders.parsing.parse import parse
from loaders.parsing.unread import ReadSheet, is_quarter, sheets_read, unknown_sheets, unread
from programme.quarter import Quarter
from tests import factories
from tests.loaders.rules.one_change import all_of, new_sheet, nothing, written


def parsed(change=nothing, history=()):
    if history:
        content = factories.history(Quarter(2023, 1), Quarter(2023, 3), of=history, change=change)
    else:
        content = factories.standard_return(change=change)
    return parse(factories.read_here(content))


def told(change, history=()):
    return [(each.place, str(each)) for each in unread(parsed(change, history))]


def sheet(name, change=nothing) -> ReadSheet:
    return next(each for each in sheets_read(parsed(change)) if each.form.name == name)


def test_of_a_clean_return_and_a_clean_history_everything_is_read():
    assert told(nothing) == []
    assert told(nothing, ("plans_issued",)) == []


def test_every_thing_that_nobody_reads_is_listed_in_the_order_of_the_workbook():
    def above(form):
        form["Risks"].insert_rows(1, 2)
        form["Risks"]["A1"], form["Risks"]["A2"], form["Risks"]["B2"] = "Risks of the board", "R-9", "Sorted away"

    change = all_of(
        *(written("Cover", "A40", "Signed off by"), written("Cover", "B40", "Director"), written("Cover", "B41", "aside")),
        *(written("Figures", "H1", "Value (revised)"), written("Figures", "H15", 600), written("Figures", "H17", 7)),
        *(written("Actions", "Z9", "no heading"), above, new_sheet("Our notes", ["a", "b"], ["c"])),
    )
    assert told(change) == [
        ("Cover!B40", "the line Signed off by (1 cell)"),
        ("Cover!B41", "the line without a label (1 cell)"),
        ("Figures!H15:H17", "the column Value (revised) (2 cells)"),
        ("Actions!Z9", "a column without a heading (1 cell)"),
        ("Risks!A2:B2", "what stands above the headings (2 cells)"),
        ("Our notes!A1:A2", "the whole sheet (3 cells)"),
    ]


def test_a_column_of_a_history_under_no_quarter_is_refused_and_not_left_unread():
    assert told(all_of(written("History", "F1", "Total"), written("History", "F2", 4)), ("plans_issued",)) == []


def test_the_list_of_findings_and_an_empty_sheet_are_nothing_unread():
    assert told(all_of(new_sheet("Findings", ["One finding"]), new_sheet("Sheet1"))) == []


def test_of_two_sheets_of_one_name_the_first_is_read():
    book = parsed(new_sheet("Risks ", ["Ref"], ["R-1"]))
    assert [each.name for each in unknown_sheets(book, sheets_read(book))] == ["Risks "]
    assert [each.name for each in sheets_read(book)][:3] == ["Figures", "Actions", "Risks"]


def test_a_sheet_knows_its_headings_and_what_stands_below_them():
    typed = {"M1": "Quarter", "N1": "Seen by", "B3": "x"}
    risks = sheet("Risks", all_of(*(written("Risks", ref, text) for ref, text in typed.items())))
    headings = risks.headed.headings
    assert [risks.known(headings[place]) for place in (1, 13, 14)] == [True, True, False]
    assert risks.column_under(headings[2]) is risks.form.risk
    assert [cell.ref for cell in risks.below(2)] == ["B3"]
    assert risks.below(1) == ()


def test_last_quarters_figures_stand_aside_and_are_known():
    figures = sheet("Figures")
    assert figures.known(figures.headed.headings[7])


def test_what_a_quarter_is():
    assert [is_quarter(text) for text in ("2021/22 Q3", "2021-22-Q1", "Total")] == [True, True, False]
