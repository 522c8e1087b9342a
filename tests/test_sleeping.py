"""A form that sleeps is the form: what is saved of it, and read of that, is what is saved and read of a whole one."""

import openpyxl
import pytest

from loaders.forms.template import fill, save, standard_form
from loaders.reading import read_child
from loaders.reading.reader import workbook_of
from tests import factories
from tests.sleeping import CleanForm, Sleeping, read_sheets, workbook_read

CHANGES = {
    "nothing": lambda form: None,
    "an answer": lambda form: setattr(factories.answer_of(form, "Status"), "value", "provisional"),
    "a figure": lambda form: setattr(form["Figures"]["D2"], "value", 3.25),
    "a format that nothing else has": lambda form: setattr(form["Risks"]["A2"], "number_format", "0.000%"),
    "a row of words": lambda form: form["Actions"].append(["A1", "Plans", None]),
    "a row taken out": lambda form: form["Figures"].delete_rows(3),
    "a hidden row": lambda form: setattr(form["Figures"].row_dimensions[2], "hidden", True),
    "a hidden column": lambda form: setattr(form["Risks"].column_dimensions["B"], "hidden", True),
    "merged cells": lambda form: form["Risks"].merge_cells("A2:B3"),
    "a hidden sheet": lambda form: setattr(form["Risks"], "sheet_state", "hidden"),
    "another name": lambda form: setattr(form["Risks"], "title", "Dangers"),
    "another sheet to be printed": lambda form: setattr(form["Risks"], "print_area", "A1:B2"),
    "rows kept in sight": lambda form: setattr(form["Risks"], "freeze_panes", "B3"),
    "a sheet taken out": lambda form: form.remove(form["Figures"]),
    "a sheet put first": lambda form: form.create_sheet("Mine", 0),
    "a sheet copied": lambda form: form.copy_worksheet(form["Risks"]),
    "another order": lambda form: form.move_sheet("Figures", 3),
}


def whole() -> openpyxl.Workbook:
    return fill(standard_form(factories.QUARTER, (3,)), factories.figures())


@pytest.fixture(scope="module")
def clean() -> CleanForm:
    return CleanForm(whole())


def test_a_clean_form_is_saved_as_it_is(clean):
    assert clean.file == save(whole())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_gives_the_same_bytes_and_the_same_reading(change, clean):
    form = whole()
    change(form)
    content = clean.changed(change)
    assert content == save(form)
    assert read_sheets(content) == read_sheets(content) == read_child.read_sheets(content)
    anew = workbook_of(read_child.read_sheets(content), content, "return.xlsx")
    assert workbook_read(content, "return.xlsx") == workbook_read(content, "return.xlsx") == anew


def test_only_what_is_touched_wakes(clean):
    form = clean.copied()
    assert form["Figures"]["D2"].value == 2495
    form["Risks"].title = "Dangers"
    assert [sheet.title for sheet in form if not isinstance(sheet, Sleeping)] == ["Figures"]


def test_a_change_stays_in_its_copy(clean):
    clean.changed(CHANGES["a figure"])
    assert clean.changed(CHANGES["nothing"]) == clean.file
