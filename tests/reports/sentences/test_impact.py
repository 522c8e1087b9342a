from dataclasses import dataclass, field

from programme.symbols import Status
from reports.progress.impact import kpi_impact
from reports.sentences.impact import MOST_ROWS, impact_summary
from tests.reports.build import a_figure
from tests.reports.progress.test_impact import NOW, issued


@dataclass
class Pair:
    old: object
    new: object


@dataclass
class Foreseen:
    before: dict
    after: dict
    unchanged: int = 0
    new: list = field(default_factory=list)
    changed: list = field(default_factory=list)
    withdrawn: list = field(default_factory=list)
    restated_quarters: list = field(default_factory=list)

    @property
    def changes(self):
        return [*self.new, *self.changed, *self.withdrawn]


def summary(foreseen, rows=0):
    return impact_summary(foreseen, kpi_impact(foreseen.before, foreseen.after), rows)


def test_what_changes_is_counted_and_the_restated_quarters_are_named():
    before, after = issued(59), issued(60)
    (changed,) = [Pair(before[key], after[key]) for key in before if before[key] != after[key]]
    assert summary(Foreseen(before, after, 1, changed=[changed], restated_quarters=[NOW])) == (
        "Figures: 0 new, 1 changed, 0 withdrawn, 1 unchanged. "
        "KPIs that would change somewhere: 1. Ratings that would change: 1. "
        "Figures that readers have seen would change in 2024/25 Q2."
    )


def test_figures_that_are_only_settled_are_counted_apart():
    draft, final = issued(59, status=Status.PROVISIONAL), issued(59)
    settled = [Pair(draft[key], final[key]) for key in final]
    moved = Pair(a_figure("plans_audited", 4), a_figure("plans_audited", "x"))
    said = summary(Foreseen(draft, final, changed=[*settled, moved]))
    assert said.startswith("Figures: 0 new, 3 changed (2 of them only from provisional to final or back), 0 withdrawn")


def test_tables_that_are_cut_are_said_to_be():
    assert summary(Foreseen({}, {}, 3)) == (
        "Figures: 0 new, 0 changed, 0 withdrawn, 3 unchanged. "
        "KPIs that would change somewhere: 0. Ratings that would change: 0. No figure already seen would change."
    )
    assert summary(Foreseen({}, {}), MOST_ROWS + 1).endswith("The tables below list the first 200 lines.")
