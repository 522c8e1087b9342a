"""16 and 17 year olds with SEND in education or training."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.grounds import LAIT
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason
from programme.areas import DISTRICTS, KENT

KPI = Kpi(
    module=__name__,
    title="16 and 17 year olds with SEND in education or training",
    short="In education at 16 and 17",
    question="How many 16 and 17 year olds with SEND are known to be in education or training?",
    why="A young person who drops out at 16 is hard to find again. The law asks all to stay in learning until 18.",
    numerator="16 and 17 year olds with SEND known to be in education or training",
    denominator="16 and 17 year olds with SEND",
    formula=Share(of="send_16_17_participating", out_of="send_16_17"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=10,
    basis=Q,
    weaknesses=(5, 9),
    areas=(KENT, *DISTRICTS),
    targets=(Target(since="2019/20 Q3", value=90, floor=86, basis="illustrative"),),
    source="Quarterly return, workstream 2; the DfE publishes a yearly share, taken as the position in March (to be "
    "confirmed)",
    published="send_16_17_in_education_or_training",
    seasonal=True,
    caution="Those whose activity is not known count as not taking part, so poor tracking looks like poor participation: "
    "look at how many are not known, which the return gives beside it. Every September the not known jump until colleges "
    "have enrolled, so compare with the same quarter last year.",
    tier="supporting",
    tier_reason="High already, and moved most by how well young people are traced.",
    grounds=(
        Ground(
            "return", "Client caseload information system: participation of 16 and 17 year olds", "monthly", confirmed=False
        ),
        LAIT,
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"send_16_17_participating": 3600, "send_16_17": 4000}, gives=90.0),
        Example({"send_16_17_participating": 0, "send_16_17": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"send_16_17_participating": "c", "send_16_17": 300}, gives=Reason.SUPPRESSED),
        Example({"send_16_17": 4000}, gives=Reason.NOT_RETURNED),
    ),
)
