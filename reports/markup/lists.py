"""Lists of words in HTML: what a search found, the glossary, the terms that stand on a page."""

from collections.abc import Iterable

from markupsafe import Markup

from programme.glossary import Term, terms_in
from reports.markup.pieces import Href, link, together
from reports.progress.search import Hit


def hits_list(hits: Iterable[Hit], href: Href) -> Markup:
    """What was found, each with its kind, its title as the link, and a line about it."""
    return Markup('<ul class="hits">{}</ul>').format(together(_hit(hit, href) for hit in hits))


def _hit(hit: Hit, href: Href) -> Markup:
    return Markup('<li><span class="kind-of">{}</span> {}<small>{}</small></li>').format(
        hit.kind, link(href(hit.page, **hit.choices), hit.title), hit.about
    )


def searches_offered(instead: Iterable[str], href: Href) -> Markup:
    """Searches that would find something, each a link."""
    ways = Markup(", ").join(link(href("find", q=each), each) for each in instead)
    return Markup('<p class="told">Search instead for: {}</p>').format(ways)


def glossary_list(terms: Iterable[Term], asked: str = "") -> Markup:
    """Terms with their meanings; the one that is `asked` for is marked."""
    return Markup('<dl class="glossary">{}</dl>').format(together(_term(each, asked) for each in terms))


def _term(term: Term, asked: str) -> Markup:
    mark = Markup(' aria-current="true"') if asked and term.term == asked else ""
    return Markup("<dt{}>{}</dt><dd>{}</dd>").format(mark, term.title, term.meaning)


def words_explained(texts: Iterable[str]) -> Markup:
    """The terms that stand in `texts`, to be opened where they stand; empty where there are none."""
    terms = terms_in(texts)
    if not terms:
        return Markup("")
    names = ", ".join(term.term for term in terms)
    return Markup('<details class="words"><summary>Words on this page: {}</summary>{}</details>').format(
        names, glossary_list(terms)
    )
