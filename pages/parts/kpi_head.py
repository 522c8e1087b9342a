"""The top of the KPI page: the finding, the figure and how it is judged, the answer to a red, what to read beside it."""

from html import escape

import streamlit as st

from pages.parts.view import View
from reports.companions import Companion
from reports.course_words import course_sentence, plan_sentence
from reports.exceptions import commentaries, unanswered
from reports.judgement import Judgement
from reports.markup import rating_chip
from reports.moment import day_text
from reports.progress import Reading
from reports.sentence import direction_words, headline, sentence, trend_words
from reports.sparkline import sparkline_image
from reports.wording import target_and_floor


def head(judged: Judgement) -> None:
    """Title, figure, target, both directions, plan and course, and the sentence to say aloud."""
    st.title(headline(judged))
    figure, moving, course = st.columns([3, 3, 4])
    with figure:
        _figure(judged.reading)
    with moving:
        st.markdown(f"**{judged.rule.capitalize()}**  \n{direction_words(judged)}")
        st.markdown(f"**Trend**  \n{trend_words(judged)}")
    with course:
        if plan := plan_sentence(judged):
            st.markdown(f"**Plan**  \n{plan}")
            st.markdown(f"**Course**  \n{course_sentence(judged)}")
        else:
            st.markdown("**Plan**  \nNone: " + (judged.reading.rated.reason or "no target applies in this quarter") + ".")
    st.info(sentence(judged))


def _figure(reading: Reading) -> None:
    """The figure, its rating, what it covers, and the target with the basis it rests on."""
    chips = rating_chip(reading.rated.rating) + (" judged" if reading.judged else "")
    st.html(f'<p><span class="figure">{escape(reading.display)}</span> {chips}</p>')
    states = {"carried forward": reading.carried, "provisional": reading.result.provisional}
    marks = "".join(f", **{word}**" for word, holds in states.items() if holds)
    st.markdown(f"{reading.area.name}, {reading.result.period}{marks}. Period: {reading.kpi.basis.name}.")
    target = reading.rated.target
    if target:
        st.markdown(f"Target: {target_and_floor(reading.kpi, target)}, since {target.since}. Basis: {target.basis}.")
    if reading.rated.reason:
        st.markdown(f"Rating: {reading.rated.reason}.")


def response(view: View, judged: Judgement) -> None:
    """What the return says about the figure, and what is done about a red, by whom, by when."""
    kpi = judged.line.kpi
    if judged.line.area != kpi.areas[0]:
        return
    written = commentaries(view.records.logs.commentary, view.quarter).get(kpi.id)
    if written is not None:
        said = {"What it shows": written.shows, "Why": written.why, "What next": written.next}
        for name, text in said.items():
            if text:
                st.markdown(f"**{name}:** {text}")
        if written.action:
            owner = written.owner_role or "no owner"
            due = f"by {day_text(written.due)}" if written.due else "no date"
            st.markdown(f"**Management action:** {written.action} ({owner}, {due}).")
        st.caption(f"Read from {written.source.file}, {written.source}, version {written.source.version}.")
    if exception := unanswered(judged.reading, written):
        st.warning(exception.sentence)


def beside(view: View, found: list[Companion]) -> None:
    """The KPIs that this one is never shown without, as compact rows."""
    if not found:
        return
    st.header("Read it with")
    for place, one in zip(st.columns(len(found)), found, strict=True):
        with place, st.container(border=True):
            _companion(view, one)


def _companion(view: View, one: Companion) -> None:
    reading = one.judged.reading
    st.page_link("pages/kpi.py", label=one.kpi.title, query_params=view.link(kpi=one.kpi.id))
    spark = sparkline_image(one.judged.line)
    st.html(f"<p><b>{escape(reading.display)}</b> {rating_chip(reading.rated.rating)} {spark}</p>")
    st.caption(f"{one.why.capitalize()}. {reading.area.name}, {reading.result.period}. {direction_words(one.judged)}")
