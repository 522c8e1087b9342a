"""Makes sure that what was written, and the name it was given, is on the disk itself and not only on its way there."""

import os
from contextlib import suppress
from pathlib import Path


def kept_on_disk(path: Path) -> None:
    """A file or folder is on the disk itself, not only on its way there. Systems that cannot open a folder do it later."""
    flags = getattr(os, "O_DIRECTORY", 0) if path.is_dir() else 0
    with suppress(PermissionError):
        opened = os.open(path, os.O_RDONLY | flags)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def put_in_place(made: Path, path: Path) -> None:
    """Under its name, whole or not at all, and never over a file that somebody else has made meanwhile."""
    made.chmod(0o600)
    try:
        os.link(made, path)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name for a file
        made.rename(path)
    kept_on_disk(path.parent)


def named_on_disk(made: Path, path: Path) -> None:
    """What is whole takes its name in one step, in the place of any file that has it, and keeps it if the power goes.

    Raises OSError.
    """
    made.replace(path)
    kept_on_disk(path.parent)
