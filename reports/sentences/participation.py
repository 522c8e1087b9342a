"""How many children and parents took part, in words, as far as numbers were given."""

from programme.sheets.participation import Participation
from reports.language.numbers import number_text


def people_text(voice: Participation) -> str:
    """`212 people in 14 activities`, as far as it is known."""
    parts = (_many(voice.people, "person", "people"), _many(voice.activities, "activity", "activities"))
    return " in ".join(filter(None, parts))


def _many(count: float | None, one: str, many: str) -> str:
    return "" if count is None else f"{number_text(count, 0)} {one if count == 1 else many}"


def participation_sentence(rows: list[Participation]) -> str:
    """How many took part, as far as numbers were given; a person who came twice is counted twice."""
    people = [each.people for each in rows if each.people is not None]
    activities = [each.activities for each in rows if each.activities is not None]
    if not people:
        entries = _many(len(rows), "entry", "entries")
        return f"{entries}, none with a number of people."
    without = len(rows) - len(people)
    also = f" {_many(without, 'entry', 'entries')} gave no number of people." if without else ""
    return (
        f"{number_text(sum(people), 0)} people took part in {number_text(sum(activities), 0)} activities; "
        f"someone who came more than once is counted each time.{also}"
    )
