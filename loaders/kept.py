"""The demonstration as a store, loaded once and kept in `data/sample/`: where it is laid down nobody waits for loading."""

import gzip
import shutil
import tempfile
import zlib
from pathlib import Path

from loaders.sample_files import SAMPLE
from loaders.sample_missing import missing_from
from store.database import Database
from store.engines.on_disk import put_in_place
from store.errors import explained
from store.hiding.hidden import draw_anew
from store.place import Place
from store.returns.versions import versions

KEPT = "store.duckdb.gz"


def write_kept(folder: Path = SAMPLE) -> Path:
    """Load the files of `folder` into a new store, and keep it beside them. Raises StoreError when a file is refused."""
    from loaders.sample import load_demonstration  # and all that checks returns, for which laying it down need not wait

    with tempfile.TemporaryDirectory() as making:
        path = Path(making) / "store.duckdb"
        with Database.open(path) as database:
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
        with tempfile.TemporaryDirectory(prefix=".laying-down-", dir=path.parent) as work:
            making = Path(work) / path.name
            held = _unpacked(folder, making)
            return held if held and _put(making, path) else 0
    except OSError as error:
        raise explained(error, path) from error


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
    with Database.open(path) as database:
        if missing_from(database, folder):
            return 0
        with database.transaction() as cursor:
            draw_anew(cursor)
        return len(versions(database))
