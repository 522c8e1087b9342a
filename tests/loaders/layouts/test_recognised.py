from dataclasses import replace

from loaders.layouts.layout import Layout
from loaders.layouts.recognised import ByLayout, mapped_file
from programme.period import Period
from programme.quarter import Quarter

TODAY = Quarter(2024, 4)
OURS = Layout("Ours", period="asked", headings={"Plans": "plans_issued"})
ASKED = Period.parse("2024/25 Q3")
ROWS = [["Area", "Plans"], ["Kent", 3]]


def test_a_file_is_read_by_the_layout_that_it_looks_like(sheet_of, book):
    other = Layout("Other", period="asked", headings={"Reviews": "annual_reviews_due", "Bins": "bins"})
    mapped = mapped_file(book(sheet_of(ROWS)), ByLayout((other, OURS), asked=ASKED), TODAY)
    assert (mapped.layout, mapped.matched, [value.value for value in mapped.values]) == (OURS, 1.0, [3])
    assert mapped.periods == (ASKED,)


def test_a_person_may_say_another(sheet_of, book):
    forced = replace(OURS, name="Forced", headings={"Plans": "requests_received"})
    mapped = mapped_file(book(sheet_of(ROWS)), ByLayout((OURS,), forced, ASKED), TODAY)
    assert [value.measure for value in mapped.values] == ["requests_received"]


def test_two_layouts_that_fit_alike_are_asked(sheet_of, book):
    mapped = mapped_file(book(sheet_of(ROWS)), ByLayout((OURS, replace(OURS, name="Twin")), asked=ASKED), TODAY)
    assert (mapped.layout, mapped.alike, [finding.message for finding in mapped.findings]) == (
        None,
        ("Ours", "Twin"),
        ["A file must look like one layout, got: “Ours” and “Twin”. Say which is meant. Nothing was stored."],
    )


def test_the_sheets_that_may_be_meant_are_told_and_the_one_that_is_said_is_read(sheet_of, book):
    twice = book(sheet_of(ROWS, "Draft"), sheet_of([["Area", "Plans"], ["Kent", 4]], "Final"))
    asked = mapped_file(twice, ByLayout((OURS,), asked=ASKED), TODAY)
    assert (asked.several, asked.values) == ({"": ("Draft", "Final")}, ())
    meant = mapped_file(twice, ByLayout((OURS,), asked=ASKED, sheets={"": "Final"}), TODAY)
    assert ([value.place for value in meant.values], meant.several) == (["Final!B2"], asked.several)
    assert meant.layout == replace(OURS, sheets={"": "Final"})
    assert mapped_file(twice, ByLayout((replace(OURS, each_sheet=True),), asked=ASKED), TODAY).several == {}


def test_what_looks_like_none_is_of_none_and_rows_about_children_are_refused_first(sheet_of, book):
    nothing = mapped_file(book(sheet_of([["Bins", 3]])), ByLayout((OURS,)), TODAY)
    assert (nothing.layout, nothing.matched, nothing.findings, nothing.values) == (None, 0.0, (), ())
    children = mapped_file(book(sheet_of([["UPN", "Plans"], ["x", 3]])), ByLayout((OURS,), OURS, ASKED), TODAY)
    assert [finding.rule for finding in children.findings] == ["rows_about_children"]
