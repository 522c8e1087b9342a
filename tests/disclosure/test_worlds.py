import time

import pytest

from disclosure.components import components
from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from disclosure.worlds import Impossible, Worlds, hide_beside, price_of, weight
from programme.areas import DISTRICTS
from programme.hidden import WhyHidden
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, Q3, column, district, kent, moment, year


def knowing(*columns):
    known = Knowledge()
    known.take_in(moment(*columns))
    hide_what_needs_it(known)
    return known


def soon():
    return time.monotonic() + 60


def test_one_other_district_is_enough_where_it_can_give_and_take():
    known = knowing(column(EXCLUSIONS, [3] + [9] * 11))
    hide_beside(known, b"secret", soon())
    assert sorted(known.hidden.values()) == [WhyHidden.SMALL, WhyHidden.BESIDE]


def test_two_small_counts_whose_sum_pins_them_need_a_third():
    known = knowing(column(EXCLUSIONS, [1, 1] + [9] * 10))
    hide_beside(known, b"secret", soon())
    assert len(known.hidden) == 3


def test_every_small_count_has_a_world_for_each_value_that_holds_in_whole_numbers():
    known = knowing(*year([3, 4, 2] + [20] * 9, [20, 9] + [30] * 10, quarters=6))
    (component,) = components(known)
    worlds = Worlds(known, component, b"secret", soon())
    worlds.complete()

    def value(expression, world):
        at = dict(zip(component.cells, world, strict=True))
        return sum(sign * at.get(cell, known.cells[cell].value) for cell, sign in expression)

    assert len(component.targets) > 10
    for target in component.targets:
        assert {value(target, world) for world in worlds.found} >= {1, 2, 3, 4}
    for world in worlds.found:
        assert all(low <= value(row, world) <= high for row, (low, high) in component.rows.items())
        seen = [each for item, each in component.new if known.visible(item)]
        assert all(value([(cell, 1) for cell in each.cells], world) == each.value for each in seen)


def test_nothing_is_hidden_that_need_not_be():
    known = knowing(column(EXCLUSIONS, [3, 2, 4] + [9] * 9))
    hide_beside(known, b"secret", soon())
    assert len(known.hidden) == 3  # three small ones cover one another: 9 in all can be made of them in many ways


def test_where_no_district_can_give_or_take_kent_is_hidden():
    known = knowing(column(EXCLUSIONS, [1] + [0] * 11, kent=1), column(EXCLUSIONS, [4] + [60] + [0] * 10, Q3 - 1))
    hide_beside(known, b"secret", soon())
    assert kent() in known.hidden


def test_the_price_is_that_of_what_readers_lose_and_never_of_how_large_it_is():
    assert price_of(kent()) > price_of(district(0, IN_TIME, span=4)) > price_of(district(0, IN_TIME))
    assert price_of(kent("plans_in_place")) > price_of(kent())  # more readings show it
    assert 1 <= weight(district(0), b"a") / price_of(district(0)) < 2
    assert weight(district(0), b"a") != weight(district(0), b"b")


def test_what_everybody_has_seen_cannot_be_hidden_any_more():
    known = knowing(column(EXCLUSIONS, [60] + [0] * 11))
    known.show()
    known.take_in(moment({(EXCLUSIONS, DISTRICTS[0].code, Q3): 57.0, (EXCLUSIONS, DISTRICTS[1].code, Q3): 3.0}, change=2))
    hide_what_needs_it(known)
    known.rows[(known.now[EXCLUSIONS, DISTRICTS[0].code, Q3], 1),] = (57.0, 57.0)  # as if somebody had told
    with pytest.raises(Impossible):
        hide_beside(known, b"secret", soon())
