import pytest

from loaders.forms.layout import Column, SheetLayout, plain


@pytest.mark.parametrize(
    "typed", ["Measure", "measure", " MEASURE ", "Measure:", "Measure *", "Mea\u00adsure", "\ufeffMeasure", "Measure\xa0"]
)
def test_a_heading_is_matched_whatever_its_capitals_spaces_and_invisible_signs(typed):
    assert plain(typed) == "measure"


def test_words_stay_apart_by_one_space():
    assert plain("Data  as\xa0at\n") == "data as at"
    assert plain("Dataasat") != plain("Data as at")


def test_headings_come_in_the_order_of_the_columns():
    assert SheetLayout("Risks", (Column("Ref"), Column("Risk"))).headings == ("Ref", "Risk")
