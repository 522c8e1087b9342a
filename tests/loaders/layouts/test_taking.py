"""What layouts take, on real files of other people and on little ones: right, or refused with a sentence."""

import csv
from dataclasses import replace

import pytest

from loaders.layouts.layout import Layout
from loaders.layouts.mapped import NameLeftOut
from loaders.layouts.shipped import shipped_layouts
from loaders.layouts.taking import taken
from programme.aliases import Thing
from programme.finding import Severity
from programme.period import Period

NHS, TRIBUNALS = shipped_layouts()
SERVICES = {
    "community paediatrics": "community_paediatrics_waiting",
    "speech and language": "speech_and_language_waiting",
    "occupational therapy": "occupational_therapy_waiting",
}
BANDS = (
    "0_to_1_weeks",
    "1_to_2_weeks",
    "2_to_4_weeks",
    "4_to_12_weeks",
    "12_to_18_weeks",
    "18_to_52_weeks",
    "over_52_weeks",
)
OF_TABLE = {"Table 4": "", **{f"Table 4{letter}": f"_{band}" for letter, band in zip("abcdefg", BANDS, strict=True)}}
PLAIN = Layout("Ours", period="asked", headings={"Plans": "plans_issued", "Decided": "requests_received"})
ASKED = Period.parse("2024/25 Q3")


def said(mapped):
    return [finding.message for finding in mapped.findings]


def figures(mapped):
    return [
        (value.value_cell.ref, value.measure, value.area.name, str(value.period), value.value) for value in mapped.values
    ]


@pytest.mark.parametrize("name", ["community_health_2023-03-01.xlsx", "community_health_2023-08-01.xlsx"])
def test_the_48_cells_of_the_nhs_tables(name, foreign, foreign_path):
    mapped = taken(foreign(name), NHS)
    with foreign_path("expected_community_health.csv").open() as lines:
        expected = {
            (row["sheet"], row["cell"], SERVICES[row["service"]] + OF_TABLE[row["sheet"]], row["month"], float(row["value"]))
            for row in csv.DictReader(lines)
            if row["file"] == name
        }
    got = {(each.sheet, each.value_cell.ref, each.measure, str(each.period), each.value) for each in mapped.values}
    assert (got, len(got), mapped.findings, mapped.tables, mapped.matched) == (expected, 24, (), (8, 8), 1.0)
    assert {each.area.name for each in mapped.values} == {"NHS Kent and Medway ICB"}


def test_the_18_cells_of_the_tribunals(foreign, foreign_path):
    mapped = taken(foreign("send_appeal_rate_table_2022.ods"), TRIBUNALS)
    with foreign_path("expected_tribunals.csv").open() as lines:
        expected = {
            (measure, row["calendar_year"], float(row[measure]))
            for row in csv.DictReader(lines)
            for measure in ("appeals_registered", "appealable_decisions")
        }
    assert {(each.measure, str(each.period), each.value) for each in mapped.values} == expected
    assert (len(mapped.values), mapped.findings) == (18, ())
    assert {(each.sheet, each.row, each.area.name) for each in mapped.values} == {("SEND_2", 141, "Kent")}


def nhs_like(
    title="Total waiting list by service, January 2023", *, shift=0, code=False, upper=False, name="Kent and Medway"
):
    heads = ["(CYP) Community paediatric service", "(CYP) Therapy interventions: speech and language"]
    heads += ["(CYP) Therapy interventions: occupational therapy"]
    pad = [None] * shift
    lead = ["Code", "Name"] if code else [None]
    rows = [[title], *[[] for _ in range(shift)], pad + lead + heads, pad + (["QKS"] if code else []) + [name, 45, 13, 11]]
    return [[each.upper() if upper and isinstance(each, str) else each for each in row] for row in rows]


ONE_TABLE = replace(NHS, tables={"total waiting list by service": ""})


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (nhs_like(), ["B3", "C3", "D3"]),
        (nhs_like(shift=3), ["E6", "F6", "G6"]),
        (nhs_like(code=True), ["C3", "D3", "E3"]),
        (nhs_like(upper=True), ["B3", "C3", "D3"]),
        (nhs_like(name="NHS Kent & Medway Integrated Care Board"), ["B3", "C3", "D3"]),
    ],
    ids=["as it is", "moved", "a code column", "capitals", "another name"],
)
def test_drift_of_columns_rows_case_and_names_changes_nothing(rows, cells, sheet_of, book):
    mapped = taken(book(sheet_of(rows, "Table 4")), ONE_TABLE)
    assert [(each.value_cell.ref, each.value) for each in mapped.values] == list(zip(cells, (45, 13, 11), strict=True))
    assert {str(each.period) for each in mapped.values} == {"2023-01"}
    assert mapped.findings == ()


def test_a_title_without_its_month_is_asked_and_taken_from_the_answer(sheet_of, book):
    workbook = book(sheet_of(nhs_like("Total waiting list by service"), "Table 4"))
    mapped = taken(workbook, ONE_TABLE)
    assert mapped.values == ()
    assert said(mapped) == [
        "Table 4 must say which period it is about, got: none that is said. Say it, like 2022/23 Q4 or January 2023."
    ]
    assert {str(each.period) for each in taken(workbook, ONE_TABLE, Period.parse("2023-01")).values} == {"2023-01"}


def test_when_the_file_was_published_is_not_what_it_is_about(sheet_of, book):
    rows = nhs_like("Total waiting list by service")
    mapped = taken(book(sheet_of([rows[0], ["Published: 9 March 2023"], *rows[1:]], "Table 4")), ONE_TABLE)
    assert (mapped.values, mapped.findings[0].rule) == ((), "mapped_period_unclear")


def test_another_period_than_was_asked_for_is_refused(sheet_of, book):
    mapped = taken(book(sheet_of(nhs_like(), "Table 4")), ONE_TABLE, Period.parse("2023/24 Q1"))
    assert (mapped.values, said(mapped)) == (
        (),
        ["Table 4 must be about 2023/24 Q1, which was asked for, got: 2023-01. Nothing was taken."],
    )
    assert len(taken(book(sheet_of(nhs_like(), "Table 4")), ONE_TABLE, Period.parse("2022/23 Q4")).values) == 3


def twice_there(sheet_of, book):
    return book(sheet_of(nhs_like(), "Table 4"), sheet_of(nhs_like(), "Table 4 (2)"))


@pytest.mark.parametrize("table", ["", "Total waiting list by service"])
def test_of_two_sheets_the_one_that_is_meant_is_taken(table, sheet_of, book):
    mapped = taken(twice_there(sheet_of, book), ONE_TABLE.meaning({table: "table 4 (2)"}))
    assert ({value.sheet for value in mapped.values}, len(mapped.values), mapped.findings) == ({"Table 4 (2)"}, 3, ())


def test_a_sheet_that_is_meant_must_be_one_that_may_be(sheet_of, book):
    twice = twice_there(sheet_of, book)
    assert said(taken(twice, ONE_TABLE.meaning({"": "Contents"}))) == [
        "The sheet that is meant must say “total waiting list by service” in its name or above its headings, got: Contents. "
        "What does: Table 4, Table 4 (2). Nothing was taken for it."
    ]
    assert said(taken(twice, ONE_TABLE.meaning({"Table 9": "Table 4"})))[0] == (
        "A sheet must be said for a table of NHS community health, “total waiting list by service”, got: “Table 9”. "
        "Nothing was taken."
    )


def test_each_table_of_a_layout_has_its_own_sheet(sheet_of, book):
    layout = replace(PLAIN, tables={"Plans made": "", "Plans kept": ""}, headings={"Plans": "plans_issued"})
    rows = [["Plans made, plans kept"], ["Area", "Plans"], ["Kent", 41]]
    both = book(sheet_of(rows, "A"), sheet_of(rows, "B"))
    meant = layout.meaning({"Plans made": "A", "Plans kept": "B"})
    assert [finding.rule for finding in taken(both, meant, ASKED).findings] == ["mapped_figure_twice"]
    assert [finding.rule for finding in taken(both, layout, ASKED).findings] == ["table_found_twice"] * 2


def test_two_sheets_that_may_be_meant_are_asked(sheet_of, book):
    mapped = taken(twice_there(sheet_of, book), ONE_TABLE)
    assert (mapped.values, said(mapped)) == (
        (),
        [
            "Only one sheet must say “total waiting list by service”, got: Table 4, Table 4 (2). Say which is meant, "
            "or take the others out."
        ],
    )


def test_words_that_no_longer_match_are_refused_with_the_nearest(sheet_of, book):
    rows = [["Area", "Plan", "Decided"], ["Kent", 3, 4], ["Narnia", 1, 1]]
    mapped = taken(book(sheet_of(rows)), PLAIN, ASKED)
    assert figures(mapped) == [("C2", "requests_received", "Kent", "2024/25 Q3", 4)]
    assert said(mapped) == [
        "Sheet1 must have the heading “Plans”: did you mean Plan? got: no such heading",
        "1 name is nothing of ours and left out: Narnia.",
    ]
    assert [finding.severity for finding in mapped.findings] == [Severity.ERROR, Severity.QUERY]


def test_a_word_over_two_columns_and_a_name_in_two_rows_are_taken_from_neither(sheet_of, book):
    layout = replace(PLAIN, rows={"Kent": "Kent"})
    mapped = taken(book(sheet_of([["Area", "Plans", "Plans", "Decided"], ["Kent", 3, 4, 5]])), layout, ASKED)
    assert figures(mapped) == [("D2", "requests_received", "Kent", "2024/25 Q3", 5)]
    assert said(mapped) == [
        "“Plans” must stand over one column only: it is in B1 too, and neither was taken, got: Plans",
    ]
    mapped = taken(book(sheet_of([["Area", "Plans", "Decided"], ["Kent", 3, 4], ["Kent", 5, 6]])), layout, ASKED)
    assert (mapped.values, said(mapped)) == ((), ["“Kent” must name one row only, got: A2 and A3. None of them was taken."])


def test_the_same_figure_in_two_cells_is_taken_from_neither(sheet_of, book):
    rows = [["Area", "Plans", "Decided"], ["Kent", 3, 4], ["Kent", 5, 6]]
    mapped = taken(book(sheet_of(rows)), PLAIN, ASKED)
    assert mapped.values == ()
    assert said(mapped)[0] == (
        "plans_issued, Kent, 2024/25 Q3 must stand in one cell only: it is in Sheet1!B2 too, and neither was taken, got: 5."
    )


def test_a_blank_is_never_nought_and_a_strange_sign_is_refused_at_its_cell(sheet_of, book):
    layout = replace(PLAIN, rows={"Kent": "Kent"}, symbols={"*": "c"})
    mapped = taken(book(sheet_of([["Area", "Plans", "Decided"], ["Kent", None, "~"]])), layout, ASKED)
    assert mapped.values == ()
    assert [(finding.cell, finding.message) for finding in mapped.findings] == [
        ("B2", "Plans, Kent should have a figure, got: a blank cell, which is not taken for 0. Say why, or ask the sender."),
        (
            "C2",
            "requests_received, Kent must hold a number, or a sign that the layout knows under symbols, got: ~.",
        ),
    ]


def test_measure_rows_by_period_columns_in_blocks(sheet_of, book):
    layout = Layout(
        "Blocks",
        measure="plans_{row}{block}",
        area="= Kent",
        period="heading",
        rows={"Issued": "issued", "Due": "due"},
        blocks={"ALL": "", "ON TIME": "_within_20_weeks"},
        block_ends=("SUB-TOTAL",),
    )
    rows = [
        [None, "2023/24 Q2", "Total", "2023/24 Q1"],
        ["ALL"],
        ["  Issued", 10, 30, 20],
        ["SUB-TOTAL", 10, 30, 20],
        ["  Issued", 99, 99, 99],
        ["ON TIME"],
        ["  Issued", 6, 17, 11],
    ]
    mapped = taken(book(sheet_of(rows)), layout)
    assert figures(mapped) == [
        ("B3", "plans_issued", "Kent", "2023/24 Q2", 10),
        ("D3", "plans_issued", "Kent", "2023/24 Q1", 20),
        ("B7", "plans_issued_within_20_weeks", "Kent", "2023/24 Q2", 6),
        ("D7", "plans_issued_within_20_weeks", "Kent", "2023/24 Q1", 11),
    ]


def test_quarters_under_a_merged_year(sheet_of, book):
    layout = Layout("Years", measure="row", area="= Kent", period="heading", rows={"Plans": "plans_issued"})
    rows = [[None, "2023/24", None, "2024/25", None], ["Measure", "Q3", "Q4", "Q1", "Q2"], ["Plans", 1, 2, 3, 4]]
    mapped = taken(book(sheet_of(rows, merged=("B1:C1", "D1:E1"))), layout)
    assert [(str(each.period), each.value) for each in mapped.values] == [
        ("2023/24 Q3", 1),
        ("2023/24 Q4", 2),
        ("2024/25 Q1", 3),
        ("2024/25 Q2", 4),
    ]


@pytest.mark.parametrize(("value", "cell"), [("beside", "D2"), ("below", "A3")])
def test_a_value_beside_or_below_its_label(value, cell, sheet_of, book):
    layout = Layout(
        "Form",
        measure="row",
        area="beside Area",
        period="beside Quarter",
        value=value,
        rows={"How many plans?": "plans_issued"},
    )
    rows = [
        ["Area", "Kent", "Quarter", "Q3 2024/25"],
        ["How many plans?", None, None, 41],
        [42],
    ]
    mapped = taken(book(sheet_of(rows, merged=("A2:C2",))), layout)
    assert figures(mapped) == [(cell, "plans_issued", "Kent", "2024/25 Q3", 41 if value == "beside" else 42)]


def test_a_long_file_says_everything_in_its_row(sheet_of, book):
    layout = Layout("Long", measure="under indicator", area="under area", period="under time", headings={"value": ""})
    rows = [
        ["time", "area", "indicator", "value"],
        ["2024/25 Q1", "Kent", "plans_issued", 5],
        ["2024/25 Q1", "Ashford", "plans_issued", 2],
        ["2024/25 Q1", "Kent", "bins_emptied", 900],
    ]
    mapped = taken(book(sheet_of(rows)), layout)
    assert figures(mapped) == [
        ("D2", "plans_issued", "Kent", "2024/25 Q1", 5),
        ("D3", "plans_issued", "Ashford", "2024/25 Q1", 2),
    ]
    assert said(mapped) == ["1 name is nothing of ours and left out: bins_emptied."]


def test_one_sheet_an_area(sheet_of, book):
    layout = Layout("Sheets", area="sheet", period="title", each_sheet=True, headings={"Plans": "plans_issued"})
    rows = [["Plans, Q3 2024/25"], ["Total", "Plans"], [None, 7]]
    mapped = taken(book(sheet_of(rows, "Ashford"), sheet_of(rows, "Dover")), layout)
    assert [(each.sheet, each.area.name, each.value) for each in mapped.values] == [
        ("Ashford", "Ashford", 7),
        ("Dover", "Dover", 7),
    ]


def test_a_scorecard_has_this_quarter_and_the_last(sheet_of, book):
    layout = Layout(
        "Scorecard",
        measure="row",
        area="= Kent",
        period="asked",
        kind="reported",
        rows={"On time": "plans_within_20_weeks"},
        quarters={"This quarter": 0, "Last quarter": -1},
    )
    mapped = taken(
        book(sheet_of([["", "Last quarter", "This quarter", "Target"], ["On time", "39%", "41.5%", 60]])), layout, ASKED
    )
    assert [(each.kind, each.measure, str(each.period), each.value, each.as_printed) for each in mapped.values] == [
        ("reported", "plans_within_20_weeks", "2024/25 Q2", 39, "39%"),
        ("reported", "plans_within_20_weeks", "2024/25 Q3", 41.5, "41.5%"),
    ]


def test_a_period_that_lacks_a_word_and_a_word_without_a_period_are_asked_about(sheet_of, book):
    rows = [["Area", 2021, None, 2022, None, None], ["x", "Appeals registered4", "Total Appealable Decisions1"]]
    rows[1] += ["Appeals registered4", "Other", "Total Appealable Decisions1"]
    rows += [["Kent", 1, 2, 3, 4, 5]]
    layout = replace(TRIBUNALS, tables={})
    mapped = taken(book(sheet_of(rows, merged=("B1:C1", "D1:E1"))), layout)
    assert [(each.value_cell.ref, str(each.period)) for each in mapped.values] == [
        ("B3", "2021"),
        ("C3", "2021"),
        ("D3", "2022"),
    ]
    assert said(mapped) == [
        "“Total Appealable Decisions1” must stand under a period, or it is left out, got: none",
        "Sheet1 must have “Total Appealable Decisions” for 2022 too, got: no such heading",
    ]


def test_a_layout_that_finds_nothing_says_so(sheet_of, book):
    mapped = taken(book(sheet_of([["Area", "Plans", "Decided"]])), PLAIN, ASKED)
    assert said(mapped) == ["The layout Ours must find a figure, got: none in this file."]


def test_a_name_that_is_left_out_is_asked_about_at_its_cell(book, sheet_of):
    rows = [["Area", "Plans", "Decided"], ["Kent", 120, 90], ["Romney Marsh", 11, 12]]
    mapped = taken(book(sheet_of(rows)), PLAIN, ASKED)
    assert mapped.left_out == (NameLeftOut(Thing.AREA, "Romney Marsh", "Sheet1!A3"),)
    across = Layout("Across", measure="heading", period="asked", rows={"Kent": "Kent"}, headings={"Plans": "", "Beans": ""})
    mapped = taken(book(sheet_of([["Area", "Plans", "Beans"], ["Kent", 120, 90]])), across, ASKED)
    assert mapped.left_out == (
        NameLeftOut(Thing.MEASURE, "Plans", "Sheet1!B1"),
        NameLeftOut(Thing.MEASURE, "Beans", "Sheet1!C1"),
    )
    own_words = replace(across, headings={"Plans": "no_such_measure", "Beans": "plans_issued"})
    assert taken(book(sheet_of([["Area", "Plans", "Beans"], ["Kent", 120, 90]])), own_words, ASKED).left_out == ()
