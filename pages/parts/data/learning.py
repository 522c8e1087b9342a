"""Learning a layout: the grid of a sheet with its cell references, two cells that are pointed at, and what comes of it."""

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from loaders.layouts.layout import Layout, LayoutUnsoundError, layout_read, layout_text
from loaders.layouts.learning import Pointed, proposed
from loaders.layouts.pointing import PointedAtNothingError, sheets_to_point_at
from loaders.layouts.taking import taken
from loaders.naming import naming
from loaders.reading.open_document import letters
from loaders.reading.workbook import Kind, Sheet, Workbook
from pages.parts.data.file_at_hand import LAYOUT, PERIOD, HandedIn, chosen_of, keep_chosen
from pages.parts.downloads import listed_table
from pages.parts.telling import draw, literal, say
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.aliases import Thing
from programme.areas import PROGRAMME_AREAS
from programme.measures import measures
from programme.period_typed import read_period
from programme.submission import Acceptance
from reports.sentences.mapped import measure_text
from reports.tables.findings import findings_table
from reports.tables.mapped import mapped_table
from store.database import StoreError
from store.returns.layouts import keep_layout

MOST_ROWS, MOST_COLUMNS = 200, 80  # of a grid on a screen
TALLEST, LINE = 420, 35  # pixels
ROW = "row"
SMALLEST_BASE = 5
EACH_ITS_OWN = ""


def learning(view: View, file: HandedIn, workbook: Workbook, *, wanted: bool) -> None:
    """Offer to learn a kind of file, and do so: point, say what it is, look at what comes of it, keep it."""
    sha256 = file.sha256
    if not st.toggle("Shall I learn it?" if wanted else "It is something else: learn it", key=f"learn {sha256}"):
        return
    sheets = list(sheets_to_point_at(workbook, Kind.NUMBER))
    if not sheets:
        say("There is no sheet with a number in it that can be seen.")
        return
    name = st.selectbox("Sheet", sheets, key=f"sheet {sha256}")
    say("Mark the figures of one measure, from the first to the last, or write their cells below.")
    first, last = _pointed_at(f"{sha256} {name}", workbook.sheet(name))
    pointed = _said(sha256, name, first, last)
    if first and pointed.measure:
        _proposal(view, file, workbook, pointed)


def _pointed_at(key: str, sheet: Sheet) -> tuple[str, str]:
    """The first and the last cell, marked in the grid or written."""
    grid = grid_of(sheet)
    marked = st.dataframe(
        grid,
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-cell",
        key=f"grid {key}",
        height=min(TALLEST, LINE * (len(grid[ROW]) + 1) + 3),
    )
    cells = [(row, column) for row, column in marked["selection"]["cells"] if column != ROW]
    if cells and st.session_state.get(f"marked {key}") != cells:
        st.session_state[f"marked {key}"] = cells
        refs = sorted(cells, key=lambda cell: (cell[0], len(cell[1]), cell[1]))
        for end, (row, column) in (("first", refs[0]), ("last", refs[-1])):
            st.session_state[f"{end} {key}"] = f"{column}{row + sheet.rows.start}"
    left, right = st.columns(2)
    first = left.text_input("First figure, like C7", key=f"first {key}")
    return first.strip(), right.text_input("Last figure", key=f"last {key}").strip()


def grid_of(sheet: Sheet) -> dict[str, list[str]]:
    """The sheet as columns of texts under their letters, the numbers of its rows before them."""
    rows = list(sheet.rows)[:MOST_ROWS]
    last = min(max((column for _, column in sheet.cells), default=1), MOST_COLUMNS)
    texts = {letters(at): [cell.text if (cell := sheet.cell(row, at)) else "" for row in rows] for at in range(1, last + 1)}
    return {ROW: [str(row) for row in rows], **texts}


def _said(sha256: str, sheet: str, first: str, last: str) -> Pointed:
    """What a person says of the figures: which measure, of which area, as what the layout is to be known."""
    left, right = st.columns(2)
    names = {each: measure_text(each) for each in (*measures(), *naming().own[Thing.KPI])}
    chosen = left.selectbox("What are they?", list(names), index=None, format_func=names.get, key=f"measure {sha256}")
    places = [EACH_ITS_OWN, *(area.name for area in PROGRAMME_AREAS)]
    area = right.selectbox(
        "Of which area?", places, format_func=lambda each: each or "each row, or column, names its own", key=f"area {sha256}"
    )
    reported = bool(chosen) and chosen not in measures()
    return Pointed(sheet, first, last, chosen or "", area, "Not named yet", reported)


def _proposal(view: View, file: HandedIn, workbook: Workbook, pointed: Pointed) -> None:
    """What would be read, before anything is kept."""
    asked = read_period(chosen_of(file).get(PERIOD, "").strip()).period
    try:
        layout = replace(proposed(workbook, pointed), **_why_readers_may_see(file.sha256, pointed))
        layout_read(layout_text(layout), "that is proposed")
    except (PointedAtNothingError, LayoutUnsoundError) as nothing:
        st.warning(literal(str(nothing)))
        return
    mapped = taken(workbook, layout, asked)
    if mapped.findings:
        listed_table(findings_table(mapped.findings))
    listed_table(mapped_table(mapped.values))
    with st.expander("The layout, as it would be kept"):
        draw(Markup("<pre>{}</pre>").format(layout_text(layout)))
    _kept(view, file, layout)


def _why_readers_may_see(sha256: str, pointed: Pointed) -> dict[str, bool | int]:
    """Why a value that is only reported can point to nobody, as who knows its source says; of counts nothing is asked."""
    if not pointed.reported:
        return {}
    say("These are values as somebody else worked them out. Readers are shown them only if one of these holds.", quiet=True)
    published = st.checkbox("Their source is published", key=f"published {sha256}")
    large = st.checkbox("No number behind them is below 5, on either side of the share", key=f"large {sha256}")
    return {"published": published, "smallest_base": SMALLEST_BASE if large else 0}


def _kept(view: View, file: HandedIn, layout: Layout) -> None:
    """A name, why, and the button."""
    name = st.text_input("What is this kind of file called?", key="layout name").strip()
    why = st.text_input("Whose is it, and why is it read?", key="layout why").strip()
    by = name_given(view.person, key="layout by")
    if not st.button("Keep it, and read the file with it", type="primary"):
        return
    if not name:
        st.error("A layout must have a name, got: none. Nothing was stored.")
        return
    try:
        kept = replace(layout, name=name)
        made = keep_layout(database(), kept.name, layout_text(kept), Acceptance(view.person.called(by), why))
    except StoreError as refusal:
        st.error(literal(refusal.outside))
        return
    keep_chosen(file, {LAYOUT: made.name}, view.person)
    st.session_state["notice"] = f"{made.name} is known from now on (layout {made.number})."
    st.rerun()
