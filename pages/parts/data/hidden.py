"""What is hidden from readers and was asked to be shown: the list, and the administrator's grant or refusal."""

from collections.abc import Mapping

import streamlit as st

from access.unhiding import asked_for, grant, refuse
from pages.parts.doing import boxes_of, done_or_told, still_offered
from pages.parts.downloads import table_with_download
from pages.parts.telling import literal, say, title
from pages.parts.today import day_ticked
from pages.parts.unsent import words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.submission import Acceptance
from reports.sentences.disclosure import hidden_headline
from reports.tables.hidden import asked_table

ELSEWHERE = "Whoever needs one asks an analyst, who may ask for its release; an administrator grants or refuses it."


def hidden_tab(view: View) -> None:
    """What the sign means, for everybody; what was asked for and what was said to it, for those who ask and who grant."""
    title(hidden_headline(view.records.hidden.items, view.quarter))
    say(f"{HIDDEN_WORDS}: every figure that reads {HIDDEN_SIGN}. Once hidden, it stays so until its release is granted.")
    if not (view.may(Deed.ASK_RELEASE_HIDDEN) or view.may(Deed.RELEASE_HIDDEN)):
        say(ELSEWHERE)
        return
    say("An analyst asks for it under “Definition and source” of a measure, with a reason; an administrator grants it here.")
    found = asked_for(database(), view.as_at)
    if not found:
        st.write("No release of a hidden figure was asked for.")
        return
    table_with_download(view, asked_table(found), "hidden-asked-for.csv")
    titles = {each.number: f"{each.number}: {each.item.told}" for each in found}
    box = f"{boxes_of('ruling')} number"
    waiting = still_offered(box, [each.number for each in found if each.ruling is None], titles)
    if waiting and view.as_at is None and view.may(Deed.RELEASE_HIDDEN):
        _ruling(view, {number: titles[number] for number in waiting}, box)


def _ruling(view: View, titles: Mapping[int, str], box: str) -> None:
    """Grant or refuse one that is open. Whether it would give another count away is asked once more when it is granted."""
    st.header("Grant or refuse a release")
    with st.form("ruling"):
        number = st.selectbox("Which figure?", list(titles), format_func=lambda each: literal(titles[each]), key=box)
        by = name_given(view.person)
        reason = words_box(view.person, "Why is it granted or refused?", "why rule", form="ruling")
        confirmed = day_ticked("ruling")
        granted = st.form_submit_button("Grant the release", type="primary")
        refused = st.form_submit_button("Refuse it")
    if granted or refused:
        acceptance = Acceptance(view.person.called(by), reason, confirmed=confirmed)
        done_or_told(lambda: _ruled(number, acceptance, granted), form="ruling")


def _ruled(number: int, acceptance: Acceptance, granted: bool) -> str:
    item = (grant if granted else refuse)(database(), number, acceptance).item
    told = "Readers see it from now on, and not at earlier moments." if granted else "It stays hidden."
    return f"Number {number} is {'granted' if granted else 'refused'}: {item.told}. {told}"
