"""How a file that is no form of ours is read: the layout it looks like, another that is chosen, or one that is learnt."""

import streamlit as st

from loaders.layouts.known import layouts_known
from loaders.layouts.mapped import MappedFile
from loaders.pipeline import ByLayout, Checked
from pages.parts.data.learning import learning
from pages.parts.downloads import table_with_download
from pages.parts.telling import literal, say
from pages.parts.view import View, database
from programme.access import Deed
from programme.period_typed import read_period
from reports.sentences.mapped import alike_text
from reports.tables.mapped import mapped_table

ASKED_OF = {"mapped_period_unclear", "mapped_period_differs"}
NOT_THIS = "none of these"


def how_read(sha256: str) -> ByLayout:
    """How the file with these bytes is read: as was chosen and said in this window, or else by what it looks like."""
    layouts = layouts_known(database())
    chosen = st.session_state.get(_layout_key(sha256))
    layout = next((each for each in layouts if each.name == chosen), None)
    return ByLayout(layouts, layout, read_period(st.session_state.get(_period_key(sha256), "").strip()).period)


def _layout_key(sha256: str) -> str:
    return f"layout of {sha256}"


def _period_key(sha256: str) -> str:
    return f"period of {sha256}"


def read_as_shown(view: View, sha256: str, checked: Checked) -> None:
    """What a file of somebody else's looks like, its figures cell by cell; nothing of a form of ours."""
    mapped = checked.mapped
    if mapped is None or any(finding.rule == "rows_about_children" for finding in checked.findings):
        return
    st.header("What it looks like")
    if mapped.layout is None:
        say("Nothing here knows this kind of file. Point once at the figures of one measure, and it is known from then on.")
    else:
        say(alike_text(mapped.layout.name, mapped.tables, mapped.matched, mapped.periods))
    _choices(sha256, mapped, {finding.rule for finding in checked.findings})
    if mapped.values:
        table_with_download(view, mapped_table(mapped.values), "figures-read.csv")
    if view.may(Deed.KEEP_LAYOUT):
        learning(view, sha256, mapped.workbook, wanted=mapped.layout is None)


def _choices(sha256: str, mapped: MappedFile, rules: set[str]) -> None:
    """Another layout than the one it looks like, and the period where the file does not say it."""
    names = [layout.name for layout in layouts_known(database())]
    left, right = st.columns(2)
    at = names.index(mapped.layout.name) if mapped.layout else None
    left.selectbox("Read it as", names, index=at, key=_layout_key(sha256), placeholder="choose a layout")
    if rules & ASKED_OF or st.session_state.get(_period_key(sha256)):
        typed = right.text_input("Which quarter or month is it about?", key=_period_key(sha256), placeholder="2024/25 Q3")
        if typed and read_period(typed).period is None:
            right.warning(literal("It must be written like 2024/25 Q3 or January 2025."))
