"""Absence of pupils with plans."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.grounds import SCHOOL_CENSUS, own_return
from kpis.kpi import Example, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Absence of pupils with plans",
    short="Absence, pupils with plans",
    question="How much school do pupils with plans miss?",
    why="A child who is not there cannot be taught. Absence can say that the place or the help is not right.",
    numerator="School sessions (half days) missed by pupils with plans in the academic year",
    denominator="School sessions possible for the same pupils",
    formula=Share(of="sessions_missed_ehcp", out_of="sessions_possible_ehcp"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.5,
    least_change_basis="illustrative: half a percentage point, about a day of absence in a school year",
    rated_from=1000,
    basis=annual("academic", reported_in=3),
    weaknesses=(5, 9),
    targets=(Target(since="2019/20 Q3", value=9, floor=11, basis="illustrative; England 8.6% in 2018/19, to be confirmed"),),
    source="Quarterly return, workstream 2, in October to December for the academic year before",
    caution="Reported once a year and carried forward in the quarters between. Illness and hospital appointments count "
    "as absence, and some children with plans have many of both. 2019/20 was cut short by Covid. Kent 9.98% in 2018/19, "
    "14.0% in 2022/23.",
    tier="headline",
    tier_reason="A child who is not in school gets nothing that the plan promises: weaknesses 5 and 9.",
    grounds=(
        SCHOOL_CENSUS,
        own_return(2),
    ),
    written_by="Education performance analyst",
    checked_by="Principal education adviser",
    next_review=date(2027, 1, 31),
    examples=(
        Example({"sessions_missed_ehcp": 700000, "sessions_possible_ehcp": 5000000}, gives=14.0),
        Example(
            {"sessions_missed_ehcp": "z", "sessions_possible_ehcp": "z"}, gives=Reason.NOT_APPLICABLE, quarter="2020/21 Q3"
        ),
        Example({"sessions_missed_ehcp": 700000}, gives=Reason.NOT_RETURNED),
        Example({"sessions_missed_ehcp": 700000, "sessions_possible_ehcp": 5000000}, gives=14.0, quarter="2024/25 Q2"),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q1"),
    ),
)
