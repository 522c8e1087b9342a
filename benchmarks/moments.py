"""What six sessions that ask for random past moments cost everybody else: `python -m benchmarks.moments`.

Each asks and works out its overview again and again, as fast as it is answered. Meanwhile one session works out the newest
overview, which is kept, and the median of that is printed beside the median without the others.
"""

import random
import tempfile
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from loaders.sample import load_demonstration
from programme.access import Role
from programme.areas import KENT
from record.known import Moments
from reports.progress.overview import overview
from reports.progress.readings import Progress
from store.database import Database, StoreError

OTHERS, CLICKS, PAUSE = 6, 40, 0.05
ALLOWED = 0.3  # seconds a click may take beside the others
FIRST_DAY, DAYS = datetime(2020, 1, 1, tzinfo=UTC), 2_000


def main() -> None:
    """Print both medians and how the others fared."""
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder) / "demonstration.duckdb") as database:
        load_demonstration(database)
        moments = Moments(Progress)

        def look(as_at: datetime | None = None) -> None:
            progress = moments.answer(database, moments.asked(database, Role.READER, as_at))
            if progress.records.newest is not None:
                overview(progress, KENT, progress.records.newest)

        look()
        alone = looks(look)
        beside, answered, refused = beside_others(look)
    share = beside / ALLOWED
    print(f"the newest overview, alone                        {alone * 1000:5.0f} ms")
    print(
        f"the newest overview, beside {OTHERS} who ask for the past {beside * 1000:5.0f} ms, {share:4.0%} of what is allowed"
    )
    print(f"    who were answered {answered} times and told to wait {refused} times")


def looks(look: Callable[[], None]) -> float:
    """The median seconds of several clicks, a moment apart as people make them."""
    taken = []
    for _ in range(CLICKS):
        begun = perf_counter()
        look()
        taken.append(perf_counter() - begun)
        sleep(PAUSE)
    return median(taken)


def beside_others(look: Callable[..., None]) -> tuple[float, int, int]:
    """The same while others look at random moments, and how often those were answered and refused."""
    answered, refused, enough = [], [], threading.Event()

    def wander(seed: int) -> None:
        chance = random.Random(seed)
        while not enough.is_set():
            try:
                look(FIRST_DAY + timedelta(days=DAYS * chance.random()))
                answered.append(1)
            except StoreError:
                refused.append(1)
                sleep(PAUSE)

    threads = [threading.Thread(target=wander, args=(seed,)) for seed in range(OTHERS)]
    for each in threads:
        each.start()
    try:
        return looks(look), len(answered), len(refused)
    finally:
        enough.set()
        for each in threads:
            each.join()


if __name__ == "__main__":
    main()
