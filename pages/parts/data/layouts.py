"""The layouts by which other people's spreadsheets are read: to look at, and to take one back; and the one of a version."""

from collections.abc import Iterable
from functools import partial

import streamlit as st
from markupsafe import Markup

from loaders.layouts.known import layouts_known, layouts_listed
from loaders.layouts.layout import layout_read
from pages.parts.data.taking_back import taking_back_form
from pages.parts.downloads import table_with_download
from pages.parts.files import offer_file
from pages.parts.telling import draw, literal, say
from pages.parts.unfolded import built_once_open
from pages.parts.view import View, database
from programme.access import Deed
from programme.kept_layouts import ListedLayout
from programme.submission import Acceptance, Version
from reports.sentences.mapped import read_by_text
from reports.tables.layouts import layouts_table
from store.returns.layouts import layout_of_version, layouts_kept, withdraw_layout


def layout_list(view: View) -> None:
    """Every layout, folded away: which files it reads, who made it, its text, and a form to take one back."""
    listed = layouts_listed(layouts_kept(database()))
    standing = sum(each.stands for each in listed)
    build = partial(_listed, view, listed)
    built_once_open(f"Kinds of spreadsheets that are known: {standing} layouts", "layouts", build)


def _listed(view: View, listed: list[ListedLayout]) -> None:
    table_with_download(view, layouts_table(listed), "layouts.csv")
    texts = {_called(each): each.text for each in listed}
    if looked_at := st.selectbox("Look at a layout", list(texts), index=None, placeholder="choose"):
        _text_shown(view, texts[looked_at])
    if view.may(Deed.KEEP_LAYOUT) and any(each.may_go for each in listed):
        _withdrawal(view, (each for each in listed if each.may_go))


def _called(listed: ListedLayout) -> str:
    return f"{listed.name} (number {listed.kept.number})" if listed.kept else listed.name


def _text_shown(view: View, text: str) -> None:
    draw(Markup("<pre>{}</pre>").format(text))
    offer_file(view.person, "This layout as a file", "layout.toml", "text/plain", lambda: text)


def _withdrawal(view: View, may_go: Iterable[ListedLayout]) -> None:
    names = {each.kept.number: _called(each) for each in may_go}
    why = "Why is nothing to be read with it any more?"
    taking_back_form(view, names, "layout", why, "Take the layout back", _taken_back)


def _taken_back(number: int, given: Acceptance) -> str:
    gone = withdraw_layout(database(), number, given)
    return f"Nothing is read with {gone.name} (number {number}) any more. What was read with it stays as it is."


def version_layout(version: Version, view: View) -> None:
    """With which layout a version was read, and its text as it was then; nothing of a form of ours."""
    read_by = layout_of_version(database(), version.number) if view.may(Deed.SEE_VERSIONS) else None
    if read_by is None:
        return
    then = layout_read(read_by.layout, read_by.name)
    today = next((each for each in layouts_known(database()) if each.name == then.name), None)
    same = today and today.meaning(then.sheets) == then
    say(read_by_text(read_by.name, tuple(then.sheets.values()), stands=today is not None, same=bool(same)))
    with st.expander(literal("The layout, as it was then")):
        _text_shown(view, read_by.layout)
