"""What leads say of a quarter in HTML: their sentences, what to read before the finding, and alert, advise, assure."""

from collections.abc import Iterable

from markupsafe import Markup

from programme.moment import day_text
from reports.markup.pieces import bullets, together
from reports.progress.summary import LeadSummary, SignedWords


def lead_sentences(summary: LeadSummary) -> Markup:
    """The sentences in order, and who signed them; that none was written is said."""
    if not summary.sentences:
        return Markup("<p>No lead has summed up {} in a sentence.</p>").format(summary.quarter)
    told = bullets(each.said.words for each in summary.sentences)
    return Markup('<section class="lead"><h2>The lead says</h2>{}<small>{}</small></section>').format(
        told, signature(summary.sentences)
    )


def before_the_finding(summary: LeadSummary) -> Markup:
    """What a lead wants read before the finding; empty where nothing is."""
    if not summary.before_finding:
        return Markup("")
    told = " ".join(each.said.words for each in summary.before_finding)
    return Markup('<p class="before"><b>Before the finding:</b> {} <small>{}</small></p>').format(
        told, signature(summary.before_finding)
    )


def alert_advise_assure(summary: LeadSummary) -> Markup:
    """The three short lists, each named even where it is empty; empty as a whole where no lead wrote any."""
    if not any(summary.lists.values()):
        return Markup("")
    return Markup('<div class="three-lists">{}</div>').format(
        together(map(_list, *zip(*summary.lists.items(), strict=True)))
    )


def _list(kind: str, signed: tuple[SignedWords, ...]) -> Markup:
    listed = bullets(Markup("{} <small>{}</small>").format(each.said.words, signature((each,))) for each in signed)
    return Markup("<section><h2>{}</h2>{}</section>").format(kind.capitalize(), listed or Markup("<p>Nothing.</p>"))


def signature(signed: Iterable[SignedWords]) -> str:
    """`Director of SEND, accepted 3 February 2025`: each role once, and the newest day on which the words were accepted, or
    were written on screen."""
    known = list(signed)
    roles = dict.fromkeys(each.said.role or "no role given" for each in known)
    days = {
        "accepted": [each.version.accepted_at.date() for each in known if each.version],
        "written here": [each.wording.at for each in known if each.wording],
    }
    return ", ".join([*roles, *(f"{deed} {day_text(max(found))}" for deed, found in days.items() if found)])
