import pytest

from tests.factories import cell_of
from tests.loaders.rules.one_change import Row

ICB = "NHS Kent and Medway ICB"
SPEECH, OCCUPATION = "speech_and_language_waiting", "occupational_therapy_waiting"


def ashford_over_dartford(form):
    """Kent's figures are left as they are: by more than a tenth they are not out."""
    for row in form["Figures"].iter_rows(min_row=2):
        if row[2].value == "Dartford":
            row[3].value = cell_of(form, row[0].value, "Ashford").value


def received_over_issued(form):
    for row in form["Figures"].iter_rows(min_row=2):
        if row[0].value == "requests_received":
            row[3].value = cell_of(form, "plans_in_place", row[2].value).value


def one_service_over_another(form):
    for part in ("", "_within_18_weeks"):
        cell_of(form, OCCUPATION + part, ICB).value = cell_of(form, SPEECH + part, ICB).value


def a_row_over_another(form):
    sheet = form["History"]
    for column in range(3, 14):
        sheet.cell(5, column).value = sheet.cell(4, column).value


def all_in_time(form):
    for row in form["Figures"].iter_rows(min_row=2):
        if row[0].value == "plans_issued_within_20_weeks":
            row[3].value = cell_of(form, "plans_issued", row[2].value).value


ROWS = [
    Row(
        "an area copied over another",
        ashford_over_dartford,
        (("identical_rows", "Figures!D5", "Dartford must differ from Ashford (Figures!D3), got: the same 15 figures"),),
        streams=(2,),
    ),
    Row(
        "a measure copied over another",
        received_over_issued,
        (
            (
                "identical_rows",
                "Figures!D67",
                "Children and young people with a plan must differ from Requests for assessment received "
                "(Figures!D44), got: the same 13 figures",
            ),
        ),
    ),
    Row(
        "a service copied over another",
        one_service_over_another,
        (
            (
                "identical_rows",
                "Figures!D5",
                "Children waiting 18 weeks or less for occupational therapy must differ from Children waiting 18 weeks or "
                "less for speech and language therapy (Figures!D3), "
                "got: the same 2 figures",
            ),
        ),
        streams=(5,),
    ),
    Row(
        "a row of a history copied over another",
        a_row_over_another,
        (
            (
                "identical_rows",
                "History!C5",
                "Plans issued, excluding exceptions, Dartford must differ from Plans issued, excluding "
                "exceptions, Canterbury "
                "(History!C4), got: the same 11 figures",
            ),
        ),
        history=("plans_issued",),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


def test_all_in_time_is_the_same_as_all():
    assert Row("", all_in_time, ()).found == ()


def test_areas_may_be_alike_in_small_counts():
    def small(form):
        for row in form["Figures"].iter_rows(min_row=2):
            row[3].value = 4 if row[2].value != "Kent" else 48

    assert Row("", small, (), streams=(2,)).found == ()
