"""The middle steps of an upload: what was found in the file, and what accepting it would change."""

import streamlit as st
from markupsafe import Markup

from loaders.answers.findings import as_csv
from loaders.answers.marked import marked, marked_name
from loaders.answers.not_kept import told_not_kept
from loaders.impact import foreseen_hiding, impact
from loaders.pipeline import Checked
from pages.parts.data.form import XLSX
from pages.parts.downloads import listed_table, table_with_download
from pages.parts.files import offer_file
from pages.parts.findings import finding_list
from pages.parts.in_window import kept_in_window
from pages.parts.telling import draw, say
from pages.parts.view import View, database
from programme.access import Deed, Person, sight
from programme.impact import Foreseen
from reports.sentences.impact import hiding_sentence
from reports.tables.findings import unread_table
from reports.tables.hidden import hiding_table
from reports.tables.impact import ImpactTables, impact_tables
from store.returns.versions import latest_change


def findings_shown(person: Person, checked: Checked, content: bytes) -> None:
    """Every finding with its cell, as a list, a CSV file and the same workbook with the cells marked."""
    st.header("3. What was found")
    _unread_shown(checked)
    for sentence in checked.understood:
        say(sentence)
    if not checked.findings:
        st.success("Nothing stands against this return.")
        return
    if not checked.readable and not any(finding.sheet for finding in checked.findings):
        say(Markup("<b>This is no return that can be read.</b> Nothing was stored."))
        finding_list(checked.findings)
        return
    say(_summary(checked))
    for sentence in checked.waiting:
        say(sentence)
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
            marked_name(checked.file_name),
            XLSX,
            lambda: marked(content, checked.findings),
            key="marked",
            deed=Deed.PREVIEW,
        )
        if lost := kept_in_window("not kept", (content,), lambda: told_not_kept(content)):
            say(lost, quiet=True)


def where_it_belongs(view: View, checked: Checked) -> None:
    """The way to where a file belongs that is no return."""
    if any(finding.rule == "file_published" for finding in checked.findings):
        draw(Markup('<p><a href="{}">Load it under Published figures</a></p>').format(view.href("published")))


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
    foreseen, tables = _foreseen(view, checked)
    impact_drawn(view, tables, "impact")
    _hiding_shown(view, checked)
    return foreseen


def _hiding_shown(view: View, checked: Checked) -> None:
    """What readers will not see once this is accepted, before it is; worked out once, as what would change is."""
    asked = (checked.submission, latest_change(database()), view.person)
    decided = kept_in_window("hiding", asked, lambda: foreseen_hiding(database(), checked.submission, view.person))
    say(hiding_sentence(decided))
    if decided.hidden and not decided.withheld:
        with st.expander("What readers would not see"):
            table_with_download(view, hiding_table(decided), "impact-hidden.csv")


def impact_drawn(view: View, tables: ImpactTables, name: str) -> None:
    """The tables of an impact; `name` begins those of the files to take away."""
    say(tables.summary)
    if tables.arriving.rows:
        table_with_download(view, tables.arriving, f"{name}-new.csv")
    if tables.kpis.rows:
        table_with_download(view, tables.kpis, f"{name}.csv")
    if tables.words.rows:
        with st.expander("Words: rows that come, change and go"):
            table_with_download(view, tables.words, f"{name}-words.csv")
    if tables.districts_arriving.rows or tables.districts.rows:
        with st.expander("In the districts"):
            if tables.districts_arriving.rows:
                table_with_download(view, tables.districts_arriving, f"{name}-districts-new.csv")
            if tables.districts.rows:
                table_with_download(view, tables.districts, f"{name}-districts.csv")
    if tables.figures.rows:
        with st.expander("Figure by figure"):
            table_with_download(view, tables.figures, f"{name}-figures.csv")


def _foreseen(view: View, checked: Checked) -> tuple[Foreseen, ImpactTables]:
    """Worked out once for each file, as it is read, and state of the store, however often something is typed below it."""

    def made() -> tuple[Foreseen, ImpactTables]:
        foreseen = impact(database(), checked.submission, view.person)
        return foreseen, impact_tables(foreseen, sight(view.person))

    return kept_in_window("foreseen", (checked.submission, latest_change(database()), view.person), made)
