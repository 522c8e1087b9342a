"""The tabs of the page Plan: actions, the plan before, delivery beside outcome, risks, decisions, documents."""

import streamlit as st

from pages.parts.downloads import table_with_download
from pages.parts.lists import rules_folded
from pages.parts.meeting.recording import recording
from pages.parts.plan.actions import listed_actions
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View
from programme.areas import KENT
from programme.documents import documents_by
from programme.inspections import spoken_with, strengths
from programme.meeting import About, Subject
from programme.sheets.brag import RULE
from reports.documents.notes import REFERENCE
from reports.markup.decisions import decision_records
from reports.markup.headings import functions_list
from reports.markup.meeting import challenged
from reports.markup.pieces import brag_counts
from reports.markup.plan import beside_table, risk_matrix
from reports.progress.changes import risk_moves
from reports.progress.decisions import board_decisions, decisions_known
from reports.progress.delivery import Delivery, delivery
from reports.progress.handover import plan_ended
from reports.progress.headings import by_function, by_headline_area
from reports.progress.meeting import challenges_about, follow_ups
from reports.progress.outcomes import beside_all
from reports.progress.timescale import reinspection_window
from reports.sentences.handover import fates_headline, fates_sentences
from reports.sentences.outcomes import changed_headline, delivery_headline, outcomes_headline, vanished_sentence
from reports.sentences.plan import board_decisions_sentence, decisions_headline, documents_headline, risks_headline
from reports.sentences.workstream import window_sentence
from reports.tables.documents import documents_table, spoken_with_table, strengths_table
from reports.tables.handover import fates_table
from reports.tables.headings import areas_table, functions_table
from reports.tables.plan import decisions_table, overdue_table, risks_table

PLAN_OF_THE_WHOLE = (
    "The plan is {}'s as a whole: its actions are not split by district, and do not stand here beside {}'s figures. "
    "A name leads to the KPIs behind it."
)


def actions_tab(view: View) -> None:
    """Every action of the plan in force, with how its dates moved."""
    whole = delivery(view.progress, view.quarter)
    if whole.plan is None:
        title(f"No plan was in force in {view.quarter}")
        if follow_ups(view.progress, view.quarter):
            listed_actions(view, whole)
        return
    title(f"{whole.plan.title}: {delivery_headline(whole)}")
    whole_area(view, "The plan and its actions are")
    window = reinspection_window(view.quarter.end)
    if window and window.plan == whole.plan:
        say(window_sentence(window))
    draw(brag_counts(whole.statuses))
    if gone := vanished_sentence(whole):
        say(gone)
    if newest := whole.stale_since:
        st.warning(literal(f"No action log was returned for {view.quarter}: this is how things stood in {newest}."))
    recording(view, _named_actions(whole), st.query_params.get("action", ""))
    if whole.actions or follow_ups(view.progress, view.quarter):
        listed_actions(view, whole)
    st.header("Overdue by lead role")
    if whole.overdue:
        table_with_download(view, overdue_table(whole), "overdue.csv")
    else:
        st.write("No action here is past the date agreed first.")
    draw(challenged(challenges_about(view.progress, view.quarter, Subject.ACTION), view.href))
    if areas := by_headline_area(view.progress, view.quarter):
        st.header("By headline area")
        table_with_download(view, areas_table(areas, view.quarter), "headline-areas.csv")
    with st.expander("How a status is shown"):
        st.write(RULE)


def _named_actions(whole: Delivery) -> dict[str, About]:
    return {each.now.ref: About(Subject.ACTION, each.now.ref) for each in whole.actions}


def delivered_tab(view: View) -> None:
    """For every weakness and workstream, what was done beside what became of it."""
    found = beside_all(view.progress, view.quarter, view.area)
    plan = delivery(view.progress, view.quarter)
    whole = view.area == KENT
    title(outcomes_headline(found, plan) if whole else changed_headline(found, view.area))
    st.write(
        "Activity is not impact. What was delivered and what changed stand beside each other and are never added up. "
        "A name leads to the KPIs behind it, a number of actions to the actions."
        if whole
        else literal(PLAN_OF_THE_WHOLE.format(KENT.name, view.area.name))
    )
    if plan.stale_since and whole:
        st.warning(literal(f"No action log was returned for {view.quarter}: delivery is as it stood in {plan.stale_since}."))
    draw(beside_table(found, view.href, whole))
    rules_folded()
    if not whole:
        return
    st.header("Functions of the redesign")
    functions = by_function(view.progress, view.quarter, view.area)
    table_with_download(view, functions_table(functions, view.quarter), "functions.csv")
    draw(functions_list(functions, view.href))


def ended_tab(view: View) -> None:
    """What became of every action of the plan before, and when inspectors were to come again."""
    ended, window = plan_ended(view.progress, view.quarter), reinspection_window(view.quarter.end)
    title(fates_headline(ended) if ended else f"No plan whose actions are held had ended by {view.quarter}")
    whole_area(view, "Actions of the plan before are")
    if ended:
        say(" ".join(fates_sentences(ended)))
        table_with_download(view, fates_table(ended), "what-became-of-actions.csv")
    if window:
        st.header("Re-inspection")
        say(window_sentence(window))


def documents_tab(view: View) -> None:
    """The documents that the programme rests on, strengths found, and whom inspectors spoke with, as known by then."""
    known = documents_by(view.quarter.end)
    title(documents_headline(known, view.quarter))
    whole_area(view, "Documents are")
    table_with_download(view, documents_table(known), "documents.csv", source=REFERENCE)
    st.header("What inspectors found to be strong, and whom they spoke with")
    table_with_download(view, strengths_table(strengths(view.quarter.end)), "strengths.csv", source=REFERENCE)
    table_with_download(view, spoken_with_table(spoken_with(view.quarter.end)), "spoken-with.csv", source=REFERENCE)


def risks_tab(view: View) -> None:
    """Likelihood by impact, and which risks moved."""
    risks = [risk for risk in view.records.logs.risks if risk.quarter == view.quarter]
    if not risks:
        title(f"No risk was returned for {view.quarter}")
        st.write("That is not the same as no risk.")
        return
    title(risks_headline(risks))
    whole_area(view, "Risks are")
    recording(view, {each.ref: About(Subject.RISK, each.ref) for each in risks})
    draw(challenged(challenges_about(view.progress, view.quarter, Subject.RISK), view.href))
    draw(risk_matrix(risks, view.href))
    st.caption("The score is likelihood × impact: 1 to 6 low, 8 to 15 medium, 16 to 25 high.")
    table = risks_table(risks, risk_moves(view.records, view.quarter), view.quarter, view.records.logs.risks)
    table_with_download(view, table, f"risks-{view.quarter.file_name}.csv")


def decisions_tab(view: View) -> None:
    """Who decides what, whether it is a key decision, and where it stands."""
    agreed = board_decisions(view.progress, view.quarter)
    links = (*agreed, *decisions_known(view.progress, view.quarter))
    if not links:
        title(f"No decision had been returned by {view.quarter}")
        return
    table = decisions_table([each.decision for each in links], view.quarter)
    title(decisions_headline(links, view.quarter))
    if agreed:
        say(board_decisions_sentence(len(agreed)))
    whole_area(view, "Decisions are")
    st.caption("A key decision affects more than one district, or costs or saves more than the council's threshold.")
    table_with_download(view, table, "decisions.csv")
    st.header("Each decision and what it touches")
    draw(decision_records(links, view.href))


def whole_area(view: View, what: str) -> None:
    """Say that something is about Kent as a whole, where another area was chosen."""
    if view.area != KENT:
        say(f"{what} {KENT.name}'s as a whole: none belongs to {view.area.name} alone.", quiet=True)
