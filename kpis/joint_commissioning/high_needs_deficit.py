"""Cumulative deficit on the schools grant as a share of income."""

from datetime import date

from kpis.basis import annual
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Dedicated Schools Grant: deficit built up, as a share of the year's grant",
    short="Schools grant deficit",
    question="How large is the overspending on the Dedicated Schools Grant that has built up, compared with a year's grant?",
    why="Money owed from past years is taken from the help of future ones, and limits what the board can decide.",
    numerator="Dedicated Schools Grant: deficit built up by the end of the financial year, in thousand pounds",
    denominator="Dedicated Schools Grant in the same financial year, before recoupment for academies, in thousand pounds",
    formula=Share(of="dsg_deficit_thousand_pounds", out_of="dsg_income_thousand_pounds"),
    unit="percent",
    decimals=1,
    better="lower",
    least_change=0.5,
    least_change_basis="illustrative: half a percentage point of the schools grant",
    rated_from=1,
    basis=annual("financial", reported_in=4),
    weaknesses=(4, 7),
    targets=(Target(since="2019/20 Q4", value=2, floor=5, basis="illustrative"),),
    source="Quarterly return, workstream 4, in the last quarter of the financial year only, from the statement of accounts",
    caution="Reported once a year and carried forward in the quarters between. A figure below zero is a surplus; the "
    "DfE prints it the other way round, a deficit as negative (to be confirmed). Until the end of 2027/28 a "
    "statutory override keeps the deficit out of the council's general fund. It can fall because grant or "
    "outside support came in, not because children are better served; and it can be lowered by refusing help. "
    "1.76% in 2019/20, 3.90% in 2020/21, 6.83% in 2021/22.",
    tier="headline",
    tier_reason="It limits everything else that can be decided: weaknesses 4 and 7.",
    grounds=(
        Ground(
            "return", "Statement of accounts: Dedicated Schools Grant, deployment and reserve", "yearly", confirmed=False
        ),
        Ground(
            "guidance",
            "Dedicated Schools Grant safety valve agreement for Kent, 2022 to 2023",
            "listed by DfE 21 March 2024; text not read",
            confirmed=False,
        ),
    ),
    written_by="Education finance analyst",
    checked_by="Head of finance",
    next_review=date(2027, 7, 31),
    examples=(
        Example({"dsg_deficit_thousand_pounds": 51000, "dsg_income_thousand_pounds": 1500000}, gives=3.4),
        Example({"dsg_deficit_thousand_pounds": -3000, "dsg_income_thousand_pounds": 1500000}, gives=-0.2),
        Example({"dsg_deficit_thousand_pounds": 51000, "dsg_income_thousand_pounds": 0}, gives=Reason.ZERO_DENOMINATOR),
        Example({"dsg_deficit_thousand_pounds": "x", "dsg_income_thousand_pounds": 1500000}, gives=Reason.NOT_AVAILABLE),
        Example({}, gives=Reason.NOT_COLLECTED_YET, quarter="2019/20 Q3"),
    ),
)
