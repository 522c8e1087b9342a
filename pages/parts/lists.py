"""The pieces that pages draw again and again: the headline, a list of KPIs, the offer of an empty store."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st
from markupsafe import Markup

from loaders.kept import lay_down_in
from pages.parts.files import offer_file
from pages.parts.telling import draw, literal, say, title
from pages.parts.view import View, database
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from reports.charts.heat_svg import heat_svg
from reports.documents.notes import notes
from reports.exports.csv_text import csv_text
from reports.markup.grids import kpi_grid
from reports.markup.pieces import bold_first, link, passage, rating_counts, unfolding
from reports.progress.judgement import Judgement
from reports.progress.overview import POSITION_RULE
from reports.progress.readings import Reading
from reports.sentences.direction import RULE as DIRECTION_RULE
from reports.sentences.direction import chance_sentence
from reports.sentences.heat import KEY, HeatMap, heat_of_kpis
from reports.sentences.signoff import published_note
from reports.tables.heat import heat_table
from reports.tables.kpis import kpis_table


def need_figures(view: View) -> None:
    """Stop a page that has nothing to show, and say what to do."""
    if not view.records.empty:
        return
    if nothing_published(view):
        st.stop()
    title("There are no figures yet")
    if view.as_at is not None:
        st.write("Nothing had been accepted at that moment. Choose a later one, or empty the box to come back to now.")
        st.stop()
    st.write("Upload a return or a history workbook, or load the demonstration data to see what the pages show.")
    if st.button("Load demonstration data", type="primary"):
        _load()
        st.rerun()
    draw(link(view.href("upload"), "Upload a return"))
    st.stop()


def nothing_published(view: View) -> bool:
    """Whether all that was published is withdrawn, so that nothing that was returned is shown: then it is said, and why."""
    if not (view.records.empty and view.records.given):
        return False
    title("Nothing is published")
    say(published_note(view.records))
    return True


def _load() -> None:
    if lay_down_in(database()):
        return
    from loaders.sample import load_demonstration  # and all that checks returns: only where they must be loaded

    bar = st.progress(0.0, text="Loading the demonstration data …")

    def told(done: int, of: int, name: str) -> None:
        bar.progress(done / of, text=literal(f"Loading {name} …"))

    load_demonstration(database(), progress=told)


def headline(text: str, counts: Mapping) -> None:
    """The page's headline as its title, with the ratings counted beside it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        title(text, width="content")
        draw(rating_counts(counts), width="content")


def sign_explained(readings: Iterable[Reading]) -> None:
    """What the sign of a hidden figure means, below whatever shows one."""
    if any(reading.hidden for reading in readings):
        say(f"{HIDDEN_SIGN}: {HIDDEN_WORDS}.", quiet=True)


def rules_folded() -> None:
    """How the words of a page are worked out, folded away."""
    draw(rules_unfolding())


def rules_unfolding() -> Markup:
    """How the words of a page are worked out, folded away: as a piece of a page."""
    rules = {"Position.": POSITION_RULE, "Direction.": DIRECTION_RULE}
    told = (passage(bold_first(*each)) for each in rules.items())
    return unfolding("How a position and a direction are worked out", *told)


def kpi_list(judged: Sequence[Judgement], view: View, caption: str) -> None:
    """KPIs as one grid, with the key to its signs."""
    if not judged:
        return
    draw(view.drawn(caption, lambda: kpi_grid(judged, view.quarters, view.href, caption)))
    say(KEY, quiet=True)
    if chance := chance_sentence(judged):
        say(chance, quiet=True)


def kpi_downloads(judged: Sequence[Judgement], view: View, caption: str) -> None:
    """KPIs, and their heat map, to take away."""
    if not judged:
        return
    about = notes(view.records, caption, view.area.name, str(view.quarter))
    with view.take_away:
        offer_file(view.person, "KPIs as CSV", "kpis.csv", "text/csv", lambda: csv_text(kpis_table(judged, caption), about))
    heat_downloads(lambda: heat_of_kpis([each.line for each in judged], view.quarters), view)


def heat_downloads(heat: Callable[[], HeatMap], view: View) -> None:
    """The heat map as CSV and as an image, with its notes; it is made for whoever asks for one of them."""

    def made(write: Callable[[HeatMap, list[str]], str]) -> Callable[[], str]:
        return lambda: write(found := heat(), notes(view.records, found.title, view.area.name, f"to {view.quarter}"))

    with view.take_away:
        as_csv = made(lambda found, about: csv_text(heat_table(found), about))
        offer_file(view.person, "Heat map as CSV", "heat-map.csv", "text/csv", as_csv)
        offer_file(view.person, "Heat map as image (SVG)", "heat-map.svg", "image/svg+xml", made(heat_svg))
