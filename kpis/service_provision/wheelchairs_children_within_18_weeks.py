"""Wheelchairs: children equipped within 18 weeks of referral."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Wheelchairs: children equipped within 18 weeks of referral",
    short="Children's wheelchairs in 18 weeks",
    question="Of the children whose wheelchair came, how many had it within 18 weeks of being referred?",
    why="A growing child without the right chair is in pain, or at home. Inspectors named this service.",
    numerator="Children whose episode of care was closed in the quarter with equipment delivered within 18 weeks of "
    "referral",
    denominator="Children whose episode of care was closed in the quarter with equipment delivered",
    formula=Share(of="wheelchair_children_within_18_weeks", out_of="wheelchair_children_equipped"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=3,
    least_change_basis="illustrative: three percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(Target(since="2025/26 Q1", value=92, floor=80, basis="national standard 92%; floor illustrative"),),
    source="Quarterly return, workstream 5, from NHS Kent and Medway; NHS England publishes it each quarter for each ICB, "
    "which is not held here",
    supersedes="wheelchairs_within_18_weeks",
    since="2025/26 Q1",
    caution="The NHS area includes Medway, so it is not Kent alone. It counts children, as the national collection does: "
    "one with two deliveries counts once. Children still waiting are not in it. Numbers are small enough for one "
    "supplier's delay to move it. The national collection was suspended from January 2020 to June 2021.",
    tier="supporting",
    tier_reason="Few children; the larger lists are on the first pages.",
    grounds=(
        Ground("return", "NHS England, National Wheelchair Data Collection", "quarterly since 2019/20 Q1"),
        Ground("guidance", "NHS England, Wheelchair Data Collection Guidance 1.3, questions 3(a) and (b)", "undated"),
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example(
            {"wheelchair_children_within_18_weeks": 102, "wheelchair_children_equipped": 120},
            gives=85.0,
            quarter="2025/26 Q1",
        ),
        Example(
            {"wheelchair_children_within_18_weeks": 0, "wheelchair_children_equipped": 0},
            gives=Reason.ZERO_DENOMINATOR,
            quarter="2025/26 Q1",
        ),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2024/25 Q3"),
    ),
)
