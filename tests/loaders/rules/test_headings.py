import pytest

from tests import factories
from tests.loaders.rules.one_change import (
    Row,
    all_of,
    findings,
    headed,
    new_sheet,
    nothing,
    renamed,
    without_heading,
    without_sheet,
    written,
)
from tests.loaders.rules.written_rows import row, with_rows

AN_ACTION = with_rows("Actions", row("Actions"))
OTHERS = "must have no headings but those of the form"


def under(ours, theirs, cell, sheet="Actions"):
    """A heading of the form spelt in another way, over a row that fills the column."""
    message = f"{sheet} must have the heading {ours}: did you mean {ours}? got: {theirs}"
    change = all_of(with_rows(sheet, row(sheet)), headed(sheet, ours, theirs)) if sheet != "Figures" else None
    return Row(
        f"{sheet}, {theirs}",
        change or headed(sheet, ours, theirs),
        (("heading_renamed", f"{sheet}!{cell}", message),),
    )


def title_above(form):
    sheet = form["Figures"]
    sheet.insert_rows(1, 2)
    sheet["A1"], sheet["A2"], sheet["C2"], sheet["D2"] = "Return", "plans_issued", "Kent", 5


def figures_copied(form):
    form.copy_worksheet(form["Figures"]).title = "Figures (2)"


ROWS = [
    under("Actual", "Actual date", "L1"),
    under("Forecast", "Forecast completion", "K1"),
    under("Evidence reference", "Evidence", "P1"),
    under("Progress note", "Progress", "O1"),
    under("Owner role", "Owner", "I1", "Risks"),
    under("We did", "What we did", "C1", "Participation"),
    under("Notice date", "Notice", "E1", "Decisions"),
    under("Judgement reason", "Reason for judgement", "I1", "Commentary"),
    under("Until", "Until date", "B1", "Events"),
    under("Status", "Stauts", "E1", "Figures"),
    under("Note", "Notes", "F1", "Figures"),
    Row(
        "a heading of another word",
        all_of(AN_ACTION, headed("Actions", "Status", "Light")),
        (
            ("heading_left_out", "Actions", "Actions must have every heading of the form, got: none for Status"),
            ("heading_unknown", "Actions!M1", f"Actions {OTHERS}, got: Light, with 1 cell that nobody reads"),
        ),
    ),
    Row(
        "a column taken out",
        all_of(AN_ACTION, lambda form: form["Actions"].delete_cols(13)),
        (("heading_left_out", "Actions", "Actions must have every heading of the form, got: none for Status"),),
    ),
    Row(
        "a column of figures taken out",
        lambda form: form["Figures"].delete_cols(5),
        (("heading_left_out", "Figures", "Figures must have every heading of the form, got: none for Status"),),
    ),
    Row(
        "all headings of a sheet taken out",
        lambda form: form["Events"].delete_rows(1),
        (
            (
                "heading_left_out",
                "Events",
                "Events must have every heading of the form, got: none for Date, Until, Event, Short and Note",
            ),
        ),
    ),
    Row(
        "a second column of values",
        all_of(written("Figures", "H1", "Value (revised)"), written("Figures", "H15", 600)),
        (
            (
                "heading_unknown",
                "Figures!H1",
                f"Figures {OTHERS}: did you mean Value? got: Value (revised), with 1 cell that nobody reads",
            ),
        ),
    ),
    Row(
        "a column of ones own",
        with_rows("Risks", {**row("Risks"), "Seen by": "Board chair"}),
        (("heading_unknown", "Risks!M1", f"Risks {OTHERS}, got: Seen by, with 1 cell that nobody reads"),),
    ),
    Row(
        "beside the columns",
        written("Figures", "I15", 600),
        (
            (
                "cells_without_heading",
                "Figures!I15",
                "Figures must have a heading over every column, got: 1 cell that nobody reads, first 600",
            ),
        ),
    ),
    Row(
        "a row sorted above its headings",
        title_above,
        (
            (
                "cells_above_headings",
                "Figures!A2",
                "Figures must have its headings above all its rows, got: 3 cells above them that nobody reads",
            ),
        ),
    ),
    Row(
        "two columns of one heading",
        all_of(AN_ACTION, written("Actions", "V1", "Actual")),
        (
            (
                "heading_of_words_repeated",
                "Actions!V1",
                "Actual must stand over one column only: Actions!L1 is one too, got: Actual",
            ),
        ),
    ),
    Row(
        "two columns that mean the same",
        all_of(AN_ACTION, written("Actions", "V1", "Percent complete")),
        (
            (
                "heading_of_words_repeated",
                "Actions!V1",
                "% complete must stand over one column only: Actions!N1 is one too, got: Percent complete",
            ),
        ),
    ),
    Row(
        "a sheet of nearly the name",
        all_of(AN_ACTION, renamed("Actions", "Action log")),
        (
            (
                "sheet_renamed",
                "Action log",
                "A return must have a sheet named Actions: did you mean Actions? got: Action log",
            ),
        ),
    ),
    Row(
        "a sheet known by its headings",
        all_of(AN_ACTION, renamed("Actions", "Plan")),
        (("sheet_renamed", "Plan", "A return must have a sheet named Actions: did you mean Actions? got: Plan"),),
    ),
    Row(
        "sheets taken out",
        all_of(without_sheet("Risks"), without_sheet("Events")),
        (("sheets_left_out", "the file", "A return must have every sheet of the form, got: none named Risks or Events"),),
    ),
    Row(
        "a form of the first edition",
        all_of(
            *(without_sheet(name) for name in ("Trajectory", "Summary", "Milestones", "Closed actions", "Letters")),
            *(without_heading("Actions", heading) for heading in ("Headline area", "Function")),
        ),
        (),
    ),
    Row("a form of the edition before", without_sheet("Letters"), ()),
    Row(
        "a new column and a new sheet taken out",
        all_of(without_sheet("Milestones"), without_heading("Actions", "Function")),
        (
            ("sheets_left_out", "the file", "A return must have every sheet of the form, got: none named Milestones"),
            ("heading_left_out", "Actions", "Actions must have every heading of the form, got: none for Function"),
        ),
    ),
    Row(
        "a copied sheet",
        figures_copied,
        (
            (
                "sheet_unknown",
                "Figures (2)",
                "A sheet must be one of the form: did you mean Figures? "
                "got: Figures (2), with 419 cells that nobody reads, under the headings of Figures",
            ),
        ),
    ),
    Row(
        "a sheet of notes",
        new_sheet("Our notes", ["a"], ["b"]),
        (("sheet_unknown", "Our notes", "A sheet must be one of the form, got: Our notes, with 2 cells that nobody reads"),),
    ),
    Row(
        "a history beside figures",
        new_sheet("History", ["Measure", "Area", "2023/24 Q4"], ["plans_issued", "Kent", 540]),
        (
            (
                "sheet_unknown",
                "History",
                "A sheet must be one of the form: did you mean History? "
                "got: History, with 6 cells that nobody reads, under the headings of History",
            ),
        ),
    ),
    Row(
        "two sheets of one name but for a space",
        new_sheet("Figures ", ["Measure"], ["x"]),
        (
            (
                "sheet_repeated",
                "Figures ",
                "A sheet must be there once: one is named Figures, got: another with 2 cells",
            ),
        ),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_a_hidden_sheet_of_ones_own_is_said_to_be_hidden():
    def change(form):
        new_sheet("Working", ["a"])(form)
        form["Working"].sheet_state = "veryHidden"

    (told,) = Row("hidden", change, ()).found
    assert told[2] == "A sheet must be one of the form, got: Working, hidden, with 1 cell that nobody reads"


def test_several_renamed_headings_are_each_named_at_their_cells():
    change = all_of(
        AN_ACTION,
        *(headed("Actions", ours, theirs) for ours, theirs in (("Actual", "Actual date"), ("Start", "Start date"))),
        headed("Actions", "Baseline due", "Due"),
    )
    found = findings(factories.standard_return(change=change))
    assert [(each.rule, each.cell) for each in found if each.cell] == [
        ("heading_renamed", cell) for cell in ("I1", "J1", "L1")
    ]


def test_columns_may_stand_in_any_order_and_names_in_any_case():
    def change(form):
        sheet = form["Actions"]
        for line in (1, 2):
            sheet.cell(line, 11).value, sheet.cell(line, 2).value = sheet.cell(line, 2).value, sheet.cell(line, 11).value
        sheet["A1"] = " REF: "
        renamed("Actions", "Log")(form)
        renamed("Log", "actions")(form)

    assert Row("moved", all_of(AN_ACTION, change), ()).found == ()


def test_an_empty_sheet_of_ones_own_is_nothing_to_speak_of():
    assert Row("empty", new_sheet("Sheet1"), ()).found == ()


def test_a_history_needs_no_sheet_of_words():
    change = all_of(*(without_sheet(name) for name in ("Actions", "Risks", "Events")))
    assert Row("history", change, (), history=("plans_issued",)).found == ()
    assert Row("clean", nothing, (), history=("plans_issued",)).found == ()


def test_a_sheet_of_words_of_a_history_is_named_when_its_name_is_another():
    found = Row("history", renamed("Actions", "Action"), (), history=("plans_issued",)).found
    assert [(rule, place) for rule, place, _ in found] == [("sheet_renamed", "Action")]
