"""The words of findings: what must hold, the nearest match, and what was found instead."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from plumbing.listed import named_list
from programme.measures import Measure
from programme.period import PeriodKind
from programme.period_typed import quarter_read, read_period
from programme.quarter import Quarter
from programme.sheets.typed import plain

LONGEST_NAME = 80  # a longer text is a sentence and no misspelt name; looking for its nearest match is slow
ALIKE = 0.6  # difflib's own default: nearer than this is worth suggesting
WORDS_MORE = 3  # a name of more words than that beside another's own is a sentence
ABSURD = 1e15  # no digits after this are true
LONGEST_QUOTE = 120  # of what was typed; a cell can hold 32,767 characters, and the list of findings must stay readable
CHECK = "look it up in your source, and say why if it is right"
CALCULATE = "open the file in Excel, let it calculate, save it again"
MEANT, GOT = ": did you mean ", "got: "
_PARTICULARS = (
    (re.compile(r"\([^()]*\)"), "(…)"),
    (re.compile(r"“[^”]*”"), "“…”"),
    (
        re.compile(r"\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"),
        "#",
    ),
    (re.compile(r"(?:\b[A-Z]{1,3}-?)?\d[\d.,/]*(?: Q\d)?"), "#"),
)
"""What differs between messages of one cause, and what stands for it."""
_YEAR, _NUMBER = re.compile(r"(?<!\d)(20\d\d)(?!\d)"), re.compile(r"Q(?:uarter)?\s*([1-4])(?!\d)", re.IGNORECASE)


def nearest(text: str, names: Iterable[str]) -> str | None:
    """The name that `text` most resembles, whatever its capitals; None where none is near."""
    return _nearest(plain(text), tuple(names))


@cache
def _nearest(text: str, names: tuple[str, ...]) -> str | None:
    by_folded = {plain(name): name for name in names}
    found = get_close_matches(text, by_folded, n=1, cutoff=ALIKE) if text and len(text) <= LONGEST_NAME else []
    return by_folded[found[0]] if found else None


def like(wanted: str, names: Iterable[str]) -> str | None:
    """The name nearest to `wanted`, or one that has all its words or lends it all its own: `Forecast completion`."""
    names, words = list(names), set(plain(wanted).split())
    own = {name: set(plain(name).split()) for name in names}
    near = [name for name in names if words and own[name] and len(words ^ own[name]) <= WORDS_MORE]
    shared = (name for name in near if words <= own[name] or own[name] <= words)
    return nearest(wanted, names) or next(shared, None)


def said(holds: str, got: object, meant: str | None = None) -> str:
    """The message of a finding: `Area must be …: did you mean Ashford? got: Ashfrod`."""
    typed = "nothing" if got in (None, "") else quoted(str(got))
    return f"{holds}{MEANT}{meant}? {GOT}{typed}" if meant else f"{holds}, {GOT}{typed}"


def alike(message: str) -> tuple[str, str]:
    """What the messages of one cause share, and the hint: `must be within # of what was accepted, # (…)`, and nothing.

    What a row is about, its numbers, days, refs and cells, and what was typed are left out. Where a row's own name is
    strange the part that is left is longer, so that fewer are taken to be alike and never more.
    """
    holds, _, typed = message.partition(MEANT)
    hint = typed.partition(f"? {GOT}")[0] if typed else ""
    holds = holds.rpartition(f", {GOT}")[0] if not typed and f", {GOT}" in holds else holds
    subject, must, rest = holds.partition(" must ")
    if not must:
        return _general(holds), hint
    column = subject.rpartition(": ")[2] if ": " in subject else "" if ", " in subject else subject
    return f"{_general(column)}{must}{_general(rest)}".strip(), hint


def _general(text: str) -> str:
    for particular, sign in _PARTICULARS:
        text = particular.sub(sign, text)
    return text


def quoted(text: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of a text that is too long to quote."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def symbols_offered(measure: Measure) -> str:
    """`c, x or z where there is none (the Cover says which)`: what a row may say for a number."""
    return f"{named_list(measure.symbols, 'or')} where there is none (the Cover says which)"


def written(number: float) -> str:
    """A number as people write it: `1,234` and `12.5`, an absurdly large one in powers of ten.

    With as many decimals as make it another than the numbers beside it: never `550` for what is not 550.
    """
    if abs(number) >= ABSURD:
        return f"{number:.3g}"
    short, whole = f"{number:,.6f}".rstrip("0").rstrip("."), f"{number:,.15g}"
    return short if float(short.replace(",", "")) == number else whole


def quarter_meant(text: str) -> str | None:
    """The quarter that was probably meant by a text that is none, or each that it may mean: `Q1 2025` may mean three."""
    if may_mean := [period for period in read_period(text).readings if period.kind is PeriodKind.QUARTER]:
        return named_list(may_mean, "or")
    year, number = _YEAR.search(text), _NUMBER.search(text)
    return str(Quarter(int(year[1]), int(number[1]))) if year and number else None


def quarter_typed(text: str) -> Quarter | None:
    """The quarter that `text` is, in whichever way it is written, or None."""
    return quarter_read(text)[0]
