"""The top of the KPI page in HTML: the figure and how it is judged, what the return says of it, what to read beside it."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from programme.moment import day_text
from programme.sheets.commentary import Commentary
from reports.charts.sparkline import sparkline_image
from reports.language.numbers import target_and_floor
from reports.markup.grids import Href
from reports.markup.pieces import listing, rating_chip
from reports.progress.before_after import CAUTION
from reports.progress.companions import Companion
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading
from reports.sentences.course import course_sentence, plan_sentence
from reports.sentences.kpi import direction_words, trend_words

Fact = tuple[str, str]
"""A name and what holds."""


def standing(judged: Judgement) -> str:
    """Three columns: the figure and its rating; where it moves; the plan and the course."""
    moving = [(judged.rule.capitalize(), direction_words(judged)), ("Trend", trend_words(judged))]
    columns = (_figure(judged.reading), _facts(moving), _facts(_ahead(judged)))
    return f'<div class="standing">{"".join(f"<div>{column}</div>" for column in columns)}</div>'


def _figure(reading: Reading) -> str:
    """The figure, its rating, what it covers, and the target with the basis it rests on."""
    judged = " judged" if reading.override else ""
    about = escape(f"{reading.area.name}, {reading.result.period}")
    said = [f"{about}{_states(reading)}. Period: {reading.kpi.basis.name}."]
    if target := reading.rated.target:
        held = target_and_floor(reading.kpi, target)
        said.append(escape(f"Target: {held}, since {target.since}. Basis: {target.basis}."))
    if reading.rated.reason:
        said.append(escape(f"Rating: {reading.rated.reason}."))
    figure = f'<span class="figure">{escape(reading.display)}</span> {rating_chip(reading.rated.rating)}{judged}'
    return "".join(f"<p>{each}</p>" for each in (figure, *said))


def _states(reading: Reading) -> str:
    states = {"carried forward": reading.carried, "provisional": reading.result.provisional}
    return "".join(f", <b>{word}</b>" for word, holds in states.items() if holds)


def _ahead(judged: Judgement) -> list[Fact]:
    if plan := plan_sentence(judged):
        return [("Plan", plan), ("Course", course_sentence(judged))]
    return [("Plan", f"None: {judged.reading.rated.reason or 'no target applies in this quarter'}.")]


def _facts(facts: Iterable[Fact]) -> str:
    return "".join(f"<p><b>{escape(name)}</b><br>{escape(text)}</p>" for name, text in facts)


def response_markup(written: Commentary) -> str:
    """What the return says about the figure, and what is done about a red, by whom, by when, and the cell it stands in."""
    said = {"What it shows": written.shows, "Why": written.why, "What next": written.next}
    facts = [(name, text) for name, text in said.items() if text]
    if written.action:
        due = f"by {day_text(written.due)}" if written.due else "no date"
        facts.append(("Management action", f"{written.action} ({written.owner_role or 'no owner'}, {due})."))
    told = "".join(f"<p><b>{name}:</b> {escape(text)}</p>" for name, text in facts)
    source = f"Read from {written.source.file}, {written.source}, version {written.source.version}."
    return f'<div class="response">{told}<p><small>{escape(source)}</small></p></div>'


def companions_markup(found: Iterable[Companion], href: Href) -> str:
    """The KPIs that this one is never shown without, side by side as compact rows."""
    listed = "".join(_companion(one, href) for one in found)
    return f'<section class="companions"><h2>Read it with</h2><ul>{listed}</ul></section>'


def _companion(one: Companion, href: Href) -> str:
    reading = one.judged.reading
    about = f"{one.why.capitalize()}. {reading.area.name}, {reading.result.period}. {direction_words(one.judged)}"
    return (
        f'<li><a href="{escape(href("kpi", kpi=one.kpi.id))}">{escape(one.kpi.title)}</a>'
        f"<p><b>{escape(reading.display)}</b> {rating_chip(reading.rated.rating)} {sparkline_image(one.judged.line)}</p>"
        f"<small>{escape(about)}</small></li>"
    )


def beneath_line(key: Iterable[str], events: pd.DataFrame) -> str:
    """What the signs of the line chart mean, and folded away how the figure stood before and after each event."""
    said = "".join(f"<p>{escape(each)}</p>" for each in key)
    about = "Before and after each event"
    folded = f"<summary>{about}</summary><p>{escape(CAUTION)}</p>{listing(events, about)}"
    return f'<div class="key">{said}</div><details class="words">{folded}</details>'
