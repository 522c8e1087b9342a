"""The page for parents in HTML: large, plain, and readable without the rest."""

from markupsafe import Markup

from programme.workstreams import weaknesses
from reports.markup.pieces import Href, bullets, link, linked_text, together
from reports.sentences.parents import ParentsPage, Plain, Section


def parents_markup(page: ParentsPage, href: Href) -> Markup:
    """Each section under its heading; a single sentence as a paragraph, several as a list; a figure leads to its page."""
    return Markup('<article class="plainly">{}</article>').format(together(_section(each, href) for each in page.sections))


def _section(section: Section, href: Href) -> Markup:
    told = [_sentence(each, href) for each in section.sentences]
    body = Markup("<p>{}</p>").format(told[0]) if len(told) == 1 else bullets(told)
    return Markup("<section><h2>{}</h2>{}</section>").format(section.heading, body)


def _sentence(said: Plain, href: Href) -> Markup:
    """When a figure was counted is the way to check it."""
    if said.led is None:
        return Markup("{}").format(said.text)
    before, _, rest = said.text.partition(said.led.text)
    return linked_text((before, said.led, rest), href)


def others_markup(here: str, href: Href) -> Markup:
    """The ways to the page about all nine and to those about each but the one that is open."""
    each = [link(href("parents", weakness=str(one.number)), one.plain_name) for one in weaknesses().values()]
    kept = [way for number, way in zip(weaknesses(), each, strict=True) if str(number) != here]
    listed = Markup(" · ").join([link(href("parents"), "All nine problems"), *kept])
    return Markup('<nav class="way" aria-label="The other pages for parents">{}</nav>').format(listed)
