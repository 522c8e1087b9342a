from kpis.registry import registry
from programme.areas import KENT, NHS_KENT_AND_MEDWAY
from programme.period_figure import FigureKind
from programme.quarter import Quarter
from reports.progress.period_lines import in_no_kpi, lines_behind, parts_with_lines, period_lines
from tests.reports.build import a_figure
from tests.reports.periods import BAND, WAITING_MONTHS, months, progress_with, reported
from tests.store.returns.test_period_figures import WAITING

Q2, Q3 = Quarter(2024, 2), Quarter(2024, 3)
KPI = registry()["community_paediatrics_within_18_weeks"]
BANDS = months(BAND, {"2024-10": 140})


def values(lines):
    return [[each.value for each in line.figures] for line in lines]


def test_figures_of_one_kind_and_length_of_period_are_a_line():
    figures = (*reversed(WAITING_MONTHS), reported("2024-10"), reported("2023"), reported("2014"), *BANDS)
    found = period_lines(progress_with(*figures), Q3)
    assert {name: values(lines) for name, lines in found.items()} == {
        WAITING: [[7000, 7010, 7020]],
        "plans_within_20_weeks": [[41.5], [41.5, 41.5]],
        BAND: [[140]],
    }
    assert {line.kind for line in found["plans_within_20_weeks"]} == {FigureKind.REPORTED}


def test_what_was_reported_of_a_quarter_stands_in_the_kpis_own_line():
    assert period_lines(progress_with(reported("2024/25 Q2")), Q3) == {}
    assert list(period_lines(progress_with(reported("2024/25 Q2", measure="plans_issued")), Q3)) == ["plans_issued"]


def test_a_line_ends_with_the_quarter_and_with_the_newest_goes_on():
    progress = progress_with(*WAITING_MONTHS, *months(WAITING, {"2025-02": 7100}), facts=[a_figure("plans_issued", 100)])
    assert values(period_lines(progress, Q2)[WAITING]) == [[7000, 7010]]
    assert values(period_lines(progress, Q3)[WAITING]) == [[7000, 7010, 7020, 7100]]


def test_behind_a_kpi_are_its_counts_and_beside_them_the_parts_that_no_kpi_shows():
    progress = progress_with(*WAITING_MONTHS, *BANDS)
    assert values(lines_behind(progress, KPI, NHS_KENT_AND_MEDWAY, Q3)) == [[7000, 7010, 7020]]
    assert lines_behind(progress, KPI, KENT, Q3) == ()
    assert in_no_kpi(progress, Q3) == parts_with_lines(progress, KPI.formula.measures, Q3) == (BAND,)
    assert parts_with_lines(progress, ("requests_received",), Q3) == ()
