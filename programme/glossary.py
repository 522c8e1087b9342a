"""The words of the programme explained for a lay reader: abbreviations and terms of art."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from plumbing.reference import rows
from plumbing.signs import searched


@dataclass(frozen=True, slots=True)
class Term:
    """A word or abbreviation; `stands_for` is the long form of an abbreviation, empty for a word."""

    term: str
    stands_for: str
    meaning: str

    @property
    def title(self) -> str:
        """`EHCP (Education, health and care plan)`."""
        return f"{self.term} ({self.stands_for})" if self.stands_for else self.term


@cache
def glossary() -> tuple[Term, ...]:
    """Every term of `glossary.csv`, in the order of the alphabet."""
    found = (Term(row["term"], row["stands_for"], row["meaning"]) for row in rows("glossary"))
    return tuple(sorted(found, key=lambda term: term.term.casefold()))


def terms_holding(text: str) -> list[Term]:
    """The terms in whose words or meaning `text` stands, however it was pasted."""
    return [term for term in glossary() if searched(text) in searched(f"{term.title} {term.meaning}")]


@cache
def _written(term: Term) -> re.Pattern:
    """The term as a whole word, with a plural s; an abbreviation only in its own capitals."""
    return re.compile(rf"\b{re.escape(term.term)}s?\b", 0 if term.stands_for else re.IGNORECASE)


@cache
def _folded(term: Term) -> str:
    return term.term.casefold()


def terms_in(texts: Iterable[str]) -> list[Term]:
    """The terms that stand in any of `texts`."""
    whole = "\n".join(texts)
    folded = whole.casefold()  # most terms stand nowhere in it, not even within a word, which is found out sooner
    return [term for term in glossary() if _folded(term) in folded and _written(term).search(whole)]
