"""“You said, we did” in HTML under its four headings: said, did, difference, quotations with who speaks and the source."""

from collections.abc import Iterable

from markupsafe import Markup

from programme.sheets.participation import Participation
from reports.language.dates import day_given
from reports.language.grammar import and_list
from reports.language.linked import Pieces, joined
from reports.markup.pieces import Href, linked_text, together
from reports.progress.voices import HeadingVoices
from reports.sentences.participation import people_text
from reports.sentences.ways import source_link, weakness_named


def voices_by_heading(groups: Iterable[HeadingVoices], href: Href) -> Markup:
    """Every heading with what was said under it; a heading under which nothing was said says so."""
    return together(_group(each, href) for each in groups)


def _group(group: HeadingVoices, href: Href) -> Markup:
    title = group.heading.meaning if group.heading else "Under no heading"
    cards = together(voice_card(each, href) for each in group.voices) or Markup(
        "<p>Nothing is recorded under this heading.</p>"
    )
    return Markup('<section class="said-together"><h2>{}</h2>{}</section>').format(title, cards)


def voice_card(voice: Participation, href: Href) -> Markup:
    """One entry, with the ways to its weaknesses and to where it was returned; what made no difference yet says so."""
    return Markup(
        '<article class="said" id="{}"><h3>You said: {}</h3>{}<p><b>We did:</b> {}</p>'
        '<p><b>The difference it made:</b> {}</p><p class="facts">{}</p>'
        '<p class="facts">{}</p></article>'
    ).format(
        voice.place,
        voice.you_said or "(not recorded)",
        quotation(voice),
        voice.we_did or "nothing is recorded yet",
        voice.difference or "not known yet",
        " · ".join(filter(None, _particulars(voice))),
        linked_text(_ways(voice), href),
    )


def _ways(voice: Participation) -> Pieces:
    """`Speaks of Weakness 3: Co-production. P-21.02, return.xlsx Participation!A2, version 1`."""
    named = [weakness_named(each) for each in voice.weaknesses]
    speaks = ("Speaks of ", *joined(named, ", "), ". ") if named else ()
    return (*speaks, f"{voice.ref}, " if voice.ref else "", *source_link(voice.source))


def quotation(voice: Participation) -> Markup:
    """The words that somebody said, who spoke, and where they are printed; without a source they are not shown."""
    if not voice.quotation:
        return Markup("")
    if not voice.quoted:
        return Markup('<p class="facts">A quotation was returned without its source and is not shown.</p>')
    return Markup("<blockquote>“{}” <small>{} ({})</small></blockquote>").format(
        voice.quoted, voice.speaker or "speaker not given", voice.printed_in
    )


def _particulars(voice: Participation) -> tuple[str, ...]:
    return (
        "published total" if voice.published else "",
        voice.period or (day_given(voice.day) if voice.day else str(voice.quarter)),
        voice.activity,
        voice.group,
        f"teams met: {and_list(voice.teams)}" if voice.teams else "",
        people_text(voice),
    )
