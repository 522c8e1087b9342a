"""What inspectors judged of each weakness, and the day on which it was made known: nobody knew it before."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from plumbing.reference import rows


@dataclass(frozen=True, slots=True)
class InspectorsJudgement:
    """One judgement of a `body` about one weakness, made known on `date`, with the source it is taken from."""

    date: date
    body: str
    weakness: int
    judgement: str
    source: str


@cache
def judgements() -> tuple[InspectorsJudgement, ...]:
    """Every judgement of `judgements.csv`, oldest first."""
    found = (
        InspectorsJudgement(
            date.fromisoformat(row["date"]), row["body"], int(row["weakness"]), row["judgement"], row["source"]
        )
        for row in rows("judgements")
    )
    return tuple(sorted(found, key=lambda each: (each.date, each.weakness)))


def judged_by(weakness: int, day: date) -> tuple[InspectorsJudgement, ...]:
    """What was known on `day` to have been judged of a weakness, oldest first."""
    return tuple(each for each in judgements() if each.weakness == weakness and each.date <= day)
