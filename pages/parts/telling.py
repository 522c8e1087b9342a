"""The only ways in which a page tells what somebody typed or asked for, so that it never becomes markup.

Streamlit reads nearly all that it is given as Markdown: a link, a picture from anywhere, maths between dollar signs.
HTML is drawn by `draw`, a sentence is said by `say`, and what cannot avoid Markdown (titles, notices, labels) is `literal`.
"""

import re
from collections.abc import Iterable

import streamlit as st
from markupsafe import Markup

TIME = r"(?!(?<=\d\d:)\d\d(?![\d:]))"  # not after the colon of 09:30, which people copy
SIGNS = re.compile(rf"[\\`*_{{}}\[\]<>$~|&#]|:(?=\S){TIME}|^[-+]")
"""What Markdown and Streamlit's own signs (`:red[…]`, `$…$`) are made of, and what at the beginning makes a list."""

FOUND_LATER = re.compile(rf"(?<=[:@])(?=\S){TIME}|(?<=www)(?=\.)|(?<=[-<>~])(?=[-<>=])", re.IGNORECASE)
"""Inside what is looked for in the finished text, past any backslash: addresses, `:material/…:`, arrows like `->`."""

PRODUCT = "WSoA Monitor"

WORD_JOINER = "\u2060"  # has no width, and parts what would be found


def title(text: str, **look) -> None:
    """The finding of a page: its one main heading, and the title that the browser shows."""
    st.title(literal(text), **look)
    st.set_page_config(page_title=f"{text} · {PRODUCT}")


def draw(html: Markup, **look) -> None:
    """Draw HTML; nothing where it is empty. Raises TypeError for text that is not `Markup`: somebody may have typed it."""
    if not isinstance(html, Markup):
        raise TypeError(f"Only Markup is drawn as HTML, got {type(html).__name__}: say() says text")
    if html:  # Streamlit takes an empty one for a mistake
        st.html(_AsItIs(html), **look)


class _AsItIs(str):
    """HTML that Streamlit takes as it is: in any other it looks through every line for an indent to take away."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return str(self)


def say(text: Markup | str, *, quiet: bool = False) -> None:
    """Say a sentence as it is, whatever signs it holds; `quiet` as small as a caption."""
    draw(sentence(text, quiet=quiet))


def sentence(text: Markup | str, *, quiet: bool = False) -> Markup:
    """A sentence as it is, whatever signs it holds; `quiet` as small as a caption."""
    return Markup('<p class="told{}">{}</p>').format(" quiet" if quiet else "", text)


def say_each(sentences: Iterable[Markup | str], nothing: str) -> None:
    """Say sentences one under the other, or that there are none."""
    from reports.markup.pieces import bullets  # made of the reference files, of which `literal` may have to tell

    if listed := bullets(sentences):
        draw(Markup('<div class="told">{}</div>').format(listed))
    else:
        say(nothing)


def literal(text: str) -> str:
    """Text for a place that reads Markdown (a title, a notice, a label), in one line, which shows it unchanged."""
    parted = FOUND_LATER.sub(WORD_JOINER, " ".join(text.split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", SIGNS.sub(r"\\\g<0>", parted))  # or it would begin a numbered list
