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

from loaders.demonstration import SAMPLE, manifest
from loaders.parse import figures_of, parse
from loaders.parsed import FigureRow, ParsedReturn
from loaders.reading import read_workbook
from loaders.rules import Known, check
from programme.finding import Finding

REVISIONS = 20  # of each file
REVISED = 0.05  # of the figures of a revision
BY = 0.03  # of a figure: what is found out later is mostly small
SEED = 1


def revised(parsed: ParsedReturn, seed: int) -> ParsedReturn:
    """The same return with a few single figures of districtless measures a little different, as late records make them."""
    chance = random.Random(seed)
    parts = {row.measure.at_most for row in parsed.rows} | {row.measure.id for row in parsed.rows if row.measure.at_most}
    rows = tuple(
        _changed(row, chance)
        if row.measure.id not in parts and len(row.measure.areas) == 1 and chance.random() < REVISED
        else row
        for row in parsed.rows
    )
    return replace(parsed, rows=rows)


def _changed(row: FigureRow, chance: random.Random) -> FigureRow:
    cell = row.value_cell
    if cell is None or not isinstance(cell.value, float):
        return row
    value = cell.value * (1 + chance.uniform(-BY, BY))
    return replace(row, value_cell=replace(cell, value=float(round(value)) if row.measure.whole else value))


def main() -> int:
    """Check everything, and print what was found."""
    facts, checked, figures = {}, 0, 0
    found: Counter[str] = Counter()
    for line in manifest():
        content = (SAMPLE / line.file).read_bytes()
        parsed = parse(read_workbook(content, line.file))
        today = datetime.date(line.received_at)
        alarms = check(parsed, known=Known(facts), today=today)
        facts |= {figure.key: figure for figure in figures_of(parsed)}
        for seed in range(SEED, SEED + REVISIONS):
            alarms += check(revised(parsed, seed), known=Known(facts), today=today)
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
