from array import array

import pytest

from programme import columns
from programme.areas import DISTRICTS, KENT
from programme.columns import Axes, Columns, FactColumns, given_in, number_given, same_facts
from programme.figure import Figure, Source
from programme.quarter import Quarter
from programme.stored import StoredCell, sign_of
from programme.symbols import Status, Symbol

Q2, Q3 = Quarter.parse("2024/25 Q2"), Quarter.parse("2024/25 Q3")
ASHFORD = DISTRICTS[0]
ISSUED, REQUESTS = "plans_issued", "requests_received"
FINAL, UNKNOWN = sign_of(None, Status.FINAL), sign_of(Symbol.NOT_AVAILABLE, Status.PROVISIONAL)


def cell(*_):
    return StoredCell("Figures", "D7", "")


def facts(more=None, issued=41, cell=cell):
    """Plans issued in Kent in both quarters, and requests in Ashford, which were not available in the second."""
    axes = Axes((ISSUED, REQUESTS), (KENT, ASHFORD), (Q2, Q3))
    values = array("d", [40, issued, 0, 0, 0, 0, 0, 0])
    versions = array("i", [1, 2, 0, 0, 0, 0, 0, 2])
    signs = bytes([FINAL, FINAL, 0, 0, 0, 0, 0, UNKNOWN])
    given = frozenset({(1, ISSUED, Q2), (2, ISSUED, Q3), (2, REQUESTS, Q3)})
    files = {1: "first.xlsx", 2: "second.xlsx"}
    return FactColumns(axes, Columns(values, versions, signs), files, given, cell, more)


def worked_out(measure, quarter, value):
    return Figure(measure, KENT, quarter, value, None, Source("", "worked out", str(quarter)))


def test_a_figure_is_made_when_it_is_asked_for():
    figure = facts()[ISSUED, KENT.code, Q3]
    assert figure == Figure(ISSUED, KENT, Q3, 41, None, Source("second.xlsx", "Figures", "D7", 2))
    unknown = facts()[REQUESTS, ASHFORD.code, Q3]
    assert (unknown.value, unknown.symbol, unknown.status) == (None, Symbol.NOT_AVAILABLE, Status.PROVISIONAL)


def test_the_same_figure_is_made_once():
    known = facts()
    assert known[ISSUED, KENT.code, Q3] is known.get((ISSUED, KENT.code, Q3))


def test_what_no_version_gives_is_not_there():
    known = facts()
    for key in (
        (ISSUED, ASHFORD.code, Q2),
        ("plans_audited", KENT.code, Q3),
        (ISSUED, "E99999999", Q3),
        (ISSUED, KENT.code, Q3 + 1),
    ):
        assert known.get(key) is None
        assert key not in known
        with pytest.raises(KeyError):
            known[key]
    assert known.get((ISSUED, ASHFORD.code, Q2), "nothing") == "nothing"


@pytest.mark.parametrize("at_hand", [False, True], ids=["of the columns", "at hand"])
def test_a_number_is_told_without_making_the_figure(at_hand, monkeypatch):
    known = facts()
    known = known.with_figures(dict(known.items())) if at_hand else known
    monkeypatch.setattr(columns, "stored_figure", None)
    keys = [
        (ISSUED, KENT.code, Q3),
        (REQUESTS, ASHFORD.code, Q3),
        (ISSUED, ASHFORD.code, Q2),
        ("plans_audited", KENT.code, Q3),
    ]
    assert [number_given(known, key) for key in keys] == [41, None, None, None]


def test_a_number_is_told_of_figures_in_a_dictionary_too():
    known = dict(facts().items())
    keys = [(ISSUED, KENT.code, Q3), (REQUESTS, ASHFORD.code, Q3), (ISSUED, ASHFORD.code, Q2)]
    assert [number_given(known, key) for key in keys] == [41, None, None]


def test_it_is_read_like_any_mapping():
    known = facts()
    keys = [(ISSUED, KENT.code, Q2), (ISSUED, KENT.code, Q3), (REQUESTS, ASHFORD.code, Q3)]
    assert (list(known), len(known)) == (keys, 3)
    assert known == dict(known.items()) == facts()
    assert [figure.value for figure in known.values()] == [40, 41, None]


def test_figures_at_hand_count_before_those_of_the_columns():
    corrected, new = worked_out(ISSUED, Q3, 50), worked_out("returns_due", Q3, 5)
    known = facts().with_figures({corrected.key: corrected}).with_figures({new.key: new})
    assert (known[corrected.key].value, known[new.key].value, known[ISSUED, KENT.code, Q2].value) == (50, 5, 40)
    assert (len(known), list(known)[-1]) == (4, new.key)
    assert facts()[corrected.key].value == 41


def test_which_versions_give_what_is_known_without_going_through_the_figures():
    new = worked_out("returns_due", Q3, 5)
    known = facts({new.key: new})
    assert given_in(known) == {(1, ISSUED, Q2), (2, ISSUED, Q3), (2, REQUESTS, Q3), (None, "returns_due", Q3)}
    assert given_in(dict(known)) == given_in(known)


def test_only_so_many_figures_are_kept_once_made(monkeypatch):
    monkeypatch.setattr(columns, "MOST_MADE", 2)
    known = facts()
    first = known[ISSUED, KENT.code, Q2]
    assert list(known.values()) == list(facts().values())
    assert known[ISSUED, KENT.code, Q2] == first
    assert known[ISSUED, KENT.code, Q2] is not first


def test_two_readings_of_a_store_are_the_same_while_every_figure_and_its_cell_is():
    more = {(ISSUED, ASHFORD.code, Q2): worked_out(ISSUED, Q2, 4.0)}
    assert same_facts(facts(), facts()) and same_facts(facts(more), facts(more))
    others = facts(more), facts(issued=42), facts(cell=lambda *_: StoredCell("Figures", "D8", "")), dict(facts())
    assert [same_facts(facts(), other) for other in others] == [False] * 4


def test_of_facts_that_would_have_to_be_gone_through_only_the_very_ones_are_the_same():
    held = dict(facts())
    assert same_facts(held, held)
    assert not same_facts(held, dict(held))
