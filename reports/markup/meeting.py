"""What boards put on record in HTML: each thing with what was answered, what its KPI has done since, and what it changed."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from programme.meeting import Meeting, Minutes
from programme.moment import time_text
from reports.language.linked import Pieces
from reports.markup.pieces import Href, bold_first, linked_text, together
from reports.progress.meeting import Arising, Consequence
from reports.progress.needs import NeedsTheBoard
from reports.sentences.meeting import (
    NEEDS,
    challenged_headline,
    changed_since,
    counts_sentence,
    held_sentence,
    item_sentence,
    led_to_sentence,
    meeting_name,
    reply_sentence,
    since_sentence,
    state_of,
    state_text,
    then_link,
)


def arising_list(found: Iterable[Arising], href: Href) -> Markup:
    """Things on record, a row each; those that wait say so first."""
    listed = together(_row(each, href) for each in found)
    return Markup('<ul class="on-record">{}</ul>').format(listed) if listed else listed


def record_rows(found: Iterable[Arising], led_to: Sequence[Consequence], href: Href) -> Markup:
    """Things on record where they stand for good: each found by its ref, with the way to what the board saw and what it
    changed."""
    changed = {each.challenge.item.number: led_to_sentence(each) for each in led_to}
    rows = ((each, changed.get(each.item.number, ())) for each in found)
    listed = together(_row(each, href, each.item.ref, (then_link(each), pieces)) for each, pieces in rows)
    return Markup('<ul class="on-record">{}</ul>').format(listed) if listed else listed


def _row(each: Arising, href: Href, at: str = "", more: Iterable[Pieces] = ()) -> Markup:
    told = [linked_text(item_sentence(each), href)]
    told += [reply_sentence(each, reply) for reply in each.item.replies]
    if state := state_text(each):
        told.append(bold_first(state))
    told += [part for part in (since_sentence(each), changed_since(each)) if part]
    told += [linked_text(pieces, href) for pieces in more if pieces]
    found_by = Markup(' id="{}"').format(at) if at else ""
    waits = Markup(' class="waits"') if each.item.open else ""
    return Markup("<li{}{}>{}</li>").format(found_by, waits, together(map(Markup("<p>{}</p>").format, told)))


def challenged(found: Sequence[Arising], href: Href) -> Markup:
    """The challenges about something, those that nobody answered first; nothing where there is none."""
    if not found:
        return Markup("")
    return Markup('<section class="challenged"><h2>{}</h2>{}</section>').format(
        challenged_headline(found), arising_list(found, href)
    )


def meeting_head(meeting: Meeting) -> Markup:
    """The name of a meeting, how it stands, who came, and what is on record."""
    real = " Illustrative." if meeting.illustrative else ""
    return Markup('<section class="meeting" id="meeting-{}"><h2>{}</h2><p><b>{}.</b> {} {}{}</p></section>').format(
        meeting.number, meeting_name(meeting), state_of(meeting), held_sentence(meeting), counts_sentence(meeting), real
    )


def agenda_points(meeting: Meeting, needs: NeedsTheBoard, arising: int, href: Href) -> Markup:
    """The agenda of a meeting in its order; a kind of what needs the board has its count and leads to its list."""
    counts = {name: len(getattr(needs, name)) for name in NEEDS if hasattr(needs, name)} | {"arising": arising}
    places = {name: f"needs-{at}" for at, name in enumerate((each for each in NEEDS if each != "arising"), start=1)}
    listed = together(_point(point.need, point.words, counts, places, href) for point in meeting.agenda)
    return Markup('<ol class="points">{}</ol>').format(listed) if listed else Markup("<p>Nothing stands on it yet.</p>")


def _point(need: str, words: str, counts: dict[str, int], places: dict[str, str], href: Href) -> Markup:
    if not need:
        return Markup("<li>{}</li>").format(words)
    address = "#arising" if need == "arising" else href("overview", at=places.get(need, "needs-1"))
    return Markup('<li><a href="{}">{}</a> <b>{}</b></li>').format(address, NEEDS.get(need, need), counts.get(need, 0))


def minutes_text(minutes: Minutes, word: str) -> Markup:
    """One version of the minutes with the chair's update, as they were written."""
    update = Markup("<ul>{}</ul>").format(
        together(map(Markup("<li>{}</li>").format, filter(str.strip, minutes.update.splitlines())))
    )
    told = Markup("<h3>The chair’s update</h3>{}").format(update) if minutes.update.strip() else Markup("")
    lines = together(map(Markup("<p>{}</p>").format, filter(str.strip, minutes.words.splitlines())))
    return Markup('<section class="minutes">{}<h3>Minutes</h3>{}<p><b>{} on {} by {}.</b></p></section>').format(
        told, lines, word, time_text(minutes.done.at), minutes.done.doer
    )
