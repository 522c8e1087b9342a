from dataclasses import replace

from disclosure import solver
from disclosure.audit import audit
from disclosure.decide import decide
from programme.hidden import WhyHidden
from tests.disclosure.tables import EXCLUSIONS, IN_TIME, Q3, column, district, moment, year

MOMENTS = [moment(column(EXCLUSIONS, [1, 1] + [9] * 10)), moment(column(EXCLUSIONS, [1, 3] + [9] * 10), change=2)]


def test_what_the_rule_decides_leaves_nothing_to_narrow():
    found = audit(MOMENTS, decide(MOMENTS, (), (), b"secret"))
    assert (found.protected, found.narrowed) == ((Q3, Q3, Q3), ())
    assert found.hidden[district(0)] is WhyHidden.SMALL


def test_a_cover_taken_away_is_found_with_what_it_gives_away():
    (decided,) = decide(MOMENTS[:1], (), (), b"secret")
    bare = replace(decided, hidden={item: why for item, why in decided.hidden.items() if why is WhyHidden.SMALL})
    assert [quarter for quarter, _ in audit(MOMENTS[:1], [bare]).narrowed] == [Q3, Q3]


def test_what_edition_1_let_out_is_counted():
    assert audit(MOMENTS[:1], decide(MOMENTS[:1], (), (), b"secret")).let_out == 2  # 1 + 1, and no second was hidden
    rolling = [moment(*year([9] * 12, [20] * 12), column(IN_TIME, [3] + [9] * 11))]
    assert audit(rolling, decide(rolling, (), (), b"secret")).let_out == 1  # the year less its other quarters


def test_without_a_solver_nobody_can_say(monkeypatch):
    monkeypatch.setattr(solver, "highspy", None)
    found = audit(MOMENTS, decide(MOMENTS, (), (), b"secret"))
    assert (found.narrowed, found.let_out) == (None, None)
