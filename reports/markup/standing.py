"""Where the nine weaknesses, or the five workstreams, stand: one row each, for one screen of a projector."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from kpis.direction import Direction
from kpis.movement import Reference, told_since
from kpis.position import Agreement
from kpis.rating import Rating
from programme.sheets.participation import Participation
from programme.workstreams import Weakness
from reports.language.grammar import capitalised
from reports.markup.pieces import Href, column_heads, link, proportion, scrolling, sign, spoken, together
from reports.palette import POSITIONS, RATINGS
from reports.progress.delivery import Delivery
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.progress.standing import Standing
from reports.sentences.outcomes import delivery_sentence, outcome_sentence


def standing_table(rows: Sequence[Standing], href: Href, whole: bool = True) -> Markup:
    """One table; weaknesses have the inspectors' last word, the lead's and a parent's sentence besides.

    A part of the `whole` has its own figures; plan, leads and inspectors speak of the whole and do not stand beside them.
    """
    of_nine = isinstance(rows[0].both.about, Weakness)
    said = of_nine and whole
    name = "Weakness, and a parent's words" if said else "Weakness" if of_nine else "Workstream"
    since = _told_since(rows[0].both)
    heads = (
        name,
        *(("Progress: inspectors",) if said else ()),
        *map(_in_short, since),
        "Ratings now",
        *(("Actions",) if whole else ()),
        *(("Progress: the lead",) if said else ()),
    )
    caption = f"Where the {'nine weaknesses' if of_nine else 'five workstreams'} stand"
    table = Markup(
        '<table class="standing-rows"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>'
    ).format(caption, column_heads(heads), together(_row(each, whole, href) for each in rows))
    return scrolling(caption, table)


def _row(row: Standing, whole: bool, href: Href) -> Markup:
    said = whole and isinstance(row.both.about, Weakness)
    cells = (
        *((("Inspectors", _inspectors(row)),) if said else ()),
        *((_in_short(reference), _since(row.both, reference)) for reference in _told_since(row.both)),
        ("Ratings", _ratings(row.counts)),
        *((("Actions", _actions(row.both.delivered, row.both.about, href)),) if whole else ()),
        *((("Lead", _lead(row)),) if said else ()),
    )
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(
        _name(row, said, href), together(Markup('<td data-head="{}">{}</td>').format(*cell) for cell in cells)
    )


def _told_since(both: DeliveryBesideOutcome) -> tuple[Reference, ...]:
    return (told_since(both.delivered.quarter), Reference.LAST_YEAR)


def _in_short(reference: Reference) -> str:
    return capitalised(reference).partition(" (")[0]


def _name(row: Standing, said: bool, href: Href) -> Markup:
    about = row.both.about
    thing = "weakness" if isinstance(about, Weakness) else "workstream"
    named = link(href(thing, **{thing: str(about.number)}), f"{about.number} {about.label}")
    return named + (_voice(row.heard) if said else Markup(""))


def _voice(heard: Participation | None) -> Markup:
    """What a parent said, as it was returned and so without quotation marks; or that nothing is recorded."""
    said = heard.you_said if heard and heard.you_said else "Nothing heard in the last year"
    return Markup('<small title="{}">{}</small>').format(said, said)


def _inspectors(row: Standing) -> Markup:
    said = capitalised(judged_in_short(row.judged)) if row.judged else "No judgement yet"
    return Markup('<span class="quiet">{}</span>').format(said)


def _since(both: DeliveryBesideOutcome, reference: Reference) -> Markup:
    """The position as arrow and word, with how many are better and worse under it; the whole sentence for the ear."""
    found = both.outcome.since(reference)
    mark = POSITIONS[found.word]
    better, worse = found.going(Direction.IMPROVING), found.going(Direction.WORSENING)
    return Markup('<span class="position">{} {}</span><small>{} better, {} worse{}</small>').format(
        sign(mark.shape), mark.word, better, worse, spoken(f". {outcome_sentence(both, reference)}")
    )


def _ratings(counts: Mapping[Rating, int]) -> Markup:
    """The four counts over a bar in proportion; the numbers and their words carry it."""
    if not any(counts.values()):
        return Markup("no KPI for this area")
    told = together(
        Markup('<span class="{}">{} {}{}</span> ').format(
            "move" if counts[rating] else "move nothing", sign(mark.shape), counts[rating], spoken(f" {mark.word.lower()}")
        )
        for rating, mark in RATINGS.items()
    )
    return told + proportion((counts[rating], RATINGS[rating].colours.background) for rating in RATINGS)


def _actions(delivered: Delivery, about, href: Href) -> Markup:
    """`12 of 22 done, 11 evidenced, 6 late`, over a bar: done with evidence, done without, late, still to come."""
    total, done, evidenced, late = (
        len(each) for each in (delivered.actions, delivered.done, delivered.evidenced, delivered.overdue)
    )
    if not total:
        return Markup("no action")
    thing = "weakness" if isinstance(about, Weakness) else "workstream"
    told = Markup('{} <small class="inline">{} evidenced</small> {}{}').format(
        link(href("actions", **{f"for_{thing}": str(about.number)}), f"{done} of {total} done"),
        evidenced,
        Markup('<span class="{}">{} late</span>').format("late" if late else "quiet", late),
        spoken(f". {delivery_sentence(delivered)}"),
    )
    parts = ((evidenced, "var(--done)"), (done - evidenced, "var(--claimed)"), (late, "var(--late)"))
    return told + proportion((*parts, (total - done - late, "var(--to-come)")))


def _lead(row: Standing) -> Markup:
    if row.lead is None or not row.lead.text:
        return Markup('<span class="quiet">not returned</span>')
    return Markup("{}{}").format(capitalised(judged_in_short(row.lead.text)), _differs(row))


def _differs(row: Standing) -> Markup | str:
    """What the evidence says instead; since when, where no column says that: the lead is held against the baseline."""
    if row.agreement is not Agreement.DISAGREE:
        return ""
    since = "" if Reference.BASELINE in _told_since(row.both) else f" {Reference.BASELINE}"
    evidence = row.both.outcome.evidence
    return Markup('<small class="late">⚑ {}{}{}</small>').format(evidence, since, spoken(": the evidence differs"))


def judged_in_short(judgement: str) -> str:
    """`not yet sufficient` for *not yet sufficient progress*: what it is about stands in the column's head."""
    return judgement.removesuffix(" progress")
