from datetime import UTC, date, datetime

import pytest

from reports.tables.table import Cell, Column, Table, table_of

NAME, NUMBER, DAY = Column("Name"), Column("Number", "number", "%"), Column("Day", "date")


def row(name="a", number=1.5, day=date(2024, 9, 30)):
    return Cell(name, name), Cell(number, "shown"), Cell(day, "shown")


def test_a_table_is_drawn_up_of_things_a_text_being_its_own_value_and_an_empty_one_none():
    columns = {NAME: lambda thing: thing, NUMBER: lambda thing: Cell(len(thing), f"{len(thing)} letters")}
    assert table_of("Things", columns, ["ab", ""], ["As counted"]) == Table(
        "Things",
        (NAME, NUMBER),
        ((Cell("ab", "ab"), Cell(2, "2 letters")), (Cell(None, ""), Cell(0, "0 letters"))),
        ("As counted",),
    )


def test_a_table_of_nothing_keeps_its_columns():
    table = table_of("Things", {NAME: str, NUMBER: str}, [])
    assert (table.headings, table.rows, table.notes) == (("Name", "Number"), (), ())


def test_columns_can_be_left_out():
    table = Table("Things", (NAME, NUMBER, DAY), (row(),), ("Note",))
    assert table.without("Number") == Table("Things", (NAME, DAY), (row()[::2],), ("Note",))
    assert table.without() == table


@pytest.mark.parametrize("number", [0, -1, 2.5, None])
@pytest.mark.parametrize("day", [date(2024, 9, 30), datetime(2024, 9, 30, 9, tzinfo=UTC), None])
def test_a_column_holds_what_it_says_or_nothing(number, day):
    assert Table("Things", (NAME, NUMBER, DAY), (row(number=number, day=day),)).rows[0][1].value == number


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (row(number="12"), "Things: Number must hold a number; got: '12'"),
        (row(day="30 September 2024"), "Things: Day must hold a date; got: '30 September 2024'"),
        (row(day=45565), "Things: Day must hold a date; got: 45565"),
        (row()[:2], "Things: a row must have 3 cells; got: 2"),
    ],
)
def test_a_cell_that_is_not_of_its_columns_kind_is_refused(wrong, said):
    with pytest.raises(ValueError) as refusal:
        Table("Things", (NAME, NUMBER, DAY), (row(), wrong))
    assert str(refusal.value) == said


def test_a_column_of_words_may_say_more_than_the_value_under_it():
    assert Table("Things", (NAME,), ((Cell(184, "184 days late"),),)).rows[0][0].value == 184


def test_two_columns_cannot_share_a_heading():
    with pytest.raises(ValueError, match="Things: each column must have a heading of its own; got: Name, Name"):
        Table("Things", (NAME, Column("Name", "number")), ())


def test_a_cell_with_a_value_has_no_reason_to_lack_one():
    with pytest.raises(ValueError, match="A cell with a value cannot say why it has none; got: 0 and 'not returned'"):
        Cell(0, "0", "not returned")
    assert Cell(None, "no figure", "not returned").value is None
