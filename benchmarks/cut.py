"""Whether a way to the database that is cut at any moment loses or halves a return: python -m benchmarks.cut [times].

A process accepts return after return on a PostgreSQL server that it reaches through a way of this benchmark's own. At a
random moment the way is cut, and after a while it is there again: the process must wait for it, or say in a sentence what
happened, and go on without being started anew. Counts cuts, returns accepted, sentences, and returns that are half there or
were reported and are gone; leaves with 1 if there were any of the last two, or it did not go on.
"""

import random
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from itertools import count
from pathlib import Path
from time import sleep

from benchmarks.killed import halves, submission
from programme.access import person_here
from programme.submission import Acceptance
from store.database import Database, StoreError
from store.returns.versions import accept, latest_change
from store.snapshot import snapshot
from tests.serving import address, made, started

TIMES = 20
LONGEST = 0.5  # seconds from the first return until the cut
CUT_FOR = 0.5  # seconds
AFTERWARDS = 3  # returns that must be accepted after it
LONGEST_AWAY = 60.0  # seconds after which a process that does not go on is given up
ROOT = Path(__file__).parent.parent
REFUSED = "refused"


class CutWay:
    """A port of this machine that leads to the server's socket, unless it is cut."""

    def __init__(self, folder: Path):
        self._to = str(folder / ".s.PGSQL.5432")
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._cut = False
        self._thread = threading.Thread(target=self._let_in, daemon=True)
        self._thread.start()

    def cut(self) -> None:
        """Nothing comes through any more, and nobody gets in."""
        self._cut = True
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Who comes from now on gets in."""
        self._let_go()
        self._cut = False

    def close(self) -> None:
        """For good."""
        self.cut()
        self._let_go()
        self._listener.close()
        self._thread.join(1)

    def _let_go(self) -> None:
        while self._open:
            self._open.pop().close()

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listener.accept()
                if self._cut:
                    here.close()
                    continue
                there = socket.socket(socket.AF_UNIX)
                there.connect(self._to)
                self._open += [here, there]
                for pair in ((here, there), (there, here)):
                    threading.Thread(target=_carry, args=pair, daemon=True).start()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while part := source.recv(1 << 16):
            target.sendall(part)
    with suppress(OSError):
        target.shutdown(socket.SHUT_RDWR)


def accept_whatever_happens(place: str) -> None:
    """What the process does whose way is cut: it prints each number, or that it was refused."""
    with Database.open(place) as database:
        for number in count(1):
            try:
                print(accept(database, submission(number), Acceptance(person_here("benchmark"))).number, flush=True)
            except StoreError:
                print(REFUSED, flush=True)


def cut_once(folder: Path, name: str, seconds: float) -> tuple[list[int], int, bool]:
    """Cut the way of a process after so long; the numbers that it reported, how often it was refused, whether it went on."""
    way, told = CutWay(folder), []
    place = f"postgresql://wsoa@127.0.0.1:{way.port}/{name}"
    command = [sys.executable, "-m", "benchmarks.cut", "--accept", place]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        given_up = threading.Timer(LONGEST_AWAY, process.kill)
        given_up.start()
        told.append(process.stdout.readline().strip())
        sleep(seconds)
        way.cut()
        sleep(CUT_FOR)
        with Database.open(address(folder, name)) as direct:
            enough = latest_change(direct) + AFTERWARDS
        way.mend()
        while (line := process.stdout.readline()) and told[-1] != str(enough):
            told.append(line.strip())
        given_up.cancel()
        process.kill()
    way.close()
    numbers = [int(each) for each in told if each.isdigit()]
    return numbers, told.count(REFUSED), max(numbers, default=0) >= enough


def main(times: int) -> int:
    """Cut it so many times and print what was found."""
    chance, stored, refused, half, gone, stopped = random.Random(times), 0, 0, 0, 0, 0
    with started() as folder:
        for _ in range(times):
            made(folder, "cut")
            reported, sentences, went_on = cut_once(folder, "cut", chance.uniform(0, LONGEST))
            with Database.open(address(folder, "cut")) as database, snapshot(database) as known:
                numbers = {version.number for version in known.versions}
                half += len(list(halves(database, known.versions)))
            stored, refused, gone = stored + len(numbers), refused + sentences, gone + len(set(reported) - numbers)
            stopped += not went_on
    told = f"{stored} returns stored; {refused} refused in a sentence; {half} half there; {gone} reported and gone"
    print(f"cut {times} times; {told}; {stopped} did not go on")
    return int(bool(half or gone or stopped or not stored))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--accept"]:
        accept_whatever_happens(sys.argv[2])
    else:
        sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TIMES))
