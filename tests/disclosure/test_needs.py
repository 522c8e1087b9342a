from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from programme.areas import KENT
from programme.hidden import Item, WhyHidden
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, ISSUED, Q3, column, district, kent, moment


def needed(*columns):
    known = Knowledge()
    known.take_in(moment(*columns))
    hide_what_needs_it(known)
    return known.hidden


def test_counts_of_one_to_four_are_hidden_and_nothing_else():
    hidden = needed(column(EXCLUSIONS, [0, 1, 4, 5] + [9] * 8))
    assert hidden == {district(1): WhyHidden.SMALL, district(2): WhyHidden.SMALL}


def test_a_thin_column_shows_no_district_and_no_zero_but_its_total():
    hidden = needed(column(EXCLUSIONS, [0, 1, 9] + [0] * 9))
    assert {item: str(why) for item, why in hidden.items()} == {
        **{district(place): "a district of 1 to 4 in a total below 60" for place in range(12) if place != 1},
        district(1): "a count of 1 to 4",
    }


def test_a_part_that_leaves_one_to_four_of_its_whole_is_hidden():
    assert needed(column(IN_TIME, [], kent=98), column(ISSUED, [], kent=100)) == {kent(IN_TIME): WhyHidden.DIFFERENCE}


def test_a_year_that_leaves_one_to_four_is_hidden_too():
    columns = [
        column(measure, [], Q3 - back, count) for back in range(4) for measure, count in ((IN_TIME, 99), (ISSUED, 100))
    ]
    assert needed(*columns)[kent(IN_TIME, span=4)] is WhyHidden.DIFFERENCE


def test_a_share_of_fewer_than_ten_replies_is_hidden_and_nothing_replied_is_not():
    replies = Item("survey_responses", KENT.code, Q3, 1)
    assert needed(column("survey_responses", [], kent=9)) == {replies: WhyHidden.FEW}
    assert needed(column("survey_responses", [], kent=10)) == {}
    assert needed(column("survey_responses", [], kent=0)) == {}


def test_schools_and_staff_are_never_hidden():
    assert needed(column("schools", [2] * 12)) == {}
