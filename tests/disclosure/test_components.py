from disclosure.components import components
from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from tests.disclosure.tables import EXCLUSIONS, Q3, column, moment, year


def parts(*columns):
    known = Knowledge()
    known.take_in(moment(*columns))
    hide_what_needs_it(known)
    return known, list(components(known))


def test_quarters_that_no_sum_joins_are_apart_and_those_without_a_small_count_are_left_out():
    columns = [
        column(EXCLUSIONS, counts, Q3 - back) for back, counts in enumerate([[3] + [9] * 11, [2] + [9] * 11, [9] * 12])
    ]
    _, found = parts(*columns)
    assert [(len(each.cells), len(each.targets)) for each in found] == [(13, 1), (13, 1)]


def test_rolling_years_and_shares_hang_together():
    _, found = parts(*year([3] + [20] * 11, [20] * 12))
    assert [len(each.cells) for each in found] == [4 * 2 * 13]


def test_what_was_seen_by_itself_ties_nothing_together():
    known, (found,) = parts(column(EXCLUSIONS, [3] + [9] * 11))
    known.show()
    known.take_in(moment(column(EXCLUSIONS, [3, 4] + [9] * 10), change=2))
    hide_what_needs_it(known)
    (found,) = components(known)
    assert len(found.cells) == 3  # the first district, the second one's new count and Kent's; what they were before was seen
