"""Speech and language therapy: children waiting 18 weeks or less."""

from datetime import date

from kpis.basis import MS
from kpis.formulas import Share
from kpis.grounds import COMMUNITY_WAITS, CONSTITUTION, MEDIUM_TERM_PLANNING
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason
from programme.areas import NHS_KENT_AND_MEDWAY

KPI = Kpi(
    module=__name__,
    title="Speech and language therapy: children waiting 18 weeks or less",
    short="Speech therapy in 18 weeks",
    question="Of the children waiting for speech and language therapy, how many have waited 18 weeks or less?",
    why="A child who cannot make themselves understood falls behind in everything else. Inspectors named these waits "
    "unacceptable.",
    numerator="Children on the waiting list who have waited 18 weeks or less",
    denominator="Children on the waiting list on the last day of the quarter",
    formula=Share(of="speech_and_language_waiting_within_18_weeks", out_of="speech_and_language_waiting"),
    unit="percent",
    decimals=1,
    better="higher",
    least_change=1,
    least_change_basis="illustrative: one percentage point",
    rated_from=10,
    basis=MS,
    weaknesses=(8,),
    areas=(NHS_KENT_AND_MEDWAY,),
    targets=(
        Target(
            since="2019/20 Q3",
            value=92,
            floor=75,
            basis="illustrative; 92% is the standard for consultant-led treatment, which this is not",
        ),
    ),
    source="Quarterly return, workstream 5, from NHS Kent and Medway",
    caution="The NHS area includes Medway, so it is not Kent alone. It looks at those still waiting, not at those seen, "
    "and a share says nothing of how many wait or how long the longest has waited. NHS England publishes the "
    "reverse, the share waiting over 18 weeks: take that from 100 to compare.",
    tier="headline",
    tier_reason="The therapy that most plans name: weakness 8.",
    grounds=(
        CONSTITUTION,
        MEDIUM_TERM_PLANNING,
        COMMUNITY_WAITS,
    ),
    written_by="NHS children's services analyst",
    checked_by="NHS head of performance",
    next_review=date(2027, 4, 30),
    examples=(
        Example({"speech_and_language_waiting_within_18_weeks": 1104, "speech_and_language_waiting": 1200}, gives=92.0),
        Example(
            {"speech_and_language_waiting_within_18_weeks": 0, "speech_and_language_waiting": 0},
            gives=Reason.ZERO_DENOMINATOR,
        ),
        Example(
            {"speech_and_language_waiting_within_18_weeks": "x", "speech_and_language_waiting": 1200},
            gives=Reason.NOT_AVAILABLE,
        ),
        Example({"speech_and_language_waiting": 1200}, gives=Reason.NOT_RETURNED),
    ),
)
