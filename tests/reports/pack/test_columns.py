from reports.pack.columns import balanced, joined_lists, lines_of
from reports.pack.parts import BlockHeading, Points, Tabled, Words
from reports.tables.table import Column, table_of

LONG = "word " * 50


def test_lists_are_parted_so_that_both_columns_are_about_as_high():
    found = balanced((BlockHeading("Reds"), Points((LONG, LONG, LONG, LONG))))
    assert found.columns == ((BlockHeading("Reds"), Points((LONG, LONG))), (Points((LONG, LONG)),))


def test_no_heading_stands_alone_at_the_foot_of_a_column():
    found = balanced((Words("a"), BlockHeading("Reds"), Words(LONG)))
    assert all(not column or not isinstance(column[-1], BlockHeading) for column in found.columns)


def test_lists_that_follow_each_other_are_one_again():
    assert joined_lists([Points(("a",)), Points(("b",)), Words("c"), Points(("d",))]) == (
        Points(("a", "b")),
        Words("c"),
        Points(("d",)),
    )


def test_more_text_is_more_lines():
    table = table_of("T", {Column("A"): lambda text: text}, ["short", LONG])
    assert lines_of(Tabled(table)) > lines_of(Tabled(table_of("T", {Column("A"): lambda text: text}, ["short"])))
    assert lines_of(Points((LONG,))) > lines_of(Points(("short",)))
    assert balanced(()).columns == ((), ())
