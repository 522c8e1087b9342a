"""Educational psychology posts that are vacant."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Latest
from kpis.grounds import own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Educational psychology posts vacant",
    short="Psychology posts vacant",
    question="How many of the council's educational psychology posts are vacant?",
    why="Every assessment needs a psychologist's advice. Where posts are empty, assessments wait for it.",
    numerator="Educational psychology posts without a permanent or fixed-term holder on the last day of the quarter, as "
    "a percentage of posts",
    denominator="",
    formula=Latest("educational_psychology_posts_vacant"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=2,
    least_change_basis="illustrative: two percentage points, about one post in fifty",
    rated_from=0,
    basis=MS,
    weaknesses=(6,),
    targets=(Target(since="2019/20 Q3", value=10, floor=20, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    companions=("educational_psychology_advice_in_6_weeks",),
    caution="It is returned as a percentage, so the number of posts behind it is not known here, and cutting an empty "
    "post lowers it without a psychologist more. Associates and agency staff do the work of some vacant posts and are "
    "not in it. Trainees count as holders (to be confirmed with the service).",
    tier="supporting",
    tier_reason="Capacity: it explains late advice and is not itself an outcome.",
    grounds=(own_return(3),),
    written_by="Workforce analyst",
    checked_by="Head of management information",
    next_review=date(2027, 6, 1),
    examples=(
        Example({"educational_psychology_posts_vacant": 22.6}, gives=22.6),
        Example({"educational_psychology_posts_vacant": 0}, gives=0.0),
        Example({"educational_psychology_posts_vacant": "x"}, gives=Reason.NOT_AVAILABLE),
    ),
)
