from loaders.parsing.entries import entries_of
from programme.submission import Entry
from tests.factories import read_here, standard_return


def entries(change) -> tuple[Entry, ...]:
    workbook = read_here(standard_return(typed=[], change=change))
    return entries_of(workbook, [workbook.sheet("Figures")], workbook.sheet("Cover"))


def test_a_blank_form_has_no_entries():
    assert entries(lambda form: None) == ()


def test_what_is_typed_is_kept_under_its_heading():
    def change(form):
        form["Actions"]["A2"], form["Actions"]["N2"] = "APP-6.12", 0.4
        form["Risks"]["B3"] = "Too few educational psychologists"

    assert entries(change) == (
        Entry("Actions", 2, "Ref", "A2", "APP-6.12"),
        Entry("Actions", 2, "% complete", "N2", "0.4"),
        Entry("Risks", 3, "Risk", "B3", "Too few educational psychologists"),
    )


def test_a_column_that_the_form_does_not_have_is_kept_with_its_heading():
    def change(form):
        form["Assessment"]["E1"], form["Assessment"]["E2"] = "Seen by", "Board chair"

    assert entries(change) == (Entry("Assessment", 2, "Seen by", "E2", "Board chair"),)


def test_a_heading_over_nothing_is_a_remark_and_kept():
    assert entries(lambda form: form["Assessment"].__setitem__("E1", "See overleaf")) == (
        Entry("Assessment", 1, "", "E1", "See overleaf"),
    )


def test_a_column_without_a_heading_is_kept_without_one():
    assert entries(lambda form: form["Risks"].__setitem__("Z9", "aside")) == (Entry("Risks", 9, "", "Z9", "aside"),)


def test_headings_may_be_moved():
    def change(form):
        form["Decisions"].insert_rows(1, 2)
        form["Decisions"]["A1"], form["Decisions"]["A4"] = "Decisions of the board", "21/00019"

    assert entries(change) == (
        Entry("Decisions", 1, "", "A1", "Decisions of the board"),
        Entry("Decisions", 4, "Reference", "A4", "21/00019"),
    )


def test_a_sheet_that_the_form_does_not_have_is_kept_whole():
    def change(form):
        sheet = form.create_sheet("Our notes")
        sheet["B2"], sheet["B3"], sheet["C3"] = "Month", "June", 13.2

    assert entries(change) == (
        Entry("Our notes", 3, "Month", "B3", "June"),
        Entry("Our notes", 3, "", "C3", "13.2"),
    )


def test_a_line_added_to_the_cover_is_kept():
    def change(form):
        form["Cover"]["A40"], form["Cover"]["B40"], form["Cover"]["B41"] = "Signed off by", "Director", "no label"

    assert entries(change) == (
        Entry("Cover", 40, "Signed off by", "B40", "Director"),
        Entry("Cover", 41, "", "B41", "no label"),
    )


def test_the_list_of_findings_that_we_add_ourselves_is_no_entry():
    assert entries(lambda form: form.create_sheet("Findings", 0).__setitem__("A1", "One finding")) == ()
