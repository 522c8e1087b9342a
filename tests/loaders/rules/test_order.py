from dataclasses import replace
from random import Random

import pytest

from tests import factories
from tests.loaders.rules.one_change import QUARTER, Row, all_of, known_before, known_from, nothing, typed

BEFORE = known_before()
MEASURE = "requests_received"


def cells(form, measure=MEASURE):
    """The cells of the districts by name, in the order of the form."""
    rows = form["Figures"].iter_rows(min_row=2)
    return {row[2].value: row[3] for row in rows if row[0].value == measure and row[2].value != "Kent"}


def slipped(step):
    def change(form):
        found = list(cells(form).values())
        numbers = [cell.value for cell in found]
        for cell, number in zip(found, numbers[-step:] + numbers[:-step], strict=True):
            cell.value = number

    return change


def exchanged(one, other, measure=MEASURE):
    def change(form):
        found = cells(form, measure)
        found[one].value, found[other].value = found[other].value, found[one].value

    return change


def carried(district, number):
    """A number of a district, and Kent greater by as much."""

    def change(form):
        cell, kent = cells(form)[district], factories.cell_of(form, MEASURE, "Kent")
        kent.value += number - cell.value
        cell.value = number

    return change


def fit(way):
    return (
        "rows_slipped",
        "Figures!D45",
        "Requests for assessment received must stand beside its own districts (D45 to D56): compare it with your source, "
        f"got: figures that fit once all are moved one row {way}",
    )


def other(one, place, area, cell, numbers):
    return (
        "rows_exchanged",
        place,
        f"Requests for assessment received, {one} must be its own and not that of {area} ({cell}), "
        f"got: {numbers}, which fit the quarters before once exchanged",
    )


def about(number, got):
    return (
        "share_of_district",
        "Figures!D48",
        f"Requests for assessment received, Dover must be about {number}, its usual part of the districts: "
        f"look it up in your source, and say why if it is right, got: {got}",
    )


ROWS = [
    Row("rows one lower", slipped(1), (fit("up"),), known=BEFORE),
    Row("rows one higher", slipped(-1), (fit("down"),), known=BEFORE),
    Row(
        "two districts exchanged",
        exchanged("Dover", "Swale"),
        (other("Dover", "Figures!D48", "Swale", "D53", "331 and 286"),),
        known=BEFORE,
    ),
    Row(
        "two districts that are nearly alike",
        exchanged("Ashford", "Canterbury"),
        (other("Ashford", "Figures!D45", "Canterbury", "D46", "268 and 259"),),
        known=BEFORE,
    ),
    Row("twice as much, carried into Kent", carried("Dover", 572), (about("286", "572"),), known=BEFORE),
    Row("half as much, carried into Kent", carried("Dover", 143), (about("286", "143"),), known=BEFORE),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


@pytest.mark.parametrize("number", [260, 286, 312])
def test_what_late_records_may_add_or_take_is_no_finding(number):
    assert Row("", carried("Dover", number), (), known=BEFORE).found == ()


def test_two_districts_that_nobody_could_tell_apart_are_not_asked_about():
    chance = Random(1)
    noisy = known_from(
        replace(each, value=each.value + chance.choice((-60, 0, 60))) if each.measure == MEASURE else each
        for each in BEFORE.facts.values()
    )
    assert Row("", exchanged("Dover", "Swale"), (), known=noisy).found == ()


def test_an_exchange_in_a_correction_is_told_by_what_was_accepted():
    accepted = known_from([*BEFORE.facts.values(), *factories.figures(QUARTER, (3,))])
    ((rule, place, message),) = Row("", exchanged("Dover", "Swale"), (), known=accepted).found
    assert (rule, place) == ("rows_exchanged", "Figures!D48")
    assert message.endswith("got: 331 and 286, which were accepted the other way round")
    revised = all_of(exchanged("Dover", "Swale"), typed(MEASURE, "Ashford", 262))
    assert "rows_exchanged" in [rule for rule, _, _ in Row("", revised, (), known=accepted).found]
    assert Row("", exchanged("Ashford", "Canterbury"), (), known=accepted).found != ()
    alike = all_of(exchanged("Ashford", "Canterbury"), typed(MEASURE, "Dover", 290))
    assert "rows_exchanged" not in [rule for rule, _, _ in Row("", alike, (), known=accepted).found]
    assert Row("", nothing, (), known=accepted).found == ()


def test_a_whole_in_the_wrong_order_is_asked_about_once():
    """Not once more for each measure that is part of it."""
    found = Row("", exchanged("Ashford", "Tunbridge Wells", "plans_in_place"), (), known=BEFORE).found
    assert [rule for rule, _, _ in found] == ["rows_exchanged"]


def test_without_quarters_before_there_is_no_order():
    assert Row("", exchanged("Dover", "Swale"), ()).found == ()
