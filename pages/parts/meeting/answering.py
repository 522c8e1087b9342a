"""Answers what a board put on record: a lead answers and says what it changed, the chair says whether that is enough."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.doing import still_offered
from pages.parts.meeting.doing import carry_through, doer_of, fresh, own_words
from pages.parts.telling import literal, say
from pages.parts.view import View
from programme.access import Deed
from programme.meeting import ChangedKind, Minuted
from reports.language.linked import plain_text
from reports.progress.meeting import Arising
from reports.sentences.meeting import item_sentence, reply_sentence
from store.meetings.meetings import judge_reply, reply_to

NOTHING = "nothing yet"
FORM = "answering"


def answering(view: View, found: Sequence[Arising]) -> None:
    """The forms, for whoever may use them, where there is anything to answer or to judge."""
    if view.as_at is not None:
        return
    answerable = [each for each in found if each.item.said.kind is not Minuted.JUDGEMENT]
    waiting = sorted(answerable, key=lambda each: (not each.item.open, -each.late))
    if waiting and view.may(Deed.ANSWER):
        _answer(view, waiting)
    judged = _waiting_for_the_board(found)
    if judged and view.may(Deed.RECORD_CHALLENGE):
        _judge(view, judged)


def _waiting_for_the_board(found: Sequence[Arising]) -> list[Arising]:
    """What was answered and not judged yet, or was chosen to be judged before another judged it."""
    answered = {each.item.number: each for each in found if each.item.reply and _asked(each)}
    waiting = [number for number, each in answered.items() if each.item.reply.satisfied is None]
    return [answered[number] for number in still_offered(fresh("judging", "judged"), waiting, answered)]


def _asked(each: Arising) -> bool:
    return each.item.said.kind in (Minuted.CHALLENGE, Minuted.REQUEST)


def _answer(view: View, waiting: Sequence[Arising]) -> None:
    with st.expander("Answer the board"), st.form(FORM, border=False):
        names = {each.item.number: plain_text(item_sentence(each)) for each in waiting}
        number = st.selectbox(
            "What is answered?",
            list(names),
            format_func=lambda each: literal(names[each]),
            key=fresh(FORM, "answered"),
        )
        words = own_words(view, "The answer, or how far it is", FORM, "answer")
        done_on = st.date_input("Done on, where it was to be done", None, format="DD/MM/YYYY", key=fresh(FORM, "done on"))
        kind = st.selectbox("What did it change?", [NOTHING, *ChangedKind], format_func=literal, key=fresh(FORM, "changed"))
        ref = own_words(view, "Which: its ref, number or words", FORM, "which changed")
        doer = doer_of(view, FORM)
        pressed = st.form_submit_button("Answer", type="primary")
    if pressed:
        changed = [] if kind == NOTHING else [(ChangedKind(kind), ref)]
        carry_through(lambda store, given: _answered(reply_to(store, number, words, given, done_on, changed)), doer)


def _answered(_: None) -> str:
    return "The answer is on record."


def _judge(view: View, judged: Sequence[Arising]) -> None:
    with st.expander("Is the board satisfied?"), st.form("judging", border=False):
        names = {each.item.number: f"{each.item.ref}: {reply_sentence(each, each.item.reply)}" for each in judged}
        number = st.selectbox(
            "With which answer?", list(names), format_func=lambda each: literal(names[each]), key=fresh("judging", "judged")
        )
        say("An answer with which the board is not satisfied is waited for again.", quiet=True)
        doer = doer_of(view, "judging")
        yes, no = st.form_submit_button("The board is satisfied"), st.form_submit_button("It is not")
    if yes or no:
        carry_through(lambda store, given: _judged(judge_reply(store, number, yes, given), yes), doer)


def _judged(_: None, satisfied: bool) -> str:
    return f"It is on record that the board {'is satisfied' if satisfied else 'waits for another answer'}."
