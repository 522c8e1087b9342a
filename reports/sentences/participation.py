"""How many children and parents took part, in words, as far as numbers were given."""

from programme.sheets.participation import Participation
from reports.language.numbers import number_text


def people_text(each: Participation) -> str:
    """`212 people in 14 activities`, as far as it is known."""
    people = f"{number_text(each.people, 0)} {'person' if each.people == 1 else 'people'}" if each.people is not None else ""
    if each.activities is None:
        return people
    activities = "1 activity" if each.activities == 1 else f"{number_text(each.activities, 0)} activities"
    return f"{people} in {activities}" if people else activities


def participation_sentence(rows: list[Participation]) -> str:
    """How many took part, as far as numbers were given; a person who came twice is counted twice."""
    people = [each.people for each in rows if each.people is not None]
    activities = [each.activities for each in rows if each.activities is not None]
    if not people:
        return f"{_entries(len(rows))}, none with a number of people."
    without = len(rows) - len(people)
    also = f" {_entries(without)} gave no number of people." if without else ""
    return (
        f"{number_text(sum(people), 0)} people took part in {number_text(sum(activities), 0)} activities; "
        f"someone who came more than once is counted each time.{also}"
    )


def _entries(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"
