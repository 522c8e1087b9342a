"""What the documents of the programme ask for can be pointed at: every field of the record stands on a page."""

import pytest

from tests.pages.looking import go, words

NOW, THEN = "2024/25 Q3", "2021/22 Q3"

STRATEGY = {
    "due from": "Decision maker Cabinet Member for Integrated Children's Services",
    "lead member": "Lead member Cabinet Member for Education and Skills",
    "why it is key": "Key decision yes Reason key Expenditure or savings over £1m",
    "divisions": "Divisions affected All",
    "notice": "Notice date 4 February 2021 Not before 5 March 2021, 29 days after the notice",
    "status": "Status recommendations approved",
    "what it builds on": "Builds on the strategy of 2017; measured through the indicators of the improvement programme",
    "options": "Options considered None: the previous strategy had expired",
    "implications": "Financial implications Within the budget plan Legal implications None Equality implications An",
    "a KPI": "KPI: People taking part in co-production activities",
    "an action": "Action: WSOA-1.06 Co-produce the SEND strategy 2021 to 2024",
    "a weakness": "Weakness 9: Reviewing outcomes",
    "a risk": "Risk: R-04 Requests for assessment grow faster than capacity",
    "the illustrative ones": "ILL-24/03 Joint equipment service",
}
WORKSTREAM = {
    "desired outcome": "Desired outcome to be confirmed against the Written Statement",
    "milestones": "WSOA-M1.1 Co-production charter adopted (illustrative) 30 June 2020 reached 19 March 2021, 262 days late",
    "progress before": "Progress before submission Parents were invited to a questionnaire",
    "timescale": "Timescale From 1 October 2019 to 20 April 2022; next due 20 April 2022: WSOA-1.05",
    "accountable bodies and partners": "Director of SEND Kent PACT (parent carer forum) 12",
}
DOCUMENTS = {
    "strengths": "Strengths that inspectors found Letter of Strength Known from How far it is confirmed 29 March 2019 to be",
    "a plan": "Written Statement of Action plan 18 September 2019 (day of its clearance for publication) https://www.kent.gov.uk/",
    "self-evaluation": "Self-evaluation of the local area self-evaluation before the revisit of September 2022",
    "repositioning": "Repositioning statement self-evaluation before the revisit of September 2022; day to be confirmed",
    "who was spoken with": "9 November 2022 Representatives of the parent carer forum (Kent PACT) revisit letter",
}
VOICES = {
    "the first heading": "You said we need to listen more You said:",
    "the second": "Mainstream schools including children",
    "the third": "Systems, processes and quality of EHC plans",
    "the fourth": "Waiting times, funding of local health services, trained staff You said:",
    "a quotation and its role": "Parent in an engagement group (Improvements to the SEND service, November 2021 update",
    "kind of activity and teams": "meet the professionals · Parents in every district · teams met: Transport, Specialist",
    "the published total": "July to November 2021 published total 221 2,466 2021/22 Q3 2 entries 18 438",
}
FUNCTIONS = {
    "assessment": "Statutory assessment : Decides requests, gathers advice and issues new plans (redesign of 2022",
    "placements": "Placements : Finds and agrees the school or college that a plan names",
    "maintaining": "Maintaining plans : Annual review, phase transfer and the day to day of plans in place",
    "settings": "Support to settings : Support and guidance to schools and settings: early identification, prevention",
    "contact": "Single point of contact : Every enquiry is tracked, monitored and resolved in time",
    "quality": "Practice and quality : Practice standards and quality assurance",
    "its KPIs and actions": "KPIs Audited plans judged good 72% ● Green",
    "an action of it": "APP-6.09 Audit plans every month with parents and partners : ✔ Blue",
}
ACTION = {
    "headline area": "Headline area Focus on the child Function Practice and quality",
    "the four": "New leadership Focus on the child Improved parent experience Provision in mainstream schools",
}
ENDED = {
    "open when it ended": "of the 9 that were open: 6 carried on, 1 finished afterwards and 1 everyday work",
    "where one went": "carried on in APP-6.01 : The backlog is cleared under the new plan (illustrative)",
    "the number is illustrative": "The number returned here is 60; the plan's own number of actions is to be confirmed",
    "the window": "12 to 18 months after approval: they came on 27 September 2022, 558 days after the window had closed",
}


@pytest.mark.parametrize(
    ("thing", "choices", "fields"),
    [
        ("decisions", {"quarter": NOW}, STRATEGY),
        ("workstream", {"workstream": "1", "quarter": THEN}, WORKSTREAM),
        ("plan", {"tab": "Documents", "quarter": NOW}, DOCUMENTS),
        ("voices", {"quarter": THEN}, VOICES),
        ("delivery", {"quarter": NOW}, FUNCTIONS),
        ("actions", {"quarter": NOW, "action": "APP-6.09"}, ACTION),
        ("plan", {"tab": "The plan before", "quarter": NOW}, ENDED),
        ("actions", {"quarter": THEN}, {"its countdown then": "the window closed 288 days ago, and they had not come"}),
        ("weakness", {"weakness": "1", "quarter": THEN}, {"no judgement yet": "No judgement had been made since."}),
        ("weakness", {"weakness": "1", "quarter": NOW}, {"with its day": "9 November 2022, Ofsted and CQC: not sufficient"}),
    ],
)
def test_every_field_of_the_record_stands_on_a_page(app, thing, choices, fields):
    told = " ".join(words(go(app, thing, **choices)).split())
    assert {field: part for field, part in fields.items() if part.casefold() not in told.casefold()} == {}


def test_nothing_contradicts_the_redesign(app):
    told = words(go(app, "decisions", quarter=NOW))
    assert not [line for line in told.splitlines() if "redesign" in line.casefold() and "withdrawn" in line.casefold()]
