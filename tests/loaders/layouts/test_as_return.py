from dataclasses import replace

from loaders.layouts.as_return import (
    at_the_sender,
    figures_as_return,
    mapped_return,
    mapped_submission,
    period_figures,
    sums_amiss,
)
from loaders.layouts.layout import Layout, layout_text
from loaders.layouts.taking import taken
from loaders.parsing.parse import figures_of
from loaders.reading.workbook import Workbook
from programme.finding import Finding, Severity
from programme.parts import Parts
from programme.period import Period
from programme.sheets.written import rows_of
from programme.submission import Entry, ReadBy, Submission

LAYOUT = Layout(
    "Waits",
    period="heading",
    rows={"ICB": "NHS Kent and Medway ICB"},
    headings={"Waiting": "speech_and_language_waiting"},
    organisation="NHS Kent and Medway",
    status="provisional",
)
ROWS = [["Area", "Waiting, May 2023", "Waiting, June 2023"], ["ICB", 7, 8]]
ERROR = Finding("a_rule", Severity.ERROR, "Risks", "E6", "It must be so.")


def mapped_of(sheet_of, book, layout=LAYOUT, rows=ROWS):
    return taken(book(sheet_of(rows, "Table 1")), layout)


def test_months_are_kept_as_what_they_are_and_the_last_of_a_quarter_makes_it(sheet_of, book):
    mapped = mapped_of(sheet_of, book)
    assert [(str(each.period), each.value, str(each.source), each.status) for each in period_figures(mapped)] == [
        ("2023-05", 7, "Table 1!B2", "provisional"),
        ("2023-06", 8, "Table 1!C2", "provisional"),
    ]
    parsed = figures_as_return(mapped)
    (figure,) = figures_of(parsed)
    assert (figure.measure, figure.area.name, str(figure.quarter), figure.value, str(figure.source), figure.status) == (
        "speech_and_language_waiting",
        "NHS Kent and Medway ICB",
        "2023/24 Q1",
        8,
        "Table 1!C2",
        "provisional",
    )
    assert (parsed.by_layout, parsed.kind, parsed.cover.organisation) == (True, "history", "NHS Kent and Medway")
    (row,) = parsed.rows
    assert (row.measure_cell.ref, row.area_cell.ref, row.quarter_cell.ref) == ("C1", "A2", "C1")


def test_what_is_reported_is_open_to_readers_where_the_layout_says_why(sheet_of, book):
    reported = replace(LAYOUT, kind="reported", published=True)
    assert {each.open_to_readers for each in period_figures(mapped_of(sheet_of, book, reported))} == {True}
    assert {each.open_to_readers for each in period_figures(mapped_of(sheet_of, book))} == {False}
    assert figures_as_return(mapped_of(sheet_of, book, reported)).rows == ()


def test_a_whole_that_is_not_the_sum_of_its_bands_is_asked_about(sheet_of, book):
    bands = ("", "_0_to_1_weeks", "_1_to_2_weeks", "_2_to_4_weeks", "_4_to_12_weeks", "_12_to_18_weeks", "_18_to_52_weeks")
    headings = {f"Band {at}": f"speech_and_language_waiting{band}" for at, band in enumerate((*bands, "_over_52_weeks"))}
    layout = Layout("Bands", period="= 2023-01", rows={"ICB": "NHS Kent and Medway ICB"}, headings=headings)
    for whole, told in ((28, []), (29, ["B2"])):
        mapped = mapped_of(sheet_of, book, layout, [["Area", *headings], ["ICB", whole, 1, 2, 3, 4, 5, 6, 7]])
        found = list(sums_amiss(mapped))
        assert [finding.cell for finding in found] == told
    assert found[0].message == (
        "speech_and_language_waiting, NHS Kent and Medway ICB, 2023-01 must be the sum of its parts "
        "(Table 1!C2 to Table 1!I2), 28: look it up in your source, and say why if it is right, got: 29"
    )


def test_a_submission_keeps_the_layout_the_months_and_the_senders_cells(sheet_of, book):
    mapped = mapped_of(sheet_of, book)
    parsed = mapped_return(mapped, None)
    bare = Submission(parsed.cover, "x.xlsx", b"", "0", figures_of(parsed), (), parts=Parts())
    made = mapped_submission(bare, mapped)
    assert made.read_by == ReadBy("Waits", layout_text(LAYOUT))
    assert [str(each.period) for each in made.kept] == ["2023-05", "2023-06"]


def test_findings_and_rows_of_words_stand_in_the_senders_sheet(sheet_of, book):
    mapped = replace(mapped_of(sheet_of, book), layout=Layout("R", to="Risks"), ours=Workbook("x", "", ()), sheet="Register")
    assert at_the_sender(ERROR, mapped) == replace(ERROR, sheet="Register")
    assert at_the_sender(replace(ERROR, sheet="Cover"), mapped) == replace(ERROR, sheet="", cell="")
    assert at_the_sender(ERROR, mapped_of(sheet_of, book)) == ERROR
    entries = (Entry("Risks", 6, "Ref", "B6", "R1"), Entry("Risks", 6, "Risk", "C6", "Flood"))
    made = mapped_submission(Submission(None, "x.xlsx", b"", "0", (), entries), mapped)
    (row,) = rows_of(made.entries, "Risks", Period.parse("2024/25 Q3").quarter, "x.xlsx", 1)
    assert str(row.source) == "Register!B6"
