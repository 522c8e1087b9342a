from reports.exports.csv_text import csv_text
from reports.tables.line import line_table
from tests.reports.lines import line_of, plans


def test_the_csv_says_what_it_is_and_starts_no_formula():
    table = line_table(line_of(plans([50]), quarters=1))[["Quarter", "Figure"]]
    table["Figure"] = "=1+1"
    assert csv_text(table, ["Plans", "As known now"]) == '"Plans"\n"As known now"\nQuarter,Figure\n2024/25 Q3,\'=1+1\n'
