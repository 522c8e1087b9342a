from dataclasses import replace

import pytest

from programme.access import Role
from programme.quarter import Quarter
from programme.sheets.actions import actions_in
from programme.sheets.assessments import assessments_in
from programme.sheets.commentary import commentary_in
from programme.sheets.decisions import decisions_in
from programme.sheets.participation import participation_in
from programme.sheets.risks import risks_in
from programme.sheets.summary import SUMMARY, summary_in
from record.logs import Logs
from reports.progress.readings import Progress
from reports.progress.search import find, searches_instead
from tests.programme.rows import rows
from tests.reports.acting import progress_on
from tests.reports.build import records_of
from tests.reports.letters import EVERY_LETTER
from tests.reports.lines import NOW, PLANS, count, plans

PROGRESS = progress_on(
    Logs(
        actions=tuple(
            actions_in(
                rows("Actions", {"Ref": "APP-8.01", "Action": "Cut speech therapy waits", "Lead role": "Therapy lead"})
            )
        ),
        decisions=tuple(
            decisions_in(rows("Decisions", {"Reference": "21/00019", "Title": "SEND Strategy", "Status": "taken"}))
        ),
        participation=tuple(
            participation_in(rows("Participation", {"You said": "Nobody rang us back", "We did": "One number to ring"}))
        ),
        risks=tuple(risks_in(rows("Risks", {"Ref": "R-01", "Risk": "Too few therapists", "Owner role": "Therapy lead"}))),
    )
)


def found(text):
    return [(hit.kind, hit.title) for hit in find(text, PROGRESS, NOW)]


def test_one_search_over_kpis_actions_and_the_glossary():
    assert found("speech therapy") == [
        ("KPI", "Speech and language therapy: children waiting more than a year"),
        ("KPI", "Speech and language therapy: children waiting, as published"),
        ("KPI", "Speech and language therapy: children waiting 18 weeks or less"),
        ("Glossary", "SALT (Speech and language therapy)"),
        ("Action", "APP-8.01: Cut speech therapy waits"),
    ]


def test_decisions_and_risks_are_found_by_ref_and_by_role():
    assert found("21/00019") == [
        ("Decision", "21/00019: SEND Strategy"),
        ("Document", "Decision 21/00019, SEND Strategy 2021 to 2024"),
    ]
    assert ("Risk", "R-01: Too few therapists") in found("therapy lead")


def test_what_parents_said_is_found_and_leads_to_the_voices():
    (hit,) = find("nobody rang", PROGRESS, NOW)
    assert (hit.kind, hit.title, hit.page) == ("Voice", "Nobody rang us back", "participation")


def test_a_decision_of_a_later_quarter_is_not_found_yet():
    assert [hit for hit in find("21/00019", PROGRESS, NOW - 1) if hit.kind == "Decision"] == []


def test_every_word_must_be_there_whatever_its_capitals():
    assert found("SPEECH zebra") == []
    assert found("  ") == []


@pytest.mark.parametrize("text", ["APP–8.01", "app\u20118.01", "\u200eAPP-8.01", "“APP-8.01”"])
def test_a_ref_is_found_however_it_was_pasted(text):
    assert ("Action", "APP-8.01: Cut speech therapy waits") in found(text)


def test_a_hit_in_the_title_comes_before_one_in_the_text():
    titles = ["tribunal" in title.casefold() for _, title in found("tribunal")]
    assert titles == sorted(titles, reverse=True)
    assert titles[0]
    assert not titles[-1]


def test_every_hit_knows_the_page_that_shows_it():
    *_, kpi, term, action = find("speech therapy", PROGRESS, NOW)
    assert (kpi.page, kpi.choices) == ("kpi", {"kpi": "speech_and_language_within_18_weeks"})
    assert (term.page, term.choices) == ("glossary", {"term": "SALT"})
    assert (action.page, action.choices) == ("actions", {"action": "APP-8.01", "at": "APP-8.01"})


def test_a_misspelt_word_is_answered_with_the_nearest():
    assert searches_instead("tribunnal", PROGRESS, NOW) == ["tribunal"]
    assert searches_instead("qqqqqqqq", PROGRESS, NOW) == []


def test_a_word_that_stands_nowhere_is_left_out_and_small_words_are_not_offered():
    assert searches_instead("tribunal qqqqqqqq", PROGRESS, NOW) == ["tribunal"]
    offered = searches_instead("compliants that than", PROGRESS, NOW)
    assert offered and {"that", "than", "to", "of"}.isdisjoint(offered)
    assert all(find(each, PROGRESS, NOW) for each in offered)


def test_words_that_never_stand_together_are_searched_for_one_by_one():
    assert searches_instead("tribunal wheelchairs", PROGRESS, NOW) == ["tribunal", "wheelchairs"]


def test_documents_are_found_once_they_existed_and_lead_to_their_row():
    (hit,) = [hit for hit in find("written statement of action plan on a page", PROGRESS, NOW) if hit.kind == "Document"]
    assert (hit.title, hit.page, hit.choices) == (
        "Written Statement of Action", "documents", {"at": "written-statement-of-action"},
    )  # fmt: skip
    assert not [hit for hit in find("improvement notice", PROGRESS, Quarter.parse("2019/20 Q1")) if hit.kind == "Document"]


def test_what_is_found_leads_to_the_very_row():
    hits = [hit for word in ("therapists", "21/00019", "rang", "waits") for hit in find(word, PROGRESS, NOW)]
    at = {hit.kind: hit.choices["at"] for hit in hits if "at" in hit.choices}
    assert at["Risk"] == "R-01"
    assert at["Decision"] == "21/00019"
    assert at["Action"] == "APP-8.01"
    assert at["Voice"].startswith("voice-")


def test_functions_areas_and_whom_inspectors_spoke_with_are_found():
    assert ("Function", "Single point of contact") in found("single point of contact")
    assert ("Headline area", "New leadership") in found("new leadership")
    assert ("Inspection", "Representatives of the parent carer forum (Kent PACT)") in found("kent pact representatives")


def test_a_figure_that_is_carried_forward_is_found_with_the_year_that_it_covers(demonstration):
    hits = find("SEND tribunal appeal rate", demonstration, NOW)
    (hit,) = (hit for hit in hits if (hit.kind, hit.title) == ("KPI", "SEND tribunal appeal rate"))
    assert hit.about.endswith(" 2024/25 Q3: 3.6% (calendar year 2023, carried forward), red, no real change")


def test_a_hidden_figure_is_found_with_its_sign_and_sentence_and_nothing_else():
    progress = Progress(records_of(*count("permanent_exclusions_send", [9, 3])), Role.READER)
    (hit,) = (hit for hit in find("permanent exclusions of pupils", progress, NOW) if hit.kind == "KPI")
    assert hit.about.endswith(" 2024/25 Q3: c. Hidden so that no child can be recognised, directly or by subtraction.")


def test_what_a_board_asked_is_found_by_its_words_and_by_its_answer_and_leads_to_its_record():
    from tests.reports.meetings import EVERYTHING, held

    known = held(*EVERYTHING)
    (asked,) = (hit for hit in find("plans late", known, NOW) if hit.page == "records")
    assert (asked.kind, asked.title, asked.choices) == ("Challenge", "M1-1: Why are plans late?", {"at": "M1-1"})
    assert [hit.title for hit in find("check now", known, NOW)] == ["M1-2: How would we have known"]
    assert [hit.kind for hit in find("fill posts", known, NOW)] == ["Follow-up"]


def test_a_letter_is_found_by_its_words_and_leads_to_its_place_on_the_page_of_its_weakness():
    known = Progress(replace(records_of(), logs=Logs(letters=EVERY_LETTER)), Role.READER)
    (hit,) = find("oldest first DfE", known, NOW)[:1]
    assert (hit.kind, hit.title) == ("Letter", "DfE, 20 November 2024: Clear the oldest first.")
    assert (hit.page, hit.choices) == ("weakness", {"weakness": "6", "at": "letter-2024-11-20-1"})
    assert not any(each.kind == "Letter" for each in find("after the quarter", known, NOW))


def test_what_leads_wrote_is_found_and_leads_to_where_it_stands():
    said = Logs(
        commentary=tuple(commentary_in(rows("Commentary", {"KPI": PLANS, "Why": "Two caseworkers left"}))),
        assessments=tuple(assessments_in(rows("Assessment", {"Weakness": "6", "Reason": "Oldest cases first"}))),
        summary=tuple(
            summary_in(rows("Summary", SUMMARY.typed(weakness="8", kind="alert", place="1", words="Therapy waits grow.")))
        ),
    )
    progress = Progress(replace(records_of(*plans([58])), logs=said), Role.READER)

    def hits(text):
        return [(each.kind, each.title, each.page, each.choices) for each in find(text, progress, NOW)]

    assert hits("caseworkers left") == [("Comment", "Plans issued within 20 weeks", "kpi", {"kpi": "plans_within_20_weeks"})]
    assert hits("oldest cases")[0] == (
        "Assessment",
        "Weakness 6: EHC process and plan quality",
        "weakness",
        {"weakness": "6"},
    )
    assert hits("therapy waits grow")[0] == ("Alert", "Therapy waits grow.", "weakness", {"weakness": "8"})


def test_what_was_written_about_a_hidden_figure_is_found_by_who_sees_it_alone():
    few = {"KPI": "permanent_exclusions_send", "What the figure shows": "Three of one school"}
    said = Logs(commentary=tuple(commentary_in(rows("Commentary", few))))
    known = replace(records_of(*count("permanent_exclusions_send", [3])), logs=said)
    found = {role: [each.kind for each in find("three of one school", Progress(known, role), NOW)] for role in Role}
    assert found == {role: ["Comment"] if role is Role.ANALYST else [] for role in Role}
