import time

import numpy as np
import pytest

from disclosure import solver
from disclosure.components import components
from disclosure.knowledge import Knowledge
from disclosure.needs import hide_what_needs_it
from tests.disclosure.tables import EXCLUSIONS, column, moment


def asked(seconds=60.0):
    known = Knowledge()
    known.take_in(moment(column(EXCLUSIONS, [3] + [9] * 11)))
    hide_what_needs_it(known)
    (component,) = components(known)
    made = solver.Solver(known, component, [1.0 + place for place in range(len(component.new))], time.monotonic() + seconds)
    return component, made


def test_the_cheapest_solution_changes_what_costs_least(capfd):
    component, made = asked()
    (target,) = component.targets
    with made.held(target, 1, 1) as possible:
        (counts, apart), cost = made.solved(), made.cost
    assert possible and counts[component.cells.index(target[0][0])] == 1
    changed = [component.new[place][0] for place in np.flatnonzero(apart > solver.NEAR)]
    assert (changed, cost) == ([component.new[0][0]], 2.0)
    assert capfd.readouterr().out == ""  # the solver does not say who it is: commands print JSON


def test_what_must_stay_as_it_is_leaves_no_solution():
    component, made = asked()
    for place in range(len(component.new)):
        made.keep(place, True)
    with made.held(component.targets[0], 1, 1):
        assert made.solved() is None


def test_a_count_outside_what_is_known_of_it_is_not_asked_for():
    component, made = asked()
    with made.held(component.targets[0], 5, 9) as possible:
        assert not possible


def test_asked_too_late_it_says_so():
    _, made = asked(seconds=-1)
    with pytest.raises(solver.TooLong):
        made.solved()


def test_whole_numbers_are_told_from_others():
    assert solver.in_whole(np.array([1.0, 2.0000001]))
    assert not solver.in_whole(np.array([1.0, 2.5]))
