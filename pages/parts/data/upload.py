"""The steps of an upload: the form, the findings, the impact, the acceptance."""

import streamlit as st
from markupsafe import Markup

from loaders.answers.findings import as_csv
from loaders.answers.marked import marked
from loaders.forms.saving import save
from loaders.forms_out import FIRST_OF_HISTORY, NothingOwedError, blank_history, form_of, streams_owed
from loaders.impact import impact
from loaders.pipeline import Checked, accept_checked, check_file, known_to
from pages.parts.downloads import listed_table, table_with_download
from pages.parts.files import offer_file
from pages.parts.findings import finding_list
from pages.parts.telling import literal, say
from pages.parts.today import day_ticked
from pages.parts.view import View, database
from programme.access import Deed, Person, sight
from programme.finding import Finding
from programme.impact import Foreseen
from programme.quarter import Quarter
from programme.submission import Acceptance
from programme.workstreams import organisations, short_name, workstreams
from record.receipts import expected_next
from reports.markup.pieces import bold_first
from reports.tables.findings import unread_table
from reports.tables.impact import impact_tables
from store.database import StoreError
from store.versions import latest_change

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

BROUGHT = "Open actions, risks and decisions; of a quarter that was returned already, everything that stands."


def form_offered(view: View) -> None:
    """Step 1: the form of a quarter, made from the definitions and the last known words when it is asked for."""
    st.header("1. Get the form")
    following = expected_next(view.records, view.progress.now)
    quarters = [str(following - step) for step in range(-1, 5)]
    choices = {"all": "all five workstreams"} | {str(number): stream.name for number, stream in workstreams().items()}
    left, right = st.columns(2)
    quarter = Quarter.parse(left.selectbox("Quarter of the return", quarters, index=1))
    chosen = right.selectbox("Workstreams", list(choices), format_func=choices.get)
    streams = tuple(workstreams()) if chosen == "all" else (int(chosen),)
    maker = left.selectbox("Whose figures", ["", *organisations()], format_func=lambda name: name or "everybody's")
    words = right.checkbox("Bring the last known words forward", value=True, help=BROUGHT)
    try:
        streams = streams_owed(quarter, streams, maker)
    except NothingOwedError as nothing:
        say(str(nothing))
    else:
        offer_file(
            view.person,
            "Download the form",
            f"return-{quarter.file_name}-workstream-{chosen}{'-' + short_name(maker) if maker else ''}.xlsx",
            XLSX,
            lambda: save(form_of(known_to(database(), view.person), quarter, streams, maker, words=words).form),
            key="form",
            deed=Deed.UPLOAD,
        )
    _history_offered(view, maker)


def _history_offered(view: View, maker: str) -> None:
    """The blank history workbook: how an area that starts today brings its past."""
    with st.expander("A blank history workbook"):
        quarters = [str(quarter) for quarter in FIRST_OF_HISTORY.to(Quarter.containing(view.progress.now.date()) - 1)]
        left, right = st.columns(2)
        first = Quarter.parse(left.selectbox("From", quarters))
        last = Quarter.parse(right.selectbox("To", quarters, index=len(quarters) - 1))
        if last < first:
            say(f"The last quarter must not be before the first, got: {first} to {last}.")
            return
        offer_file(
            view.person,
            "Download the history workbook",
            f"history-{first.file_name}-to-{last.file_name}.xlsx",
            XLSX,
            lambda: save(blank_history(first, last, maker)),
            key="history form",
            deed=Deed.UPLOAD,
        )


def take(person: Person, content: bytes, name: str) -> Checked:
    """Step 2: read and check the file, once for each state of the store."""
    key = (name, hash(content), latest_change(database()))
    if st.session_state.get("checked key") != key:
        with st.spinner(literal(f"Reading {name} …")):
            st.session_state["checked"] = check_file(content, name, known=known_to(database(), person))
        st.session_state["checked key"] = key
    return st.session_state["checked"]


def findings_shown(person: Person, checked: Checked, content: bytes) -> None:
    """Every finding with its cell, as a list, a CSV file and the same workbook with the cells marked."""
    st.header("3. What was found")
    _unread_shown(checked)
    if not checked.findings:
        st.success("Nothing stands against this return.")
        return
    say(_summary(checked))
    severity = st.segmented_control("Show", ["all", "errors", "queries"], default="all", required=True)
    wanted = {"errors": checked.errors, "queries": checked.queries}.get(severity, checked.findings)
    if wanted:
        finding_list(wanted)
    else:
        say(f"There are no {severity}.")
    offer_file(
        person,
        "Findings as CSV",
        "findings.csv",
        "text/csv",
        lambda: as_csv(checked.findings, checked.file_name),
        deed=Deed.PREVIEW,
    )
    if checked.readable:
        offer_file(
            person,
            "The same workbook, with the cells marked",
            f"marked-{checked.file_name}",
            XLSX,
            lambda: marked(content, checked.findings),
            key="marked",
            deed=Deed.PREVIEW,
        )


def _unread_shown(checked: Checked) -> None:
    """What stands in the workbook and nobody reads, so that nobody thinks that it was."""
    if checked.unread:
        st.warning("Nobody reads: what stands in these cells is kept with the return and shown on no page.")
        listed_table(unread_table(checked.unread))


def _summary(checked: Checked) -> Markup:
    errors, queries = len(checked.errors), len(checked.queries)
    if errors:
        return Markup(
            "<b>Not acceptable yet: {} to put right</b>{}. "
            "Correct the cells in your workbook, save it and upload it again. Nothing was stored."
        ).format(errors, f" and {queries} to answer" if queries else "")
    are = "query is" if queries == 1 else "queries are"
    return Markup("<b>Acceptable once {} {} answered.</b> Nothing was stored.").format(queries, are)


def impact_shown(view: View, checked: Checked) -> Foreseen:
    """Step 4: what accepting would change, figure by figure, KPI by KPI and row by row of the words."""
    st.header("4. What would change")
    foreseen = impact(database(), checked.submission, view.person)
    tables = impact_tables(foreseen, sight(view.person))
    say(tables.summary)
    if tables.kpis.rows:
        table_with_download(view, tables.kpis, "impact.csv")
    if tables.districts.rows:
        with st.expander("In the districts"):
            table_with_download(view, tables.districts, "impact-districts.csv")
    if tables.figures.rows:
        with st.expander("Figure by figure"):
            table_with_download(view, tables.figures, "impact-figures.csv")
    if tables.words.rows:
        with st.expander("Words: rows that come, change and go"):
            table_with_download(view, tables.words, "impact-words.csv")
    return foreseen


def acceptance(view: View, checked: Checked, foreseen: Foreseen) -> None:
    """Step 5: each query ticked with a reason, a name, and the button."""
    st.header("5. Accept it, or leave it")
    with st.form("acceptance"):
        reasons = {query: _ticked(query, index) for index, query in enumerate(checked.queries)}
        by = st.text_input("Your name or role")
        why = st.text_input("Why is this return made? (for a correction: what was wrong)")
        confirmed = day_ticked("acceptance")
        if st.form_submit_button("Accept the return", type="primary"):
            _accept(checked, Acceptance(view.person.called(by), why, reasons, seen=foreseen.seen, confirmed=confirmed))


def _ticked(query: Finding, index: int) -> str:
    """A query is said above its box: a label that holds typed text is read out with its backslashes."""
    say(bold_first(f"Query {index + 1}.", f"{query.place}: {query.message}"))
    ticked = st.checkbox(literal(f"Query {index + 1} is answered"), key=f"tick {index}")
    reason = st.text_input(literal(f"Reason for {query.place}"), key=f"reason {index}")
    return reason if ticked else ""


def _accept(checked: Checked, acceptance: Acceptance) -> None:
    try:
        loaded = accept_checked(database(), checked, acceptance)
    except StoreError as refusal:
        st.error(literal(refusal.outside))
        return
    if loaded.refusal:
        st.error(literal(loaded.refusal))
        return
    accepted = f"{checked.file_name} is accepted as version {loaded.version.number}. {loaded.withheld}"
    st.session_state["notice"] = accepted.rstrip()
    st.rerun()
