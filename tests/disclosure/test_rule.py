import pytest

from disclosure.items import items_of
from disclosure.rule import Hidden, NoFigure, Number, shown_of
from kpis.evaluate import evaluate
from kpis.evidence import Evidence, facts_of
from kpis.outcome import Reason
from kpis.registry import registry
from programme.areas import KENT
from programme.quarter import Quarter
from tests.reports.build import a_figure

Q3 = Quarter.parse("2024/25 Q3")
SHARE = registry()["plans_within_20_weeks"]
IN_TIME, ISSUED = items_of(SHARE, KENT, Q3)


def shown(in_time, issued, *hidden):
    figures = [a_figure("plans_issued_within_20_weeks", in_time), a_figure("plans_issued", issued)]
    return shown_of(evaluate(SHARE, KENT, Q3, Evidence(facts_of(figures))), (IN_TIME, ISSUED), set(hidden))


def test_a_figure_is_a_number_with_what_it_was_divided_from():
    assert shown(30, 60) == Number(50.0, 30, 60)


@pytest.mark.parametrize("hidden", [IN_TIME, ISSUED])
def test_a_figure_is_hidden_where_one_of_its_two_numbers_is(hidden):
    assert shown(30, 60, hidden) == Hidden()


def test_a_hidden_nothing_to_divide_by_is_not_told_either():
    assert shown(0, 0) == NoFigure(Reason.ZERO_DENOMINATOR, "plans_issued")
    assert shown(0, 0, ISSUED) == Hidden()


def test_a_reason_why_there_is_no_figure_is_no_secret():
    assert shown("x", 60, IN_TIME) == NoFigure(Reason.NOT_AVAILABLE, "plans_issued_within_20_weeks")
