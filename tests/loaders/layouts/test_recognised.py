from dataclasses import replace

from loaders.layouts.layout import Layout
from loaders.layouts.recognised import mapped_file
from programme.period import Period
from programme.quarter import Quarter

TODAY = Quarter(2024, 4)
OURS = Layout("Ours", period="asked", headings={"Plans": "plans_issued"})
ASKED = Period.parse("2024/25 Q3")
ROWS = [["Area", "Plans"], ["Kent", 3]]


def test_a_file_is_read_by_the_layout_that_it_looks_like(sheet_of, book):
    other = Layout("Other", period="asked", headings={"Reviews": "annual_reviews_due", "Bins": "bins"})
    mapped = mapped_file(book(sheet_of(ROWS)), [other, OURS], TODAY, asked=ASKED)
    assert (mapped.layout, mapped.matched, [value.value for value in mapped.values]) == (OURS, 1.0, [3])
    assert mapped.periods == (ASKED,)


def test_a_person_may_say_another(sheet_of, book):
    forced = replace(OURS, name="Forced", headings={"Plans": "requests_received"})
    mapped = mapped_file(book(sheet_of(ROWS)), [OURS], TODAY, forced, ASKED)
    assert [value.measure for value in mapped.values] == ["requests_received"]


def test_two_layouts_that_fit_alike_are_asked(sheet_of, book):
    mapped = mapped_file(book(sheet_of(ROWS)), [OURS, replace(OURS, name="Twin")], TODAY, asked=ASKED)
    assert (mapped.layout, [finding.message for finding in mapped.findings]) == (
        None,
        ["A file must look like one layout, got: “Ours” and “Twin”. Say which is meant. Nothing was stored."],
    )


def test_what_looks_like_none_is_of_none_and_rows_about_children_are_refused_first(sheet_of, book):
    nothing = mapped_file(book(sheet_of([["Bins", 3]])), [OURS], TODAY)
    assert (nothing.layout, nothing.matched, nothing.findings, nothing.values) == (None, 0.0, (), ())
    children = mapped_file(book(sheet_of([["UPN", "Plans"], ["x", 3]])), [OURS], TODAY, OURS, ASKED)
    assert [finding.rule for finding in children.findings] == ["rows_about_children"]
