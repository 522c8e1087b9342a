"""The sign-off of a quarter in HTML: what was done to it, and what was corrected since it was published."""

from collections.abc import Iterable

from markupsafe import Markup

from programme.signoff import Correction, Signature
from reports.markup.pieces import Href, linked_text, together
from reports.sentences.signoff import correction_sentence, signature_sentence


def signatures_listed(signatures: Iterable[Signature]) -> Markup:
    """The deeds, an item each, in order of time; nothing where there are none."""
    return _listed(signature_sentence(each) for each in signatures)


def corrections_listed(corrected: Iterable[Correction], href: Href) -> Markup:
    """What moved, an item each, in order of time; nothing where nothing did."""
    return _listed(linked_text(correction_sentence(each), href) for each in corrected)


def feed_link(address: str, name: str) -> Markup:
    """Where programs that tell people of it ask for what was published; the browser itself goes there."""
    return Markup('<a class="leave" href="{}">{} (Atom feed)</a>').format(address, name)


def _listed(sentences: Iterable[Markup | str]) -> Markup:
    items = together(Markup("<li>{}</li>").format(each) for each in sentences)
    return Markup("<ul>{}</ul>").format(items) if items else items
