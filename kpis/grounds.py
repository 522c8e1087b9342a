"""The regulations, guidance and returns that several definitions stand on, each written once."""

from kpis.kpi import Ground


def send_regulation(provision: str, *, confirmed: bool = True) -> Ground:
    """One provision of the regulations about EHC needs assessments and plans: `13(2)`."""
    title = f"Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), regulation {provision}"
    return Ground("regulation", title, "4 June 2014", confirmed)


def own_return(workstream: int) -> Ground:
    """The programme's own form, where nothing outside it says how to count."""
    return Ground("return", f"Quarterly return of the programme, workstream {workstream}", "first due for 2019/20 Q1")


SEN2_BREAK = (
    "in the published figures: DfE's SEN2 return changes from totals to one record per person; whether the council's "
    "own returns changed with it is to be confirmed"
)
"""Why the published series about plans break: in 2021/22 Q4 for what is counted over calendar 2022, in 2022/23 Q3 for
what is counted at the January census of 2023, which is shown with the quarter that ends before it."""

COVID_REGULATIONS = Ground(
    "regulation",
    "Special Educational Needs and Disability (Coronavirus) (Amendment) Regulations 2020, in force from 1 May to "
    "25 September 2020",
    "DfE's guidance on them, updated 26 August 2020",
)
DEVON_JUDGMENT = Ground(
    "guidance", "R (L, M and P) v Devon County Council [2022] EWHC 493 (Admin), as IPSEA reports it", "8 March 2022"
)
SEN2 = Ground(
    "return",
    "SEN2, the yearly return on education, health and care plans; one record per person since the January 2023 census",
    "DfE's methodology, updated for the 2024 publication",
)
SEN2_2025 = Ground("return", "DfE, Education, health and care plans, 2025 release, data files", "June 2025")
APPEAL_RATE = Ground(
    "return",
    "Ministry of Justice, appeal rate to the SEND Tribunal based on total appealable decisions, tables SEND_1 and "
    "SEND_2, note 1",
    "2014 to 2022, published June 2023",
)
SCHOOL_CENSUS = Ground(
    "return", "School census: absence, suspensions and permanent exclusions", "each term", confirmed=False
)
LAIT = Ground("return", "DfE, Local Authority Interactive Tool", "data of April 2026")
CONSTITUTION = Ground(
    "guidance",
    "NHS Constitution: consultant-led treatment within 18 weeks, 92% of those waiting; it does not cover this service",
    "Public Accounts Committee, NHS waiting times, 2019",
)
MEDIUM_TERM_PLANNING = Ground(
    "guidance",
    "NHS England, Medium Term Planning Framework: 80% of community health services within 18 weeks by 2028/29, as "
    "reported by the press",
    "24 October 2025",
    confirmed=False,
)
COMMUNITY_WAITS = Ground(
    "return", "NHS England, Community health services waiting lists", "monthly; the page read, not the guidance"
)
EARLY_YEARS = Ground("guidance", "Early years foundation stage profile handbook", "yearly", confirmed=False)
KEY_STAGE_2 = Ground("guidance", "Key stage 2 assessment and reporting arrangements", "yearly", confirmed=False)
ATTAINMENT_8 = Ground(
    "guidance",
    "DfE, Progress 8 and Attainment 8, as AQA reports it: up to eight qualifications, English and maths counted twice",
    "2016 onwards",
    confirmed=False,
)
EXCLUSION_GUIDANCE = Ground(
    "guidance",
    "DfE, Suspension and permanent exclusion from maintained schools, academies and pupil referral units in England",
    "September 2022",
    confirmed=False,
)
ATTENDANCE_GUIDANCE = Ground(
    "guidance", "DfE, Working together to improve school attendance", "2022, as councils quote it", confirmed=False
)
