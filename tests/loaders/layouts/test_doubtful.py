import pytest

from loaders.layouts.doubtful import fraction_in, scale_in, zero_in
from loaders.layouts.layout import Layout
from loaders.layouts.taking import taken


def mapped(sheet_of, book, *figures, name="plans_within_20_weeks"):
    rows = [["Q3 2024/25"], ["Area", "Share"], *(list(each) for each in zip(("Kent", "Ashford"), figures, strict=False))]
    return taken(book(sheet_of(rows)), Layout("Shares", f"= {name}", headings={"Share": ""}))


@pytest.mark.parametrize(
    ("figures", "fraction", "zero"),
    [
        ((0.41, 0.6), "B3", None),
        ((0, 0.6), "B4", "B3"),
        ((0.41, 60), None, None),
        ((0, 0), None, "B3"),
        (("41%", 0.6), None, None),
    ],
)
def test_a_share_of_1_may_be_meant_where_no_figure_is_above_it(figures, fraction, zero, sheet_of, book):
    found = mapped(sheet_of, book, *figures)
    assert [cell and cell.ref for cell in (fraction_in(found), zero_in(found))] == [fraction, zero]


def test_a_count_of_1_is_no_share(sheet_of, book):
    assert fraction_in(mapped(sheet_of, book, 1, name="plans_issued")) is None


@pytest.mark.parametrize(
    ("title", "times"),
    [
        ("Ridership (000'S), Q3 2024/25", 1_000),
        ("£000, Q3 2024/25", 1_000),
        ("In thousands of pounds", 1_000),
        ("£m in Q3 2024/25", 1_000_000),
        ("Of 1,000 plans, Q3 2024/25", None),
        ("Plans, Q3 2024/25", None),
    ],
)
def test_thousands_and_millions_are_spoken_of_above_the_figures(title, times, sheet_of, book):
    rows = [["Q3 2024/25"], [title], ["Area", "Number"], ["Kent", 5], ["in thousands", None]]
    found = scale_in(
        taken(book(sheet_of(rows)), Layout("x", "= plans_issued", headings={"Number": ""}, period="= 2024/25 Q3"))
    )
    assert (found and (found[0].ref, found[1])) == (("A2", times) if times else None)
