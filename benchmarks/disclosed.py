"""What an attacker finds in what readers are shown: python -m benchmarks.disclosed [HISTORIES], from the project's folder.

HISTORIES (200 unless said) are random hard data sets; after them comes the demonstration, as at every moment, and what
deciding adds to accepting a return. Leaves with 1 where the attacker, who knows which hidden counts are small, narrows one,
or where deciding takes longer than it may.
"""

import csv
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.timing import best
from disclosure.decide import decide
from disclosure.ties import group_of
from kpis.registry import registry
from loaders.pipeline import load
from loaders.sample import load_demonstration
from loaders.sample_files import SAMPLE, Received, manifest
from programme.access import EVERY_ROLE, Person, Role
from programme.hidden import HIDDEN_SIGN, MomentCells
from programme.measures import measures
from programme.submission import Acceptance
from record.audited import audited
from record.records import read
from reports.progress.losses import losses
from reports.progress.readings import Progress
from reports.sentences.disclosure import audit_sentences
from store.database import Database
from store.hiding.hidden import cell_changes, decisions
from tests.disclosure.hard import KINDS, attacked, attacked_store, given_at_every_moment, history, shown_at_every_moment
from tests.factories import read_here

HISTORIES = 200
ALLOWED = 5.0  # seconds that deciding may add to accepting a return


def hard_history(seed: int) -> Counter:
    """One random history: what is hidden by need and beside, what is shown, what the attacker narrows, and the seconds."""
    changes = history(Random(seed), list(KINDS)[seed % len(KINDS)])
    start = perf_counter()
    decided = decide([MomentCells(number, cells) for number, cells in enumerate(changes, start=1)], (), (), b"secret")
    took = perf_counter() - start
    why = Counter("need" if each.needed else "beside" for one in decided for each in one.hidden.values())
    *_, (_, printed) = shown_at_every_moment(changes)
    counted = (each for each in printed if each["value"] is not None or each["display"] == HIDDEN_SIGN)
    seen = Counter("hidden" if each["display"] == HIDDEN_SIGN else "shown" for each in counted)
    narrowed = attacked(changes, told=True).narrowed()
    withheld = sum(bool(each.withheld) for each in decided)
    return Counter(seconds=took, narrowed=len(narrowed), withheld=withheld, **why, **seen)


def groups() -> Iterator[frozenset[str]]:
    """The measures that hang together, of those that a KPI shows and that are protected."""
    shown = (name for kpi in registry().values() for name in kpi.formula.measures if measures()[name].protected)
    yield from dict.fromkeys(map(group_of, shown))


def deciding(database: Database) -> float:
    """Seconds that deciding about the newest return took, with reading all that went before."""
    with database.reading() as cursor:
        decided, history = decisions(cursor), cell_changes(cursor)
        newest = max(place for place, moment in enumerate(history) if moment.cells)

        def anew() -> None:
            decide(cell_changes(cursor)[: newest + 1], decided[:newest], (), b"secret")

        return best(anew)


def accepting(folder: Path) -> tuple[float, float]:
    """Seconds that accepting the demonstration's newest return takes, checks and all, with deciding and without."""
    *earlier, newest = manifest()
    _sent(folder / "sample", earlier)
    before = folder / "before.duckdb"
    with Database.open(before) as database:
        load_demonstration(database, folder=folder / "sample", read=read_here)
    content = (SAMPLE / newest.file).read_bytes()
    book, took = read_here(content, newest.file), []
    acceptance = Acceptance(Person(newest.by, "", EVERY_ROLE), reasons=newest.reason, at=newest.received_at)
    for decide_too in (True, False):
        with Database.open(shutil.copy(before, folder / f"{decide_too}.duckdb")) as database:
            start = perf_counter()
            loaded = load(database, content, newest.file, acceptance, read=lambda *_: book, decide=decide_too)
            took.append(perf_counter() - start)
            assert loaded.version, loaded.refusal
    return took[0], took[1]


def _sent(folder: Path, received: Iterable[Received]) -> None:
    """A folder of the demonstration in which only these files came in."""
    folder.mkdir()
    lines = [["file", "received_at", "by", "reason"]]
    for each in received:
        shutil.copy(SAMPLE / each.file, folder)
        lines.append([each.file, each.received_at.isoformat(), each.by, each.reason])
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)


def main(histories: int = HISTORIES) -> int:
    """Print what was found; the exit code."""
    told = Counter()
    for seed in range(histories):
        told.update(hard_history(seed))
    shown = 100 * told["shown"] / max(1, told["shown"] + told["hidden"])
    print(
        f"{histories} hard histories: {told['narrowed']} counts narrowed; hidden {told['need']:,} by need, "
        f"{told['beside']:,} beside; {shown:.1f}% of the figures seen; {told['withheld']} changes withheld; "
        f"{told['seconds'] / max(1, histories):.2f} s each"
    )
    with tempfile.TemporaryDirectory() as folder, Database.open(Path(folder) / "wsoa.duckdb") as database:
        load_demonstration(database, read=read_here)  # a busy machine must not refuse it
        given = given_at_every_moment(database)
        found = [attacked_store(given, group) for group in groups()]
        narrowed = sum(len(each.narrowed()) for each in found)
        wanted = sum(len(each.wanted) for each in found)
        print(f"The demonstration, at every moment: {narrowed} of {wanted:,} counts narrowed")
        print("\n".join(audit_sentences(audited(database), losses(Progress(read(database), Role.READER)))))
        took = deciding(database)
    print(f"Deciding about a return: {took:.2f} s, {took / ALLOWED:.0%} of the {ALLOWED:.0f} s it may take")
    with tempfile.TemporaryDirectory() as folder:
        whole, without = accepting(Path(folder))
    print(f"Accepting the newest return, checks and all: {whole:.2f} s, {without:.2f} s without deciding")
    return int(bool(told["narrowed"] or narrowed or max(took, whole - without) > ALLOWED))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
