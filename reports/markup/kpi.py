"""The top of the KPI page in HTML: the figure and how it is judged, what the return says of it, what to read beside it."""

from collections.abc import Iterable

from markupsafe import Markup

from kpis.kpi import Kpi
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.moment import day_text
from programme.sheets.commentary import COMMENTARY, Commentary
from programme.sheets.written import WordingSource
from programme.workstreams import weaknesses
from record.tracked import Tracked
from reports.language.grammar import capitalised
from reports.language.linked import Pieces
from reports.language.numbers import target_and_floor
from reports.markup.pieces import Href, link, linked_text, listing, rating_chip, together
from reports.markup.sparkline import sparkline_image
from reports.progress.companions import Companion
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading
from reports.sentences.course import pace_sentence, plan_sentence
from reports.sentences.direction import direction_sentence, direction_short, since_last_words, trend_words
from reports.sentences.kpi import carried_clause, counts_clause
from reports.sentences.past import past_sentence
from reports.sentences.standards import target_history
from reports.sentences.ways import action_link, version_link
from reports.tables.table import Table

Particular = tuple[str, str]
"""A name and what holds."""


def figure_block(judged: Judgement) -> Markup:
    """Three columns: the figure and its rating; where it moves; the plan and the pace."""
    moving = [
        ("Direction", direction_sentence(judged)),
        (f"{capitalised(judged.since_last_rule)} (Kent's scorecard rule)", since_last_words(judged)),
        ("Trend (Kent's performance report rule)", trend_words(judged)),
    ]
    if past := past_sentence(judged):
        moving.insert(1, ("Beside its past", past))
    columns = (_figure(judged.reading), _particulars(moving), _particulars(_ahead(judged)))
    return Markup('<div class="standing">{}</div>').format(together(map(Markup("<div>{}</div>").format, columns)))


def facts_line(judged: Judgement) -> Markup:
    """`Amber Kent, October to December 2024 (322 of 550) · target at least 60%, floor 40% · improving since 2024/25 Q2`.

    What is carried forward or provisional says so beside its period.
    """
    reading = judged.reading
    target = reading.rated.target
    facts = (
        Markup("{}, {}{}{}").format(reading.area.name, reading.result.period, _states(reading), counts_clause(reading)),
        f"target {target_and_floor(reading.kpi, target)}" if target else "no target",
        direction_short(judged),
    )
    return Markup('<p class="facts-line">{}{} {}</p>').format(
        rating_chip(reading.rated.rating),
        " judged" if reading.override else "",
        Markup(" · ").join(facts),
    )


def _figure(reading: Reading) -> Markup:
    """The figure, its rating, what it covers, and the target with the basis it rests on."""
    figure = Markup('<span class="figure">{}</span> {}{}').format(
        reading.display, rating_chip(reading.rated.rating), " judged" if reading.override else ""
    )
    return together(map(Markup("<p>{}</p>").format, (figure, *_rests_on(reading))))


def _rests_on(reading: Reading) -> Iterable[Markup | str]:
    covers = f"{reading.area.name}, {reading.result.period}"
    yield Markup("{}{}. Period: {}.").format(covers, _states(reading), reading.kpi.basis.name)
    if target := reading.rated.target:
        yield f"Target: {target_and_floor(reading.kpi, target)}, since {target.since}. Basis: {target.basis}."
    if moved := target_history(reading):
        yield moved
    if reading.hidden:
        yield f"{HIDDEN_WORDS}."
    elif reading.rated.reason:
        yield f"Rating: {reading.rated.reason}."


def _states(reading: Reading) -> Markup:
    states = {"carried forward": reading.carried, "provisional": reading.result.provisional}
    return together(Markup(", <b>{}</b>").format(word) for word, holds in states.items() if holds)


def _ahead(judged: Judgement) -> list[Particular]:
    if judged.reading.hidden:
        return [("Planned course", HIDDEN_SIGN)]
    planned = plan_sentence(judged) or "None is on record."
    pace = pace_sentence(judged)
    return [("Planned course", planned), *([("Pace", pace)] if pace else [])]


def _particulars(particulars: Iterable[Particular]) -> Markup:
    return together(Markup("<p><b>{}</b><br>{}</p>").format(*each) for each in particulars)


def response_markup(written: Commentary, planned: Tracked | None, href: Href) -> Markup:
    """What is said about the figure, and what is done about a red, by whom, by when, and where that stands.

    `planned` is the action of the plan that it names as the management action, where it is one: it leads there.
    """
    said = {"What it shows": written.shows, COMMENTARY.why: written.why, COMMENTARY.next: written.next}
    particulars: list[tuple[str, Pieces]] = [(name, (text,)) for name, text in said.items() if text]
    if written.action:
        due = f"by {day_text(written.due)}" if written.due else "no date"
        named = action_link(planned, written.action) if planned else written.action
        particulars.append((COMMENTARY.action, (named, f" ({written.owner_role or 'no owner'}, {due}).")))
    told = together(Markup("<p><b>{}:</b> {}</p>").format(name, linked_text(text, href)) for name, text in particulars)
    source = linked_text(_read_from(written), href)
    return Markup('<div class="response">{}<p><small>{}</small></p></div>').format(told, source)


def _read_from(written: Commentary) -> Pieces:
    cell = written.source
    if isinstance(cell, WordingSource):
        return (f"Said of {written.quarter}.",)
    version = (", version ", version_link(cell.version)) if cell.version else ()
    return f"Returned for {written.quarter}. Read from {cell.file}, {cell}", *version, "."


def companions_markup(companions: Iterable[Companion], href: Href) -> Markup:
    """The KPIs that this one is never shown without, side by side as compact rows."""
    listed = together(_companion(one, href) for one in companions)
    return Markup('<section class="companions"><h2>Read it with</h2><ul>{}</ul></section>').format(listed)


def _companion(companion: Companion, href: Href) -> Markup:
    reading = companion.judged.reading
    about = (
        f"{companion.why.capitalize()}. {reading.area.name}, {carried_clause(reading) or reading.result.period}. "
        f"{direction_sentence(companion.judged)}"
    )
    return Markup("<li>{}<p><b>{}</b> {} {}</p><small>{}</small></li>").format(
        link(href("kpi", kpi=companion.kpi.id), companion.kpi.title),
        reading.display,
        rating_chip(reading.rated.rating),
        sparkline_image(companion.judged.line),
        about,
    )


def beneath_line(key: Iterable[str]) -> Markup:
    """What the signs of the line chart mean."""
    return Markup('<div class="key">{}</div>').format(_paragraphs(key))


def behind_line(quarters: Table, events: Table, href: Href) -> Markup:
    """The figure in every quarter, and how it stood before and after each event."""
    around = Markup("<h2>{}</h2>{}{}").format(events.caption, _paragraphs(events.notes), listing(events))
    return listing(quarters, href) + around


def _paragraphs(texts: Iterable[str]) -> Markup:
    return together(map(Markup("<p>{}</p>").format, texts))


def way_back(kpi: Kpi, beside: tuple[Judgement | None, Judgement | None], href: Href) -> Markup:
    """`Measures › 6 EHC process and plan quality › Oldest open assessment`.

    The list of all, the weakness that the KPI speaks to first, and the KPI by the name that brought people here; then the
    one before it and the one after it in the list by weakness.
    """
    first = weaknesses()[kpi.weaknesses[0]]
    here = Markup('<span aria-current="page">{}</span>').format(kpi.short)
    return Markup('<nav class="way" aria-label="The way back">{} › {} › {}{}</nav>').format(
        link(href("kpi"), "Measures"),
        link(href("weakness", weakness=str(first.number)), f"{first.number} {first.label}"),
        here,
        _beside(*beside, href),
    )


def way_to_measures(here: str, href: Href) -> Markup:
    """From the page of a measure that is in no KPI back to the list."""
    return Markup('<nav class="way" aria-label="The way back">{} › <span aria-current="page">{}</span></nav>').format(
        link(href("kpi"), "Measures"), here
    )


def _beside(before: Judgement | None, after: Judgement | None, href: Href) -> Markup:
    if before is None or after is None:
        return Markup("")
    ways = (
        link(href("kpi", kpi=each.line.kpi.id), text.format(each.line.kpi.short))
        for each, text in ((before, "‹ {}"), (after, "{} ›"))
    )
    return Markup('<span class="beside">{} {}</span>').format(*ways)
