"""Whether one word is said about where each KPI goes, wherever it is said: `python -m benchmarks.one_direction DATABASE`.

Walks over every KPI, quarter and area of a database, as reader and as analyst, and reads the word in every place.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from kpis.direction import Direction
from programme.access import Role
from programme.areas import KENT, PROGRAMME_AREAS, Area
from programme.hidden import HIDDEN_WORDS
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from record.records import Records, read
from reports.exports.changes import changes_object
from reports.exports.results import results
from reports.markup.agenda import exception_card
from reports.markup.grids import direction_word
from reports.progress.agenda import agenda
from reports.progress.changes import changes
from reports.progress.judgement import Judgement, RedGroup
from reports.progress.overview import overview, verdicts
from reports.progress.readings import Progress
from reports.progress.search import everything
from reports.sentences.direction import direction_sentence, direction_short
from reports.sentences.kpi import kpi_headline, kpi_sentence
from reports.tables.changes import ratings_table
from reports.tables.kpis import kpis_table
from store.database import Database

Word = tuple[str, str, str]
"""A KPI's id, the place, and the word that is said there."""

_IN_WORDS = {
    Direction.IMPROVING: "it is improving since",
    Direction.WORSENING: "it is worsening since",
    Direction.RISING: "it is rising since",
    Direction.FALLING: "it is falling since",
    Direction.NO_REAL_CHANGE: "there is no real change since",
    Direction.CANNOT_BE_SAID: "direction cannot be said",
}
_GROUPS = {
    RedGroup.WORSENING: Direction.WORSENING,
    RedGroup.NO_REAL_CHANGE: Direction.NO_REAL_CHANGE,
    RedGroup.RECOVERING: Direction.IMPROVING,
    RedGroup.CANNOT_BE_SAID: Direction.CANNOT_BE_SAID,
}


def every_word(progress: Progress, area: Area, quarter: Quarter) -> Iterator[Word]:
    """Every word about a direction in one area and quarter, in every place that says one."""
    seen = overview(progress, area, quarter)
    yield from ((each.line.kpi.id, "overview", str(each.direction)) for each in seen.judged)
    for group, reds in seen.red_groups.items():
        yield from ((each.line.kpi.id, "group of reds", str(_GROUPS[group])) for each in reds)
    for weakness in weaknesses().values():
        for each in verdicts(progress, area, quarter, weakness):
            yield each.line.kpi.id, "weakness", direction_word(each).striptags()
    for each in seen.judged:
        yield from _of_one(each)
    for each, row in zip(seen.judged, kpis_table(seen.judged, "").rows, strict=True):
        yield each.line.kpi.id, "CSV", row[5].text
    for item in agenda(progress, area, quarter):
        yield item.id, "meeting", in_sentence(exception_card(item, lambda thing, **choices: thing).unescape())
    for each in results(progress, quarter, area=area):
        yield each["kpi"], "JSON", each["direction"]
    if area == KENT:
        yield from _of_kent(progress, quarter)


def _of_one(judged: Judgement) -> Iterator[Word]:
    kpi = judged.line.kpi.id
    yield kpi, "KPI page", direction_sentence(judged).rstrip(".")
    yield kpi, "KPI page's sentence", in_sentence(kpi_sentence(judged))
    if judged.reading.hidden or "no figure" in kpi_headline(judged):
        return
    yield kpi, "KPI page's title", direction_short(judged)


def _of_kent(progress: Progress, quarter: Quarter) -> Iterator[Word]:
    """What is said of Kent alone: the changes, and what a search finds."""
    found = changes(progress, quarter)
    for each, row in zip(changes_object(found, progress.role)["ratings"], found.ratings, strict=True):
        yield each["kpi"], "changes as JSON", each["direction"]
        yield row.now.kpi.id, "changes", ratings_table([row], quarter).rows[0][5].text
    for hit in everything(progress, quarter):
        if hit.kind == "KPI":
            yield hit.choices["kpi"], "search", hit.about.rpartition(", ")[2].rpartition(": ")[2]


def in_sentence(text: str) -> str:
    """The word that a sentence says; `c` of a hidden figure."""
    if HIDDEN_WORDS in text:
        return str(Direction.HIDDEN)
    if "there is no figure" in text:
        return str(Direction.CANNOT_BE_SAID)
    return next((str(word) for word, words in _IN_WORDS.items() if words in text), text)


def plain_word(text: str) -> str:
    """`↗ Improving since 2024/25 Q2 (then …)` is `improving`."""
    bare = text.lstrip("↗↘↑↓→? ").casefold()
    found = [str(word) for word in Direction if bare.startswith(word) or bare == f"direction {word}"]
    if bare.startswith(("direction cannot be said", "cannot be said")):
        return str(Direction.CANNOT_BE_SAID)
    return next((word for word in sorted(found, key=len, reverse=True) if word != "c" or bare == "c"), text)


def at_odds(progress: Progress, area: Area, quarter: Quarter) -> list[str]:
    """Where two words are said of one KPI, in words; nothing where one is."""
    words: dict[str, dict[str, str]] = {}
    for kpi, place, text in every_word(progress, area, quarter):
        words.setdefault(kpi, {})[place] = plain_word(text)
    return [f"{kpi}, {area.name}, {quarter}: {told}" for kpi, told in words.items() if len(set(told.values())) > 1]


def walk(records: Records) -> Iterator[str]:
    """Everything that is at odds in a database."""
    for role in (Role.READER, Role.ANALYST):
        progress = Progress(records, role)
        for area in PROGRAMME_AREAS:
            for quarter in records.quarters:
                yield from at_odds(progress, area, quarter)


def main(arguments: list[str]) -> int:
    """Print what is at odds; 1 where anything is."""
    with Database.open(Path(arguments[0])) as database:
        found = list(walk(read(database)))  # the cells of figures are read when they are asked for
    print("\n".join(found) or "One word is said about every KPI, in every quarter and area, to reader and analyst.")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
