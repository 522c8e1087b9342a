"""A KPI before and after each event, as a table."""

from collections.abc import Iterable

import pandas as pd

from kpis.kpi import Kpi
from programme.moment import day_text
from reports.language.numbers import amount_text
from reports.progress.before_after import BeforeAfter, Side


def before_after_table(found: Iterable[BeforeAfter]) -> pd.DataFrame:
    """One row per event."""
    return pd.DataFrame(
        [
            {
                "What happened": each.event.event,
                "When": day_text(each.event.date),
                "Figure before": _figure(each.kpi, each.before),
                "Figure after": _figure(each.kpi, each.after),
                "Median of the year before": _median(each.kpi, each.before),
                "Median of the year after": _median(each.kpi, each.after),
            }
            for each in found
        ]
    )


def _figure(kpi: Kpi, side: Side | None) -> str:
    return f"{amount_text(kpi, side.value)} ({side.quarter})" if side else "no figure"


def _median(kpi: Kpi, side: Side | None) -> str:
    return f"{amount_text(kpi, side.median)} ({side.count} known)" if side else "no figure"
