from api.columns import DataColumn, joined_sets, of_no_quarter, of_quarter, set_of
from programme.quarter import Quarter

NAME, SIZE = DataColumn("name", "text", "Its name."), DataColumn("size", "whole", "Its letters.")
TOLD = {NAME: str, SIZE: len}


def test_a_set_has_a_row_for_each_thing_and_its_columns_without_any():
    data = set_of("things", "Things.", TOLD, ["a", "bc"])
    assert (data.name, data.columns, data.rows) == ("things", (NAME, SIZE), (("a", 1), ("bc", 2)))
    assert set_of("things", "Things.", TOLD, ()).columns == data.columns


def test_every_row_says_whether_it_is_signed_off_and_real(reader):
    data = of_quarter(set_of("things", "Things.", TOLD, ["a"]), reader, reader.records.newest)
    assert [column.name for column in data.columns] == ["name", "size", "sign_off", "illustrative"]
    ((_, _, signed, illustrative),) = data.rows
    assert signed.startswith("Published on ") and illustrative is True
    early = of_quarter(set_of("things", "Things.", TOLD, ["a"]), reader, Quarter(2021, 1))
    assert early.rows[0][2] == signed, "a publication speaks for the quarters before its own"


def test_a_set_without_a_quarter_has_the_same_columns():
    empty = of_no_quarter(set_of("things", "Things.", TOLD, ()))
    assert [column.name for column in empty.columns] == ["name", "size", "sign_off", "illustrative"] and empty.rows == ()


def test_sets_are_stacked_in_their_order():
    one, other = (set_of("things", "Things.", TOLD, [each]) for each in "ab")
    assert joined_sets([one, other]).rows == (("a", 1), ("b", 1))
