import pytest

from loaders.rules.case import titled
from programme.areas import KENT
from programme.measures import measures
from tests import factories
from tests.loaders.rules.one_change import BEFORE, QUARTER, Row, all_of, known_before, known_from, typed

KNOWN = known_before()
CHECK = "look it up in your source, and say why if it is right"


def limits(place, subject, span, got):
    return (
        "outside_own_limits",
        f"Figures!{place}",
        f"{titled(measures()[subject])}, Kent must be between {span}, as far as its series has gone: {CHECK}, got: {got}",
    )


ROWS = [
    Row(
        "twice as much",
        typed("ep_advice_requested", "Kent", 3_342),
        (limits("D60", "ep_advice_requested", "1,497 and 1,876", "3,342"),),
        known=KNOWN,
    ),
    Row(
        "first two digits exchanged",
        typed("oldest_open_assessment_weeks", "Kent", 6_163),
        (limits("D43", "oldest_open_assessment_weeks", "1,483 and 1,860", "6,163"),),
        known=KNOWN,
    ),
    Row(
        "a 0 where there were many",
        typed("oldest_open_assessment_weeks", "Kent", 0),
        (
            (
                "zero_where_many",
                "Figures!D43",
                "Whole weeks since the request, for the oldest assessment still open, Kent must be about as "
                "large as in other quarters, 1,640 to 1,659, "
                "or a symbol that says why it is missing, got: 0",
            ),
        ),
        known=KNOWN,
    ),
    Row(
        "ten times as much is asked about once",
        typed("oldest_open_assessment_weeks", "Kent", 16_610),
        (
            (
                "jump",
                "Figures!D43",
                "Whole weeks since the request, for the oldest assessment still open, Kent must be about as "
                "large as in other quarters, about 1,650; "
                "2024/25 Q3 was 1,659 (version 1, History!C2), got: 16,610, about 10 times as much",
            ),
        ),
        known=KNOWN,
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_one_change(row):
    assert row.found == row.expected


PART, WHOLE = "ep_advice_in_6_weeks", "ep_advice_requested"


def swinging(part_of_whole=0.5):
    """A whole that swings between 600 and 1,200, and its part, always the same share of it."""
    wholes = [600, 1_200, 900, 650, 1_150, 800, 1_000, 700]
    figures = [factories.figure(WHOLE, KENT, quarter, number) for quarter, number in zip(BEFORE, wholes, strict=True)]
    figures += [
        factories.figure(PART, KENT, quarter, number * part_of_whole) for quarter, number in zip(BEFORE, wholes, strict=True)
    ]
    return known_from(figures)


def found(part, whole, known=None):
    change = all_of(typed(PART, "Kent", part), typed(WHOLE, "Kent", whole))
    return Row("", change, (), known=known or swinging()).found


def test_a_part_that_does_not_fit_its_whole_is_asked_about():
    ((rule, place, message),) = found(580, 700)
    assert (rule, place) == ("rate_outside_limits", "Figures!D61")
    assert message == (
        "Educational psychology advice given within 6 weeks, Kent must be between 45% and 56% of "
        "“Educational psychology advice that fell due”, 700 (Figures!D60), "
        f"as far as their rate has gone: {CHECK}, got: 580"
    )
    assert found(350, 700) == ()
    assert found(380, 700) == ()


def test_what_its_whole_does_too_has_happened_and_is_not_asked_about():
    series = [factories.figure(WHOLE, KENT, quarter, 1_000 + at) for at, quarter in enumerate(BEFORE)]
    series += [factories.figure(PART, KENT, quarter, 500 + at) for at, quarter in enumerate(BEFORE)]
    assert found(800, 1_600, known_from(series)) == ()
    assert [rule for rule, _, _ in found(800, 1_000, known_from(series))] == ["outside_own_limits"]


def test_a_figure_that_was_accepted_so_is_not_asked_about_again():
    accepted = known_from([*swinging().facts.values(), factories.figure(PART, KENT, QUARTER, 580)])
    assert found(580, 700, accepted) == ()


@pytest.mark.parametrize(("low", "asked"), [(5, False), (6, True)])
def test_none_where_there_were_few_happens(low, asked):
    few = known_from(factories.figure(PART, KENT, quarter, low + at % 3) for at, quarter in enumerate(BEFORE))
    assert [rule for rule, _, _ in found(0, 700, few)] == (["zero_where_many"] if asked else [])


def test_a_sum_of_its_districts_moves_with_them():
    """Kent's own figure is held against its districts, and these against each other."""

    def all_half_as_much_again(form):
        for row in form["Figures"].iter_rows(min_row=2):
            if row[0].value == "requests_received":
                row[3].value = round(row[3].value * 1.5)
        kent = factories.cell_of(form, "requests_received", "Kent")
        kent.value = sum(
            row[3].value
            for row in form["Figures"].iter_rows(min_row=2)
            if row[0].value == "requests_received" and row[2].value != "Kent"
        )

    assert Row("", all_half_as_much_again, (), known=KNOWN).found == ()
