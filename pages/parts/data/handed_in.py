"""The second step of an upload: a file is dropped in and kept as a draft, and every draft can be opened or thrown away."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from loaders.pipeline import Checked, check_file, known_to
from pages.parts import address
from pages.parts.data.file_at_hand import TOLD, HandedIn, chosen_of, keep_chosen, tell_above
from pages.parts.data.reading_as import how_read
from pages.parts.files import let_go
from pages.parts.telling import literal, say
from pages.parts.view import View, database
from pages.parts.who import still_here
from programme.access import NotAllowed, Person
from programme.aliases import aliases_standing
from programme.draft import KEPT, Draft
from programme.moment import day_text, time_text
from reports.markup.pieces import bold_first
from store.database import StoreError
from store.returns.aliases import aliases_of
from store.returns.drafts import DraftGone, draft_content, draft_of, drafts_of, keep_draft, throw_away
from store.returns.versions import latest_change, versions

DRAFT = "draft"
"""The key of the open draft, in the address and in the session."""

BOX = "A filled form, a history workbook, or anybody's spreadsheet (.xlsx, .ods or .csv)"
UNKEPT, ANEW = "file that is no draft", "told of a page opened anew"


@st.cache_resource
def server_began() -> datetime:
    """When this server was first asked for a page."""
    return datetime.now(UTC)


def handed_in(view: View) -> HandedIn | None:
    """The box, the drafts, and the file that is looked at; None where there is none."""
    st.header("2. Drop it in")
    server_began()  # from the first time that anybody could drop something in
    _take_what_was_dropped(view.person)
    file = _open_draft(view.person) or _unkept(view.person)
    for told in st.session_state.pop(TOLD, ()):
        st.warning(literal(told))
    opened = file.draft.key if file and file.draft else ""
    others = [each for each in drafts_of(database(), view.person) if each.key != opened]
    if file is None:
        st.write("Nothing is accepted until you say so. A file that turns red was not taken: load the page again.")
    elif file.draft:
        _one_draft(file.draft, view.person, opened=True)
    if others:
        say(f"Your {'other ' if file else ''}{'drafts' if len(others) > 1 else 'draft'}:")
        for each in others:
            _one_draft(each, view.person)
    return file


def _take_what_was_dropped(person: Person) -> None:
    """Take the file out of the box, so that it is empty for the next, and keep it as a draft where it is a return."""
    number = st.session_state.setdefault("files taken", 0)
    uploaded = st.file_uploader(BOX, key=f"return {number}")
    if uploaded is None:
        return
    content, name = uploaded.getvalue(), uploaded.name
    let_go(uploaded)
    st.session_state["files taken"] = number + 1
    close()
    file = HandedIn(name, content)
    keep_chosen(file, _chosen_before(name, person), person)
    st.session_state[UNKEPT] = file
    if checked(person, file).readable:
        _keep(file, person)
    st.rerun()


def _chosen_before(name: str, person: Person) -> Mapping[str, str]:
    """What was chosen of the draft by this name, whose place the file takes."""
    earlier = next((each for each in drafts_of(database(), person) if each.file_name == name), None)
    return chosen_of(HandedIn(name, b"", draft_of(database(), earlier.key, person))) if earlier else {}


def _keep(file: HandedIn, person: Person) -> None:
    """Keep a file as a draft, with what was chosen of it; one for which there is no room is looked at all the same."""
    try:
        draft = keep_draft(database(), file.content, file.file_name, person)
    except StoreError as refusal:
        st.session_state[UNKEPT] = replace(file, refused=True)
        tell_above(f"{file.file_name} is checked, but not kept as a draft. {refusal.outside}")
        return
    keep_chosen(replace(file, draft=draft), chosen_of(file), person)
    _open(draft)


def _unkept(person: Person) -> HandedIn | None:
    """The file that is no draft. One that can be read by now, as something was chosen or learnt, becomes one."""
    file: HandedIn | None = st.session_state.get(UNKEPT)
    if file is None or file.refused or not checked(person, file).readable:
        return file
    _keep(file, person)
    return _open_draft(person) or st.session_state.get(UNKEPT)


def _open(draft: Draft) -> None:
    st.session_state.pop(UNKEPT, None)
    st.session_state[DRAFT] = draft
    address.write(DRAFT, draft.key)


def close() -> None:
    """Nothing is looked at any more: the box is empty."""
    for key in (UNKEPT, DRAFT, ANEW, "accepted"):
        st.session_state.pop(key, None)
    address.write(DRAFT, "")
    address.write("accepted", "")


def _open_draft(person: Person) -> HandedIn | None:
    """The draft that the address names or that was open before, as the store holds it now."""
    before: Draft | None = st.session_state.get(DRAFT)
    asked = st.query_params.get(DRAFT)
    key = asked or (before.key if before else "")
    if not key:
        return None
    try:
        draft = draft_of(database(), key, person)
        content = _content(draft, person)
    except (DraftGone, NotAllowed) as refusal:
        told = refusal.outside if isinstance(refusal, DraftGone) else str(refusal)
        st.warning(literal((before and before.key == key and _what_became(before)) or told))
        close()
        return None
    if before is None or before.key != key:
        st.session_state[ANEW] = key, _opened_anew(draft)
    if told := _told_anew(key):
        st.info(literal(told))
    if before and before.key == key and before.sha256 != draft.sha256:
        st.warning(literal(f"{draft.file_name} was handed in again in another window: this is what it holds now."))
    _open(draft)
    return HandedIn(draft.file_name, content, draft)


def _told_anew(key: str) -> str:
    """That the page was opened anew, in whatever drawings follow, until another file is looked at."""
    of, told = st.session_state.get(ANEW, ("", ""))
    return told if of == key else ""


def _content(draft: Draft, person: Person) -> bytes:
    """The bytes, read once for each file that is looked at."""
    held = st.session_state.get("bytes of a draft")
    if held is None or held[0] != draft.sha256:
        held = st.session_state["bytes of a draft"] = (draft.sha256, draft_content(database(), draft.key, person))
    return held[1]


def _opened_anew(draft: Draft) -> str:
    """What somebody must know whose page was loaded again, or whose server was started again under it."""
    name, began = draft.file_name, server_began()
    if began > draft.begun_at:
        return (
            f"WSoA Monitor was started again on {time_text(began)}, so this page was opened anew. Your draft {name} is "
            "here, with what you had answered. What was typed while it did not answer must be typed again."
        )
    return f"Your draft {name} is open, with what you had answered."


def _what_became(draft: Draft) -> str:
    """As which version the return of a draft that is gone was accepted, or that it was thrown away, or is too old."""
    if draft.gone_after <= datetime.now(UTC):
        return f"Your draft {draft.file_name} is gone: it was kept for {KEPT.days} days."
    stored = reversed(versions(database()))
    found = next((each for each in stored if each.sha256 == draft.sha256 and each.withdraws is None), None)
    if found is None:
        return f"Your draft {draft.file_name} is gone: it was thrown away in another window."
    return (
        f"{draft.file_name} was accepted in another window as version {found.number}, by {found.doer} on "
        f"{day_text(found.accepted_at)}. Nothing is left to do here."
    )


def _one_draft(draft: Draft, person: Person, *, opened: bool = False) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        leave = ": you can leave this page and come back" if opened else ""
        say(bold_first(draft.file_name, f"is kept as your draft until {day_text(draft.gone_after)}{leave}."))
        if not opened:
            st.button("Open", key=f"open {draft.key}", help=literal(draft.file_name), on_click=partial(_opened, draft))
        st.button("Throw away", key=f"throw {draft.key}", on_click=partial(_thrown_away, draft, person))


def _opened(draft: Draft) -> None:
    if not still_here(database()):
        return
    close()
    _open(draft)


def _thrown_away(draft: Draft, person: Person) -> None:
    if not still_here(database()):
        return
    try:
        throw_away(database(), draft.key, person)
    except StoreError as refusal:
        tell_above(refusal.outside)
        return
    opened: Draft | None = st.session_state.get(DRAFT)
    if opened and opened.key == draft.key:
        close()
    st.session_state["notice"] = f"The draft {draft.file_name} is thrown away. Nothing that was accepted has changed."


def checked(person: Person, file: HandedIn) -> Checked:
    """The file read and checked, once for each state of the store and for what people mean by names."""
    how = how_read(file)
    key = (file.file_name, file.sha256, latest_change(database()), aliases_standing(aliases_of(database())), how)
    if st.session_state.get("checked key") != key:
        with st.spinner(literal(f"Reading {file.file_name} …")):
            known = known_to(database(), person)
            st.session_state["checked"] = check_file(file.content, file.file_name, known=known, how=how)
        st.session_state["checked key"] = key
    return st.session_state["checked"]
