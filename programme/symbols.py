"""Why a value is not a number: the symbols of government statistics, each kept as itself and never turned into 0."""

from enum import StrEnum


class Symbol(StrEnum):
    """A missing-value symbol as typed in a return."""

    SUPPRESSED = "c"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"
    ROUNDS_TO_ZERO = "low"
    LOW_RELIABILITY = "u"


MEANING = {
    Symbol.SUPPRESSED: "suppressed or confidential",
    Symbol.NOT_AVAILABLE: "not available",
    Symbol.NOT_APPLICABLE: "not applicable",
    Symbol.ROUNDS_TO_ZERO: "rounds to 0 but is not 0",
    Symbol.LOW_RELIABILITY: "low reliability",
}

_OLDER_FORMS = {"k": Symbol.ROUNDS_TO_ZERO}


def symbol_typed(text: str) -> Symbol | None:
    """The symbol that `text` stands for, whatever its capitals; None when it is no symbol."""
    written = text.strip().lower()
    if written in _OLDER_FORMS:
        return _OLDER_FORMS[written]
    return Symbol(written) if written in set(Symbol) else None


class Status(StrEnum):
    """How settled a value is."""

    PROVISIONAL = "provisional"
    FINAL = "final"
