from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from disclosure.whole_columns import hide_whole_columns
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, ISSUED, column, district, kent, moment, year


def hidden_after(*moments):
    known = Knowledge()
    for each in moments:
        known.take_in(each)
        hide_what_needs_it(known)
        hide_whole_columns(known)
        known.show()
    return set(known.hidden)


def test_beside_a_small_district_every_district_of_all_that_is_tied_goes_and_kent_stays():
    hidden = hidden_after(moment(column(IN_TIME, [3] + [9] * 11), column(ISSUED, [20] * 12)))
    assert {district(place, measure) for place in range(12) for measure in (IN_TIME, ISSUED)} <= hidden
    assert not {kent(IN_TIME), kent(ISSUED)} & hidden


def test_every_sum_with_a_hidden_count_goes():
    hidden = hidden_after(moment(*year([9] * 12, [20] * 12), column(IN_TIME, [3] + [9] * 11)))
    assert {district(place, IN_TIME, span=4) for place in range(12)} <= hidden
    assert kent(IN_TIME, span=4) not in hidden


def test_where_a_column_was_restated_kent_goes_too():
    first = column(EXCLUSIONS, [3] + [9] * 11)
    assert kent() not in hidden_after(moment(first))
    assert kent() in hidden_after(moment(first), moment(column(EXCLUSIONS, [2] + [9] * 11), change=2))


def test_beside_a_small_count_of_kent_everything_of_kent_that_is_tied_goes():
    hidden = hidden_after(moment(column(IN_TIME, [], kent=98), column(ISSUED, [], kent=100)))
    assert {kent(IN_TIME), kent(ISSUED)} <= hidden
