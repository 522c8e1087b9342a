"""How many children and parents took part, in words, as far as numbers were given."""

from collections.abc import Sequence

from programme.quarter import Quarter
from programme.sheets.participation import Participation
from reports.language.grammar import spelt
from reports.language.numbers import number_text


def voices_headline(count: int, year: Sequence[Quarter]) -> str:
    """`You said, we did: 18 entries from 2023/24 Q4 to 2024/25 Q3`."""
    return f"You said, we did: {_many(count, 'entry', 'entries') if count else 'no entry'} from {year[0]} to {year[-1]}"


def voice_words(voice: Participation) -> str:
    """What was said: in quotation marks only where it is a quotation, then with who speaks and where it is printed."""
    if not voice.quoted:
        return voice.you_said
    return f"“{voice.quoted}” ({voice.speaker or 'speaker not given'}; {voice.printed_in})"


def people_text(voice: Participation) -> str:
    """`212 people in 14 activities`, as far as it is known."""
    parts = (_many(voice.people, "person", "people"), _many(voice.activities, "activity", "activities"))
    return " in ".join(filter(None, parts))


def _many(count: float | None, one: str, many: str) -> str:
    return "" if count is None else f"{number_text(count, 0)} {one if count == 1 else many}"


def participation_sentence(rows: list[Participation]) -> str:
    """How many took part, as far as numbers were given. Entries are never added up: one can be the total of others."""
    numbered = sorted((each for each in rows if each.people is not None), key=lambda each: -each.people)
    entries = _entries(len(rows))
    if not numbered:
        return f"{entries}, none with a number of people."
    without = len(rows) - len(numbered)
    also = f" {_entries(without)} gave no number of people." if without else ""
    twice = "someone who came more than once is counted each time"
    if len(numbered) == 1:
        return f"{_took_part(numbered[0])}; {twice}.{also}"
    most = people_text(numbered[0])
    return f"{_entries(len(numbered))} give a number of people, the largest {most}; {twice}, and {_apart(numbered)}.{also}"


def _entries(count: int) -> str:
    """`Five entries`, where a sentence begins."""
    return f"{spelt(count)} {'entry' if count == 1 else 'entries'}"


def _apart(numbered: list[Participation]) -> str:
    """Why some of them are not added up."""
    if any(each.published is None for each in numbered):
        return "entries are not added up, because a published total can hold the people of others"
    if any(each.published for each in numbered):
        return "published totals are not added to other entries, whose people they can hold"
    return "none is a published total"


def _took_part(voice: Participation) -> str:
    """`As far as is known, 2,466 people took part in 221 activities`."""
    people, activities = _many(voice.people, "person", "people"), _many(voice.activities, "activity", "activities")
    return f"As far as is known, {people} took part{f' in {activities}' if activities else ''}"
