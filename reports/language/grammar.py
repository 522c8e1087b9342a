"""Counted nouns, numbers spelt out and names joined: what plain English needs, whatever the sentence is about."""

from collections.abc import Sequence

from plumbing.counted import counted

__all__ = ["counted"]

NAMED = 3  # at most so many are named; the rest is counted
TO_TWENTY = (
    *("None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen"),
    *("Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen"),
)
TENS = ("Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety")


def begun(count: int, noun: str) -> str:
    """A counted noun at the beginning of a sentence, in words: `No action`, `Four actions`, `Twenty-eight figures`."""
    return f"{spelt(count)} {noun}{'s' if count > 1 else ''}" if count else f"No {noun}"


def spelt(count: int) -> str:
    """`Four`, `Twenty-eight`; a hundred and more stay figures."""
    if count < len(TO_TWENTY):
        return TO_TWENTY[count]
    if count >= 100:
        return str(count)
    ten, one = divmod(count, 10)
    return TENS[ten - 2] + (f"-{TO_TWENTY[one].lower()}" if one else "")


def or_none(count: int) -> str:
    """`4`, and `none` for 0."""
    return str(count) if count else "none"


def is_or_are(count: int) -> str:
    """The verb that a count takes."""
    return "is" if count == 1 else "are"


def was_or_were(count: int) -> str:
    """The same of the past."""
    return "was" if count == 1 else "were"


def would_change(done: bool) -> str:
    """`would change` of what is foreseen, `changed` of what is `done`."""
    return "changed" if done else "would change"


def capitalised(text: str) -> str:
    """The text where a sentence begins; all but its first letter stays as it is."""
    return text[0].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text where a sentence goes on; `SEN staff` stays as it is."""
    return text if text[1:2].isupper() else text[0].lower() + text[1:]


def named(names: Sequence[str], separator: str) -> str:
    """The first few names, and how many more there are."""
    more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED else []
    return separator.join([*names[:NAMED], *more])


def and_list(names: Sequence[str]) -> str:
    """`1, 3 and 4`."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
