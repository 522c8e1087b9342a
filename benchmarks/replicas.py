"""Whether several processes on one PostgreSQL mix, lose or halve anything: python -m benchmarks.replicas [clicks [loads]].

It starts a server of its own. Two processes keep the records as the app does and are clicked in turn while a third accepts
return after return, each of one number in every district: a click that shows two numbers mixes two states. Then four
processes accept at once. Counts mixtures, clicks that show less than was accepted before them, returns lost and halved;
leaves with 1 if there was any.
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from benchmarks.killed import halves, submission
from disclosure.decide import decider
from programme.access import Role, person_here
from programme.submission import Acceptance
from record.known import Moments
from store.database import Database
from store.returns.versions import accept
from store.snapshot import snapshot
from tests.serving import made, started

CLICKS, LOADS = 1_000, 25
LOADERS = 4
ROOT = Path(__file__).parent.parent


class Replica:
    """A process that has the store open as the app has it, and does what it is told, a line at a time."""

    def __init__(self, process: subprocess.Popen):
        self._process = process

    def tell(self, told: str) -> None:
        """Say what is to be done, and do not wait for it."""
        self._process.stdin.write(f"{told}\n")
        self._process.stdin.flush()

    def answer(self) -> list[int]:
        """What came of it: of `accept N` the version's number; of `click` the newest change and each number shown."""
        return [int(word) for word in self._process.stdout.readline().split()]

    def asked(self, told: str) -> list[int]:
        """Both."""
        self.tell(told)
        return self.answer()


@contextmanager
def replica(address: str) -> Iterator[Replica]:
    """One, which ends with the block."""
    command = [sys.executable, "-m", "benchmarks.replicas", "--replica", address]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Replica(process)
        process.stdin.close()


def serve(address: str) -> None:
    """What such a process does."""
    moments = Moments(lambda records, *_: records)
    with Database.open(address) as database:
        for line in sys.stdin:
            if line.startswith("accept"):
                done = accept(database, submission(int(line.split()[1])), Acceptance(person_here("benchmark")), decider())
                print(done.number, flush=True)
            else:
                known = moments.answer(database, moments.asked(database, Role.ANALYST))
                shown = {int(each.value) for key, each in known.evidence.facts.items() if key[0] == "plans_issued"}
                print(known.change, *sorted(shown), flush=True)


def clicked(address: str, clicks: int) -> tuple[int, int, int]:
    """Of so many clicks: how many mixed two states, how many came late, and how many states were seen."""
    mixed, late, seen = 0, 0, {0}
    with replica(address) as one, replica(address) as other, replica(address) as writer:
        accepted = writer.asked("accept 1")[0]
        writer.tell("accept 2")
        following = 3
        for number in range(clicks):
            change, *shown = (one, other)[number % 2].asked("click")
            mixed, late, seen = mixed + (len(shown) > 1), late + (change < accepted), seen | {change}
            if number % 4 == 3:  # what was begun is done by now, or the next click waits for it
                accepted = writer.answer()[0]
                writer.tell(f"accept {following}")
                following += 1
        writer.answer()
    return mixed, late, len(seen) - 1


def loaded_at_once(address: str, loaders: Sequence[Replica], loads: int) -> tuple[int, int, int]:
    """Of several that accept so many each at once: how many were reported, are gone, and are half there."""
    for number in range(loads):
        for place, loader in enumerate(loaders):
            loader.tell(f"accept {1_000 * (place + 1) + number}")
    reported = [loader.answer()[0] for loader in loaders for _ in range(loads)]
    with Database.open(address) as database, snapshot(database) as known:
        numbers = {version.number for version in known.versions}
        return len(set(reported)), len(reported) - len(set(reported) & numbers), len(list(halves(database, known.versions)))


def main(clicks: int, loads: int) -> int:
    """Do both and print what was found."""
    with started() as folder:
        mixed, late, states = clicked(made(folder, "clicked"), clicks)
        print(
            f"{clicks} clicks on two replicas while a third process accepted: {states} states seen, {mixed} mixed, "
            f"{late} late"
        )
        address = made(folder, "loaded")
        with ExitStack() as stack:
            loaders = [stack.enter_context(replica(address)) for _ in range(LOADERS)]
            reported, gone, half = loaded_at_once(address, loaders, loads)
        print(f"{LOADERS} processes x {loads} returns at once: {reported} accepted, {gone} gone, {half} half there")
    return int(bool(mixed or late or gone or half or reported != LOADERS * loads))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--replica"]:
        serve(sys.argv[2])
    else:
        sys.exit(main(*(int(each) for each in (*sys.argv[1:3], *(CLICKS, LOADS)[len(sys.argv[1:3]) :]))))
