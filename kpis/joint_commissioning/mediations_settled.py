"""Mediations after which no appeal followed."""

from datetime import date

from kpis.basis import R12M
from kpis.formulas import Share
from kpis.grounds import own_return
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Mediations that settled the matter, rolling 12 months",
    short="Mediations that settled it",
    question="Of the mediations that were held with families, how many were not followed by an appeal?",
    why="A disagreement that ends at a table is months shorter than one that ends at a tribunal.",
    numerator="Mediations held over 12 months after which the family registered no appeal within two months",
    denominator="Mediations held with families over the same 12 months",
    formula=Share(of="mediations_settled", out_of="mediations_held"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=5,
    least_change_basis="illustrative: five percentage points",
    rated_from=10,
    basis=R12M,
    weaknesses=(1,),
    targets=(Target(since="2019/20 Q4", value=80, floor=65, basis="illustrative"),),
    source="Quarterly return, workstream 4, from the mediation service",
    companions=("tribunal_appeal_rate",),
    caution="No appeal is not the same as agreement: a family may have had no strength left. A mediation held in the "
    "last weeks of a quarter can still be followed by an appeal, and is then corrected in the next return. Many families "
    "go to the tribunal with a certificate and without a mediation, and are not in it. The DfE publishes mediation and "
    "tribunal cases by the step that was disputed, which are not held here.",
    tier="supporting",
    tier_reason="Few cases; the appeal rate is on the first pages.",
    grounds=(
        Ground(
            "return",
            "DfE, Education, health and care plans, 2025 release, requests.csv and assessments.csv: mediation and "
            "tribunal cases; whether one counts the same cases as ours is to be confirmed",
            "June 2025",
        ),
        own_return(4),
    ),
    written_by="Programme office analyst",
    checked_by="Head of management information",
    next_review=date(2027, 5, 1),
    examples=(
        Example({"mediations_settled": (24, 30, 32, 34), "mediations_held": (32, 38, 40, 40)}, gives=80.0),
        Example(
            {"mediations_settled": (24, 30, 32, "c"), "mediations_held": (32, 38, 40, 40)}, gives=Reason.PERIOD_INCOMPLETE
        ),
        Example({"mediations_settled": (24, 30, 32), "mediations_held": (32, 38, 40)}, gives=Reason.PERIOD_INCOMPLETE),
    ),
)
