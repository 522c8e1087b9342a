"""Pupils on SEN support, of all pupils."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import PublishedValue
from kpis.grounds import LAIT
from kpis.kpi import Example, Kpi
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Pupils on SEN support, of all pupils",
    short="Pupils on SEN support",
    question="Of all pupils in Kent schools, how many are on SEN support?",
    why="It is the size of the task, and shows whether more children are found or more are left to plans.",
    numerator="Pupils on SEN support at the January census",
    denominator="All pupils at the January census",
    formula=PublishedValue(series="pupils_on_sen_support"),
    unit="percent",
    decimals=1,
    better=None,
    basis=annual("academic", reported_in=1),
    weaknesses=(2,),
    rated_from=0,
    source="DfE, Special educational needs in England; published value only: no return carries it",
    published="pupils_on_sen_support",
    caution="Out in June for January of the same year, and carried forward in the quarters between. It counts pupils "
    "in schools in Kent, wherever they live, and nobody over school age: plans in place are more. Neither high "
    "nor low is good in itself, so it is not rated.",
    tier="supporting",
    tier_reason="It has no better direction.",
    grounds=(LAIT,),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 7, 31),
    examples=(
        Example({"pupils_on_sen_support": 5.8}, gives=5.8, quarter="2025/26 Q1"),
        Example({}, gives=Reason.NOT_PUBLISHED),
    ),
)
