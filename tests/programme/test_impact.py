from programme.impact import FigureChange, Foreseen
from programme.quarter import Quarter
from programme.symbols import Status
from tests.reports.build import a_figure

Q2, Q3 = Quarter.parse("2024/25 Q2"), Quarter.parse("2024/25 Q3")


def issued(value, quarter=Q3, status=Status.FINAL):
    return a_figure("plans_issued", value, quarter=str(quarter), status=status)


def test_new_changed_and_withdrawn_figures_are_told_apart():
    new, changed, gone = (
        FigureChange(None, issued(4)),
        FigureChange(issued(4), issued(5)),
        FigureChange(issued(4, Q2), None),
    )
    foreseen = Foreseen((new, changed, gone), 0, {}, {})
    assert (foreseen.new, foreseen.changed, foreseen.withdrawn) == ((new,), (changed,), (gone,))
    assert foreseen.quarters == [Q2, Q3]


def test_only_what_readers_had_seen_is_restated():
    assert Foreseen((FigureChange(None, issued(4)),), 0, {}, {}).restated_quarters == []
    assert Foreseen((FigureChange(issued(4, Q2), None),), 0, {}, {}).restated_quarters == [Q2]


def test_a_figure_that_is_only_settled_keeps_its_value():
    draft = issued(4, status=Status.PROVISIONAL)
    assert FigureChange(draft, issued(4)).only_status
    assert not FigureChange(draft, issued(5)).only_status
    assert not FigureChange(None, issued(4)).only_status
