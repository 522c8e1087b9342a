"""How long something takes at its best."""

from collections.abc import Callable
from time import perf_counter

RUNS = 3  # the best counts: others use the machine as well


def best(work: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """Seconds of the fastest of several runs; by `process_time`, those of the processor alone."""
    taken = []
    for _ in range(RUNS):
        start = clock()
        work()
        taken.append(clock() - start)
    return min(taken)
