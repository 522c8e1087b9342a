from kpis.registry import registry
from programme.areas import DISTRICTS
from reports.progress.districts import districts
from reports.progress.readings import Progress
from reports.sentences.districts import districts_alternative
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS
from tests.reports.progress.test_districts import share_figures


def found(figures, kpi=PLANS):
    return districts(Progress(records_of(*figures)), registry()[kpi], NOW)


def test_the_chart_in_words_best_first():
    said = districts_alternative(found(share_figures([50] * 11 + [90])))
    assert said.startswith(
        f"Plans issued within 20 weeks, districts in 2024/25 Q3, best first: {DISTRICTS[11].name} 90.0% "
        "(by chance 44.0% to 63.0%; more than chance); "
    )
