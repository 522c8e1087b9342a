"""Two checkouts measured in turn on one machine: python -m benchmarks.side_by_side OTHER [script …] [--rounds N].

Each script of `benchmarks/` runs as it stands in each checkout, turn by turn, so that a busy moment of the machine meets
both. `suite` is the project's tests. Prints the shortest time of every line that both print: there, here, and the share.
"""

import os
import re
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

HERE = Path(__file__).parent.parent
SCRIPTS = ("loading", "navigation", "judgement")
SUITE = "suite"
TIME = re.compile(r"^\s*(?P<what>\S.*?):?\s+(?:median\s+)?(?P<number>\d+(?:\.\d+)?) (?P<unit>ms|s)\b")


def times_in(lines: Iterable[str]) -> dict[str, float]:
    """Seconds by what took them: the first time that stands in each line."""
    matches = (TIME.match(line) for line in lines)
    return {each["what"]: float(each["number"]) / (1_000 if each["unit"] == "ms" else 1) for each in matches if each}


def measured(script: str, checkout: Path) -> dict[str, float]:
    """What a script prints when it is run in a checkout. Raises SystemExit where it fails."""
    command = ["pytest", "-q", "-n", "2"] if script == SUITE else [f"benchmarks.{script}"]
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = perf_counter()
    done = subprocess.run([sys.executable, "-m", *command], cwd=checkout, capture_output=True, text=True, env=usual)
    if done.returncode:
        raise SystemExit(f"{script} ended with {done.returncode} in {checkout}:\n{(done.stderr or done.stdout)[-2_000:]}")
    return {"the suite": perf_counter() - begun} if script == SUITE else times_in(done.stdout.splitlines())


def shortest(before: dict[str, float], found: dict[str, float]) -> dict[str, float]:
    """The shorter of two times, line by line."""
    return before | {what: min(seconds, before.get(what, seconds)) for what, seconds in found.items()}


def main() -> None:
    """Run the scripts in both checkouts and print a line for each time that both took."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, help="the other checkout, for example of the release before")
    parser.add_argument("scripts", nargs="*", default=SCRIPTS)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    there: dict[str, float] = {}
    here: dict[str, float] = {}
    for script in asked.scripts:
        for _ in range(1 if script == SUITE else asked.rounds):
            there = shortest(there, measured(script, asked.other.resolve()))
            here = shortest(here, measured(script, HERE))
    print(f"{'shortest of each':60} {'there':>10} {'here':>10}")
    for what in (each for each in there if each in here):
        print(f"{what:60} {there[what]:8.3f} s {here[what]:8.3f} s {here[what] / there[what]:5.0%}")


if __name__ == "__main__":
    main()
