"""How long something takes at its best."""

from collections.abc import Callable
from time import perf_counter

RUNS = 3  # the best counts: others use the machine as well


def best(work: Callable[[], object]) -> float:
    """Seconds of the fastest of several runs."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return min(taken)
