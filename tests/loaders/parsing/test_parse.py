from datetime import date

import pytest
from openpyxl import Workbook as NewWorkbook

from loaders.parsing.parse import NotAReturn, figures_of, parse
from loaders.parsing.parsed import ParsedReturn
from loaders.reading.preflight import Unreadable
from programme.areas import KENT, area_named
from programme.figure import Source
from programme.quarter import Quarter
from programme.submission import Cover, Entry
from programme.symbols import Status, Symbol
from tests.factories import ALL, QUARTER, answer_of, cell_of, figure, figures, history, read_here, saved, standard_return

LEAD = "SEND assessment and placement lead"


def parsed(change=None, **settings) -> ParsedReturn:
    return parse(read_here(standard_return(change=change, **settings)))


def parsed_history(change=None, **settings) -> ParsedReturn:
    settings = {"first": Quarter(2019, 3), "last": Quarter(2020, 1), "of": ["plans_issued_all"]} | settings
    return parse(read_here(history(change=change, **settings)))


def named(**sheets: dict[str, object]) -> bytes:
    """A workbook of sheets, each with its cells by reference."""
    form = NewWorkbook()
    form.remove(form.active)
    for name, cells in sheets.items():
        sheet = form.create_sheet(name)
        for ref, value in cells.items():
            sheet[ref] = value
    return saved(form)


def test_a_clean_return_gives_its_cover_and_a_row_for_every_figure():
    form = parsed()
    assert form.kind == "standard"
    assert form.cover == Cover(
        "standard", QUARTER, (3,), "Kent County Council", LEAD, "", date(2025, 3, 31), Status.FINAL, illustrative=False
    )
    assert len(form.rows) == len(figures())
    assert form.entries == ()
    assert [cell.ref for cell in form.headings["Figures"]] == ["A1", "B1", "C1", "D1", "E1", "F1", "G1"]


def test_a_row_knows_its_cells_and_what_they_mean():
    row = parsed().rows[0]
    assert (row.sheet, row.row, row.value_ref) == ("Figures", 2, "D2")
    assert (row.measure.id, row.area, row.quarter) == ("plans_issued_within_20_weeks", KENT, QUARTER)
    assert [cell.ref for cell in (row.measure_cell, row.area_cell, row.value_cell, row.quarter_cell)] == [
        "A2",
        "C2",
        "D2",
        "B4",
    ]
    assert (row.status_cell, row.note_cell) == (None, None)


def test_what_is_not_known_is_none_and_keeps_its_cell():
    def change(form):
        cell_of(form, "plans_issued", "Canterbury", "Area").value = "Cantebury"
        cell_of(form, "plans_issued", "Ashford", "Measure").value = "plans_isued"
        answer_of(form, "Quarter").value = "2024/25 Q5"

    rows = {row.row: row for row in parsed(change).rows}
    wrong_area = next(row for row in rows.values() if row.area is None)
    wrong_measure = next(row for row in rows.values() if row.measure is None)
    assert (wrong_area.area_cell.text, wrong_measure.measure_cell.text) == ("Cantebury", "plans_isued")
    assert {row.quarter for row in rows.values()} == {None}
    assert {row.quarter_cell.text for row in rows.values()} == {"2024/25 Q5"}


def test_names_are_taken_whatever_their_capitals_and_spaces():
    def change(form):
        cell_of(form, "plans_issued", "Kent", "Measure").value = " Plans_Issued\xa0"
        cell_of(form, "plans_issued", "Tunbridge Wells", "Area").value = "tunbridge\xa0 wells"

    assert {(row.measure.id, row.area.name) for row in parsed(change).rows} == {
        (each.measure, each.area.name) for each in figures()
    }


def test_columns_are_found_in_any_order_and_others_are_ignored():
    def change(form):
        sheet = form["Figures"]
        sheet.move_range("D1:D400", cols=10)
        sheet["D1"], sheet["D2"] = "Last year", 7

    form = parsed(change)
    assert form.rows[0].value_ref == "N2"
    assert [each.value for each in figures_of(form)] == [each.value for each in figures()]


def test_a_blank_value_is_a_row_and_a_blank_line_is_none():
    def change(form):
        cell_of(form, "plans_issued", "Kent").value = None
        form["Figures"]["F900"] = "a note by itself"

    form = parsed(change)
    assert [row.value_ref for row in form.rows if row.value_cell is None] == ["D15", "D900"]
    assert len(form.rows) == len(figures()) + 1
    with pytest.raises(ValueError, match="must have a measure, an area and a quarter, got: Figures!D2"):
        figures_of(parsed(lambda form: form["Figures"].__setitem__("A2", None)))


@pytest.mark.parametrize("heading", ["Measure", "Area", "Value"])
def test_without_a_needed_heading_there_are_no_rows_but_the_headings_that_are_there(heading):
    def change(form):
        cell = next(cell for cell in form["Figures"][1] if cell.value == heading)
        cell.value = "Something"

    form = parsed(change)
    assert form.rows == ()
    assert "Something" in [cell.text for cell in form.headings["Figures"]]


def test_without_the_sheet_of_figures_there_are_no_rows_and_its_near_match_is_kept_as_words():
    form = parsed(lambda form: setattr(form["Figures"], "title", "Figurs"))
    assert form.kind == "standard"
    assert (form.rows, form.headings) == ((), {})
    assert form.cover is not None
    assert {entry.sheet for entry in form.entries} == {"Figurs"}


def test_sheets_are_found_whatever_their_capitals_and_named_as_in_the_file():
    form = parsed(lambda form: setattr(form["Figures"], "title", "FIGURES "))
    assert {row.sheet for row in form.rows} == {"FIGURES "}


@pytest.mark.parametrize("label", ["Quarter", "Workstream", "Organisation", "Status"])
def test_the_cover_is_none_while_it_cannot_be_understood_and_its_line_is_there(label):
    form = parsed(lambda form: setattr(answer_of(form, label), "value", "?"))
    assert form.cover is None
    assert form.fields[label].text == "?"
    with pytest.raises(ValueError, match="a cover that can be understood"):
        figures_of(form)


def test_without_a_cover_sheet_there_are_no_lines_and_no_quarter():
    form = parsed(lambda form: form.remove(form["Cover"]))
    assert (form.cover, form.fields) == (None, {})
    assert {row.quarter for row in form.rows} == {None}


def test_figures_carry_number_or_symbol_status_note_and_cell():
    typed = [
        figure("plans_issued", KENT, typed=0),
        figure("plans_issued", area_named("Dover"), typed="c", status=Status.PROVISIONAL, note="=two schools"),
        figure("educational_psychology_posts_vacant", KENT, typed=12.5),
    ]
    read = figures_of(parsed(typed=typed))
    assert [(each.measure, each.area.name, each.value, each.symbol, each.status, each.note) for each in read] == [
        ("plans_issued", "Kent", 0.0, None, Status.FINAL, ""),
        ("plans_issued", "Dover", None, Symbol.SUPPRESSED, Status.PROVISIONAL, "=two schools"),
        ("educational_psychology_posts_vacant", "Kent", 12.5, None, Status.FINAL, ""),
    ]
    assert read[0].source == Source("return.xlsx", "Figures", "D15")


def test_the_older_form_of_a_symbol_is_taken_as_the_symbol():
    form = parsed(lambda form: setattr(cell_of(form, "plans_issued", "Kent"), "value", " K "), typed=[])
    assert [each.symbol for each in figures_of(form)] == [Symbol.ROUNDS_TO_ZERO]


def test_what_the_rules_would_have_refused_is_no_figure():
    for wrong in ("41 plans", True, "=1+1"):
        form = parsed(lambda form, typed=wrong: setattr(cell_of(form, "plans_issued", "Kent"), "value", typed))
        with pytest.raises(ValueError, match="A figure has a value or a symbol"):
            figures_of(form)


def test_words_on_the_other_sheets_come_along():
    form = parsed(lambda form: form["Actions"].__setitem__("D2", "Recruit psychologists"))
    assert form.entries == (Entry("Actions", 2, "Action", "D2", "Recruit psychologists"),)


def test_a_history_has_one_row_for_each_cell_that_is_filled():
    form = parsed_history(lambda form: form["History"].__setitem__("D2", None))
    assert form.kind == "history"
    assert [(row.value_ref, str(row.quarter)) for row in form.rows] == [("C2", "2019/20 Q3"), ("E2", "2020/21 Q1")]
    assert [row.quarter_cell.ref for row in form.rows] == ["C1", "E1"]
    assert [cell.text for cell in form.headings["History"]] == ["Measure", "Area", "2019/20 Q3", "2019/20 Q4", "2020/21 Q1"]


def test_a_history_needs_no_cover():
    form = parsed_history(lambda form: form.remove(form["Cover"]))
    assert form.cover == Cover("history", None, ALL, "Kent County Council", "", "", None, Status.FINAL, illustrative=False)
    assert {each.status for each in figures_of(form)} == {Status.FINAL}


def test_a_history_may_say_who_makes_it_and_that_it_is_provisional_or_illustrative():
    def change(form):
        answer_of(form, "Organisation").value = "nhs kent and medway"
        answer_of(form, "Status").value = "provisional"
        answer_of(form, "Figures are").value = "illustrative"

    form = parsed_history(change)
    assert (form.cover.organisation, form.cover.illustrative) == ("NHS Kent and Medway", True)
    assert {each.status for each in figures_of(form)} == {Status.PROVISIONAL}


def test_a_history_whose_cover_is_wrong_has_none():
    assert parsed_history(lambda form: setattr(answer_of(form, "Status"), "value", "draft")).cover is None


def test_a_history_column_that_may_be_meant_as_a_quarter_is_never_passed_over():
    def change(form):
        form["History"]["C1"] = "2019/20 Q9"
        form["History"]["D1"] = None

    rows = parsed_history(change).rows
    assert [(row.quarter, row.quarter_cell and row.quarter_cell.text) for row in rows[:2]] == [
        (None, "2019/20 Q9"),
        (None, None),
    ]


def test_a_history_column_of_notes_is_no_quarter():
    def change(form):
        form["History"]["F1"], form["History"]["F2"] = "Notes", "from the old system"

    assert len(parsed_history(change).rows) == 3


@pytest.mark.parametrize("heading", ["Measure", "Area"])
def test_a_history_without_a_needed_heading_has_no_rows(heading):
    def change(form):
        next(cell for cell in form["History"][1] if cell.value == heading).value = "Something"

    assert parsed_history(change).rows == ()


def test_of_figures_and_history_in_one_workbook_figures_is_the_return():
    assert parsed(lambda form: form.create_sheet("History")).kind == "standard"


def test_a_workbook_with_nothing_of_a_return_is_refused_with_its_sheets_named():
    with pytest.raises(NotAReturn) as refused:
        parse(read_here(named(Budget={"A1": "2024/25"}, Notes={"A1": "x"})))
    assert isinstance(refused.value, Unreadable)
    assert refused.value.finding.rule == "not_a_return"
    assert str(refused.value) == (
        "A return must have the sheets Cover and Figures, or a sheet History, got: Budget, Notes. "
        "Start from the blank form, which has them, and upload that. Nothing was stored."
    )


def test_an_empty_sheet_of_figures_or_history_is_a_return_without_rows():
    assert parse(read_here(named(Figures={}))).rows == ()
    assert parse(read_here(named(History={}))).rows == ()
