from programme.access import Role
from programme.hidden import Decided, Item, WhyHidden
from programme.impact import FigureChange, Foreseen
from programme.quarter import Quarter
from programme.symbols import Status
from reports.progress.impact import kpi_impact
from reports.progress.word_changes import word_changes
from reports.sentences.impact import MOST_ROWS, hiding_sentence, impact_summary
from tests.reports.build import a_figure
from tests.reports.progress.test_impact import issued


def foreseen(before, after, unchanged=0, *, changes=()):
    return Foreseen(tuple(changes), unchanged, before, after)


def summary(told, rows=0):
    return impact_summary(told, kpi_impact(told, Role.ANALYST), word_changes(told), rows)


def test_what_changes_is_counted_and_the_restated_quarters_are_named():
    before, after = issued(59), issued(60)
    (changed,) = [FigureChange(before[key], after[key]) for key in before if before[key] != after[key]]
    assert summary(foreseen(before, after, 1, changes=[changed])) == (
        "Figures: 0 new, 1 changed, 0 withdrawn, 1 unchanged. "
        "KPIs that would change somewhere: 1. Ratings that would change: 1. "
        "Figures that readers have seen would change in 2024/25 Q2."
    )


def test_figures_that_are_only_settled_are_counted_apart():
    draft, final = issued(59, status=Status.PROVISIONAL), issued(59)
    settled = [FigureChange(draft[key], final[key]) for key in final]
    moved = FigureChange(a_figure("plans_audited", 4), a_figure("plans_audited", "x"))
    said = summary(foreseen(draft, final, changes=[*settled, moved]))
    assert said.startswith("Figures: 0 new, 3 changed (2 of them only from provisional to final or back), 0 withdrawn")


def test_tables_that_are_cut_are_said_to_be():
    assert summary(foreseen({}, {}, 3)) == (
        "Figures: 0 new, 0 changed, 0 withdrawn, 3 unchanged. "
        "KPIs that would change somewhere: 0. Ratings that would change: 0. No figure already seen would change."
    )
    assert summary(foreseen({}, {}), MOST_ROWS + 1).endswith("The tables below list the first 200 lines.")


def test_what_would_be_hidden_is_counted_by_need_and_beside():
    item = Item("permanent_exclusions_send", "E07000105", Quarter.parse("2024/25 Q3"), 1)
    both = {item: WhyHidden.SMALL, item._replace(area="E07000106"): WhyHidden.BESIDE}
    assert hiding_sentence(Decided(2, both)) == (
        "Hidden from readers from then on: 2 more numbers, 1 for what it is itself, 1 because it would give another away."
    )
    assert hiding_sentence(Decided(2)) == "Nothing more would be hidden from readers."
    assert hiding_sentence(Decided(2, withheld="Plans issued, Kent, 2024/25 Q3")) == (
        "Readers would keep the state before this return, because of: Plans issued, Kent, 2024/25 Q3. "
        "Put that figure right, or ask who answers for it."
    )
