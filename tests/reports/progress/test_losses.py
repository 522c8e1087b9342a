from programme.areas import DISTRICTS
from programme.quarter import Quarter
from reports.progress.losses import Loss, LossLevel, losses
from tests.reports.build import a_figure, progress_of

EXCLUSIONS = "permanent_exclusions_send"


def test_each_level_counts_its_figures_and_those_that_readers_do_not_see():
    counts = [3] + [9] * 11
    figures = [a_figure(EXCLUSIONS, count, area=area) for area, count in zip(DISTRICTS, counts, strict=True)]
    found = losses(progress_of(a_figure(EXCLUSIONS, 102), *figures), Quarter.parse("2024/25 Q3"))
    assert found == {LossLevel.WHOLE: Loss(1, 0), LossLevel.QUARTER: Loss(12, 2), LossLevel.YEAR: Loss(0, 0)}
    assert (found[LossLevel.QUARTER].seen, found[LossLevel.YEAR].seen) == (100 * (1 - 2 / 12), 100)
