"""The parts of the page This quarter: the finding, the table of weaknesses or workstreams, the needs, what changed."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from pages.parts.downloads import table_with_download
from pages.parts.lists import heat_downloads, rules_folded
from pages.parts.telling import draw, literal, say, say_each, sentence, title
from pages.parts.view import View
from pages.parts.writing import summary_told, summary_writing
from programme.areas import KENT
from programme.workstreams import Weakness, Workstream, weaknesses
from reports.language.grammar import begun, was_or_were
from reports.markup.needs import needs_counts, needs_lists
from reports.markup.pieces import bullets, link, linked_text
from reports.markup.standing import standing_table
from reports.markup.summary import alert_advise_assure, before_the_finding, lead_sentences
from reports.progress.changes import changes
from reports.progress.delivery import delivery
from reports.progress.needs import needs_the_board
from reports.progress.overview import overview
from reports.progress.standing import standings
from reports.progress.summary import lead_summary
from reports.sentences.changes import changed_sentences
from reports.sentences.direction import chance_sentence
from reports.sentences.exceptions import exception_linked
from reports.sentences.heat import heat_of_overview
from reports.sentences.overview import tiers_sentence
from reports.sentences.receipts import receipts_list
from reports.sentences.this_quarter import figures_say, quarter_headline
from reports.tables.changes import moved_actions_table, moved_risks_table, ratings_table, reds_table

OF_THE_WHOLE = (
    "The plan, its leads, inspectors, decisions and returns speak of {whole} as a whole. They do not stand here beside "
    "{part}'s figures: choose {whole} under View to see them."
)


def finding(view: View) -> None:
    """The finding as the page's heading, and the three sentences that the figures say."""
    headline, told = view.drawn("finding", lambda: _found(view))
    title(headline)
    for each in told:
        draw(each)
    heat_downloads(lambda: heat_of_overview(overview(view.progress, view.area, view.quarter)), view)


def _found(view: View) -> tuple[str, tuple[Markup, ...]]:
    """The headline, and what leads and figures say; of a part, that this is not told of it."""
    seen = overview(view.progress, view.area, view.quarter)
    headline = quarter_headline(standings(view.progress, view.area, view.quarter, tuple(weaknesses().values())), seen)
    if view.area != KENT:
        return headline, (sentence(OF_THE_WHOLE.format(whole=KENT.name, part=view.area.name)),)
    lead = lead_summary(view.progress, view.quarter)
    said = figures_say(seen, changes(view.progress, view.quarter), delivery(view.progress, view.quarter))
    both = Markup('<div class="voices">{}<section><h2>The figures say</h2>{}</section></div>')
    figures = bullets(linked_text(each, view.href) for each in said)
    return headline, (before_the_finding(lead), both.format(lead_sentences(lead), figures))


def groups_tab_of(groups: Sequence[Weakness | Workstream]) -> Callable[[View], None]:
    """A tab with one row for each of `groups`, and beside it what needs the board."""

    def groups_tab(view: View) -> None:
        draw(view.drawn(f"standing of {len(groups)}", lambda: _standing(view, groups)))

    return groups_tab


def _standing(view: View, groups: Sequence[Weakness | Workstream]) -> Markup:
    rows, whole = standings(view.progress, view.area, view.quarter, groups), view.area == KENT
    needs = needs_counts(needs_the_board(view.progress, view.area, view.quarter), view.href, whole)
    return Markup('<div class="stands">{}{}</div>').format(standing_table(rows, view.href, whole), needs)


def needed_below(view: View) -> None:
    """The whole lists of what needs the board and what leads alert, advise and assure; how the words are worked out."""
    whole = view.area == KENT
    if whole:
        draw(alert_advise_assure(lead_summary(view.progress, view.quarter)))
        draw(summary_told(view, None))
        summary_writing(view, "", f"Write what leads say of {view.quarter}")
    draw(needs_lists(needs_the_board(view.progress, view.area, view.quarter), view.href, whole))
    seen = overview(view.progress, view.area, view.quarter)
    say(tiers_sentence(seen), quiet=True)
    say(chance_sentence(seen.judged), quiet=True)
    rules_folded()


def what_changed(view: View) -> None:
    """One sentence for each kind of change, each leading to what it speaks of, and what is behind every number in it."""
    found = changes(view.progress, view.quarter)
    st.header(literal(f"What changed from {view.quarter - 1} to {view.quarter}"))
    say_each((linked_text(each, view.href) for each in changed_sentences(found)), "Nothing is known.")
    if view.area != KENT:
        say(f"What changed is told of {KENT.name}, whatever area is chosen.", quiet=True)
    tables = {
        "Ratings": (ratings_table(found.ratings, view.quarter), "No rating changed."),
        "New red and worsening": (reds_table(found.red_and_worsening, view.quarter), "None."),
        "Actions": (moved_actions_table(found), "No action was completed, slipped or passed its date, as far as is known."),
        "Risks": (moved_risks_table(found.risks, view.quarter), "No risk moved, as far as is known."),
    }
    for name, (table, nothing) in tables.items():
        st.header(literal(name), anchor=f"changed-{name.split()[-1].lower()}")
        if table.rows:
            table_with_download(view, table, f"changes-{name.lower()}.csv")
        else:
            say(nothing)
    st.header("Reds without a complete management action", anchor="changed-unanswered")
    say_each((linked_text(exception_linked(each), view.href) for each in found.unanswered), "None.")
    st.header("Returns and restatements")
    listed = receipts_list((*found.missing, *found.late))
    say_each((linked_text(each, view.href) for each in listed), "No return is missing or late.")
    count = len(found.restatements)
    restated = f"{begun(count, 'figure')} {was_or_were(max(count, 1))} restated"
    say(Markup("{}. {}").format(restated, link(view.href("restatements"), "All restatements")))
