"""Learning a layout: the grid of a sheet with its cell references, two cells that are pointed at, and what comes of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import streamlit as st
from markupsafe import Markup

from loaders.layouts.layout import WORDS, Layout, LayoutUnsoundError, layout_read, layout_text
from loaders.layouts.learning_list import ListPointed, list_like
from loaders.layouts.mapped import MappedFile
from loaders.layouts.pointing import PointedAtNothingError, sheets_to_point_at
from loaders.layouts.recognised import ByLayout, mapped_file
from loaders.naming import naming
from loaders.reading.open_document import letters
from loaders.reading.workbook import Kind, Sheet, Workbook
from pages.parts.data.file_at_hand import LAYOUT, PERIOD, HandedIn, keep_chosen
from pages.parts.data.learning_doubts import doubts_settled
from pages.parts.data.learning_figures import figures_learnt
from pages.parts.data.learning_labels import labels_learnt
from pages.parts.data.learning_list import list_learnt
from pages.parts.data.pointed import Pointing, period_typed
from pages.parts.downloads import listed_table
from pages.parts.telling import draw, literal, say
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.aliases import aliases_standing
from programme.names import Naming
from programme.period_typed import read_period
from programme.quarter import Quarter
from programme.submission import Acceptance
from reports.tables.findings import findings_table
from reports.tables.mapped import mapped_rows_table, mapped_table
from store.database import StoreError
from store.returns.aliases import aliases_of
from store.returns.layouts import keep_layout

MOST_ROWS, MOST_COLUMNS = 200, 80  # of a grid on a screen
TALLEST, LINE = 420, 35  # pixels
ROW = "row"


@dataclass(frozen=True, slots=True)
class Taught:
    """One kind of thing that a sheet can hold: what to mark, the two boxes for it, and what makes its layout."""

    mark: str
    first: str
    last: str
    points_at: Kind
    learnt: Callable[[Pointing], Layout | None]


_LIST = "Mark the first and the last heading of the list, or write their cells below."
KINDS = {
    "Figures in rows and columns": Taught(
        "Mark the figures of one measure, from the first to the last, or write their cells below.",
        "First figure, like C7",
        "Last figure",
        Kind.NUMBER,
        figures_learnt,
    ),
    "Figures beside or below their labels": Taught(
        "Mark the figures, from the first to the last, or write their cells below. Each is listed with its label.",
        "First figure, like C7",
        "Last figure",
        Kind.NUMBER,
        labels_learnt,
    ),
    **{to: Taught(_LIST, "First heading, like B4", "Last heading", Kind.TEXT, list_learnt) for to in WORDS},
}
"""What can be learnt, by what it is called, in the order in which it is offered."""
OFFERED = tuple(KINDS)


def learning(view: View, file: HandedIn, workbook: Workbook, *, wanted: bool) -> None:
    """Offer to learn a kind of file, and do so: point, say what it is, look at what comes of it, keep it."""
    sha256 = file.sha256
    if not st.toggle("Shall I learn it?" if wanted else "It is something else: learn it", key=f"learn {sha256}"):
        return
    names = naming(aliases_standing(aliases_of(database())))
    like = _list_like(file, workbook, names)
    index = OFFERED.index(like.to) if like else 0
    kind = st.radio("What stands in it?", OFFERED, index=index, horizontal=True, key=f"kind {sha256}")
    sheets = list(sheets_to_point_at(workbook, KINDS[kind].points_at))
    if not sheets:
        say(f"There is no sheet with a {KINDS[kind].points_at} in it that can be seen.")
        return
    proposed = like if like and like.to == kind else ListPointed(sheets[0], "", "", kind)
    sheet = st.selectbox("Sheet", sheets, index=sheets.index(proposed.sheet), key=f"sheet {kind} {sha256}")
    say(KINDS[kind].mark)
    first, last = _pointed_at(f"{kind} {sha256} {sheet}", workbook.sheet(sheet), kind, proposed)
    _proposal(view, Pointing(file, workbook, names, kind, sheet, first, last))


def _list_like(file: HandedIn, workbook: Workbook, names: Naming) -> ListPointed | None:
    """The list that a file looks like, looked for once: a big file takes half a second."""
    key = f"list like {file.sha256}"
    if key not in st.session_state:
        st.session_state[key] = list_like(workbook, names)
    return st.session_state[key]


def _pointed_at(key: str, sheet: Sheet, kind: str, proposed: ListPointed) -> tuple[str, str]:
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
    if sheet.name == proposed.sheet:
        st.session_state.setdefault(f"first {key}", proposed.first)
        st.session_state.setdefault(f"last {key}", proposed.last)
    left, right = st.columns(2)
    first = left.text_input(literal(KINDS[kind].first), key=f"first {key}")
    return first.strip(), right.text_input(literal(KINDS[kind].last), key=f"last {key}").strip()


def grid_of(sheet: Sheet) -> dict[str, list[str]]:
    """The sheet as columns of texts under their letters, the numbers of its rows before them."""
    rows = list(sheet.rows[:MOST_ROWS])
    last = min(max((column for _, column in sheet.cells), default=1), MOST_COLUMNS)
    texts = {letters(at): [cell.text if (cell := sheet.cell(row, at)) else "" for row in rows] for at in range(1, last + 1)}
    return {ROW: [str(row) for row in rows], **texts}


def _proposal(view: View, pointing: Pointing) -> None:
    """What would be read, before anything is kept."""
    try:
        layout = KINDS[pointing.kind].learnt(pointing)
        if layout is None:
            return
        layout_read(layout_text(layout), "that is proposed")
    except (PointedAtNothingError, LayoutUnsoundError) as nothing:
        st.warning(literal(str(nothing)))
        return
    mapped = _read_with(pointing, layout)
    settled = doubts_settled(pointing, layout, mapped)
    if settled is None:
        return
    if settled != layout:
        layout, mapped = settled, _read_with(pointing, settled)
    if mapped.findings:
        listed_table(findings_table(mapped.findings))
    listed_table(mapped_table(mapped.values) if layout.of_figures else mapped_rows_table(mapped.rows))
    with st.expander("The layout, as it would be kept"):
        draw(Markup("<pre>{}</pre>").format(layout_text(layout)))
    _kept(view, pointing, layout)


def _read_with(pointing: Pointing, layout: Layout) -> MappedFile:
    how = ByLayout(layout=layout, asked=read_period(period_typed(pointing.file)).period)
    return mapped_file(pointing.workbook, how, Quarter.containing(datetime.now(UTC).date()), pointing.names)


def _kept(view: View, pointing: Pointing, layout: Layout) -> None:
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
    keep_chosen(pointing.file, {LAYOUT: made.name, PERIOD: period_typed(pointing.file)}, view.person)
    st.session_state["notice"] = f"{made.name} is known from now on (layout {made.number})."
    st.rerun()
