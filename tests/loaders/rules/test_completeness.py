from datetime import date

import pytest

from programme.measures import measures
from tests import factories
from tests.factories import cell_of
from tests.loaders.rules.one_change import Row, added, dropped, findings, in_history, said, typed

SYMBOLS = "c, x or z where there is none (the Cover says which)"
ICB = "NHS Kent and Medway ICB"


def nhs_left_blank(form):
    for row in form["Figures"].iter_rows(min_row=2):
        if measures()[row[0].value].organisation == "NHS Kent and Medway":
            row[3].value = None


def emptied(form):
    for row in form["History"].iter_rows(min_row=2, min_col=3):
        for cell in row:
            cell.value = None


def two_years_named_wrongly(form):
    form["History"]["C1"], form["History"]["D1"] = "Total", "Mean"


ROWS = [
    Row(
        "a misspelt measure",
        typed("plans_issued", "Ashford", "plans_isued", "Measure"),
        (
            (
                "measure_unknown",
                "Figures!A16",
                "Measure must be one of those in the blank form: did you mean plans_issued? got: plans_isued",
            ),
        ),
    ),
    Row(
        "a value without a measure",
        added(None, None, 4),
        (
            ("measure_unknown", "Figures!A105", "Measure must be one of those in the blank form, got: nothing"),
            ("area_unknown", "Figures!C105", "Area must be one of Kent's areas, got: nothing"),
        ),
    ),
    Row(
        "a misspelt area",
        typed("plans_issued", "Canterbury", "Cantebury", "Area"),
        (("area_unknown", "Figures!C17", "Area must be one of Kent's areas: did you mean Canterbury? got: Cantebury"),),
    ),
    Row(
        "an area that is none",
        typed("plans_issued", "Canterbury", "Paris", "Area"),
        (
            (
                "row_missing",
                "Figures",
                "Figures must have a row for Plans issued, excluding exceptions, Canterbury (plans_issued): copy it from "
                "the blank form, got: no such row",
            ),
            ("area_unknown", "Figures!C17", "Area must be one of Kent's areas, got: Paris"),
        ),
    ),
    Row(
        "a heading that is no quarter",
        in_history("D1", "Q2 2021"),
        (
            (
                "quarter_unknown",
                "History!D1",
                "A heading must be a quarter, written like 2021/22 Q3: did you mean 2021/22 Q1, "
                "2021/22 Q2 or 2020/21 Q2? got: Q2 2021",
            ),
        ),
        history=("requests_refused",),
    ),
    Row(
        "two headings that are no quarters",
        two_years_named_wrongly,
        (
            ("quarter_unknown", "History!C1", "A heading must be a quarter, written like 2021/22 Q3, got: Total"),
            ("quarter_unknown", "History!D1", "A heading must be a quarter, written like 2021/22 Q3, got: Mean"),
        ),
        history=("requests_refused",),
    ),
    Row(
        "a row of history without an area",
        in_history("B2", None),
        (("area_unknown", "History!B2", "Area must be one of Kent's areas, got: nothing"),),
        history=("requests_refused",),
    ),
    Row(
        "a column without a heading",
        in_history("N2", 41),
        (("quarter_unknown", "History!N2", "A heading must be a quarter, written like 2021/22 Q3, got: nothing"),),
        history=("requests_refused",),
    ),
    Row(
        "a quarter that has not ended",
        in_history("M1", "2025/26 Q1"),
        (("quarter_not_over", "History!M1", "A quarter must have ended before today, 1 June 2025, got: 2025/26 Q1"),),
        history=("requests_refused",),
    ),
    Row(
        "a measure that the system works out itself",
        added("returns_due", "Kent", 4),
        (
            (
                "measure_not_collected",
                "Figures!A17",
                "Measure must be one that returns carry: this one is worked out from the records, leave the row out, "
                "got: returns_due",
            ),
        ),
        streams=(4,),
    ),
    Row(
        "a district of a measure for Kent",
        added("requests_decided", "Ashford", 4),
        (
            (
                "area_not_collected",
                "Figures!C105",
                "Requests on which the decision to assess or not was made must be given for Kent only: take the row out, "
                "got: Ashford",
            ),
        ),
    ),
    Row(
        "a country",
        added("plans_issued", "England", 4),
        (
            (
                "area_not_collected",
                "Figures!C105",
                "Plans issued, excluding exceptions must be given for Kent and the districts only: take the row out, "
                "got: England",
            ),
        ),
    ),
    Row(
        "a measure of another workstream",
        added("complaints_received", "Kent", 4),
        (
            (
                "row_outside_cover",
                "Figures!A105",
                "Measure must belong to workstream 3, as the cover says (Cover!B5): this one belongs to workstream 1, "
                "got: complaints_received",
            ),
        ),
    ),
    Row(
        "an annual measure in another quarter",
        added("phase_transfers", "Kent", 450),
        (
            (
                "measure_not_due",
                "Figures!D103",
                "Phase transfer plans due by the statutory date, Kent must be given in Q4, from 2019/20 Q4 on, "
                "and is not due in 2024/25 Q3, got: 450",
            ),
        ),
        quarter=factories.QUARTER - 1,
    ),
    Row(
        "a row twice",
        added("plans_issued", "Kent", 4),
        (
            (
                "duplicate_row",
                "Figures!D105",
                "Plans issued, excluding exceptions, Kent must stand in one row only: it is in Figures!D15 too, got: 4",
            ),
        ),
    ),
    Row(
        "a row left out",
        dropped("plans_issued", "Dover"),
        (
            (
                "row_missing",
                "Figures",
                "Figures must have a row for Plans issued, excluding exceptions, Dover (plans_issued): copy it from the "
                "blank form, got: no such row",
            ),
        ),
    ),
    Row(
        "a blank",
        typed("plans_issued", "Dover", None),
        (
            (
                "value_missing",
                "Figures!D19",
                f"Plans issued, excluding exceptions, Dover must be a number, or {SYMBOLS}, got: nothing",
            ),
        ),
    ),
    Row(
        "a blank of the other organisation, which returned the rest",
        typed("online_counselling_users", ICB, None),
        (
            (
                "value_missing",
                "Figures!D16",
                f"Young people using online counselling, {ICB} must be a number, or {SYMBOLS}, got: nothing",
            ),
        ),
        streams=(5,),
    ),
    Row(
        "a history without a figure",
        emptied,
        (("no_figures", "History", "History must hold at least one figure under a quarter, got: nothing"),),
        history=("plans_issued",),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


def test_an_organisation_can_answer_for_its_own_measures_alone():
    assert Row("", nhs_left_blank, (), streams=(5,)).found == ()


def test_what_is_due_is_not_asked_for_while_the_cover_is_wrong():
    def wrong_quarter_and_a_blank(form):
        factories.answer_of(form, "Quarter").value = "2026/27 Q1"
        cell_of(form, "plans_issued", "Dover").value = None

    assert [rule for rule, _, _ in Row("", wrong_quarter_and_a_blank, ()).found] == ["quarter_in_future"]


def test_a_quarter_is_over_on_the_day_after_its_last():
    content = factories.standard_return()
    assert said(findings(content, today=date(2025, 4, 1))) == ()
    assert [finding.rule for finding in findings(content, today=date(2025, 3, 31))] == ["quarter_in_future"]


def test_areas_and_measures_are_known_whatever_their_capitals():
    assert Row("", typed("plans_issued", "Dover", " DOVER ", "Area"), ()).found == ()
