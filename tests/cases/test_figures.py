"""Figures in returns: what a person sees in the sheet is what is read, and what is not read is named."""

import pytest

from tests.cases.imports import KENT, history_form, impact
from tests.cases.playing import Q4, accept, check, row_of


def value_of(book, measure, area="Kent"):
    return book["Figures"].cell(row_of(book, measure, area), 4)


@pytest.mark.parametrize("what", ["column", "sheet"])
def test_a_second_column_of_values_and_a_copied_sheet_are_named(form, what):
    book = form()
    sheet = book["Figures"]
    if what == "column":
        sheet.cell(1, 8).value = "Value (revised)"
        sheet.cell(row_of(book, "plans_issued", "Kent"), 8).value = 600
    else:
        book.copy_worksheet(sheet).title = "Figures (2)"
    named = {"column": "Value (revised)", "sheet": "Figures (2)"}[what]
    assert any(named in f"{finding.sheet} {finding.message}" for finding in check(book).findings)


def test_figures_in_hidden_rows_are_asked_about(form):
    book = form()
    sheet = book["Figures"]
    for row in range(2, sheet.max_row + 1):
        sheet.row_dimensions[row].hidden = sheet.cell(row, 3).value == "Ashford"
    assert any("hidden" in finding.message for finding in check(book).findings)


def test_the_noise_of_a_stored_number_is_no_fraction(form):
    book = form(over={("plans_issued", "Kent"): 550})
    clean = check(book)
    value_of(book, "plans_issued").value = 550.0000000000001
    checked = check(book)
    assert [finding.message for finding in checked.findings] == [finding.message for finding in clean.findings]
    assert [each.value for each in checked.submission.figures if (each.measure, each.area) == ("plans_issued", KENT)] == [
        550
    ]


def test_a_percent_sign_that_is_only_text_does_not_multiply(form):
    book = form(streams=(1,))
    value_of(book, "survey_responses").number_format = "0\\%"
    assert [finding.message for finding in check(book).errors if "00%" in finding.message] == []


def test_a_figure_that_a_corrected_history_leaves_out_is_taken_back_or_named(database):
    issued, in_time = "plans_issued", "plans_issued_within_20_weeks"
    accept(database, history({issued: 540, in_time: 300}), "first.xlsx", "2025-05-01T10:00:00+01:00")
    checked = check(history({issued: 540}), "second.xlsx", database)
    assert impact(database, checked.submission).withdrawn or checked.findings


def history(values):
    """A history workbook with these figures of Kent and no others."""
    book = history_form([Q4])
    sheet = book["History"]
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, 2).value == "Kent" and sheet.cell(row, 1).value in values:
            sheet.cell(row, 3).value = values[sheet.cell(row, 1).value]
    return book
