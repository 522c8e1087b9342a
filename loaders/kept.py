"""The demonstration as a store, loaded once and kept in `data/sample/`: where it is laid down nobody waits for loading."""

import gzip
import shutil
import tempfile
import zlib
from pathlib import Path
from threading import Lock

from disclosure.rules_in_force import rules_in_force
from loaders.sample_files import SAMPLE
from loaders.sample_missing import missing_from
from store.backups.backup import every_table
from store.database import Database
from store.engines.in_file import FileDatabase
from store.engines.on_disk import kept_on_disk, put_in_place
from store.errors import explained
from store.hiding.hidden import SECRET, bring_up_to_date, change_secret, drawn
from store.place import Place
from store.returns.versions import versions
from store.rows.tables import rows_by_table

KEPT = "store.duckdb.gz"
SECRET_KEPT = bytes(SECRET)
"""Everybody can read it there, so it is no secret: the same each time it is kept, and so is what is hidden beside."""
LAYING = ".laying-down-"
"""How the name of a folder begins in which the kept store is unpacked."""
OF_AN_EMPTY_STORE = {"migrations", "hidden_rounds"}
"""The tables with rows in a store in which nothing is yet: which steps made it, and by which rules it will be decided."""

_one_at_a_time = Lock()


def write_kept(folder: Path = SAMPLE) -> Path:
    """Load the files of `folder` into a new store, and keep it beside them. Raises StoreError when a file is refused."""
    from loaders.sample import load_demonstration  # and all that checks and decides, for which laying it down need not wait

    with tempfile.TemporaryDirectory() as making:
        path = Path(making) / "store.duckdb"
        with Database.open(path) as database:
            bring_up_to_date(database, rules_in_force())
            with database.transaction() as cursor:
                change_secret(cursor, SECRET_KEPT)
            load_demonstration(database, folder=folder)
        with (folder / KEPT).open("wb") as out, gzip.GzipFile("", "wb", mtime=0, fileobj=out) as packed:
            packed.write(path.read_bytes())
    return folder / KEPT


def lay_down(place: Place, folder: Path = SAMPLE) -> int:
    """Put the kept store where no file is, and say how many versions it holds.

    0 where nothing was put: a file is there, none is kept, or the one kept is damaged or not of today's files.
    Raises StoreError.
    """
    if not place.missing or not (folder / KEPT).exists():
        return 0
    path = place.file.absolute()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=LAYING, dir=path.parent) as work:
            making = Path(work) / path.name
            held = _unpacked(folder, making)
            return held if held and _put(making, path) else 0
    except OSError as error:
        raise explained(error, path) from error


def lay_down_in(database: Database, folder: Path = SAMPLE) -> int:
    """Let the kept store take the place of one in which nothing is yet, and say how many versions it holds.

    0 where it does not: something is in there, it is on a server, none is kept, or the one kept is damaged or not of today's
    files. Raises StoreError.
    """
    if not (isinstance(database, FileDatabase) and (folder / KEPT).exists()) or _holds_anything(database):
        return 0
    beginning = f"{LAYING}{database.path.name}-"
    with _one_at_a_time:
        for left in database.path.parent.glob(f"{beginning}*"):  # by a process that was killed
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=beginning, dir=database.path.parent) as work:
            made = Path(work) / database.path.name
            held = _unpacked(folder, made)
            return held if held and _exchanged(database, made) else 0


def _exchanged(database: FileDatabase, made: Path) -> bool:
    """Whether it took the place of the store; not where something came in there meanwhile."""
    with database.exchanging() as exchange:
        if _holds_anything(database):
            return False
        kept_on_disk(made)
        exchange(made, str)
    return True


def _holds_anything(database: Database) -> bool:
    with database.reading() as cursor:
        rows = rows_by_table(cursor, every_table(cursor))
    return any(held for table, held in rows.items() if table not in OF_AN_EMPTY_STORE)


def _put(made: Path, path: Path) -> bool:
    """Whether it has its name; not where somebody else has made a file of that name meanwhile."""
    try:
        put_in_place(made, path)
    except FileExistsError:
        return False
    return True


def _unpacked(folder: Path, path: Path) -> int:
    """The kept store as a file of its own, with a secret that nobody has read; 0 where it cannot serve."""
    try:
        with gzip.open(folder / KEPT) as packed, path.open("wb") as out:
            shutil.copyfileobj(packed, out)
    except (gzip.BadGzipFile, zlib.error, EOFError):
        return 0
    with FileDatabase.opened(Place(path), create=False) as database:
        if missing_from(database, folder):
            return 0
        with database.transaction_of_a_new_file() as cursor:
            change_secret(cursor, drawn())
        with database.cursor() as cursor:
            cursor.execute("CHECKPOINT")  # of a full disk closing says nothing, and leaves the secret that is known
        return len(versions(database))
