"""How long it takes to work out and judge every KPI: python benchmarks/judgement.py, from the project's folder."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.timing import RUNS
from kpis.evaluate import KpiResult, evaluate
from kpis.evidence import Evidence, facts_of
from kpis.kpi import Kpi
from kpis.movement import movement
from kpis.outcome import Known
from kpis.rating import rate
from kpis.registry import registry
from kpis.verdict import verdict
from programme.areas import DISTRICTS, KENT, PROGRAMME_AREAS, Area
from programme.figure import Figure, Source
from programme.measures import measures
from programme.published import published_figures
from programme.quarter import Quarter

QUARTERS = Quarter.parse("2019/20 Q1").to(Quarter.parse("2024/25 Q3"))
AREAS = (KENT, *DISTRICTS)
SEED = 1


def random_evidence() -> Evidence:
    """One value for every measure, area and quarter, the same on every run."""
    chance = random.Random(SEED)
    figures = [
        Figure(measure, area, quarter, chance.randint(1, 500), None, Source("benchmark", "Figures", "D2"))
        for measure in measures()
        for area in PROGRAMME_AREAS
        for quarter in QUARTERS
    ]
    return Evidence(facts_of(figures), published_figures())


def series_of(kpi: Kpi, area: Area, evidence: Evidence) -> list[KpiResult]:
    """Every quarter's result. An area the KPI is not returned for is worked out for its first area instead."""
    where = area if area in kpi.areas else kpi.areas[0]
    return [evaluate(kpi, where, quarter, evidence) for quarter in QUARTERS]


def everything_said(results: list[KpiResult]) -> Iterator[object]:
    """Every judgement there is on one series: ratings, the verdict and the movement."""
    kpi, newest = results[-1].kpi, results[-1]
    yield from map(rate, results)
    seen = {each.reported: each.outcome if isinstance(each.outcome, Known) else None for each in results}
    said = verdict(kpi, newest.area, seen, rate(newest).target)
    yield said
    yield movement(kpi, newest.area, seen, rate(newest).target, said.step)


def seconds(kpis: list[Kpi], areas: tuple[Area, ...], evidence: Evidence) -> tuple[float, float]:
    """Seconds to work out, and seconds to judge."""
    start = perf_counter()
    worked_out = [series_of(kpi, area, evidence) for kpi in kpis for area in areas]
    middle = perf_counter()
    for results in worked_out:
        list(everything_said(results))
    return middle - start, perf_counter() - middle


def main() -> None:
    """Print both figures of the requirement, the best of three runs, as a share of what is allowed."""
    evidence, kpis = random_evidence(), list(registry().values())
    for name, chosen, areas, allowed in (
        ("everything", kpis, AREAS, 1.0),
        ("one page, workstream 3", [kpi for kpi in kpis if kpi.workstream == 3], (KENT,), 0.05),
    ):
        work, judging = min((seconds(chosen, areas, evidence) for _ in range(RUNS)), key=sum)
        size = f"{len(chosen)} KPIs x {len(areas)} areas x {len(QUARTERS)} quarters"
        print(f"{name}: {size}: {work + judging:.3f} s, {(work + judging) / allowed:.0%} of the {allowed} s allowed")
        print(f"    worked out {work:.3f} s, judged {judging:.3f} s, {judging / work:.1f} times as long")


if __name__ == "__main__":
    main()
