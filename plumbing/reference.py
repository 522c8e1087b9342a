"""Reads the reference files in `data/reference/`: facts that an analyst may correct without touching code."""

import csv
from functools import cache
from pathlib import Path

REFERENCE = Path(__file__).parent.parent / "data" / "reference"


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `data/reference/<name>.csv`, one dictionary each, in the file's order."""
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))
