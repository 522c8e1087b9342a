"""Texts of which parts lead somewhere: a piece is plain, or says to what kind of thing it leads and to which of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """Where a text leads: a kind of thing by the name that pages have for it, and the choices that show this one."""

    thing: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """A piece of text that leads somewhere: to a thing of ours, or to an address elsewhere."""

    text: str
    to: Way | str


Piece = str | Linked
Pieces = tuple[Piece, ...]
"""A text in pieces, in their order, with the blanks between them."""


def leads(text: str, thing: str, **choices: str) -> Linked:
    """Text that leads to a thing: `leads("APP-6.01", "actions", action="APP-6.01")`."""
    return Linked(text, Way(thing, tuple(choices.items())))


def slug(text: str) -> str:
    """A title as what its row is found by on a page: `Written Statement of Action` is `written-statement-of-action`."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def plain_text(pieces: Iterable[Piece]) -> str:
    """The same text, leading nowhere."""
    return "".join(piece.text if isinstance(piece, Linked) else piece for piece in pieces)


def joined(texts: Iterable[Pieces | Piece], between: str) -> Pieces:
    """Texts one after the other, with something between each and the next."""
    found: list[Piece] = []
    for text in texts:
        found += [between] * bool(found) + (list(text) if isinstance(text, tuple) else [text])
    return tuple(found)
