from dataclasses import replace

import pytest

from disclosure import knowledge, solver
from disclosure.audit import audit
from disclosure.decide import decide
from disclosure.totals import totals_of
from programme.hidden import MomentCells, WhyHidden
from tests.disclosure.tables import Q3, column, kent, moment
from tests.disclosure.test_totals import IN_PRINT, RECEIVED, RETURNED

YEAR = kent(RECEIVED, span=4)
LATER = moment(column(RECEIVED, [8] * 12, Q3 + 1), change=3)
PRINTED = [MomentCells(1, RETURNED), MomentCells(2, {}, (IN_PRINT,)), LATER]


def kept_back(moments, former=()):
    return [each.kept_back for each in decide(moments, (), former, b"secret")]


def test_a_total_printed_when_everything_else_was_seen_is_kept_back_and_returns_go_on():
    """Three of four quarters were seen, the fourth is a 3: with their sum, nothing that readers have not seen covers it."""
    decided = decide(PRINTED, (), (), b"secret")
    assert [(each.kept_back, each.withheld) for each in decided] == [((), ""), ((YEAR,), ""), ((), "")]
    assert decided[1].hidden == {YEAR: WhyHidden.PRINTED}
    assert audit(PRINTED, decided).narrowed == ()
    (again,) = decide(PRINTED, decided[:2], (), b"secret")
    assert (again.withheld, again.kept_back) == ("", ())


def test_had_it_been_shown_the_audit_would_name_the_count():
    decided = [replace(each, hidden={}) if each.change == 2 else each for each in decide(PRINTED, (), (), b"secret")]
    assert audit(PRINTED, decided).narrowed == ((Q3 - 1, "Requests for assessment received, Kent, 2024/25 Q2"),)


def test_by_later_rules_it_is_still_kept_back():
    former = decide(PRINTED, (), (), b"secret")
    assert kept_back(PRINTED, former) == [(), (YEAR,), ()]


def test_only_the_totals_that_narrow_are_kept_back():
    harmless = replace(IN_PRINT, period="2023", denominator=123.0)
    more = {(RECEIVED, "E10000016", Q3 - back): 30.0 if back > 4 else 33.0 for back in range(4, 8)}
    moments = [MomentCells(1, RETURNED | more), MomentCells(2, {}, (IN_PRINT, harmless))]
    assert kept_back(moments) == [(), (YEAR,)]


def test_a_total_kept_back_is_known_once_it_is_let_go_and_not_because_a_return_comes_to_it_again():
    corrected = MomentCells(3, {(RECEIVED, "E10000016", Q3): 31.0})
    back = MomentCells(4, {(RECEIVED, "E10000016", Q3): 30.0})
    moments = [*PRINTED[:2], corrected, back]
    decided = decide(moments, (), (), b"secret")
    assert [each.withheld for each in decided] == [""] * 4
    assert audit(moments, decided).narrowed == ()


def test_a_later_release_that_says_the_same_is_kept_back_too_and_one_that_says_otherwise_is_shown():
    again, other = MomentCells(3, {}, (IN_PRINT,)), MomentCells(4, {}, (replace(IN_PRINT, denominator=95.0),))
    moments = [*PRINTED[:2], again, other]
    assert kept_back(moments) == [(), (YEAR,), (YEAR,), ()]
    matched = MomentCells(5, {(RECEIVED, "E10000016", Q3): 32.0})  # now they come to 95, which everybody knows
    decided = decide([*moments, matched], (), (), b"secret")
    assert audit([*moments, matched], decided).narrowed == () or decided[-1].withheld


@pytest.mark.parametrize(("count", "kept"), [(3.0, (YEAR,)), (30.0, ())])
def test_without_the_solver_every_total_with_a_hidden_count_in_it_is_kept_back(monkeypatch, count, kept):
    monkeypatch.setattr(solver, "highspy", None)
    returned = RETURNED | {(RECEIVED, "E10000016", Q3 - 1): count}
    printed = replace(IN_PRINT, denominator=90.0 + count)
    assert kept_back([MomentCells(1, returned), MomentCells(2, {}, (printed,))]) == [(), kept]


def test_without_the_solver_a_return_that_hides_a_count_of_a_total_everybody_knows_is_withheld(monkeypatch):
    """With it, another count of the total is hidden beside the small one, and nothing need be withheld."""
    moments = [MomentCells(1, {}, (IN_PRINT,)), MomentCells(2, RETURNED)]
    assert [each.withheld for each in decide(moments, (), (), b"secret")] == ["", ""]
    monkeypatch.setattr(solver, "highspy", None)
    corrected = MomentCells(3, {(RECEIVED, "E10000016", Q3 - 1): 8.0})  # then no small count is among them
    decided = decide([*moments, corrected], (), (), b"secret")
    assert [each.withheld for each in decided] == ["", YEAR.told, ""]


def test_a_total_that_comes_with_a_later_edition_is_kept_back_where_returns_were_decided_about_without_it(monkeypatch):
    """Else every return since would be withheld for good, and no release could be withdrawn to put it right."""
    moments = [MomentCells(1, RETURNED), MomentCells(2, LATER.cells)]
    former = decide(moments, (), (), b"secret")
    assert [each.withheld for each in former] == ["", ""]
    monkeypatch.setattr(knowledge, "totals_shipped", lambda: totals_of([IN_PRINT]))
    decided = decide(moments, (), former, b"another")
    assert [(each.withheld, each.kept_back) for each in decided] == [("", (YEAR,)), ("", ())]
    assert audit(moments, decided).narrowed == ()
