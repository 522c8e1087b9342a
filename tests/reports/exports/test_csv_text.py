import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plumbing.harmless import FORMULA_STARTS
from reports.exports.csv_text import csv_text
from reports.tables.line import line_table
from reports.tables.table import Cell, Column, Table
from tests.reports.lines import line_of, plans

BREAKING = 'APP-6.01"\n=HYPERLINK("http://x","y")\r\n'


def a_table(*cells, headings=("Quarter", "Figure"), notes=()):
    return Table("Plans", tuple(map(Column, headings)), (tuple(Cell(text, text) for text in cells),), notes)


def read(text):
    """As a spreadsheet reads it."""
    return list(csv.reader(StringIO(text, newline="")))


def test_the_csv_says_what_it_is_and_starts_no_formula():
    table = a_table("2024/25 Q3", "=1+1")
    assert csv_text(table, ["Plans", "As known now"]) == '"Plans"\n"As known now"\nQuarter,Figure\n2024/25 Q3,\'=1+1\n'


def test_every_text_stands_as_on_the_screen():
    table = line_table(line_of(plans([50], of=10_000), quarters=1)).without("Read from", "Covers", "Why")
    assert csv_text(table) == (
        "Quarter,Figure,Numerator,Denominator,Target,Rating,Status\n"
        '2024/25 Q3,50.0%,"5,000","10,000","at least 60.0%, floor 40.0%",◆ Amber,final\n'
    )


def test_a_table_of_nothing_has_its_headings_and_its_own_notes_stand_under_those_of_the_source():
    table = Table("Plans", (Column("Quarter"), Column("Figure")), (), ("Other things changed",))
    assert csv_text(table, ["Plans"]) == '"Plans"\n"Other things changed"\nQuarter,Figure\n'


def test_a_ref_with_a_quote_and_a_line_end_breaks_no_note():
    lines = read(csv_text(a_table("2024/25 Q3", "5"), [f"Action {BREAKING}", "Source: returns"]))
    assert lines == [
        ['Action APP-6.01" =HYPERLINK("http://x","y")'],
        ["Source: returns"],
        ["Quarter", "Figure"],
        ["2024/25 Q3", "5"],
    ]


def test_a_cell_with_a_quote_and_a_line_end_stays_one_cell():
    assert read(csv_text(a_table(BREAKING, "5")))[1:] == [[BREAKING.replace("\r\n", "\n"), "5"]]


@pytest.mark.parametrize("sign", FORMULA_STARTS)
def test_no_heading_no_note_and_no_cell_begins_a_formula(sign):
    text = csv_text(a_table(f"{sign}1", "b", headings=(f"{sign}2", "c")), [f"{sign}3"])
    assert not [cell for line in read(text) for cell in line if cell.startswith(FORMULA_STARTS)]


@given(st.text(), st.text(), st.text(min_size=1))
def test_whatever_is_written_two_columns_stay_two_and_a_note_stays_one_line(first, second, note):
    lines = read(csv_text(a_table(first, second), [note]))
    assert [len(line) for line in lines] == [1, 2, 2]
    wanted = [text.replace("\r\n", "\n").replace("\r", "\n") for text in (first, second)]
    assert [cell.removeprefix("'") for cell in lines[2]] == [text.removeprefix("'") for text in wanted]
