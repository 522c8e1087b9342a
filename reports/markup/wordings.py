"""Beside words that were written on screen: which of several counts, and folded away what was written before."""

from collections.abc import Iterable

from markupsafe import Markup

from reports.markup.pieces import bullets
from reports.progress.wordings import Worded
from reports.sentences.wordings import former_heading, former_sentences, worded_sentence


def worded_note(worded: Worded | None) -> Markup:
    """Who wrote what stands here and what else was said of it; empty where nothing was written on screen."""
    if worded is None:
        return Markup("")
    note = Markup('<p class="wording"><small>{}</small></p>').format(worded_sentence(worded))
    if not worded.former:
        return note
    folded = Markup('<details class="words"><summary>{}</summary>{}</details>')
    return note + folded.format(former_heading(worded), bullets(former_sentences(worded)))


def summary_note(told: Iterable[tuple[str, Worded]]) -> Markup:
    """Who wrote each sentence of a quarter on screen, and what else was said of it, by what the sentence is called."""
    listed = bullets(Markup("<b>{}</b> {}").format(called, worded_note(each)) for called, each in told)
    if not listed:
        return Markup("")
    folded = Markup('<details class="words"><summary>Written here: by whom, and what else was said</summary>{}</details>')
    return folded.format(listed)
