"""Lists of words in HTML: what a search found, the glossary, the terms that stand on a page."""

from collections.abc import Iterable
from html import escape

from programme.glossary import Term, terms_in
from reports.markup.grids import Href
from reports.progress.search import Hit


def hits_list(hits: Iterable[Hit], href: Href) -> str:
    """What was found, each with its kind, its title as the link, and a line about it."""
    return f'<ul class="hits">{"".join(_hit(hit, href) for hit in hits)}</ul>'


def _hit(hit: Hit, href: Href) -> str:
    link = f'<a href="{escape(href(hit.page, **hit.choices))}">{escape(hit.title)}</a>'
    return f'<li><span class="kind-of">{hit.kind}</span> {link}<small>{escape(hit.about)}</small></li>'


def glossary_list(terms: Iterable[Term]) -> str:
    """Terms with their meanings."""
    return f'<dl class="glossary">{"".join(_explained(term) for term in terms)}</dl>'


def _explained(term: Term) -> str:
    return f"<dt>{escape(term.title)}</dt><dd>{escape(term.meaning)}</dd>"


def words_explained(texts: Iterable[str]) -> str:
    """The terms that stand in `texts`, to be opened where they stand; empty where there are none."""
    terms = terms_in(texts)
    if not terms:
        return ""
    names = ", ".join(escape(term.term) for term in terms)
    return f'<details class="words"><summary>Words on this page: {names}</summary>{glossary_list(terms)}</details>'
