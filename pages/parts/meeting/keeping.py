"""Kept packs on the page: to whom each went, its files as kept, what has moved since, and the form that keeps one."""

from functools import partial

import streamlit as st

from pages.parts.downloads import listed_table
from pages.parts.files import offer_file
from pages.parts.meeting.doing import carry_through, doer_of
from pages.parts.pack import ZIP
from pages.parts.telling import literal, say
from pages.parts.unfolded import built_once_open
from pages.parts.unsent import words_area
from pages.parts.view import View, database, progress
from programme.access import Deed, Role
from programme.kept_packs import KeptPack
from programme.signoff import SignOffState
from programme.submission import Acceptance
from reports.kept_commands import DOCUMENTS, keep_signed, kept_files, pack_moves, packs_apart
from reports.language.grammar import counted, is_or_are
from reports.pack.files import zipped
from reports.pack.kept_tables import files_table, moves_table, sendings_table
from reports.pack.made import NothingToPack
from reports.pack.moved import PackMove
from reports.statement_commands import statement_made
from store.database import Database, StoreError
from store.signing.kept_packs import kept_packs

SIGNED = (SignOffState.APPROVED, SignOffState.EMBARGOED, SignOffState.PUBLISHED)
STANDS = "what stands"
KEEP = "Keep the pack of this quarter"
PDF = "application/pdf"
STATEMENT = "Statement for DfE and NHS England: what was asked, all nine, what went (PDF)"
GOES = {"Board pack": DOCUMENTS[0], "Statement for DfE and NHS England": DOCUMENTS[1]}


def packs_kept(view: View) -> None:
    """The kept packs of the quarter, for those who are shown what is not signed off, and the form for who may keep one."""
    if not view.may(Deed.SEE_UNSIGNED):
        return
    _statement_offered(view)
    known = kept_packs(database(), view.person, view.as_at)
    if own := [each for each in known if each.quarter == view.quarter]:
        st.header(literal(f"{counted(len(own), 'pack')} of {view.quarter} {is_or_are(len(own))} kept"), anchor="kept-packs")
        listed_table(sendings_table(own), view)
        for pack in own:
            _offered(view, pack)
            others = [each for each in known if each.id != pack.id]
            built_once_open(f"What has moved since {pack.id}", f"moved {pack.id}", partial(_moved, view, pack, others))
    if view.as_at is None and view.may(Deed.KEEP_PACK) and view.records.sign_off.state(view.quarter) in SIGNED:
        built_once_open(KEEP, f"keep {view.quarter}", partial(_form, view))


def _statement_offered(view: View) -> None:
    """The statement of what is signed of the quarter, or of what stands until it is."""
    if view.quarter in view.records.quarters:
        with view.take_away:
            name = f"statement-{view.quarter.file_name}.pdf"
            offer_file(view.person, STATEMENT, name, PDF, partial(_statement, view), deed=Deed.SEE_UNSIGNED)


def _statement(view: View) -> bytes:
    return statement_made(database(), view.quarter, view.as_at, view.person).files[0].content


def _offered(view: View, pack: KeptPack) -> None:
    if not pack.redacted:
        with view.take_away:
            made = partial(_zip, view, pack)
            offer_file(view.person, f"Kept pack {pack.id} (ZIP)", f"{pack.id}.zip", ZIP, made, deed=Deed.SEE_UNSIGNED)


def _zip(view: View, pack: KeptPack) -> bytes:
    return zipped(kept_files(database(), pack, view.person))


def _moved(view: View, pack: KeptPack, others: list[KeptPack]) -> None:
    """What says something else than the pack: what stands, or another pack; and the hashes of its files."""
    against = st.selectbox("Held against", [STANDS, *(each.id for each in others)], key=f"against {pack.id}")
    if against == STANDS:
        moves = _moved_since(view, pack)
    else:
        moves = packs_apart(database(), pack, next(each for each in others if each.id == against), view.person)
    if moves:
        caption = f"{counted(len(moves), 'line')} of {pack.id} held against {against}"
        listed_table(moves_table(moves, caption, view.may(Deed.SEE_VERSIONS)), view)
    else:
        say("Nothing of it says anything else: no figure, rating, direction, sentence or word.")
    listed_table(files_table(pack), view)


def _moved_since(view: View, pack: KeptPack) -> tuple[PackMove, ...]:
    """Worked out once for what stands, however often something else is pressed on the page."""
    stands = progress(Role.LEAD, view.as_at)
    return stands.drawn.answer(
        ("moved since", pack.id, view.person), lambda: pack_moves(database(), pack, view.person, stands)
    )


def _form(view: View) -> None:
    form = f"{KEEP} {view.quarter}"
    say("It is made of what was signed, for readers, in all its formats, and kept byte for byte.", quiet=True)
    with st.form(form, border=False):
        goes = st.selectbox("What goes", list(GOES), key=f"{form} what")
        recipients = words_area(view.person, "To whom it goes", f"{form} to", form, "", 68)
        doer = doer_of(view, form)
        pressed = st.form_submit_button(literal(KEEP), type="primary")
    if pressed:
        carry_through(lambda store, accepted: _kept(store, accepted, view, recipients, GOES[goes]), doer)


def _kept(store: Database, accepted: Acceptance, view: View, recipients: str, document: str) -> str:
    try:
        pack = keep_signed(store, view.quarter, recipients, accepted, document)
    except NothingToPack as said:
        raise StoreError(str(said)) from None
    return f"The pack {pack.id} is kept."
