"""The tabs of the page that keeps the store: who did and looked at what, copies, and words that must go."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

import streamlit as st

from access.upkeep import (
    back_up_now,
    backup_runs,
    carry_out,
    checked_log,
    copies_kept,
    name_redaction,
    read_log,
    redactions,
    refuse_redaction,
    verdict_text,
)
from pages.parts.doing import boxes_of, done_or_told
from pages.parts.downloads import listed_table, offer_table
from pages.parts.telling import literal, say, title
from pages.parts.unsent import words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed, refusal
from programme.moment import day_text
from programme.redaction import RedactedKind, RedactedPlace, Redaction
from programme.submission import Acceptance
from reports.language.grammar import counted
from reports.tables.upkeep import backups_table, copies_table, log_table, redactions_table
from store.database import StoreError

SHOWN = 300
DAYS = {"the last 7 days": 7, "the last 31 days": 31, "all 24 months": None}
WHAT = {
    "The file of a version": "version",
    "The file of a release": "release",
    "A cell": "cell",
    "Words, such as a name": "words",
}


def log_tab(view: View) -> None:
    """The newest rows, and whether the log is whole."""
    title("Log")
    if _refused(view, Deed.READ_LOG):
        return
    with suppress(StoreError):  # said above
        database().looks.flush()
    say(verdict_text(checked_log(database(), view.person)))
    days = DAYS[st.selectbox("Show", list(DAYS), key="days of the log")]
    rows = read_log(database(), view.person, datetime.now(UTC) - timedelta(days=days) if days else None)
    if len(rows) > SHOWN:
        say(
            f"The newest {SHOWN} of {counted(len(rows), 'row')} are shown; the file to take away holds them all.", quiet=True
        )
    if rows:
        listed_table(log_table(rows[-SHOWN:]))
        offer_table(view, log_table(rows), "log.csv", "The log of this store")


def backups_tab(view: View) -> None:
    """What was made, what failed, what lies beside the store, and one to be made now."""
    title("Backups")
    if _refused(view, Deed.BACK_UP):
        return
    if st.button("Back up now"):
        done_or_told(lambda: _made(view))
    runs, copies = backup_runs(database()), copies_kept(database())
    if runs:
        listed_table(backups_table(runs))
    else:
        st.write("The app has made no backup yet.")
    if copies:
        listed_table(copies_table(copies))


def _made(view: View) -> str:
    folder, digest = back_up_now(database(), view.person)
    return f"The store is copied to {folder.name}. The hash of its manifest is {digest}. Keep it apart from the copy."


def redaction_tab(view: View) -> None:
    """What was named and what was done; naming for analysts, carrying out and refusing for administrators."""
    title("Redaction")
    if not view.may(Deed.REDACT) and _refused(view, Deed.NAME_REDACTION):
        return
    say("An analyst names a file, a cell or words; an administrator carries it out. Figures, versions and moments stay.")
    found = redactions(database())
    if found:
        listed_table(redactions_table(found))
    waiting = [each for each in found if each.ruling is None]
    if waiting and view.may(Deed.REDACT):
        _ruling(view, waiting)
    if view.may(Deed.NAME_REDACTION):
        _naming(view)
    kept = [copy for copy in copies_kept(database()) if copy.delete_by] if view.may(Deed.REDACT) else []
    if kept:
        say("These copies were made before and still hold what was redacted. Delete each by its day:")
        listed_table(copies_table(kept))


def _naming(view: View) -> None:
    st.header("Name what is to be redacted")
    kind = WHAT[st.selectbox("What?", list(WHAT), key="kind of redaction")]
    typed = partial(words_box, view.person, form="naming")
    with st.form("naming"):
        key = f"{boxes_of('naming')} number"
        number = 0 if kind == "words" else st.number_input("Number of the version or release", 1, step=1, key=key)
        sheet = typed("Sheet", "sheet to redact") if kind == "cell" else ""
        ref = typed("Cell", "cell to redact") if kind == "cell" else ""
        words = typed("Words", "words to redact") if kind == "words" else ""
        by = name_given(view.person)
        reason = typed("Why must it go? Do not repeat the words", "why it must go")
        if st.form_submit_button("Name it"):
            place = _place(kind, int(number), sheet, ref, words)
            done_or_told(lambda: _named(place, Acceptance(view.person.called(by), reason)), form="naming")


def _place(kind: str, number: int, sheet: str, ref: str, words: str) -> RedactedPlace:
    if kind == "words":
        return RedactedPlace(RedactedKind.NAME, words=words)
    if kind == "cell":
        return RedactedPlace(RedactedKind.ENTRY, version=number, sheet=sheet.strip(), ref=ref.strip())
    return RedactedPlace(RedactedKind.FILE, **{kind: number})


def _named(place: RedactedPlace, acceptance: Acceptance) -> str:
    number = name_redaction(database(), place, acceptance)
    return f"Named as number {number}: {place.told}. Nothing is redacted until an administrator carries it out."


def _ruling(view: View, waiting: list[Redaction]) -> None:
    st.header("Carry out or refuse")
    titles = {each.number: f"{each.number}: {each.place.told}" for each in waiting}
    words = {each.number: each.place.words for each in waiting if each.place.words}
    if words:
        say(f"The words are: {'; '.join(f'number {number}, {text}' for number, text in words.items())}.")
    with st.form("carrying out"):
        number = st.selectbox("Which?", list(titles), format_func=lambda each: literal(titles[each]))
        by = name_given(view.person)
        reason = words_box(view.person, "Why? It is shown where the words stood", "why redact", form="carrying out")
        carried = st.form_submit_button("Redact for good", type="primary")
        refused = st.form_submit_button("Refuse it")
    if carried or refused:
        acceptance = Acceptance(view.person.called(by), reason)
        ruled = _carried_out if carried else _refused_it
        done_or_told(lambda: ruled(number, acceptance), form="carrying out")


def _carried_out(number: int, acceptance: Acceptance) -> str:
    done = carry_out(database(), number, acceptance)
    return (
        f"Number {number} is redacted as of {day_text(done.redaction.ruling.at)}: {counted(done.texts, 'text')}, "
        f"{counted(done.files, 'original')}, {counted(done.drafts, 'draft')} and {counted(done.log, 'row')} of the log."
    )


def _refused_it(number: int, acceptance: Acceptance) -> str:
    found = refuse_redaction(database(), number, acceptance)
    return f"Number {number} is refused: {found.place.told} stays as it is."


def _refused(view: View, deed: Deed) -> bool:
    """Whether this person may not, and is told so."""
    if not view.may(deed):
        st.warning(literal(refusal(view.person, deed)))
    return not view.may(deed)
