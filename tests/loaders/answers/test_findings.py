import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter, range_boundaries

from loaders.answers.findings import as_csv, finding_key, grouped, ranges
from programme.finding import Finding, Severity


def blank(cell, sheet="Figures", rule="value_missing", message=None, severity=Severity.ERROR):
    return Finding(rule, severity, sheet, cell, message or f"{cell} must be a number, got: nothing")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([f"E{row}" for row in range(14, 26)], ["E14:E25"]),
        (["E14", "E15", "E30"], ["E14:E15", "E30"]),
        (["C5", "D5", "E5"], ["C5:E5"]),
        (["C5", "C6", "D5"], ["C5:C6", "D5"]),
        (["B2", "AA2"], ["B2", "AA2"]),
        (["B2", "B2"], ["B2"]),
        ([], []),
    ],
)
def test_cells_become_ranges(cells, expected):
    assert ranges(cells) == expected


@given(st.sets(st.tuples(st.integers(1, 8), st.integers(1, 8)), max_size=20))
def test_ranges_hold_the_same_cells(places):
    covered = []
    for written in ranges(f"{get_column_letter(column)}{row}" for row, column in places):
        left, top, right, bottom = range_boundaries(written)
        covered += [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
    assert sorted(covered) == sorted(places)
    assert all(coordinate_to_tuple(f"{get_column_letter(column)}{row}") == (row, column) for row, column in places)


def test_one_cause_that_repeats_is_one_group():
    (group,) = grouped([blank(f"E{row}") for row in range(14, 26)])
    assert (group.place, group.rule, group.severity) == ("Figures!E14:E25", "value_missing", Severity.ERROR)
    assert group.message == "E14 must be a number, got: nothing (and 11 more like it)"


def test_the_same_words_are_said_once():
    (group,) = grouped([blank("E14", message="same"), blank("E15", message="same")])
    assert group.message == "same"


def test_rules_sheets_and_severities_are_kept_apart_in_order():
    found = [
        blank("A1", rule="b"),
        blank("A2", rule="a"),
        blank("A3", rule="b"),
        blank("A1", rule="b", sheet="Cover"),
        blank("A4", rule="b", severity=Severity.QUERY),
    ]
    assert [(group.rule, group.place, group.severity) for group in grouped(found)] == [
        ("b", "Figures!A1, A3", "error"),
        ("a", "Figures!A2", "error"),
        ("b", "Cover!A1", "error"),
        ("b", "Figures!A4", "query"),
    ]


def typed(cell, text, hint=""):
    meant = f": did you mean {hint}? got: {text}" if hint else f", got: {text}"
    message = f"Plans issued, excluding exceptions, Ashford must be a number, or c, x or z{meant}"
    return blank(cell, message=message, rule="value_not_a_number")


def test_no_hint_is_folded_under_another():
    found = [typed("D2", "<5", "c (suppressed)"), typed("D3", "tbc", "x (not available)"), typed("D4", "plenty")]
    groups = grouped([*found, typed("D5", "not known", "x (not available)")])
    assert [(group.place, group.message.rpartition(" z")[2]) for group in groups] == [
        ("Figures!D2", ": did you mean c (suppressed)? got: <5"),
        ("Figures!D3, D5", ": did you mean x (not available)? got: tbc (and 1 more like it)"),
        ("Figures!D4", ", got: plenty"),
    ]


def test_other_words_of_one_rule_are_another_cause():
    lead, owner = (blank("A1", message=f"APP-6.01: {column} must be given, got: nothing") for column in ("Lead", "Owner"))
    same = blank("A2", message="APP-6.02: Lead must be given, got: nothing")
    assert [len(group.findings) for group in grouped([lead, owner, same])] == [2, 1]


def test_a_cause_keeps_its_key_when_its_numbers_become_others_and_a_finding_does_not():
    then, now = (
        blank("D4", message=f"Plans issued, excluding exceptions, Kent must be 0 or more, got: -{number}")
        for number in (1, 2)
    )
    assert grouped([then])[0].key == grouped([now])[0].key
    assert finding_key(then) != finding_key(now)
    assert finding_key(then) == finding_key(
        blank("D4", message="Plans issued, excluding exceptions, Kent must be 0 or more, got: -1")
    )


def test_many_places_are_counted():
    (group,) = grouped([blank(f"{letter}{2 * row}") for row, letter in enumerate("BDFHJLN", start=1)])
    assert group.place == "Figures!B2, D4, F6, H8 and 3 more places"


def test_findings_without_a_cell_name_the_sheet_or_the_file():
    assert [group.place for group in grouped([blank(""), blank("", sheet="")])] == ["Figures", "the file"]


def test_a_csv_file_has_a_line_per_finding():
    content = as_csv([blank("E14")], "return.xlsx")
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""))) == [
        ["file", "severity", "sheet", "cell", "rule", "message"],
        ["return.xlsx", "error", "Figures", "E14", "value_missing", "E14 must be a number, got: nothing"],
    ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_nothing_in_a_csv_file_is_run(start):
    content = as_csv([blank("E14", sheet=f"{start}cmd")], "return.xlsx").decode("utf-8-sig")
    assert f"'{start}cmd" in content
