from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from loaders.rules import KnownBefore
from programme.areas import KENT
from programme.measures import measures
from programme.quarter import Quarter
from programme.submission import Cover, Version
from programme.symbols import Status, Symbol
from tests import factories
from tests.loaders.rules.one_change import (
    BEFORE,
    QUARTER,
    Row,
    findings,
    in_history,
    known_before,
    known_from,
    nothing,
    said,
    typed,
)

BEFORE_3 = known_before()
ADVICE = (
    "Educational psychology advice that fell due, Kent must be about as large as in other quarters, about 1,664; "
    "2024/25 Q3 was 1,674 (version 1, History!C2)"
)


def advice(times, got):
    row = (("jump", "Figures!D60", f"{ADVICE}, got: {got}"),)
    return Row(f"advice × {times}", typed("ep_advice_requested", "Kent", round(1_671 * times)), row, known=BEFORE_3)


def accepted(quarter=QUARTER, **changes):
    """The clean return of a quarter as accepted, with some values changed."""
    figures = (
        replace(each, value=changes.get(each.measure, each.value) if each.area == KENT else each.value)
        for each in factories.figures(quarter, (2, 3))
    )
    return known_from(figures, version=2, sheet="Figures", ref="D2")


def all_as_last_quarter(form):
    last = {(each.measure, each.area.name): each.value for each in factories.figures(QUARTER - 1, (3,))}
    for row in form["Figures"].iter_rows(min_row=2):
        row[3].value = last.get((row[0].value, row[2].value), row[3].value)


def with_its_end_left_standing(form):
    first = form["History"]["C2"].value
    one_quarter_later(form)
    form["History"]["C2"].value = first


def one_quarter_later(form):
    sheet = form["History"]
    for row in range(2, sheet.max_row + 1):
        values = [sheet.cell(row, column).value for column in range(3, 13)]
        for column, value in enumerate(values, start=4):
            sheet.cell(row, column).value = value
        sheet.cell(row, 3).value = values[0] - 3


HISTORY = ("requests_decided",)
HISTORY_KNOWN = known_from(
    each
    for quarter in Quarter(2021, 1).to(Quarter(2023, 3))
    for each in factories.figures(quarter, (3,))
    if each.measure in HISTORY
)

YEARLY = known_from(
    factories.figure("dsg_income_thousand_pounds", KENT, Quarter(year, 4), amount)
    for year, amount in ((2021, 1_400_000), (2022, 1_500_000), (2023, 1_550_000))
)

ROWS = [
    advice(10, "16,710, about 10 times as much"),
    advice(100, "167,100, about 100 times as much"),
    advice(1000, "1,671,000, about 1,000 times as much"),
    Row(
        "a thousandth",
        typed("oldest_open_assessment_weeks", "Kent", 2),
        (
            (
                "jump",
                "Figures!D43",
                "Whole weeks since the request, for the oldest assessment still open, Kent must be about as "
                "large as in other quarters, about 1,650; "
                "2024/25 Q3 was 1,659 (version 1, History!C2), got: 2, about 1,000 times less",
            ),
        ),
        known=BEFORE_3,
    ),
    Row(
        "a slipped digit in a history",
        in_history("G2", 16_510),
        (
            (
                "jump",
                "History!G2",
                "Requests on which the decision to assess or not was made, Kent, 2022/23 Q1 must be about as "
                "large as in other quarters, about 1,638; "
                "2021/22 Q4 was 1,638 (History!F2), got: 16,510, about 10 times as much",
            ),
        ),
        history=HISTORY,
    ),
    Row(
        "a slipped digit where a history begins",
        in_history("C2", 16_510),
        (
            (
                "jump",
                "History!C2",
                "Requests on which the decision to assess or not was made, Kent, 2021/22 Q1 must be about as "
                "large as in other quarters, about 1,644, "
                "got: 16,510, about 10 times as much",
            ),
        ),
        history=HISTORY,
    ),
    Row(
        "last quarter's figures again",
        all_as_last_quarter,
        (
            (
                "sheet_repeats_last_quarter",
                "Figures",
                "Figures must be those of 2024/25 Q4 and not repeat 2024/25 Q3, got: 101 of 101 figures are the same",
            ),
        ),
        known=BEFORE_3,
    ),
    Row(
        "a history one quarter out",
        one_quarter_later,
        (
            (
                "series_shifted",
                "History!D2",
                "Requests on which the decision to assess or not was made, Kent must stand under the quarters "
                "it was accepted for, "
                "got: 2021/22 Q2 to 2023/24 Q3 as accepted, but one quarter later",
            ),
        ),
        history=HISTORY,
        known=HISTORY_KNOWN,
    ),
    Row(
        "a history pushed one quarter on from its first figure",
        with_its_end_left_standing,
        (
            (
                "series_shifted",
                "History!D2",
                "Requests on which the decision to assess or not was made, Kent must stand under the quarters "
                "it was accepted for, "
                "got: 2021/22 Q2 to 2023/24 Q3 as accepted, but one quarter later",
            ),
        ),
        history=HISTORY,
        known=HISTORY_KNOWN,
    ),
    Row(
        "an annual figure in pounds for thousands of pounds",
        typed("dsg_income_thousand_pounds", "Kent", 1_600_000_000),
        (
            (
                "jump",
                "Figures!D8",
                "Dedicated Schools Grant in the financial year, before recoupment for …, Kent must be about as "
                "large as in other quarters, about 1,500,000, "
                "got: 1,600,000,000, about 1,000 times as much",
            ),
        ),
        streams=(4,),
        known=YEARLY,
    ),
    Row(
        "a large restatement",
        nothing,
        (
            (
                "restatement",
                "Figures!D60",
                "Educational psychology advice that fell due, Kent must be within 20% of what was accepted, "
                "2,300 (version 2, Figures!D2), "
                "got: 1,671",
            ),
        ),
        known=accepted(ep_advice_requested=2_300.0),
    ),
    Row(
        "a part above the whole of another return",
        nothing,
        (
            (
                "part_over_accepted_whole",
                "Figures!D15",
                "Children with plans in independent special schools, Kent must be no more than “Children and "
                "young people with a plan”, 2,260 (version 2, Figures!D2), "
                "got: 2,286",
            ),
            (
                "part_over_accepted_whole",
                "Figures!D172",
                "Children of compulsory school age with a plan, Kent must be no more than “Children and young people "
                "with a plan”, 2,260 (version 2, Figures!D2), got: 2,574",
            ),
        ),
        streams=(2,),
        known=accepted(plans_in_place=2_260.0),
    ),
]


def percent(quarter, number, measure="educational_psychology_posts_vacant"):
    return factories.figure(measure, KENT, quarter, number)


PERCENTS = (2.1, 2.4, 2.2, 2.9, 3.3, 3.1, 2.7, 2.5, 2.6, 3.0)
"""A series that never reaches 5."""


def part_later(form):
    """The figures of 2021/22 Q2 to 2022/23 Q1, each one quarter later."""
    for place, number in enumerate(PERCENTS[1:5], start=5):
        form["History"].cell(2, place).value = number


def accepted_percents():
    return known_from(
        percent(quarter, each) for quarter, each in zip(Quarter(2021, 1).to(Quarter(2023, 2)), PERCENTS, strict=True)
    )


def with_percents(change):
    def typed_over(form):
        for place, number in enumerate(PERCENTS, start=3):
            form["History"].cell(2, place).value = number
        change(form)

    return typed_over


def test_a_part_of_a_series_of_small_percentages_one_quarter_later_is_asked_about():
    row = Row("", with_percents(part_later), (), known=accepted_percents(), history=("educational_psychology_posts_vacant",))
    assert row.found == (
        (
            "series_shifted",
            "History!E2",
            "Educational psychology posts vacant, as a percentage of posts, Kent must stand under the quarters "
            "it was accepted for, "
            "got: 2021/22 Q3 to 2022/23 Q2 as accepted, but one quarter later",
        ),
    )


def test_three_figures_of_the_quarter_before_are_no_shift():
    def three(form):
        for place, number in enumerate(PERCENTS[1:4], start=5):
            form["History"].cell(2, place).value = number

    row = Row("", with_percents(three), (), known=accepted_percents(), history=("educational_psychology_posts_vacant",))
    assert row.found == ()


def as_last_quarter(measure, but=()):
    def change(form):
        for figure in factories.figures(QUARTER - 1, (3,)):
            if figure.measure == measure and figure.area.name not in but:
                factories.cell_of(form, measure, figure.area.name).value = figure.value

    return change


REPEATED = (
    "measure_repeats_last_quarter",
    "Figures!D44",
    "Requests for assessment received must be of 2024/25 Q4 and not repeat 2024/25 Q3, "
    "got: 13 of 13 figures the same, where other quarters had none",
)


def test_a_measure_that_repeats_last_quarter_is_asked_about():
    assert Row("", as_last_quarter("requests_received"), (), known=BEFORE_3).found == (REPEATED,)


def test_a_measure_that_repeats_itself_in_a_few_districts_or_hardly_ever_moves_is_not():
    some = ("Kent", "Dover", "Swale", "Thanet", "Ashford")
    found = Row("", as_last_quarter("requests_received", but=some), (), known=BEFORE_3).found
    assert REPEATED[0] not in [rule for rule, _, _ in found]
    still = known_from(
        replace(each, value=factories.amount(measures()[each.measure], each.area, QUARTER))
        if each.measure == "requests_received"
        else each
        for each in BEFORE_3.facts.values()
    )
    assert Row("", nothing, (), known=still).found == ()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


def test_a_clean_return_after_clean_returns_has_no_finding():
    assert Row("", nothing, (), known=BEFORE_3).found == ()


def test_the_same_figures_again_have_no_finding():
    assert Row("", nothing, (), known=accepted()).found == ()


@pytest.mark.parametrize("value", [1_500, 1_850, "x"])
def test_an_ordinary_change_has_no_finding(value):
    assert Row("", typed("oldest_open_assessment_weeks", "Kent", value), (), known=BEFORE_3).found == ()


@pytest.mark.parametrize(
    ("before", "now", "asked"), [(5, 49, False), (5, 50, True), (50, 7, True), (49, 7, False), (0, 900, False)]
)
def test_small_counts_do_not_jump(before, now, asked):
    series = (factories.figure("ep_advice_requested", KENT, quarter, before) for quarter in BEFORE)
    change = typed("ep_advice_requested", "Kent", now)

    def with_its_part(form):
        change(form)
        typed("ep_advice_in_6_weeks", "Kent", 0)(form)

    found = Row("", with_its_part, (), known=known_from(series)).found
    assert ("jump" in [rule for rule, _, _ in found]) == asked


def test_a_series_that_moves_much_is_judged_by_its_highest():
    swings = (
        factories.figure("ep_advice_requested", KENT, quarter, 20 if quarter.number % 2 else 2_000) for quarter in BEFORE
    )
    known = known_from(swings)
    ((rule, _, _),) = Row("", typed("ep_advice_requested", "Kent", 13_999), (), known=known).found
    assert rule == "outside_own_limits"
    ((rule, _, message),) = Row("", typed("ep_advice_requested", "Kent", 20_000), (), known=known).found
    assert rule == "jump"
    assert "must be about as large as in other quarters, 20 to 2,000; " in message


@pytest.mark.parametrize("old", [1_402.0, 2_085.0])
def test_a_restatement_within_a_fifth_has_no_finding(old):
    assert Row("", nothing, (), known=accepted(ep_advice_requested=old)).found == ()


def test_a_restatement_of_a_symbol_is_no_restatement():
    hidden = factories.figure("ep_advice_requested", KENT, QUARTER, Symbol.SUPPRESSED)
    known = KnownBefore({**accepted().facts, hidden.key: hidden})
    assert Row("", nothing, (), known=known).found == ()


def version(content, number=1, withdraws=None):
    cover = Cover("standard", QUARTER, (3,), "Kent County Council", "", "", date(2025, 3, 31), Status.FINAL)
    moment = datetime(2025, 5, number, 9, tzinfo=UTC)
    return Version(number, cover, "return.xlsx", sha256(content).hexdigest(), moment, "analyst", "", withdraws)


SAME = (
    "same_file",
    "the file",
    "A file must be new to be accepted, got: the same file as version 1, accepted on 1 May 2025 by analyst",
)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ([], (SAME,)),
        ([version(b"another", 2)], ()),
        ([version(b"another", 2, withdraws=1)], ()),
        ([version(b"another", 2), version(b"another", 3, withdraws=2)], (SAME,)),
    ],
    ids=["in force", "superseded", "withdrawn", "in force again"],
)
def test_the_same_file_again(later, expected):
    content = factories.standard_return()
    known = KnownBefore({}, (version(content), *later))
    assert said(findings(content, known=known)) == expected


def test_without_a_database_nothing_is_compared():
    assert Row("", all_as_last_quarter, ()).found == ()
