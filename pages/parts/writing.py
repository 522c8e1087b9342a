"""Where words are written on screen: behind one quiet button, for who may, with the fields that their sheet declares."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup

from pages.parts.doing import NOTICE
from pages.parts.in_window import anew_where_overtaken, first_shown
from pages.parts.telling import literal, say
from pages.parts.today import day_ticked
from pages.parts.unfolded import built_once_open
from pages.parts.unsent import remembered, words_box
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed, NotAllowed, Owned, may
from programme.finding import Finding
from programme.quarter import Quarter
from programme.sheets.form import FormColumn, FormSheet
from programme.sheets.holds import ANSWER, DATE, TEXT
from programme.sheets.summary import SAID_AS, SUMMARY
from programme.submission import Acceptance
from programme.wordings import LONGEST_WORDS, TO_WRITE, Wording
from reports.markup.wordings import summary_note
from reports.progress.summary import lead_summary
from reports.progress.wordings import said_now, summary_words, words_beside
from reports.sentences.versions import answer_text
from reports.sentences.wordings import written_words
from store.database import Overtaken, StoreError
from store.returns.versions import latest_change
from store.returns.wordings import answered_of_wording
from store.returns.writing import withdraw_words

if TYPE_CHECKING:
    from loaders.wordings import WordsChecked

WHY = "Why is it written, or written otherwise than it stands?"
STANDS = "It stands beside what returns say, with your name, the moment and why. What is written or accepted later counts."


def writing(view: View, form: FormSheet, apart: Mapping[str, str], label: str) -> None:
    """A place to write one row of a sheet, `apart` being what tells it from others, by heading; nothing for who may not.

    Where something is written already, who wrote it and analysts can take it back here.
    """
    if view.as_at is not None:
        return
    box = _Box(view, form, apart)
    if view.may(TO_WRITE[form.name]) or box.withdrawable:
        built_once_open(label, box.key, lambda: _inside(box))


def summary_writing(view: View, weakness: str, label: str) -> None:
    """A place to write one of the sentences of a quarter, of one weakness or (empty) of the whole: which is chosen first."""
    written = summary_words(view.progress, view.quarter, int(weakness) if weakness else None)
    withdrawable = view.may(Deed.WITHDRAW) and any(each.standing for _, _, each in written)
    if view.as_at is not None or not (view.may(TO_WRITE[SUMMARY.name]) or withdrawable):
        return
    built_once_open(label, f"summary {view.quarter} {weakness}", lambda: _chosen(view, weakness))


def _chosen(view: View, weakness: str) -> None:
    """Which of the sentences is written, and its form."""
    key = f"which words {view.quarter} {weakness}"
    kind = st.selectbox(literal(SUMMARY.kind.heading), SAID_AS, key=f"{key} kind")
    said = lead_summary(view.progress, view.quarter, int(weakness) if weakness else None).of(kind)
    taken = sorted({each.said.place for each in said})
    places = [*taken, max(taken, default=0) + 1]
    told = {place: f"{place}" if place in taken else f"{place}, a new one" for place in places}
    place = st.selectbox(literal(SUMMARY.place.heading), places, key=f"{key} {kind} place", format_func=told.get)
    about = {SUMMARY.weakness.heading: weakness, SUMMARY.kind.heading: kind, SUMMARY.place.heading: str(place)}
    _inside(_Box(view, SUMMARY, about))


def summary_told(view: View, weakness: int | None) -> Markup:
    """Which of the sentences of a quarter were written here, by whom, and what else was said in their place."""
    return summary_note(
        (f"{kind} {place}", each) for kind, place, each in summary_words(view.progress, view.quarter, weakness)
    )


def row_writing(view: View, form: FormSheet, apart: Mapping[str, str], quarter: Quarter) -> None:
    """The fields of one row, of a quarter of its own, where a page has opened the place for them itself."""
    _inside(_Box(view, form, apart, quarter))


def _inside(box: "_Box") -> None:
    if box.view.may(TO_WRITE[box.form.name]):
        _answered(box)
        _form(box)
    if box.withdrawable:
        _withdrawal(box)


def _answered(box: "_Box") -> None:
    """What was queried of the words that stand when they were written, and why they are right all the same."""
    for each in answered_of_wording(database(), box.standing.number, box.view.person) if box.standing else ():
        say(f"Asked when it was written: {answer_text(each)}", quiet=True)


class _Box:
    """One row to be written: its sheet, what it is about, what it says now, and the key that its fields share."""

    def __init__(self, view: View, form: FormSheet, apart: Mapping[str, str], quarter: Quarter | None = None):
        self.view, self.form, self.apart, self.quarter = view, form, apart, quarter or view.quarter
        self.fields = tuple(each for each in form.columns if each.name not in form.apart)
        self.key = f"words {form.name} {self.quarter} {' '.join(apart.values())}"
        understood = tuple(each.holds.understood(apart.get(each.heading, "")) for each in form.named(*form.apart))
        self._row = said_now(view.progress, form, self.quarter, understood)
        self._beside = words_beside(view.progress, form, self.quarter, understood)

    def says(self, column: FormColumn) -> str:
        """What stands under a heading now."""
        return column.said(getattr(self._row, column.name)) if self._row else ""

    @property
    def standing(self) -> Wording | None:
        """The words that were written on screen and stand."""
        return self._beside.standing if self._beside else None

    @property
    def withdrawable(self) -> bool:
        """Whether words stand here that whoever looks may take back."""
        person, found = self.view.person, self.standing
        own = found and may(person, TO_WRITE[self.form.name], Owned(found.account)) and found.account == person.account
        return bool(found and (own or self.view.may(Deed.WITHDRAW)))

    @property
    def asked(self) -> tuple[Finding, ...]:
        """The queries that were asked since it was opened."""
        return st.session_state.get(self.named("asked"), ())

    def named(self, what: str) -> str:
        """The key of something in this box."""
        return f"{self.key} {what}"

    def opened(self) -> int:
        """The change after which it was opened, and what stands was read into its fields."""
        first = self.named(f"field {self.fields[0].name}")
        if first not in st.session_state:
            for each in ("seen", "asked"):
                st.session_state.pop(self.named(each), None)
        return int(remembered(self.view.person, self.named("seen"), str(self.view.records.change)))

    def emptied(self) -> None:
        """Forget what was typed, because it is stored."""
        for key in [each for each in st.session_state if str(each).startswith(f"{self.key} ")]:
            with suppress(KeyError):
                del st.session_state[key]


def _form(box: _Box) -> None:
    say(STANDS, quiet=True)
    seen = box.opened()
    with st.form(box.key):
        values = {**box.apart, **{each.heading: _field(box, each) for each in box.fields}}
        by = name_given(box.view.person, key=box.named("by"))
        reason = words_box(box.view.person, WHY, box.named("why"))
        with (asked_here := st.container()):
            reasons = dict(_answers(box, box.asked))
        confirmed = day_ticked(box.key)
        if st.form_submit_button("Store these words"):
            from loaders.wordings import check_words  # and every rule of returns: only once something is stored

            checked = check_words(box.form, box.quarter, values)
            acceptance = Acceptance(box.view.person.called(by), reason, reasons, seen=seen, confirmed=confirmed)
            with asked_here:
                _ask(box, checked)
            _store(box, checked, acceptance)


def _field(box: _Box, column: FormColumn) -> str:
    """The field for a column: a choice, a line, or room for sentences."""
    key = box.named(f"field {column.name}")
    stands = remembered(box.view.person, key, box.says(column))
    if column.choices:
        offered = tuple(dict.fromkeys(("", *column.choices, stands)))
        return st.selectbox(literal(column.heading), offered, key=key, format_func=lambda each: literal(each) or "–")
    if column.holds in (TEXT, ANSWER):
        return st.text_area(literal(column.heading), key=key, height=68, max_chars=LONGEST_WORDS)
    hint = "like 31 March 2025" if column.holds is DATE else None
    return st.text_input(literal(column.heading), key=key, max_chars=LONGEST_WORDS, placeholder=hint)


def _answers(box: _Box, asked: tuple[Finding, ...], already: int = 0) -> Iterator[tuple[Finding, str]]:
    """A reason for each query that was asked when it was to be stored before, in a box of its own."""
    for number, query in enumerate(asked, start=already + 1):
        st.warning(literal(query.message))
        yield query, words_box(box.view.person, "Why is it right all the same?", box.named(f"answer {number}"))


def _ask(box: _Box, checked: "WordsChecked") -> None:
    """Draw a box for each query that was not asked before; those that were are drawn already."""
    before = box.asked
    new = tuple(each for each in checked.queries if each not in before)
    st.session_state[box.named("asked")] = (*before, *new)
    for _ in _answers(box, new, len(before)):
        pass


def _store(box: _Box, checked: "WordsChecked", acceptance: Acceptance) -> None:
    from loaders.wordings import write_checked_words  # as above

    try:
        made = write_checked_words(database(), checked, acceptance)
    except (StoreError, NotAllowed) as refusal:
        if isinstance(refusal, Overtaken):
            st.session_state[box.named("seen")] = str(latest_change(database()))
        st.error(literal(refusal.outside if isinstance(refusal, StoreError) else str(refusal)))
        return
    if made.wording is None:
        for each in (*(each.message for each in checked.errors), made.refusal):
            st.error(literal(each))
        return
    box.emptied()
    st.session_state[NOTICE] = f"Stored: {written_words(made.wording)}."
    st.rerun()


def _withdrawal(box: _Box) -> None:
    found = box.standing
    if not st.toggle("Withdraw what is written here", key=box.named("withdrawing")):
        return
    say(f"It is {written_words(found)}. It will no longer count; nothing is deleted.")
    why, change = box.named("why withdrawn"), box.view.records.change
    seen = first_shown(why, change)
    with st.form(box.named("withdraw")):
        by = name_given(box.view.person, key=box.named("withdrawn by"))
        reason = words_box(box.view.person, "Why is it withdrawn?", why)
        confirmed = day_ticked(box.named("withdrawal"))
        if not st.form_submit_button("Withdraw"):
            return
        acceptance = Acceptance(box.view.person.called(by), reason, seen=seen, confirmed=confirmed)
        try:
            with anew_where_overtaken(why, change):
                withdraw_words(database(), found.number, acceptance)
        except (StoreError, NotAllowed) as refusal:
            st.error(literal(refusal.outside if isinstance(refusal, StoreError) else str(refusal)))
            return
        box.emptied()
        st.session_state[NOTICE] = "What was written here is withdrawn."
        st.rerun()
