"""Files to take away: a link to a route of ours, which asks who wants it; Streamlit keeps none of them."""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from pages.parts.telling import draw
from programme.access import Deed, Person, may
from programme.submission import Version
from reports.markup.pieces import file_link
from web.shelf import SESSION_HEADER, FileOffered, Shelf


def window() -> Shelf:
    """What this window offers. It goes with the session of the browser that opened it."""
    session = st.context.headers.get(SESSION_HEADER, "")
    shelf = st.session_state.get("shelf")
    if shelf is None or shelf.session != session:
        shelf = st.session_state["shelf"] = Shelf(session, get_script_run_ctx().session_id)
    return shelf


def offer_file(
    person: Person,
    label: str,
    name: str,
    kind: str,
    make: Callable[[], bytes | str],
    *,
    key: str = "",
    deed: Deed | None = None,
) -> None:
    """Offer a file that is made when somebody asks for it.

    What whoever sees hidden figures is shown may hold some, so that its file is for those who see them. `key` tells it
    apart from other files of the page, where its `name` does not.
    """
    takes = deed or (Deed.SEE_HIDDEN if may(person, Deed.SEE_HIDDEN) else Deed.TAKE_AWAY)
    address = window().lay(FileOffered(name, kind, make, person, takes), key or name)
    draw(file_link(address, label, name), width="content")


def let_go(uploaded: UploadedFile) -> None:
    """Let a file go that came up and is held elsewhere now: it takes no memory here any more."""
    context = get_script_run_ctx()
    context.uploaded_file_mgr.remove_file(context.session_id, uploaded.file_id)
    window().held.pop(uploaded.file_id, None)


def offer_original(person: Person, label: str, version: Version) -> None:
    """Offer a return as it was handed in, to who may see it; whoever looks as one role asks as that role."""
    if may(person, Deed.SEE_ORIGINAL):
        narrowed = f"?look_as={next(iter(person.roles))}" if len(person.roles) == 1 else ""
        draw(file_link(f"/originals/{version.number}{narrowed}", label, version.file_name), width="content")
