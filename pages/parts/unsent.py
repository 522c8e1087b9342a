"""What somebody had typed when their session ended: kept for them, and for nobody else, until they draw that box again."""

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

import streamlit as st

from pages.parts.doing import boxes_of
from pages.parts.telling import literal
from programme.access import Person

LIVES = 24 * 60 * 60.0  # seconds
MOST_TEXTS, LONGEST_TEXT = 2_000, 10_000
NOTED = "boxes of words"


class Unsent:
    """Texts by whose they are and the key of their box, in memory alone: no file, backup or log ever has them."""

    def __init__(self, most: int = MOST_TEXTS, clock: Callable[[], float] = time.monotonic):
        self._most, self._clock = most, clock
        self._texts: OrderedDict[tuple[str, str], tuple[str, float]] = OrderedDict()
        self._lock = Lock()

    def keep(self, owner: str, key: str, text: str) -> None:
        """Keep a text in place of the one before. Where there are too many, the oldest makes room."""
        with self._lock:
            self._texts[owner, key] = text[:LONGEST_TEXT], self._clock() + LIVES
            self._texts.move_to_end((owner, key))
            while len(self._texts) > self._most:
                self._texts.popitem(last=False)

    def take(self, owner: str, key: str) -> str:
        """The text that was kept, which is kept no longer; empty where there is none."""
        with self._lock:
            text, until = self._texts.pop((owner, key), ("", 0.0))
        return text if self._clock() < until else ""

    def forget(self) -> None:
        """Let everything go: what is redacted must stand nowhere any more."""
        with self._lock:
            self._texts.clear()


UNSENT = Unsent()
"""The unsent texts of this server."""


def words_box(person: Person, label: str, key: str, form: str = "", **look) -> str:
    """A box for words of somebody's own. What they sent from it once their session had ended stands in it again.

    With a `form`, as `done_or_told` knows it, it is empty once that is done.
    """
    box = f"{boxes_of(form)} {key}" if form else key
    remembered(person, key, box=box)
    return st.text_input(literal(label), key=box, **look)


def words_area(person: Person, label: str, key: str, form: str, words: str, height: int) -> str:
    """A box of many lines for words of somebody's own, in which `words` stand at first; `height` in pixels."""
    box = f"{boxes_of(form)} {key}"
    remembered(person, key, words, box=box)
    return st.text_area(literal(label), key=box, height=height)


def lasting_area(person: Person, label: str, key: str, form: str, words: str, height: int) -> str:
    """Such a box outside of a form, where what is typed is sent once it is left: that stands there again when somebody
    comes back from another page or tab, until the `form` is done."""
    with lasting(f"{boxes_of(form)} {key}"):
        return words_area(person, label, key, form, words, height)


@contextmanager
def lasting(box: str) -> Iterator[None]:
    """Draw the box of this key inside: what stood in it when it was drawn last stands in it again, though Streamlit forgets
    the boxes that a page does not draw."""
    kept = f"{box} lasting"
    if box not in st.session_state and kept in st.session_state:
        st.session_state[box] = st.session_state[kept]
    yield
    st.session_state[kept] = st.session_state[box]


def remembered(person: Person, key: str, stands: str = "", *, box: str = "") -> str:
    """What stands in a box before it is drawn: what somebody sent from it once their session had ended, what is in it, or
    else what `stands` already. It is kept should their session end. `box` is its own key, where that is another."""
    box = box or key
    st.session_state.setdefault(NOTED, {})[box] = person.owner, key
    if text := UNSENT.take(person.owner, key):
        st.session_state[box] = text
    elif stands and box not in st.session_state:
        st.session_state[box] = stands
    return st.session_state.get(box, "")


def keep_unsent() -> None:
    """Keep what this window sent, in a run that draws its boxes no more because nobody is signed in."""
    for box, (owner, key) in st.session_state.get(NOTED, {}).items():
        if text := st.session_state.get(box, ""):
            UNSENT.keep(owner, key, text)
