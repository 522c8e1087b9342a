from datetime import UTC, datetime

import pytest

from kpis.evidence import facts_of
from programme.areas import KENT
from programme.columns import number_given
from programme.quarter import Quarter
from programme.sheets.commentary import COMMENTARY
from programme.wordings import Wording
from record.logs import Logs
from record.until import FactsUntil, logs_until
from tests.reports.build import a_figure

Q3, Q4 = Quarter(2024, 3), Quarter(2024, 4)
NOW, LATER = ("plans_issued", KENT.code, Q3), ("plans_issued", KENT.code, Q4)
FACTS = FactsUntil(facts_of([a_figure("plans_issued", 5), a_figure("plans_issued", 6, quarter="2024/25 Q4", version=2)]), Q3)


def test_figures_of_a_later_quarter_are_not_there():
    assert (list(FACTS), len(FACTS)) == ([NOW], 1)
    assert (FACTS[NOW].value, FACTS.get(LATER), LATER in FACTS) == (5, None, False)
    with pytest.raises(KeyError):
        FACTS[LATER]
    assert FACTS.given == {(1, "plans_issued", Q3)}
    assert [number_given(FACTS, key) for key in (NOW, LATER)] == [5, None]


def test_the_same_figures_up_to_the_same_quarter_are_the_same():
    held = facts_of([a_figure("plans_issued", 5)])
    assert FactsUntil(held, Q3).same_as(FactsUntil(held, Q3))
    assert not FactsUntil(held, Q3).same_as(FactsUntil(held, Q4))
    assert not FactsUntil(held, Q3).same_as(FactsUntil(facts_of([a_figure("plans_issued", 6)]), Q3))
    assert not FactsUntil(held, Q3).same_as(held)


def a_wording(number, quarter) -> Wording:
    cells = tuple(COMMENTARY.typed(kpi="plans_within_20_weeks", why="Two left").items())
    return Wording(number, number, "Commentary", quarter, cells, datetime(2025, 2, 3, tzinfo=UTC), "A. Lead", "", "")


def test_words_of_a_later_quarter_keep_their_place_and_say_nothing():
    one, two = a_wording(1, Q4), a_wording(2, Q3)
    logs = Logs(returned=frozenset({(Q3, 1), (Q4, 1)}), wordings=(one, two), told={one.about: (), two.about: ()})
    found = logs_until(logs, Q3, {1})
    assert found.returned == {(Q3, 1)}
    assert [(each.number, each.cells) for each in found.wordings] == [(1, ()), (2, two.cells)]
    assert list(found.told) == [two.about]
