import pytest

from loaders.reading.headed import headed
from loaders.reading.workbook import Kind, Sheet, Typed
from programme.sheets.form import FormColumn

MEASURE, AREA, VALUE = KNOWN = tuple(map(FormColumn, ("Measure", "Area", "Value")))


def sheet(*rows: tuple[str | None, ...]) -> Sheet:
    """A sheet of texts; None is a blank cell."""
    return Sheet(
        "Figures",
        {
            (row, column): Typed(f"{chr(64 + column)}{row}", row, column, Kind.TEXT, text)
            for row, texts in enumerate(rows, start=1)
            for column, text in enumerate(texts, start=1)
            if text is not None
        },
    )


def test_columns_are_found_by_heading_in_any_order():
    seen = headed(sheet(("VALUE", None, "Area ", "measure:"), ("41", "aside", "Kent", "plans_issued")), KNOWN)
    assert [seen.place(column) for column in KNOWN] == [4, 3, 1]
    assert [seen.under(column, 2).text for column in KNOWN] == ["plans_issued", "Kent", "41"]
    assert seen.ref(VALUE, 14) == "A14"


def test_titles_may_stand_above_the_headings():
    seen = headed(
        sheet(("Return of Kent", None), (None,), ("Area: all",), ("Measure", "Area"), ("plans_issued", "Kent")), KNOWN
    )
    assert seen.heading_row == 4
    assert seen.body == range(5, 6)


def test_the_row_with_most_known_headings_wins_and_the_first_of_equals():
    seen = headed(sheet(("Measure",), ("Measure", "Area"), ("Measure", "Area")), KNOWN)
    assert seen.heading_row == 2


def test_without_a_known_heading_the_first_row_that_holds_something_is_taken():
    assert headed(sheet((None,), ("Notes",), ("one",)), KNOWN).heading_row == 2
    assert list(headed(Sheet("Empty", {}), KNOWN).body) == []


def test_a_column_that_is_missing_holds_nothing():
    seen = headed(sheet(("Measure", "Area"), ("plans_issued", "Kent")), KNOWN)
    assert seen.place(VALUE) is None
    assert seen.under(VALUE, 2) is None
    with pytest.raises(KeyError):
        seen.ref(VALUE, 2)


def test_of_two_columns_with_one_heading_the_first_is_read():
    assert (
        headed(
            sheet(
                ("Measure", "Value", "Value"),
            ),
            KNOWN,
        ).place(VALUE)
        == 2
    )


def test_a_column_is_found_under_what_people_also_write_and_its_own_heading_goes_first():
    percent = FormColumn("% complete", aliases=("Percent complete",))
    renamed = sheet(("Measure", "percent complete"), ("plans_issued", "40"))
    assert headed(renamed, (MEASURE, percent)).under(percent, 2).text == "40"
    both = sheet(("Percent complete", "% complete"), ("40", "60"))
    assert headed(both, (percent,)).under(percent, 2).text == "60"
