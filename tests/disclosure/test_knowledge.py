from math import inf

import pytest

from disclosure.knowledge import Knowledge, small
from programme.areas import DISTRICTS, KENT
from programme.hidden import Item, MomentCells, WhyHidden
from programme.symbols import Symbol
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, ISSUED, Q3, column, district, kent, moment


def knowing(*moments):
    known = Knowledge()
    for each in moments:
        known.take_in(each)
    return known


def kinds(known):
    return [(cell.low, cell.high) for cell in known.cells]


@pytest.mark.parametrize(("count", "is_small"), [(0, False), (1, True), (4, True), (5, False), (None, False)])
def test_small_is_one_to_four(count, is_small):
    assert small(count) is is_small


def test_whoever_knows_the_rule_knows_of_what_kind_a_hidden_count_is():
    known = knowing(moment(column(EXCLUSIONS, [0, 3, 9] + [8] * 9)))
    assert kinds(known)[:3] == [(0, 0), (1, 4), (5, inf)]


def test_in_a_thin_column_nothing_tells_one_count_from_another():
    known = knowing(moment(column(EXCLUSIONS, [0, 3, 9] + [1] * 9)))
    assert set(kinds(known)) == {(0, inf)}
    assert known.open_columns == {(EXCLUSIONS, Q3)}


def test_a_column_of_sixty_is_not_thin_and_one_without_a_small_count_neither():
    assert knowing(moment(column(EXCLUSIONS, [3] + [6] * 11))).open_columns == set()
    assert knowing(moment(column(EXCLUSIONS, [0] * 11 + [7]))).open_columns == set()


def test_kent_is_the_sum_of_its_districts_where_it_is():
    assert list(knowing(moment(column(EXCLUSIONS, [9] * 12))).rows.values()) == [(0, 0)]
    assert knowing(moment(column(EXCLUSIONS, [9] * 12, kent=109))).rows == {}


def test_a_district_that_is_missing_may_be_what_is_left():
    known = knowing(moment(column(EXCLUSIONS, [9] * 11, kent=103)))
    assert (known.cells[-1].key[1], known.cells[-1].value) == (DISTRICTS[11].code, None)
    assert knowing(moment(column(EXCLUSIONS, [9] * 11, kent=90))).rows == {}


def test_a_returned_c_is_one_to_four_and_to_be_protected():
    known = knowing(MomentCells(1, {(EXCLUSIONS, KENT.code, Q3): Symbol.SUPPRESSED}))
    assert (kinds(known), list(known.targets.values())) == ([(1, 4)], [None])


def test_what_a_part_leaves_of_its_whole_is_protected_where_it_is_small():
    known = knowing(moment(column(IN_TIME, [], kent=98), column(ISSUED, [], kent=100)))
    assert list(known.targets.values()) == [2]
    assert knowing(moment(column(IN_TIME, [], kent=95), column(ISSUED, [], kent=100))).targets == {}


def test_what_one_district_leaves_of_kent_is_protected_where_it_is_small():
    known = knowing(moment(column(EXCLUSIONS, [204, 1, 1] + [0] * 9)))
    assert sorted(known.targets.values()) == [1, 1, 2]


def test_a_correction_makes_another_cell_and_the_same_count_does_not():
    known = knowing(moment(column(EXCLUSIONS, [], kent=9)), moment(column(EXCLUSIONS, [], kent=9), change=2))
    assert len(known.cells) == 1
    known.take_in(moment(column(EXCLUSIONS, [], kent=8), change=3))
    assert [cell.value for cell in known.cells] == [9, 8]
    assert known.restated == {(EXCLUSIONS, Q3)}


def test_a_number_is_seen_where_one_reading_shows_it_whole():
    known = knowing(moment(column(IN_TIME, [], kent=60), column(ISSUED, [], kent=100)))
    assert known.visible(kent(ISSUED)) and known.visible(kent(IN_TIME))
    known.hidden[kent(IN_TIME)] = WhyHidden.SMALL
    assert not known.visible(kent(ISSUED))


def test_what_was_shown_can_no_longer_be_hidden():
    known = knowing(moment(column(EXCLUSIONS, [9] * 12)))
    assert len(list(known.new_items())) == 13
    known.show()
    known.take_in(moment({(EXCLUSIONS, DISTRICTS[0].code, Q3): 8.0}, change=2))
    assert [item for item, _ in known.new_items()] == [district(0)]


def test_kent_without_a_figure_of_its_own_is_the_sum_that_a_kpi_shows():
    cells = {(EXCLUSIONS, area.code, Q3): 9.0 for area in DISTRICTS}
    known = knowing(MomentCells(1, cells))
    assert (known.items[kent()].value, len(known.items[kent()].cells)) == (108, 12)


def test_a_withdrawn_figure_is_no_longer_there():
    known = knowing(moment(column(EXCLUSIONS, [], kent=9)), MomentCells(2, {(EXCLUSIONS, KENT.code, Q3): None}))
    assert Item(EXCLUSIONS, KENT.code, Q3, 1) not in known.items


def test_a_small_difference_is_said_in_words():
    known = knowing(moment(column(IN_TIME, [], kent=98), column(ISSUED, [], kent=100)))
    assert known.told(next(iter(known.targets))) == (
        "Plans issued, excluding exceptions, Kent, 2024/25 Q3 less "
        "Plans issued within 20 weeks of the request, excluding exceptions, Kent, 2024/25 Q3"
    )
