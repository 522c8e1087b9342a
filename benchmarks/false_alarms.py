"""How often the rules cry wolf on the demonstration returns: python benchmarks/false_alarms.py, from the project's folder.

Each file is checked as it came in, against those before it, and once more as an ordinary revision. Leaves with 1 if
there is any finding: there should be none.
"""

import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.plants import sample_returns
from loaders.parsing.parse import figures_of
from loaders.parsing.parsed import FigureRow, ParsedReturn
from loaders.rules import KnownBefore, check
from loaders.rules.case import key_of, number_in
from programme.areas import area_coded, parts_of
from programme.finding import Finding

REVISIONS = 20  # of each file
REVISED = 0.05  # of the figures of a revision
BY = 0.03  # of a figure: what is found out later is mostly small
SEED = 1


def revised(parsed: ParsedReturn, seed: int) -> ParsedReturn:
    """The same return with a few figures a little different, as late records make them; what adds up still adds up.

    Wholes grow and parts shrink, so that no part comes to exceed its whole; Kent changes with its districts.
    """
    chance = random.Random(seed)
    changes: Counter[tuple] = Counter()
    for row in parsed.rows:
        smallest = not set(parts_of(row.area)) & set(row.measure.areas)
        if number_in(row) and smallest and chance.random() < REVISED:
            change = round(number_in(row) * BY) * (-1 if row.measure.at_most else 1)
            changes[key_of(row)] += change
            if area_coded(row.area.parent_code) in row.measure.areas:
                changes[row.measure.id, row.area.parent_code, row.quarter] += change
    return replace(parsed, rows=tuple(_changed(row, changes[key_of(row)]) for row in parsed.rows))


def _changed(row: FigureRow, change: float) -> FigureRow:
    if number_in(row) is None:
        return row
    return replace(row, value_cell=replace(row.value_cell, value=row.value_cell.value + change))


def main() -> int:
    """Check everything, and print what was found."""
    facts, checked, figures = {}, 0, 0
    found: Counter[str] = Counter()
    for line, parsed in sample_returns():
        today = datetime.date(line.received_at)
        alarms = check(parsed, known=KnownBefore(facts), today=today)
        facts |= {figure.key: figure for figure in figures_of(parsed)}
        for seed in range(SEED, SEED + REVISIONS):
            alarms += check(revised(parsed, seed), known=KnownBefore(facts), today=today)
        checked, figures = checked + 1 + REVISIONS, figures + len(parsed.rows) * (1 + REVISIONS)
        found.update(_named(finding, line.file) for finding in alarms)
    print(f"returns checked      {checked:10,}")
    print(f"figures in them      {figures:10,}")
    print(f"false alarms         {sum(found.values()):10,}")
    for name, count in found.most_common():
        print(f"  {count:5,}  {name}")
    return int(bool(found))


def _named(finding: Finding, file: str) -> str:
    return f"{file}  {finding.rule}  {finding.message}"


if __name__ == "__main__":
    sys.exit(main())
